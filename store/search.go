package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// Search gives at most n statements that answer q, the best first: those that
// have any of the topic's stems in what was said, around it or in the headline,
// by rank. Without a topic they come newest first, or oldest first where q asks for
// that order. Speakers, days, outlets and
// kinds only filter. It gives candidates: what an answer needs of them the
// asking decides.
func (s *Store) Search(ctx context.Context, q statements.Query, n int) ([]statements.Found, error) {
	hits, err := s.search(ctx, q, n)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	ids := make([]int64, len(hits))
	scores := make(map[int64]float64, len(hits))
	for i, h := range hits {
		ids[i], scores[h.id] = h.id, h.score
	}
	out, err := found(ctx, s.again(), ids)
	if err != nil {
		return nil, fmt.Errorf("read what was found: %w", err)
	}
	for i := range out {
		out[i].Score = scores[out[i].Statement.ID]
	}
	return out, nil
}

// CountStatements counts the statements that Search would choose from.
func (s *Store) CountStatements(ctx context.Context, q statements.Query) (int, error) {
	n := 0
	f, err := s.filterOf(ctx, q)
	if err == nil && !f.none {
		query, args := f.query(s.d.index.count, countAll)
		err = one(ctx, s.again(), query, s.d.planned(args), &n)
	}
	if err != nil {
		return 0, fmt.Errorf("count statements: %w", err)
	}
	return n, nil
}

type hit struct {
	id    int64
	score float64
}

func (s *Store) search(ctx context.Context, q statements.Query, n int) ([]hit, error) {
	f, err := s.filterOf(ctx, q)
	if err != nil || f.none {
		return nil, err
	}
	f.limit = max(n, 0)
	if len(f.topic) == 1 && len(f.outlets) == 0 {
		return s.bestOfOne(ctx, f)
	}
	if f, err = s.weigh(ctx, f); err != nil {
		return nil, err
	}
	query, args := f.query(s.d.index.best, newest)
	return all(ctx, s.again(), func(r *sql.Rows) (h hit, err error) { return h, r.Scan(&h.id, &h.score) }, query, s.d.planned(args)...)
}

// filter is a query as the database is asked.
type filter struct {
	topic        []term
	speakers     []int64
	kinds        []statements.Kind
	since, until statements.Date // both zero, or both set
	outlets      []string
	limit        int
	oldest       bool // without a topic the oldest come first
	newest       int  // how many statements with none but common terms are ranked
	none         bool // nothing can pass
}

// query picks: a question with a topic is answered by the full-text index
// alone, one without by the ordinary indexes alone.
func (f filter) query(withTopic, without func(filter) (string, []any)) (string, []any) {
	if len(f.topic) > 0 {
		return withTopic(f)
	}
	return without(f)
}

func (s *Store) filterOf(ctx context.Context, q statements.Query) (filter, error) {
	f := filter{topic: terms(q.Topic), kinds: q.Kinds, outlets: q.Outlets, oldest: q.Order == statements.OldestFirst}
	var err error
	if f.speakers, err = s.heardAs(ctx, q.Speakers); err != nil {
		return f, err
	}
	if q.Since.IsZero() && q.Until.IsZero() {
		return f, nil
	}
	var oldest, newest sql.NullString
	err = one(ctx, s.again(), `SELECT (SELECT MIN(day) FROM statements), (SELECT MAX(day) FROM statements)`, nil, &oldest, &newest)
	if err != nil || !oldest.Valid {
		f.none = true
		return f, err
	}
	first, err := statements.ParseDate(oldest.String)
	if err != nil {
		return f, err
	}
	last, err := statements.ParseDate(newest.String)
	if err != nil {
		return f, err
	}
	f.since, f.until, f.none = between(q, first, last)
	return f, nil
}

// between cuts the days asked for to those that the archive has: an open range
// gets an end, and one that covers everything is none at all.
func between(q statements.Query, first, last statements.Date) (since, until statements.Date, none bool) {
	since, until = first, last
	if !q.Since.IsZero() && first.Before(q.Since) {
		since = q.Since
	}
	if !q.Until.IsZero() && q.Until.Before(last) {
		until = q.Until
	}
	if since == first && until == last {
		return statements.Date{}, statements.Date{}, false
	}
	return since, until, until.Before(since)
}

