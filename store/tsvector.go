package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
)

// tsvector keeps the index in a tsvector that is written out here, not parsed
// by PostgreSQL: both databases index the same stems.
type tsvector struct{}

// Lexemes may have positions up to 16383, and a whole vector 1 MB.
const (
	lastPosition = 16383
	classGap     = 50 // no phrase reaches from one class into the next
)

func (tsvector) put(ctx context.Context, t *tx, ids []int64, docs []document) error {
	var args []any
	for i, d := range docs {
		args = append(args, ids[i], d.vector())
	}
	return t.exec(ctx, `INSERT INTO statement_index (id, stems) VALUES `+tuples(len(docs), `(?, CAST(CAST(? AS text) AS tsvector))`), args...)
}

func (tsvector) drop(ctx context.Context, t *tx, ids []int64) error {
	return t.exec(ctx, `DELETE FROM statement_index WHERE id IN (`+list(0, len(ids))+`)`, anys(ids)...)
}

func (d document) vector() string {
	var b strings.Builder
	at := 0
	for _, part := range []struct {
		stems []string
		class byte
	}{{d.said, 'A'}, {d.around, 'B'}, {d.title, 'C'}} {
		for _, w := range part.stems {
			at = min(at+1, lastPosition)
			fmt.Fprintf(&b, "%s:%d%c ", lexeme(w), at, part.class)
		}
		at += classGap
	}
	for _, m := range d.marks {
		b.WriteString(lexeme("#"+m) + " ")
	}
	return b.String()
}

// best adds up what the terms weigh that a statement has: all of it where the
// term was said, a part where it stands around that. Of statements that only have
// common terms the newest are ranked, and the newest that have all of those.
// ts_rank is not used: it takes several times as long, and counts how often a
// word is repeated.
func (x tsvector) best(f filter) (string, []any) {
	var args []any
	arg := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", len(args))
	}
	candidates := x.candidates(f, arg)
	var score []string
	for _, t := range f.topic {
		score = append(score, fmt.Sprintf(`CASE WHEN stems @@ %s THEN CAST(%s AS double precision) WHEN stems @@ %s THEN CAST(%s AS double precision) ELSE 0 END`,
			tsquery(arg(x.said(t))), arg(t.weight), tsquery(arg(x.any(t))), arg(t.weight*(1-whenSaid))))
	}
	carried, args := f.carried("statement_index.id", args)
	if carried != "" {
		carried = " AND " + carried
	}
	args = append(args, f.limit)
	return `SELECT id, ` + strings.Join(score, " + ") + ` AS score FROM statement_index WHERE ` + candidates + carried +
		fmt.Sprintf(` ORDER BY score DESC, id DESC LIMIT $%d`, len(args)), args
}

// candidates is the condition on the statements that are ranked.
func (x tsvector) candidates(f filter, arg func(any) string) string {
	var rare, common []term
	for _, t := range f.topic {
		if t.since == 0 {
			rare = append(rare, t)
		} else {
			common = append(common, t)
		}
	}
	if len(common) == 0 {
		return `stems @@ ` + tsquery(arg(x.any(rare...)+x.marks(f)))
	}
	var from []string
	if len(rare) > 0 {
		from = append(from, `SELECT id FROM statement_index WHERE stems @@ `+tsquery(arg(x.any(rare...)+x.marks(f))))
	}
	newest := func(match string) {
		from = append(from, `SELECT id FROM (SELECT id FROM statement_index WHERE stems @@ `+tsquery(arg(match+x.marks(f)))+
			` ORDER BY id DESC LIMIT `+arg(f.newest)+`) AS newest`)
	}
	newest(x.any(common...))
	if all, _, _ := f.together(); len(all) > 1 {
		match := make([]string, len(all))
		for i, t := range all {
			match[i] = x.any(t)
		}
		newest(strings.Join(match, " & "))
	}
	return `id IN (` + strings.Join(from, " UNION ") + `)`
}

