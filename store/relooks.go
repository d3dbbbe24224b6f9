package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"onrecord/statements"
)

// schedule has the page of a new article looked at again, if it gave a
// statement.
func schedule(ctx context.Context, t *tx, a statements.Arrival, article int64) error {
	next := statements.NextLook(a.Article.Fetched, a.Article.Fetched)
	if a.Look.URL == "" || len(a.Statements) == 0 {
		return nil
	}
	return t.exec(ctx, `INSERT INTO relooks (article_id, url, etag, last_modified, next_at) VALUES ($1, $2, $3, $4, $5)`,
		article, a.Look.URL, a.Look.ETag, a.Look.LastModified, millis(next))
}

const looksDue = `SELECT article_id FROM relooks WHERE next_at <= $1 AND leased_until <= $1 ORDER BY next_at, article_id LIMIT $2`

// ClaimLooks leases at most n articles that are due to be looked at again, the
// longest due first. Nobody else is given them until KeepLook or the end of the
// lease. When none is due nothing is written.
func (s *Store) ClaimLooks(ctx context.Context, now time.Time, n int, lease time.Duration) ([]statements.Look, error) {
	due, err := all(ctx, s.often(ctx, looksDue), scalar[int64], looksDue, millis(now), 1)
	if err != nil {
		return nil, fmt.Errorf("look for articles to look at again: %w", err)
	}
	if len(due) == 0 {
		return nil, nil
	}
	var out []statements.Look
	err = s.write(ctx, "claim articles to look at again", func(t *tx) error {
		out, err = all(ctx, t, scanLook, `WITH due AS (`+looksDue+t.d.lockFree+`)
			UPDATE relooks SET leased_until = $3, holder = $4 WHERE article_id IN (SELECT article_id FROM due)
			RETURNING article_id, url, etag, last_modified, done, missing,
				(SELECT a.title FROM articles a WHERE a.id = article_id), (SELECT a.fetched FROM articles a WHERE a.id = article_id)`,
			millis(now), n, millis(now.Add(lease)), s.holder)
		return err
	})
	slices.SortFunc(out, func(a, b statements.Look) int {
		return cmp.Or(a.Fetched.Compare(b.Fetched), cmp.Compare(a.Article, b.Article))
	})
	return out, err
}

func scanLook(r *sql.Rows) (l statements.Look, err error) {
	var fetched int64
	err = r.Scan(&l.Article, &l.URL, &l.ETag, &l.LastModified, &l.Done, &l.Missing, &l.Title, &fetched)
	l.Fetched = moment(fetched)
	return l, err
}

// settleLook writes down that a look is over, and when the next one is. One that
// somebody else has taken over is statements.ErrNotFound.
func (s *Store) settleLook(ctx context.Context, t *tx, r statements.Relook) error {
	query := `UPDATE relooks SET done = done + 1, missing = $4, etag = $5, last_modified = $6, next_at = $7, leased_until = 0
		WHERE article_id = $1 AND holder = $2 AND done = $3`
	args := []any{r.Look.Article, s.holder, r.Look.Done, r.Look.Missing, r.Look.ETag, r.Look.LastModified, millis(r.Next)}
	if r.Next.IsZero() {
		query, args = `DELETE FROM relooks WHERE article_id = $1 AND holder = $2 AND done = $3`, args[:3]
	}
	n, err := t.changed(ctx, query, args...)
	if err == nil && n == 0 {
		err = statements.ErrNotFound
	}
	return err
}

// Sightings gives the looks at an article, the first first.
func (s *Store) Sightings(ctx context.Context, article int64) ([]statements.Sighting, error) {
	out, err := all(ctx, s.reader, func(r *sql.Rows) (l statements.Sighting, err error) {
		var at int64
		err = r.Scan(&at, &l.Sight)
		l.At = moment(at)
		return l, err
	}, `SELECT l.at, l.sight FROM looks l WHERE l.article_id = COALESCE((SELECT a.edition_of FROM articles a WHERE a.id = $1), $1) ORDER BY l.at`, article)
	if err != nil {
		return nil, fmt.Errorf("read the looks at article %d: %w", article, err)
	}
	return out, nil
}

// ArticleOf gives the article that an item of a feed brought;
// statements.ErrNotFound.
func (s *Store) ArticleOf(ctx context.Context, feed int64, itemKey string) (int64, error) {
	var id sql.NullInt64
	err := one(ctx, s.reader, `SELECT article_id FROM items WHERE feed_id = $1 AND item_key = $2`, []any{feed, key(itemKey)}, &id)
	if errors.Is(err, sql.ErrNoRows) || err == nil && !id.Valid {
		err = statements.ErrNotFound
	}
	if err != nil {
		return 0, fmt.Errorf("look for the article of an item: %w", err)
	}
	return id.Int64, nil
}

// Editions gives an article and those of its versions that had statements which
// the first text had not, the first first; statements.ErrNotFound.
func (s *Store) Editions(ctx context.Context, article int64) ([]statements.Archived, error) {
	ids, err := all(ctx, s.reader, scalar[int64], `SELECT id FROM articles WHERE id IN `+editions+` ORDER BY id`, article)
	if err == nil && len(ids) == 0 {
		err = statements.ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("read the editions of article %d: %w", article, err)
	}
	out, err := archived(ctx, s.reader, ids)
	if err != nil {
		return nil, fmt.Errorf("read the editions of article %d: %w", article, err)
	}
	return out, nil
}
