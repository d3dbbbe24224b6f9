package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cluster"
	"onrecord/statements/text"
)

// Known reports whether the article with this canonical address is stored, be
// it that another's text was the same.
func (s *Store) Known(ctx context.Context, url string) (bool, error) {
	var known bool
	const query = `SELECT EXISTS (SELECT 1 FROM articles WHERE url_key = $1) OR EXISTS (SELECT 1 FROM addresses WHERE url_key = $1)`
	err := one(ctx, s.often(ctx, query), query, []any{key(url)}, &known)
	if err != nil {
		return false, fmt.Errorf("look for the article: %w", err)
	}
	return known, nil
}

// KeepArticle keeps an arrival in one transaction: its feed item as seen, the
// article, its statements with their speakers, and the alerts as messages in
// the outbox. An item that was seen changes nothing. An article that is there,
// under this address or with the same text, only gets the outlet, and alerts
// nobody but watches on that outlet. statements.ErrWatchesChanged if the alerts were matched against
// another version of the watches than the current one; nothing is kept then.
func (s *Store) KeepArticle(ctx context.Context, a statements.Arrival) (statements.Kept, error) {
	var kept statements.Kept
	// The slow part, before anybody waits for the transaction.
	known := nearOf(a.Article, a.At)
	var indexed []document
	var signed []cluster.Signature
	if len(a.Statements) > 0 {
		indexed, signed = documents(a), cluster.Sign(a.Article, a.Statements)
	}
	err := s.write(ctx, "keep the article", func(t *tx) (err error) {
		kept, err = keepArticle(ctx, t, a, slices.Clone(indexed), signed, known)
		return err
	})
	return kept, err
}

func keepArticle(ctx context.Context, t *tx, a statements.Arrival, docs []document, signed []cluster.Signature, n near) (statements.Kept, error) {
	m, err := meet(ctx, t, a, n)
	if err != nil {
		return statements.Kept{}, fmt.Errorf("look up: %w", err)
	}
	if m.seen {
		id, err := seenAs(ctx, t, a)
		return statements.Kept{ArticleID: id}, err
	}
	id, isNew, err := insertArticle(ctx, t, a, n, m.akin)
	if err != nil {
		return statements.Kept{}, fmt.Errorf("article: %w", err)
	}
	kept := statements.Kept{ArticleID: id, New: isNew}
	if isNew && m.version != a.Watches {
		return statements.Kept{}, statements.ErrWatchesChanged
	}
	about := slices.Concat(nameItem(a, id, isNew), carriers(a, id, isNew))
	if isNew {
		about = append(about, n.signature(id)...)
	}
	if err := t.later(ctx, about...); err != nil {
		return statements.Kept{}, fmt.Errorf("item, outlets: %w", err)
	}
	if !isNew {
		kept.Deliveries, err = oweCarried(ctx, t, a, m.version, id)
		return kept, err
	}
	ids, err := insertStatements(ctx, t, a, docs, id)
	if err != nil {
		return statements.Kept{}, fmt.Errorf("statements: %w", err)
	}
	if kept.Clusters, err = keepClusters(ctx, t, signed, id, ids); err != nil {
		return statements.Kept{}, fmt.Errorf("clusters: %w", err)
	}
	if kept.Deliveries, err = owe(ctx, t, a, id, ids, kept.Clusters); err != nil {
		return statements.Kept{}, fmt.Errorf("alerts: %w", err)
	}
	if err := schedule(ctx, t, a, id); err != nil {
		return statements.Kept{}, fmt.Errorf("later looks: %w", err)
	}
	return kept, nil
}

// met is how an arrival finds the archive.
type met struct {
	version int64 // of the watches
	seen    bool  // its item was seen before
	akin
}

// meet marks the arrival's feed item as seen and asks for all that decides what
// it is. An arrival without a feed (an import) has no item.
func meet(ctx context.Context, t *tx, a statements.Arrival, n near) (m met, err error) {
	asks := []asked{{query: `SELECT n FROM versions WHERE name = 'watches'` + t.d.lockShare, row: into(&m.version)}}
	taken := int64(1)
	if hasItem(a) {
		asks = append(asks, asked{query: `INSERT INTO items (feed_id, item_key, at, body) VALUES ($1, $2, $3, $4)
			ON CONFLICT (feed_id, item_key) DO NOTHING`, args: []any{a.FeedID, key(a.ItemKey), millis(a.At), a.Body}, changed: &taken})
	}
	err = t.together(ctx, append(asks, n.lookFor(t.d, a.Article, &m.akin)...)...)
	m.seen = taken == 0
	return m, err
}