// terms are the terms of a topic with their stems as they are indexed, each
// once.
func terms(topic []statements.Term) []term {
	var out []term
	seen := map[string]bool{}
	for _, t := range topic {
		var one term
		for _, stem := range t.Stems {
			p := phraseOf(stem)
			k := strings.Join(p, " ")
			if k != "" && !seen[k] && len(seen) < mostPhrases {
				seen[k] = true
				one.phrases = append(one.phrases, p)
			}
		}
		if len(one.phrases) > 0 {
			out = append(out, one)
		}
	}
	return out
}

// mostPhrases bounds what a question of 4,000 characters can cost.
const mostPhrases = 64

func phraseOf(stem string) phrase {
	var p phrase
	for _, w := range text.Words(stem) {
		p = append(p, indexed(w.Folded))
	}
	return p[:min(len(p), mostPhrases)]
}

// marks are the filters inside the full-text index, as groups: a statement must
// have one mark of each.
func (f filter) marks() [][]string {
	var out [][]string
	if len(f.speakers) > 0 {
		var group []string
		for _, id := range f.speakers {
			group = append(group, speakerMark(id))
		}
		out = append(out, group)
	}
	if len(f.kinds) > 0 {
		var group []string
		for _, k := range f.kinds {
			group = append(group, kindMark(k))
		}
		out = append(out, group)
	}
	if !f.since.IsZero() {
		out = append(out, rangeMarks(f.since, f.until))
	}
	return out
}

// newest is the query for (id, score) of the newest statements, or the oldest,
// without a topic.
func newest(f filter) (string, []any) {
	where, args := f.where()
	args = append(args, f.limit)
	order := ` ORDER BY st.day DESC, st.id DESC`
	if f.oldest {
		order = ` ORDER BY st.day, st.id`
	}
	return `SELECT st.id, 0.0 FROM statements st` + where + order + fmt.Sprintf(` LIMIT $%d`, len(args)), args
}

func countAll(f filter) (string, []any) {
	where, args := f.where()
	return `SELECT COUNT(*) FROM statements st` + where, args
}

// where are the filters on the ordinary tables.
func (f filter) where() (string, []any) {
	var parts []string
	var args []any
	among := func(column string, values []any) {
		parts = append(parts, column+` IN (`+list(len(args), len(values))+`)`)
		args = append(args, values...)
	}
	if len(f.speakers) > 0 {
		among(`st.speaker_id`, anys(f.speakers))
	}
	if len(f.kinds) > 0 {
		among(`st.kind`, anys(f.kinds))
	}
	if !f.since.IsZero() {
		args = append(args, f.since.String(), f.until.String())
		parts = append(parts, fmt.Sprintf(`st.day BETWEEN $%d AND $%d`, len(args)-1, len(args)))
	}
	if len(f.outlets) > 0 {
		var carried string
		carried, args = carriedBy(f.outlets, args)
		parts = append(parts, carried)
	}
	if len(parts) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(parts, " AND "), args
}

// carriedBy is the condition that one of the outlets carries the statement's
// article: by name, by host, or by a host above it.
func carriedBy(outlets []string, args []any) (string, []any) {
	var alternatives []string
	for _, o := range outlets[:min(len(outlets), mostPhrases)] {
		host := strings.TrimPrefix(strings.ToLower(strings.TrimSpace(o)), "www.")
		args = append(args, key(text.Fold(strings.TrimSpace(o))), host)
		name, at := len(args)-1, len(args)
		alternatives = append(alternatives, fmt.Sprintf(`o.folded = $%d OR o.host = $%d OR substr(o.host, length(o.host) - length($%d)) = '.' || $%d`, name, at, at, at))
	}
	return `EXISTS (SELECT 1 FROM outlets o WHERE o.article_id = st.article_id AND (` + strings.Join(alternatives, " OR ") + `))`, args
}

// carried is the condition, on the index's column id, that f's outlets carry
// the statement; "" when f names none.
func (f filter) carried(id string, args []any) (string, []any) {
	if len(f.outlets) == 0 {
		return "", args
	}
	cond, args := carriedBy(f.outlets, args)
	return `EXISTS (SELECT 1 FROM statements st WHERE st.id = ` + id + ` AND ` + cond + `)`, args
}
