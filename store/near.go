package store

import (
	"context"
	"database/sql"
	"errors"
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

// findSame gives the article that an arrival is: the one that came under this
// address before, or within some days one that has the same text; 0 is none.
func findSame(ctx context.Context, t *tx, a statements.Article, n near) (id int64, err error) {
	err = one(ctx, t, `SELECT id FROM articles WHERE url_key = $1 UNION ALL SELECT article_id FROM addresses WHERE url_key = $1`,
		[]any{key(a.URL)}, &id)
	if !errors.Is(err, sql.ErrNoRows) || len(n.bands) == 0 {
		return id, ignore(err, sql.ErrNoRows)
	}
	if id, err = n.find(ctx, t, a.Title); id != 0 && err == nil {
		err = t.exec(ctx, `INSERT INTO addresses (url_key, article_id) VALUES ($1, $2) ON CONFLICT (url_key) DO NOTHING`, key(a.URL), id)
	}
	return id, err
}

// nearBy is a stored article that shares a band.
type nearBy struct {
	id          int64
	title, body string
}

// find gives the stored article with the same text; 0 is none. Two arrivals of
// one text at the same moment are kept one after the other.
func (n near) find(ctx context.Context, t *tx, title string) (int64, error) {
	bands := anys(n.bands)
	if t.d.lockBand != "" {
		for _, b := range bands { // they are in order, so that nobody waits for each other
			if err := t.exec(ctx, t.d.lockBand, b); err != nil {
				return 0, err
			}
		}
	}
	args := append([]any{millis(n.at.Add(-sameWithin)), millis(n.at.Add(sameWithin)), nearest}, bands...)
	ids, err := all(ctx, t, scalar[int64], `SELECT DISTINCT article_id FROM signatures
		WHERE band IN (`+list(3, len(bands))+`) AND at BETWEEN $1 AND $2 ORDER BY article_id LIMIT $3`, args...)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	found, err := all(ctx, t, func(r *sql.Rows) (c nearBy, err error) { return c, r.Scan(&c.id, &c.title, &c.body) },
		`SELECT id, title, body FROM articles WHERE id IN (`+list(0, len(ids))+`) ORDER BY id`, anys(ids)...)
	for _, c := range found {
		if sameText(n.words, wordsOf(c.title, c.body)) && headlines(title, n.words) && headlines(c.title, n.words) {
			return c.id, nil
		}
	}
	return 0, err
}

// keepSignature makes an article one that is found by its text.
func keepSignature(ctx context.Context, t *tx, id int64, n near) error {
	if len(n.bands) == 0 {
		return nil
	}
	var args []any
	for _, b := range n.bands {
		args = append(args, b, millis(n.at), id)
	}
	return t.exec(ctx, `INSERT INTO signatures (band, at, article_id) VALUES `+tuples(len(n.bands), `(?, ?, ?)`)+
		` ON CONFLICT (band, at, article_id) DO NOTHING`, args...)
}

// sorted gives the bands once each and in order.
func sorted(bands []int64) []int64 {
	slices.Sort(bands)
	return slices.Compact(bands)
}