func hasItem(a statements.Arrival) bool { return a.FeedID != 0 && a.ItemKey != "" }

// seenAs gives the article of an item that was seen before.
func seenAs(ctx context.Context, t *tx, a statements.Arrival) (int64, error) {
	var id sql.NullInt64
	err := one(ctx, t, `SELECT article_id FROM items WHERE feed_id = $1 AND item_key = $2`, []any{a.FeedID, key(a.ItemKey)}, &id)
	return id.Int64, err
}

// nameItem writes down what an item is. Edits of its text are those of the
// article only where that was made of it.
func nameItem(a statements.Arrival, article int64, isNew bool) []asked {
	if !hasItem(a) {
		return nil
	}
	return []asked{{query: `UPDATE items SET article_id = $3, body = CASE WHEN $4 THEN body ELSE 0 END WHERE feed_id = $1 AND item_key = $2`,
		args: []any{a.FeedID, key(a.ItemKey), article, isNew}}}
}

// insertArticle gives the row of the article, and whether it made that row. Two
// feeds that bring one article at the same moment get the same row: the second
// waits for the first.
func insertArticle(ctx context.Context, t *tx, a statements.Arrival, n near, met akin) (id int64, isNew bool, err error) {
	if id, err = n.same(ctx, t, a.Article, met); id != 0 || err != nil {
		return id, false, err
	}
	art := a.Article
	at, offset, day := published(art.Published)
	err = one(ctx, t, `INSERT INTO articles (url_key, url, outlet, title, byline, lang, published, published_offset, zone_unknown,
			day_only, day, fetched, kept, body, summary, stub)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
		ON CONFLICT (url_key) DO NOTHING RETURNING id`,
		[]any{key(art.URL), art.URL, art.Outlet, art.Title, art.Byline, art.Lang, at, offset, art.Published.ZoneUnknown,
			art.Published.DayOnly, day, millis(art.Fetched), millis(a.At), art.Text, art.Summary, art.Stub}, &id)
	if errors.Is(err, sql.ErrNoRows) {
		return id, false, one(ctx, t, `SELECT id FROM articles WHERE url_key = $1`, []any{key(art.URL)}, &id)
	}
	return id, err == nil, err
}

// published gives a moment as its columns: the instant, its zone and the day
// that the document's own clock showed. NULL is unknown.
func published(m statements.Moment) (at sql.NullInt64, offset int, day sql.NullString) {
	if m.IsZero() {
		return at, 0, day
	}
	_, offset = m.Time.Zone()
	return sql.NullInt64{Int64: m.Time.UnixMilli(), Valid: true}, offset, nullDay(statements.DateOf(m.Time))
}

func nullDay(d statements.Date) sql.NullString {
	return sql.NullString{String: d.String(), Valid: !d.IsZero()}
}

// addOutlets writes down who carries the article.
func addOutlets(ctx context.Context, t *tx, a statements.Arrival, id int64, isNew bool) error {
	return t.later(ctx, carriers(a, id, isNew)...)
}

// carriers are the outlets that carry the article: its own site and the feed of
// a new one, the feed of one that was there. An outlet counts once.
func carriers(a statements.Arrival, id int64, isNew bool) []asked {
	outlets := []statements.Outlet{a.Outlet}
	if isNew {
		outlets = []statements.Outlet{{Name: a.Article.Outlet, URL: a.Article.URL}, a.Outlet}
	}
	var args []any
	for _, o := range outlets {
		host := hostOf(o.URL)
		if o.Name == "" {
			o.Name = host
		}
		if o.Name != "" {
			args = append(args, id, o.Name, key(text.Fold(o.Name)), host, o.URL, !isNew, millis(a.At))
		}
	}
	if len(args) == 0 {
		return nil
	}
	return []asked{{query: `INSERT INTO outlets (article_id, name, folded, host, url, also, at) VALUES ` +
		tuples(len(args)/7, `(?, ?, ?, ?, ?, ?, ?)`) + ` ON CONFLICT (article_id, folded) DO NOTHING`, args: args}}
}

