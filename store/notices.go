package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"onrecord/statements"
)

// Closed gives the places that refuse our messages, as notices whose key is the
// same until they have taken what waits longest: those to which a watch of that
// server tells, or all for "". What is somebody's own is nobody else's business.
func (s *Store) Closed(ctx context.Context, server string) ([]statements.Notice, error) {
	out, err := all(ctx, s.reader, func(r *sql.Rows) (n statements.Notice, err error) {
		n.Kind = statements.NoticeClosed
		return n, r.Scan(&n.Key, &n.Place, &n.Why, &n.Waiting)
	}, `SELECT d.id, d.place, d.why, (SELECT COUNT(*) FROM deliveries o WHERE o.place = d.place AND o.state <> 'sent') FROM deliveries d
		WHERE d.state <> 'sent' AND d.state = 'paused'
			AND NOT EXISTS (SELECT 1 FROM deliveries o WHERE o.place = d.place AND o.state <> 'sent' AND o.state = 'paused' AND o.seq < d.seq)
			AND NOT EXISTS (SELECT 1 FROM watches w WHERE w.place = d.place AND w.owner <> '' AND NOT w.removed)
			AND ($1 = '' OR EXISTS (SELECT 1 FROM watches w WHERE w.place = d.place AND w.server = $1 AND NOT w.removed))
		ORDER BY d.place`, server)
	if err != nil {
		return nil, fmt.Errorf("look for closed places: %w", err)
	}
	for i := range out {
		out[i].Key = "closed " + out[i].Key
	}
	return out, nil
}

// Notify says what was not said before, all of it in one message to a place, and
// gives what is new. For the place "" it only keeps that it was said.
func (s *Store) Notify(ctx context.Context, place string, list []statements.Notice, now time.Time) ([]statements.Notice, error) {
	var fresh []statements.Notice
	err := s.write(ctx, "notify", func(t *tx) error {
		fresh = nil
		for _, n := range list {
			body, err := json.Marshal(n)
			if err != nil {
				return err
			}
			added, err := t.changed(ctx, `INSERT INTO notices (key, at, body) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING`, key(n.Key), millis(now), string(body))
			if err != nil {
				return err
			}
			if added > 0 {
				fresh = append(fresh, n)
			}
		}
		if place == "" || len(fresh) == 0 {
			return nil
		}
		id := newID()
		err := t.exec(ctx, `INSERT INTO deliveries (id, surface, place, form, entries, state, created, due)
			VALUES ($1, $2, $3, 'notice', $4, 'due', $5, $5)`, id, surfaceOf(place), place, len(fresh), millis(now))
		for _, n := range fresh {
			if err == nil {
				err = t.exec(ctx, `UPDATE notices SET delivery_id = $2 WHERE key = $1`, key(n.Key), id)
			}
		}
		return err
	})
	return fresh, err
}

// ToldSince gives the places that were told anything since then that is no
// notice: a new message, or an old one that was edited. It looks at all messages
// there are, and is not for every minute.
func (s *Store) ToldSince(ctx context.Context, since time.Time) (map[string]bool, error) {
	places, err := all(ctx, s.reader, scalar[string], `SELECT DISTINCT place FROM deliveries
		WHERE form <> 'notice' AND (created >= $1 OR sent >= $1 OR changed >= $1)`, millis(since))
	if err != nil {
		return nil, fmt.Errorf("look who was told anything: %w", err)
	}
	out := map[string]bool{}
	for _, p := range places {
		out[p] = true
	}
	return out, nil
}

// noticesOf is what a message of notices says.
func noticesOf(ctx context.Context, q querier, delivery string) ([]statements.Notice, error) {
	return all(ctx, q, func(r *sql.Rows) (n statements.Notice, err error) {
		var body string
		if err := r.Scan(&n.Key, &body); err != nil {
			return n, err
		}
		return n, json.Unmarshal([]byte(body), &n)
	}, `SELECT key, body FROM notices WHERE delivery_id = $1 ORDER BY key`, delivery)
}