func (x tsvector) count(f filter) (string, []any) {
	carried, args := f.carried("statement_index.id", []any{x.any(f.topic...) + x.marks(f)})
	if carried != "" {
		carried = " AND " + carried
	}
	return `SELECT COUNT(*) FROM statement_index WHERE stems @@ ` + tsquery("$1") + carried, args
}

// few compares the two ways to the newest: all that match, from the index of
// stems, or one statement after the other until enough match. PostgreSQL takes
// the second for a speaker and a word that are both usual, which takes four
// times as long: it does not know how long it is to match one.
func (x tsvector) few(ctx context.Context, q querier, f filter, d depth) (bool, error) {
	var last int64
	if err := one(ctx, q, `SELECT COALESCE(MAX(id), 0) FROM statement_index`, nil, &last); err != nil {
		return false, err
	}
	n, _, err := x.having(ctx, q, f, d, last)
	return n*n < aloneForTogether*float64(f.limit)*float64(last), err
}

// aloneForTogether is what it takes to match one of the newest, of which some
// have the term around what was said, against one of those that the index gives.
const aloneForTogether = 1.5

func (x tsvector) latest(f filter, below int64, said, few bool) (string, []any) {
	match, order := x.any(f.topic...), "id"
	if said {
		match = x.said(f.topic...)
	}
	if few {
		order = "id + 0" // which no index is in the order of
	}
	return `SELECT id FROM statement_index WHERE stems @@ ` + tsquery("$1") + ` AND id < $2 ORDER BY ` + order + ` DESC LIMIT $3`,
		[]any{match + x.marks(f), below, f.limit}
}

// having counts in a small archive, and in a larger one takes PostgreSQL's own
// estimate: it has statistics of the lexemes by then, and to look for the newest
// that match would walk through the whole archive for those that are rare.
func (x tsvector) having(ctx context.Context, q querier, f filter, d depth, last int64) (n float64, since int64, err error) {
	if last <= int64(d.ranked) {
		query, args := x.count(f)
		err := one(ctx, q, query, args, &n)
		return n, 0, err
	}
	var plan string
	err = one(ctx, q, `EXPLAIN (FORMAT JSON) SELECT id FROM statement_index WHERE stems @@ `+tsquery("$1"),
		[]any{x.any(f.topic...) + x.marks(f)}, &plan)
	if err != nil {
		return 0, 0, err
	}
	var plans []struct {
		Plan struct {
			Rows float64 `json:"Plan Rows"`
		}
	}
	if err := json.Unmarshal([]byte(plan), &plans); err != nil || len(plans) != 1 {
		return 0, 0, fmt.Errorf("read PostgreSQL's plan: %w", err)
	}
	return plans[0].Plan.Rows, 0, nil
}

func tsquery(arg string) string { return `CAST(CAST(` + arg + ` AS text) AS tsquery)` }

// any matches statements that have one of the terms, said those that have it in
// what was said.
func (tsvector) any(terms ...term) string  { return anyLexeme(phrasesOf(terms), "") }
func (tsvector) said(terms ...term) string { return anyLexeme(phrasesOf(terms), ":A") }

func phrasesOf(terms []term) []phrase {
	var all []phrase
	for _, t := range terms {
		all = append(all, t.phrases...)
	}
	return all
}

func (tsvector) marks(f filter) string {
	match := ""
	for _, group := range f.marks() {
		marks := make([]phrase, len(group))
		for i, m := range group {
			marks[i] = phrase{"#" + m}
		}
		match += " & " + anyLexeme(marks, "")
	}
	return match
}

// anyLexeme is the tsquery for one of the phrases, in the classes that are named.
func anyLexeme(phrases []phrase, classes string) string {
	out := make([]string, len(phrases))
	for i, p := range phrases {
		quoted := make([]string, len(p))
		for j, w := range p {
			quoted[j] = lexeme(w) + classes
		}
		out[i] = "(" + strings.Join(quoted, " <-> ") + ")"
	}
	return "(" + strings.Join(out, " | ") + ")"
}

// lexeme quotes a stem for tsvector and tsquery.
func lexeme(s string) string {
	return "'" + strings.NewReplacer(`'`, `''`, `\`, `\\`).Replace(s) + "'"
}