// hostOf is the host of an address without "www.", or "".
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// insertStatements keeps and indexes the statements and gives their ids in
// order.
func insertStatements(ctx context.Context, t *tx, a statements.Arrival, docs []document, article int64) ([]int64, error) {
	speaking, err := keepSpeakers(ctx, t, a)
	if err != nil {
		return nil, fmt.Errorf("speakers: %w", err)
	}
	ids := make([]int64, len(a.Statements))
	for from := 0; from < len(a.Statements); from += rowsAtOnce {
		part := a.Statements[from:min(len(a.Statements), from+rowsAtOnce)]
		var args []any
		for i, st := range part {
			args = append(args, statementRow(st, a, article, from+i, speaking[from+i])...)
		}
		rows, err := all(ctx, t, scanNumbered, `INSERT INTO statements (article_id, place_in, speaker_id, speaker, role, known, kind,
				source_start, source_end, cue_start, cue_end, content, verbatim, said_on, day, place, confidence)
			VALUES `+tuples(len(part), `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)+` RETURNING place_in, id`, args...)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			ids[r.n] = r.id
		}
	}
	if err := keepRoles(ctx, t, a, speaking); err != nil {
		return nil, fmt.Errorf("roles: %w", err)
	}
	for i, id := range speaking {
		if id != 0 {
			docs[i].marks = append(docs[i].marks, speakerMark(id))
		}
	}
	for from := 0; from < len(ids); from += rowsAtOnce {
		to := min(len(ids), from+rowsAtOnce)
		if err := t.d.index.put(ctx, t, ids[from:to], docs[from:to]); err != nil {
			return nil, fmt.Errorf("index: %w", err)
		}
	}
	return ids, nil
}

// numbered is the id of the n-th row of an insert.
type numbered struct {
	n  int
	id int64
}

func scanNumbered(r *sql.Rows) (row numbered, err error) { return row, r.Scan(&row.n, &row.id) }

func statementRow(st statements.Statement, a statements.Arrival, article int64, n int, speaker int64) []any {
	return []any{article, n, sql.NullInt64{Int64: speaker, Valid: speaker != 0}, st.Speaker, st.Role, string(st.Known), string(st.Kind),
		st.Source.Start, st.Source.End, st.Cue.Start, st.Cue.End, packSpans(st.Content), packSpans(st.Verbatim),
		nullDay(st.SaidOn), dayOf(st, a).String(), st.Place, st.Confidence}
}

// dayOf is the day that a statement is searched under: when it was said, else
// when it was published, else when it was read.
func dayOf(st statements.Statement, a statements.Arrival) statements.Date {
	switch {
	case !st.SaidOn.IsZero():
		return st.SaidOn
	case !a.Article.Published.IsZero():
		return statements.DateOf(a.Article.Published.Time)
	case !a.Article.Fetched.IsZero():
		return statements.DateOf(a.Article.Fetched.UTC())
	}
	return statements.DateOf(a.At.UTC())
}

// packSpans writes spans as [[start,end],...].
func packSpans(spans []statements.Span) string {
	pairs := make([][2]int, len(spans))
	for i, sp := range spans {
		pairs[i] = [2]int{sp.Start, sp.End}
	}
	return pack(pairs)
}

// unpackSpans reads what packSpans has written. An answer reads four hundred of
// these, and a reader of all JSON takes ten times as long.
func unpackSpans(s string) ([]statements.Span, error) {
	rest, ok := strings.CutPrefix(s, "[")
	var spans []statements.Span
	for ok && rest != "]" {
		var start, end string
		rest = strings.TrimPrefix(rest, ",")
		if rest, ok = strings.CutPrefix(rest, "["); !ok {
			break
		}
		start, rest, _ = strings.Cut(rest, ",")
		end, rest, ok = strings.Cut(rest, "]")
		from, startErr := strconv.Atoi(start)
		to, endErr := strconv.Atoi(end)
		ok = ok && startErr == nil && endErr == nil
		spans = append(spans, statements.Span{Start: from, End: to})
	}
	if !ok {
		return nil, fmt.Errorf("spans %q cannot be read", s)
	}
	return spans, nil
}

// pack writes numbers or strings as a JSON array; never null.
func pack[T any](list []T) string {
	if len(list) == 0 {
		return "[]"
	}
	b, _ := json.Marshal(list) // numbers and strings always marshal
	return string(b)
}
