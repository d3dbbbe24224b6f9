package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"onrecord/statements"
)

const feedColumns = `id, url, name, schedule, origin, added_by, etag, last_modified, body_hash, next_at, seen,
	failures, failing_since, last_error, theirs, last_ok, last_item, paused, outage, items, lost, damage, moved_at, recent, asks`

func scanFeed(r *sql.Rows) (statements.Feed, error) {
	var f statements.Feed
	var next, failing, ok, item, moved, asks int64
	var recent string
	err := r.Scan(&f.ID, &f.URL, &f.Name, &f.Schedule, &f.Origin, &f.By, &f.ETag, &f.LastModified, &f.BodyHash, &next, &f.Seen,
		&f.Failures, &failing, &f.LastError, &f.Theirs, &ok, &item, &f.Paused, &f.Outage,
		&f.Items, &f.Lost, &f.Damage, &moved, &recent, &asks)
	f.NextAt, f.FailingSince, f.LastOK, f.LastItem = moment(next), moment(failing), moment(ok), moment(item)
	f.MovedAt, f.Asks, f.Recent = moment(moved), time.Duration(asks)*time.Millisecond, minutes(recent)
	return f, err
}

// Feeds gives all feeds but the retired ones, oldest first.
func (s *Store) Feeds(ctx context.Context) ([]statements.Feed, error) {
	out, err := all(ctx, s.again(), scanFeed, `SELECT `+feedColumns+` FROM feeds WHERE NOT retired ORDER BY id`)
	if err != nil {
		return nil, fmt.Errorf("read the feeds: %w", err)
	}
	pushes, err := s.pushes(ctx)
	if err != nil {
		return nil, err
	}
	for i, f := range out {
		out[i].Push = pushes[f.ID]
	}
	return out, nil
}

// SyncFeeds makes the configuration's feeds those of list: new ones are added,
// names and schedules follow, and those that are gone are retired: no longer
// visited, but what they brought stays known. A changed schedule makes a feed
// due at once. Feeds that were added in chat stay as they are.
func (s *Store) SyncFeeds(ctx context.Context, list []statements.Feed) error {
	return s.write(ctx, "keep the configuration's feeds", func(t *tx) error {
		gone := map[string]bool{}
		listed, err := all(ctx, t, scalar[string], `SELECT listed FROM feeds WHERE origin = 'config' AND NOT retired`)
		if err != nil {
			return err
		}
		for _, l := range listed {
			gone[l] = true
		}
		for _, f := range list {
			delete(gone, key(f.URL))
			if err := syncFeed(ctx, t, f); err != nil {
				return fmt.Errorf("%s: %w", f.URL, err)
			}
		}
		for _, l := range slices.Sorted(maps.Keys(gone)) {
			if err := t.exec(ctx, `UPDATE feeds SET retired = TRUE, leased_until = 0 WHERE listed = $1`, l); err != nil {
				return err
			}
		}
		return nil
	})
}

// syncFeed writes only if something changes: most starts change nothing.
func syncFeed(ctx context.Context, t *tx, f statements.Feed) error {
	return t.exec(ctx, `INSERT INTO feeds (listed, url, name, schedule, origin, added_by)
		VALUES ($1, $2, $3, $4, 'config', 'configuration')
		ON CONFLICT (listed) DO UPDATE SET
			name = CASE WHEN excluded.name <> '' THEN excluded.name ELSE feeds.name END,
			schedule = excluded.schedule,
			next_at = CASE WHEN feeds.schedule <> excluded.schedule OR feeds.retired THEN 0 ELSE feeds.next_at END,
			origin = 'config', added_by = excluded.added_by,
			paused = CASE WHEN feeds.retired THEN FALSE ELSE feeds.paused END,
			retired = FALSE
		WHERE feeds.retired OR feeds.origin = 'config' AND
			(feeds.schedule <> excluded.schedule OR excluded.name <> '' AND feeds.name <> excluded.name)`,
		key(f.URL), f.URL, f.Name, f.Schedule)
}

// AddFeed adds a feed that is due at once and gives it with its id. One that
// was removed before comes back with what it is known to have brought.
// One that is paused goes on. statements.ErrExists if it is there; the feed that
// is there comes with it.
func (s *Store) AddFeed(ctx context.Context, f statements.Feed) (statements.Feed, error) {
	origin := cmp.Or(f.Origin, statements.OriginChat)
	err := s.write(ctx, "add the feed", func(t *tx) error {
		there, err := all(ctx, t, scanFeed, `SELECT `+feedColumns+` FROM feeds
			WHERE NOT retired AND (listed = $1 OR url = $2) ORDER BY id LIMIT 1`, key(f.URL), f.URL)
		if err != nil {
			return err
		}
		if len(there) > 0 {
			if f = there[0]; f.Paused {
				return readAgain(ctx, t, &f)
			}
			return statements.ErrExists
		}
		added, err := all(ctx, t, scanFeed, `INSERT INTO feeds (listed, url, name, schedule, origin, added_by)
			VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (listed) DO UPDATE SET url = excluded.url,
				name = CASE WHEN excluded.name <> '' THEN excluded.name ELSE feeds.name END,
				schedule = excluded.schedule, origin = excluded.origin, added_by = excluded.added_by,
				next_at = 0, failures = 0, failing_since = 0, last_error = '', theirs = FALSE,
				outage = FALSE, paused = FALSE, retired = FALSE
			WHERE feeds.retired
			RETURNING `+feedColumns, key(f.URL), f.URL, f.Name, f.Schedule, origin, f.By)
		if err != nil {
			return err
		}
		if len(added) == 0 { // somebody added it a moment ago
			return statements.ErrExists
		}
		f = added[0]
		return nil
	})
	return f, err
}

