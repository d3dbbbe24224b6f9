package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/statements"
)

// Gathered gives the messages of a place that gather still, oldest first.
func (s *Store) Gathered(ctx context.Context, place string, now time.Time) ([]statements.Gathered, error) {
	rows, err := all(ctx, s.reader, scanWaiting, `SELECT d.id, d.place, d.gathers, d.slot, (SELECT COUNT(*) FROM alerts a WHERE a.delivery_id = d.id) FROM deliveries d
		WHERE d.place = $1 AND d.state <> 'sent' AND `+stillGathers+` AND d.due > $2 ORDER BY d.slot, d.seq`, place, millis(now))
	if err != nil {
		return nil, fmt.Errorf("read what is gathered: %w", err)
	}
	var out []statements.Gathered
	for _, r := range rows {
		g := statements.Gathered{Delivery: r.id, Place: r.place, Kind: kindOfGathering(r.gathers), At: hourOf(r.slot), Alerts: r.alerts}
		if g.Kind == statements.GatherDigest {
			g.Watches, err = s.ofDigest(ctx, s.reader, r.place, r.gathers)
		} else {
			g.Watches, err = all(ctx, s.reader, scanWatch, `SELECT `+watchColumns+` FROM watches w
				WHERE w.id IN (SELECT a.watch_id FROM alerts a WHERE a.delivery_id = $1) ORDER BY w.id`, r.id)
		}
		if err != nil {
			return nil, fmt.Errorf("read whose alerts are gathered: %w", err)
		}
		out = append(out, g)
	}
	return out, nil
}

func scanWaiting(r *sql.Rows) (g gathered, err error) {
	var slot int64
	err = r.Scan(&g.id, &g.place, &g.gathers, &slot, &g.alerts)
	g.slot = moment(slot)
	return g, err
}

func kindOfGathering(gathers string) statements.Gathering {
	kind, _, _ := strings.Cut(gathers, " ")
	return statements.Gathering(kind)
}

// hourOf is an hour, or zero for one that never comes.
func hourOf(slot time.Time) time.Time {
	if slot.Equal(never) {
		return time.Time{}
	}
	return slot
}

// ofDigest are the watches of a place that have a digest.
func (s *Store) ofDigest(ctx context.Context, q querier, place, gathers string) ([]statements.Watch, error) {
	watches, err := all(ctx, q, scanWatch, `SELECT `+watchColumns+` FROM watches w WHERE w.place = $1 AND NOT w.removed AND w.timing <> '' ORDER BY w.id`, place)
	return slices.DeleteFunc(watches, func(w statements.Watch) bool { return digestPrefix+s.plan(w.Timing).Digest() != gathers }), err
}

// describeTime is what a lease gives for what a digest says of itself.
const describeTime = 2 * time.Second

// describe says of digests what they are, besides what they tell. What cannot be
// found out is left out: nothing is held up for it.
func (s *Store) describe(ctx context.Context, list []statements.Delivery) {
	ctx, cancel := context.WithTimeout(ctx, describeTime)
	defer cancel()
	for i, d := range list {
		if d.Form != statements.FormDigest {
			continue
		}
		if of, err := s.digestOf(ctx, d); err == nil {
			list[i].Digest = &of
		}
	}
}

func (s *Store) digestOf(ctx context.Context, d statements.Delivery) (statements.Digest, error) {
	var of statements.Digest
	var gathers string
	var slot int64
	var before sql.NullInt64
	err := one(ctx, s.reader, `SELECT d.seq, d.gathers, d.slot, d.part, (SELECT MAX(o.slot) FROM deliveries o
			WHERE o.place = d.place AND o.gathers = d.gathers AND o.gathers <> '' AND o.slot < d.slot AND o.state = 'sent')
		FROM deliveries d WHERE d.id = $1`, []any{d.ID}, &of.Number, &gathers, &slot, &of.Part, &before)
	if err != nil {
		return of, err
	}
	of.Kind, of.At, of.Since = kindOfGathering(gathers), hourOf(moment(slot)), moment(before.Int64)
	if of.Kind == statements.GatherDigest {
		if of.Watches, err = s.ofDigest(ctx, s.reader, d.Place, gathers); err != nil {
			return of, err
		}
		of.Timing = timingOf(of.Watches, d.Entries)
	}
	feeds, err := s.Feeds(ctx)
	of.Coverage = healthOf(feeds)
	return of, err
}

// timingOf is when a digest comes, as its watches have it, or had it.
func timingOf(watches []statements.Watch, entries []statements.Entry) statements.Timing {
	if len(watches) > 0 {
		return watches[0].Timing
	}
	for _, e := range entries {
		if e.Watch.Timing.Digest != "" {
			return e.Watch.Timing
		}
	}
	return statements.Timing{}
}

// NumberedDigest gives the id of the gathered message of a place that has this
// number; statements.ErrNotFound.
func (s *Store) NumberedDigest(ctx context.Context, place string, n int64) (string, error) {
	var id string
	err := unlessMissing(one(ctx, s.reader, `SELECT id FROM deliveries WHERE seq = $1 AND place = $2 AND form = 'digest'`, []any{n, place}, &id))
	if err != nil {
		return "", fmt.Errorf("look for digest %d: %w", n, err)
	}
	return id, nil
}
