package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"onrecord/statements"
)

// Brought gives the newest n articles that a feed brought, with their
// statements, newest first.
func (s *Store) Brought(ctx context.Context, feed int64, n int) ([]statements.Archived, error) {
	ids, err := all(ctx, s.reader, scalar[int64], `SELECT DISTINCT article_id FROM items
		WHERE feed_id = $1 AND article_id IS NOT NULL ORDER BY article_id DESC LIMIT $2`, feed, n)
	if err != nil {
		return nil, fmt.Errorf("look for what feed %d brought: %w", feed, err)
	}
	out, err := archived(ctx, s.reader, ids)
	if err != nil {
		return nil, fmt.Errorf("read what feed %d brought: %w", feed, err)
	}
	return out, nil
}

// outletsOfSources is how many outlets are named that carry the same.
const outletsOfSources = 50

// CarriedIn names the outlets that carried statements of these speakers since
// then, those with the most first.
func (s *Store) CarriedIn(ctx context.Context, speakers []int64, since time.Time) ([]string, error) {
	if len(speakers) == 0 {
		return nil, nil
	}
	speakers = speakers[:min(len(speakers), chunk)]
	in := list(1, len(speakers))
	out, err := all(ctx, s.reader, scalar[string], `SELECT o.name FROM statements st JOIN outlets o ON o.article_id = st.article_id
		WHERE st.speaker_id IN (SELECT id FROM speakers WHERE id IN (`+in+`) OR merged_into IN (`+in+`)) AND st.day >= $1
		GROUP BY o.name ORDER BY COUNT(*) DESC, o.name LIMIT `+fmt.Sprint(outletsOfSources),
		append([]any{statements.DateOf(since).String()}, anys(speakers)...)...)
	if err != nil {
		return nil, fmt.Errorf("look for who carries speakers: %w", err)
	}
	return out, nil
}

// ToldFrom names the outlets of the articles that a watch matched since then,
// those with the most first.
func (s *Store) ToldFrom(ctx context.Context, watch int64, since time.Time) ([]string, error) {
	out, err := all(ctx, s.reader, scalar[string], `SELECT o.name FROM alerts a JOIN outlets o ON o.article_id = a.article_id
		WHERE a.watch_id = $1 AND a.created >= $2 GROUP BY o.name ORDER BY COUNT(*) DESC, o.name LIMIT `+fmt.Sprint(outletsOfSources),
		watch, millis(since))
	if err != nil {
		return nil, fmt.Errorf("look for what a watch was told from: %w", err)
	}
	return out, nil
}

// Fed gives the places that have a watch which was ever told anything.
func (s *Store) Fed(ctx context.Context) (map[string]bool, error) {
	places, err := all(ctx, s.reader, scalar[string], `SELECT DISTINCT w.place FROM watches w
		WHERE NOT w.removed AND EXISTS (SELECT 1 FROM alerts a WHERE a.watch_id = w.id)`)
	if err != nil {
		return nil, fmt.Errorf("look for the places that were told anything: %w", err)
	}
	out := map[string]bool{}
	for _, p := range places {
		out[p] = true
	}
	return out, nil
}

// MadeUp says what came when a silence since then was over: how many items of
// the feed were read, how many messages that made in each place, and whether
// some may be missing: where all of a feed's items are news, older ones may
// have left it unread. Feed 0 is all of them.
func (s *Store) MadeUp(ctx context.Context, feed int64, since time.Time) (items int, alerts map[string]int, missing bool, err error) {
	args := []any{millis(since)}
	of := ""
	if feed != 0 {
		args, of = append(args, feed), ` AND i.feed_id = $2`
	}
	err = one(ctx, s.reader, `SELECT COUNT(*) FROM items i WHERE i.at >= $1`+of, args, &items)
	if err != nil {
		return 0, nil, false, fmt.Errorf("count what was read late: %w", err)
	}
	// An alert is of the arrival that was kept in the same moment.
	rows, err := all(ctx, s.reader, func(r *sql.Rows) (p sentTo, err error) { return p, r.Scan(&p.place, &p.n) },
		`SELECT a.place, COUNT(DISTINCT a.delivery_id) FROM items i JOIN alerts a ON a.article_id = i.article_id AND a.created = i.at
		WHERE i.at >= $1`+of+` GROUP BY a.place`, args...)
	if err != nil {
		return 0, nil, false, fmt.Errorf("count what was sent late: %w", err)
	}
	alerts = map[string]int{}
	for _, r := range rows {
		alerts[r.place] = r.n
	}
	if feed == 0 {
		return items, alerts, false, nil
	}
	var all, fresh int
	err = one(ctx, s.reader, `SELECT items, new_items FROM visits WHERE feed_id = $2 AND at >= $1 AND problem = '' ORDER BY at, id LIMIT 1`, args, &all, &fresh)
	if errors.Is(err, sql.ErrNoRows) {
		return items, alerts, false, nil
	}
	if err != nil {
		return 0, nil, false, fmt.Errorf("look at the first visit: %w", err)
	}
	return items, alerts, all > 0 && fresh >= all, nil
}

// sentTo counts the messages of a place.
type sentTo struct {
	place string
	n     int
}

// CheckFeed makes a feed due at once and gives it: one that is paused is
// visited again, and its failures stay until it has answered.
// statements.ErrNotFound if there is none of that id.
func (s *Store) CheckFeed(ctx context.Context, id int64) (statements.Feed, error) {
	var f statements.Feed
	err := s.write(ctx, "make the feed due", func(t *tx) error {
		due, err := all(ctx, t, scanFeed, `UPDATE feeds SET next_at = 0, paused = FALSE WHERE id = $1 AND NOT retired RETURNING `+feedColumns, id)
		if err != nil {
			return err
		}
		if len(due) == 0 {
			return statements.ErrNotFound
		}
		f = due[0]
		return nil
	})
	return f, err
}