// readAgain has a feed that was gone visited again.
func readAgain(ctx context.Context, t *tx, f *statements.Feed) error {
	f.Paused, f.Failures, f.FailingSince, f.LastError, f.Theirs, f.NextAt = false, 0, time.Time{}, "", false, time.Time{}
	return t.exec(ctx, `UPDATE feeds SET paused = FALSE, failures = 0, failing_since = 0, last_error = '', theirs = FALSE, next_at = 0
		WHERE id = $1`, f.ID)
}

// RemoveFeed retires a feed: it is visited no more, and the archive keeps what
// it brought. One of the configuration comes back with the next SyncFeeds that
// lists it. statements.ErrNotFound if there is none of that id.
func (s *Store) RemoveFeed(ctx context.Context, id int64) error {
	return s.write(ctx, "remove the feed", func(t *tx) error {
		n, err := t.changed(ctx, `UPDATE feeds SET retired = TRUE, leased_until = 0 WHERE id = $1 AND NOT retired`, id)
		if err == nil && n == 0 {
			err = statements.ErrNotFound
		}
		return err
	})
}

const feedsDue = `SELECT id FROM feeds WHERE next_at <= $1 AND leased_until <= $1 AND NOT paused AND NOT retired
	ORDER BY next_at, id LIMIT $2`

// ClaimFeeds leases at most n feeds that are due, longest due first. Nobody
// else is given them until KeepVisit, ReleaseFeeds or the end of the lease.
// When nothing is due nothing is written.
func (s *Store) ClaimFeeds(ctx context.Context, now time.Time, n int, lease time.Duration) ([]statements.Feed, error) {
	due, err := all(ctx, s.often(ctx, feedsDue), scalar[int64], feedsDue, millis(now), 1)
	if err != nil {
		return nil, fmt.Errorf("look for due feeds: %w", err)
	}
	if len(due) == 0 {
		return nil, nil
	}
	var out []statements.Feed
	err = s.write(ctx, "claim feeds", func(t *tx) error {
		out, err = all(ctx, t, scanFeed, `WITH due AS (`+feedsDue+t.d.lockFree+`)
			UPDATE feeds SET leased_until = $3, holder = $4 WHERE id IN (SELECT id FROM due) RETURNING `+feedColumns,
			millis(now), n, millis(now.Add(lease)), s.holder)
		return err
	})
	slices.SortFunc(out, func(a, b statements.Feed) int {
		return cmp.Or(a.NextAt.Compare(b.NextAt), cmp.Compare(a.ID, b.ID))
	})
	return out, err
}

// ReleaseFeeds gives claimed feeds back, unvisited. Feeds that somebody else
// has claimed since are left alone.
func (s *Store) ReleaseFeeds(ctx context.Context, ids []int64) error {
	if len(ids) == 0 {
		return nil
	}
	return s.write(ctx, "release feeds", func(t *tx) error {
		for part := range slices.Chunk(ids, chunk) {
			err := t.exec(ctx, `UPDATE feeds SET leased_until = 0 WHERE holder = $1 AND id IN (`+list(1, len(part))+`)`,
				append([]any{s.holder}, anys(part)...)...)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// seenItem is an item that a feed has brought.
type seenItem struct {
	key  string
	mark int64
}

func scanSeen(r *sql.Rows) (i seenItem, err error) { return i, r.Scan(&i.key, &i.mark) }

// SeenItems gives those of the keys that this feed has brought, with the marks
// of the texts that their articles were made of; 0 is another source.
func (s *Store) SeenItems(ctx context.Context, feedID int64, keys []string) (map[string]int64, error) {
	stored := make(map[string]int64, len(keys))
	short := make([]string, len(keys))
	for i, k := range keys {
		short[i] = key(k)
	}
	for part := range slices.Chunk(short, chunk) {
		part = padded(part)
		query := `SELECT item_key, body FROM items WHERE feed_id = $1 AND item_key IN (` + list(1, len(part)) + `)`
		found, err := all(ctx, s.often(ctx, query), scanSeen, query, append([]any{feedID}, anys(part)...)...)
		if err != nil {
			return nil, fmt.Errorf("look for items that were seen: %w", err)
		}
		for _, i := range found {
			stored[i.key] = i.mark
		}
	}
	seen := make(map[string]int64, len(stored))
	for i, k := range keys {
		if mark, ok := stored[short[i]]; ok {
			seen[k] = mark
		}
	}
	return seen, nil
}

// key is s as it stands in a unique index, which takes no more than some 2,700
// bytes in PostgreSQL: what is long is cut and told apart by its hash.
func key(s string) string {
	const most = 500
	s = cleanText(s)
	if len(s) <= most {
		return s
	}
	sum := sha256.Sum256([]byte(s))
	return strings.ToValidUTF8(s[:most-70], "") + "#" + hex.EncodeToString(sum[:])
}

// unlessMissing is err, with statements.ErrNotFound for a row that is not there.
func unlessMissing(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return statements.ErrNotFound
	}
	return err
}
