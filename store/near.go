package store

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"onrecord/statements"
)

// near is what an arrival's text is found again by.
type near struct {
	words []word
	bands []int64
	at    time.Time
}

// sameWithin is how far apart the days of two articles may be that are one:
// agencies' texts are printed within hours, and what comes back every month in
// the same words is another article each time.
const sameWithin = 72 * time.Hour

// nearest bounds how many candidates are compared word by word.
const nearest = 8

func nearOf(a statements.Article, arrived time.Time) near {
	if a.Stub || a.Text == "" {
		return near{} // a teaser says too little to be known by
	}
	n := near{words: wordsOf(a.Title, a.Text), at: arrived}
	if !a.Published.IsZero() {
		n.at = a.Published.Time
	}
	n.bands = bandsOf(n.words)
	return n
}

// akin is what an arrival meets in the archive: the article that came under
// its address before, 0 for none, and those that may have its text.
type akin struct {
	id  int64
	ids []int64
}

// lookFor asks for what an arrival may be. Two arrivals of one text at the same
// moment are kept one after the other.
func (n near) lookFor(d dialect, a statements.Article, found *akin) []asked {
	asks := []asked{{query: `SELECT id FROM articles WHERE url_key = $1 UNION ALL SELECT article_id FROM addresses WHERE url_key = $1`,
		args: []any{key(a.URL)}, row: into(&found.id)}}
	if len(n.bands) == 0 {
		return asks
	}
	if d.lockBands != nil { // they are in order, so that nobody waits for each other
		asks = append(asks, asked{query: d.lockBands(len(n.bands)), args: anys(n.bands)})
	}
	args := append([]any{millis(n.at.Add(-sameWithin)), millis(n.at.Add(sameWithin)), nearest}, anys(n.bands)...)
	return append(asks, asked{query: `SELECT DISTINCT article_id FROM signatures
		WHERE band IN (` + list(3, len(n.bands)) + `) AND at BETWEEN $1 AND $2 ORDER BY article_id LIMIT $3`, args: args, row: each(&found.ids)})
}

// same gives the article that an arrival is: the one that came under this
// address before, or within some days one that has the same text; 0 is none.
func (n near) same(ctx context.Context, t *tx, a statements.Article, found akin) (id int64, err error) {
	if found.id != 0 || len(found.ids) == 0 {
		return found.id, nil
	}
	if id, err = n.find(ctx, t, a.Title, found.ids); id != 0 && err == nil {
		err = t.exec(ctx, `INSERT INTO addresses (url_key, article_id) VALUES ($1, $2) ON CONFLICT (url_key) DO NOTHING`, key(a.URL), id)
	}
	return id, err
}

// nearBy is a stored article that shares a band.
type nearBy struct {
	id          int64
	title, body string
}

// find gives the one of these articles that has the same text; 0 is none.
func (n near) find(ctx context.Context, t *tx, title string, ids []int64) (int64, error) {
	found, err := all(ctx, t, func(r *sql.Rows) (c nearBy, err error) { return c, r.Scan(&c.id, &c.title, &c.body) },
		`SELECT id, title, body FROM articles WHERE id IN (`+list(0, len(ids))+`) ORDER BY id`, anys(ids)...)
	for _, c := range found {
		if sameText(n.words, wordsOf(c.title, c.body)) && headlines(title, n.words) && headlines(c.title, n.words) {
			return c.id, nil
		}
	}
	return 0, err
}

// signature makes an article one that is found by its text.
func (n near) signature(id int64) []asked {
	if len(n.bands) == 0 {
		return nil
	}
	var args []any
	for _, b := range n.bands {
		args = append(args, b, millis(n.at), id)
	}
	return []asked{{query: `INSERT INTO signatures (band, at, article_id) VALUES ` + tuples(len(n.bands), `(?, ?, ?)`) +
		` ON CONFLICT (band, at, article_id) DO NOTHING`, args: args}}
}

// sorted gives the bands once each and in order.
func sorted(bands []int64) []int64 {
	slices.Sort(bands)
	return slices.Compact(bands)
}
