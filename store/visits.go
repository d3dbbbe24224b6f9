package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"time"

	"onrecord/statements"
)

// visitsKept is how long visits are remembered.
const visitsKept = 90 * 24 * time.Hour

// KeepVisit writes down how a visit went, sets when the feed is due next and
// ends the lease. A good visit makes the feed one that has been seen; a bad one
// leaves its validators alone, so that the next one reads everything. A feed
// that is gone is paused. statements.ErrNotFound if there is no such feed.
func (s *Store) KeepVisit(ctx context.Context, v statements.Visit) error {
	return s.write(ctx, "keep the visit", func(t *tx) error {
		update := keepBadVisit
		if v.Problem == "" {
			update = keepGoodVisit
		}
		n, err := update(ctx, t, v, s.holder)
		if err != nil {
			return err
		}
		if n == 0 {
			return statements.ErrNotFound
		}
		if v.Outage || v.Problem == "" && v.New == 0 {
			return nil // an idle feed writes one row and not two
		}
		var more []asked
		if v.New > 0 && !v.Backlog {
			more = addYield(v)
		}
		return t.later(ctx, append(more, logVisit(v)...)...)
	})
}

// unchangedAtOnce is how many rows one statement changes; it stays short enough
// to be kept prepared.
const unchangedAtOnce = 32

// KeepUnchanged writes down visits that found nothing new, all of them or none,
// as KeepVisit would: they must leave the feed's address, its validators and
// what its publisher asks for as they are. Feeds that are not there are passed
// over.
func (s *Store) KeepUnchanged(ctx context.Context, visits []statements.Visit) error {
	if len(visits) == 0 {
		return nil
	}
	return s.write(ctx, "keep the visits", func(t *tx) error {
		var asks []asked
		for part := range slices.Chunk(visits, unchangedAtOnce) {
			asks = append(asks, keepUnchanged(padded(part), s.holder))
		}
		return t.later(ctx, asks...)
	})
}

// keepUnchanged takes no two visits to a feed that differ. Both databases call
// the columns of VALUES so; PostgreSQL learns their types from the first row,
// which joins nothing.
func keepUnchanged(visits []statements.Visit, holder string) asked {
	args := make([]any, 0, 3*len(visits)+1)
	for _, v := range visits {
		args = append(args, v.FeedID, millis(v.NextAt), millis(v.At))
	}
	return asked{query: `UPDATE feeds SET
			leased_until = CASE WHEN holder = $` + strconv.Itoa(len(args)+1) + ` THEN 0 ELSE leased_until END,
			next_at = v.column2, seen = TRUE, failures = 0, failing_since = 0, last_error = '', theirs = FALSE, outage = FALSE,
			last_ok = v.column3
		FROM (VALUES (CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT)), ` + tuples(len(visits), "(?, ?, ?)") + `) AS v
		WHERE feeds.id = v.column1`, args: append(args, holder)}
}

func keepGoodVisit(ctx context.Context, t *tx, v statements.Visit, holder string) (int64, error) {
	return t.changed(ctx, `UPDATE feeds SET
			leased_until = CASE WHEN holder = $2 THEN 0 ELSE leased_until END,
			next_at = $3, seen = TRUE, failures = 0, failing_since = 0, last_error = '', theirs = FALSE, outage = FALSE,
			last_ok = $4, last_item = CASE WHEN $5 THEN $4 ELSE last_item END,
			name = CASE WHEN name = '' THEN $6 ELSE name END,
			url = CASE WHEN $7 <> '' THEN $7 ELSE url END,
			moved_at = CASE WHEN $7 <> '' AND $7 <> url THEN $4 ELSE moved_at END,
			etag = CASE WHEN $8 AND $9 = '' THEN etag ELSE $9 END,
			last_modified = CASE WHEN $8 AND $10 = '' THEN last_modified ELSE $10 END,
			body_hash = CASE WHEN $8 AND $11 = '' THEN body_hash ELSE $11 END,
			items = CASE WHEN $8 OR $14 > 0 AND items > $12 + $14 THEN items ELSE $12 + $14 END,
			damage = CASE WHEN $8 THEN damage ELSE $13 END,
			lost = CASE WHEN $8 THEN lost ELSE $14 END,
			recent = CASE WHEN $15 = '' THEN recent ELSE $15 END,
			asks = $16
		WHERE id = $1`,
		v.FeedID, holder, millis(v.NextAt), millis(v.At), v.New > 0, v.Name, v.MovedTo, v.Unchanged, v.ETag, v.LastModified, v.BodyHash,
		v.Items, v.Damage, v.Lost, writeMinutes(v.Recent), v.Asks.Milliseconds())
}

// keepBadVisit counts a failure, but for one of our own network: that takes
// back what it had been counted as.
func keepBadVisit(ctx context.Context, t *tx, v statements.Visit, holder string) (int64, error) {
	return t.changed(ctx, `UPDATE feeds SET
			leased_until = CASE WHEN holder = $2 THEN 0 ELSE leased_until END,
			next_at = $3, failures = CASE WHEN $8 THEN $9 ELSE failures + 1 END,
			failing_since = CASE WHEN failing_since = 0 THEN $4 ELSE failing_since END,
			last_error = $5, theirs = $6, outage = $8, paused = CASE WHEN $7 THEN TRUE ELSE paused END
		WHERE id = $1`,
		v.FeedID, holder, millis(v.NextAt), millis(v.At), v.Problem, v.Theirs, v.Gone, v.Outage, v.Failures)
}

func logVisit(v statements.Visit) []asked {
	return []asked{
		{query: `INSERT INTO visits (feed_id, at, status, items, new_items, articles, statements, alerts, problem, theirs)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
			args: []any{v.FeedID, millis(v.At), v.Status, v.Items, v.New, v.Articles, v.Statements, v.Alerts, v.Problem, v.Theirs}},
		{query: `DELETE FROM visits WHERE feed_id = $1 AND at < $2`, args: []any{v.FeedID, millis(v.At.Add(-visitsKept))}},
	}
}

// Visits gives the newest n visits to a feed that brought something or went
// wrong, newest first.
func (s *Store) Visits(ctx context.Context, feedID int64, n int) ([]statements.Visit, error) {
	out, err := all(ctx, s.reader, scanVisit, `SELECT v.feed_id, f.url, f.name, v.at, v.status, v.items, v.new_items,
			v.articles, v.statements, v.alerts, v.problem, v.theirs
		FROM visits v JOIN feeds f ON f.id = v.feed_id
		WHERE v.feed_id = $1 ORDER BY v.at DESC, v.id DESC LIMIT $2`, feedID, n)
	if err != nil {
		return nil, fmt.Errorf("read the visits: %w", err)
	}
	return out, nil
}

func scanVisit(r *sql.Rows) (statements.Visit, error) {
	var v statements.Visit
	var at int64
	err := r.Scan(&v.FeedID, &v.URL, &v.Name, &at, &v.Status, &v.Items, &v.New, &v.Articles, &v.Statements, &v.Alerts, &v.Problem, &v.Theirs)
	v.At = moment(at)
	return v, err
}
