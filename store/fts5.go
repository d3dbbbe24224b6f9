package store

import (
	"context"
	"fmt"
	"strings"
)

// fts5 keeps the index in SQLite's FTS5, as a table without contents: the
// words are in the article.
//
// Its own bm25() is not used. To know how rare a word is it counts every
// statement with that word, for each question anew, and then looks up the
// length of each one that it ranks: with common words that is nearly all of the
// time that a search takes. Here a word weighs by how rare it is, too, but that
// is estimated from the newest statements that have it.
type fts5 struct{}

func (fts5) put(ctx context.Context, t *tx, ids []int64, docs []document) error {
	var args []any
	for i, d := range docs {
		args = append(args, ids[i], strings.Join(d.said, " "), strings.Join(d.around, " "), strings.Join(d.title, " "), strings.Join(d.marks, " "))
	}
	return t.exec(ctx, `INSERT INTO statement_index (rowid, said, around, title, marks) VALUES `+tuples(len(docs), `(?, ?, ?, ?, ?)`), args...)
}

func (fts5) drop(ctx context.Context, t *tx, ids []int64) error {
	return t.exec(ctx, `DELETE FROM statement_index WHERE rowid IN (`+list(0, len(ids))+`)`, anys(ids)...)
}

const (
	anywhere = "{said around title}"
	saidOnly = "said"
)

// best adds up, for each statement, what the terms weigh that it has: a part
// for a term anywhere, the rest where it was said.
func (x fts5) best(f filter) (string, []any) {
	var parts []string
	var args []any
	add := func(match string, weight float64, since int64) {
		args = append(args, weight, match, since)
		n := len(args)
		parts = append(parts, fmt.Sprintf(`SELECT rowid AS id, $%d AS weight FROM statement_index WHERE statement_index MATCH $%d AND rowid >= $%d`, n-2, n-1, n))
	}
	for _, t := range f.topic {
		add(x.any(anywhere, t)+x.marks(f), t.weight*(1-whenSaid), t.since)
		add(x.any(saidOnly, t)+x.marks(f), t.weight*whenSaid, t.since)
	}
	all, weight, below := f.together()
	together := func(columns string, weight float64) {
		match := make([]string, len(all))
		for i, t := range all {
			match[i] = x.any(columns, t)
		}
		args = append(args, weight, strings.Join(match, " AND ")+x.marks(f), below, f.newest)
		n := len(args)
		parts = append(parts, fmt.Sprintf(`SELECT id, weight FROM (SELECT rowid AS id, $%d AS weight FROM statement_index
			WHERE statement_index MATCH $%d AND rowid < $%d ORDER BY rowid DESC LIMIT $%d)`, n-3, n-2, n-1, n))
	}
	if len(all) > 1 { // one may be said and the other stand around it: more than an even share for both anywhere
		together(anywhere, weight*(1-whenSaid/2))
		together(saidOnly, weight*whenSaid/2)
	}
	carried, args := f.carried("hits.id", args)
	if carried != "" {
		carried = " WHERE " + carried
	}
	args = append(args, f.limit)
	return `SELECT id, SUM(weight) AS score FROM (` + strings.Join(parts, " UNION ALL ") + `) AS hits` + carried +
		fmt.Sprintf(` GROUP BY id ORDER BY score DESC, id DESC LIMIT $%d`, len(args)), args
}

func (x fts5) count(f filter) (string, []any) {
	carried, args := f.carried("statement_index.rowid", []any{x.any(anywhere, f.topic...) + x.marks(f)})
	if carried != "" {
		carried = " AND " + carried
	}
	return `SELECT COUNT(*) FROM statement_index WHERE statement_index MATCH $1` + carried, args
}

// few is never so: the index gives what it finds from the newest on.
func (fts5) few(context.Context, querier, filter, depth) (bool, error) { return false, nil }

func (x fts5) latest(f filter, below int64, said, few bool) (string, []any) {
	columns := anywhere
	if said {
		columns = saidOnly
	}
	return `SELECT rowid FROM statement_index WHERE statement_index MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT $3`,
		[]any{x.any(columns, f.topic...) + x.marks(f), below, f.limit}
}

// having takes the newest statements that match, and how close together they
// lie.
func (x fts5) having(ctx context.Context, q querier, f filter, d depth, last int64) (n float64, since int64, err error) {
	var sampled int
	err = one(ctx, q, `SELECT COUNT(*), COALESCE(MIN(rowid), 0) FROM
			(SELECT rowid FROM statement_index WHERE statement_index MATCH $1 ORDER BY rowid DESC LIMIT $2)`,
		[]any{x.any(anywhere, f.topic...) + x.marks(f), d.newest}, &sampled, &since)
	n = float64(sampled)
	if sampled == d.newest {
		n *= float64(last) / float64(last-since+1)
	}
	return n, since, err
}

// any matches statements that have one of the terms in those columns.
func (fts5) any(columns string, terms ...term) string {
	var words []string
	for _, t := range terms {
		for _, p := range t.phrases {
			words = append(words, strings.Join(p, " "))
		}
	}
	return columns + " : " + fts5Any(words)
}

func (fts5) marks(f filter) string {
	match := ""
	for _, group := range f.marks() {
		match += " AND marks : " + fts5Any(group)
	}
	return match
}

func fts5Any(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = `"` + strings.ReplaceAll(w, `"`, `""`) + `"`
	}
	return "(" + strings.Join(quoted, " OR ") + ")"
}
