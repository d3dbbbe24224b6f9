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

// ArrangeDigests makes sure that each digest has a message that waits for its
// next hour, be it that nothing joins it, and takes away those of digests that
// are no more. What waits for another hour than its watch has by now is moved.
// It may be called at any time and by many. When all is arranged nothing is
// written.
func (s *Store) ArrangeDigests(ctx context.Context, now time.Time) error {
	wanted, err := s.wanted(ctx, s.reader, now)
	if err != nil {
		return fmt.Errorf("look for digests: %w", err)
	}
	planted, err := all(ctx, s.reader, scanPlanted, plantedDigests, millis(now))
	if err != nil {
		return fmt.Errorf("look for what waits: %w", err)
	}
	var version int64
	if err := one(ctx, s.reader, `SELECT n FROM versions WHERE name = 'watches'`, nil, &version); err != nil {
		return fmt.Errorf("read the version of the watches: %w", err)
	}
	moved := s.arranged.Swap(version) != version
	if !moved && len(missing(wanted, planted, now)) == 0 && len(idle(wanted, planted)) == 0 {
		return nil
	}
	err = s.write(ctx, "arrange the digests", func(t *tx) error { return s.arrange(ctx, t, moved, now) })
	if err != nil {
		s.arranged.Store(0)
	}
	return err
}

// arrange does what ArrangeDigests says. It takes the version first: nothing is
// kept meanwhile that was matched against other watches.
func (s *Store) arrange(ctx context.Context, t *tx, move bool, now time.Time) error {
	if err := changeableWatches(ctx, t); err != nil {
		return err
	}
	if move {
		if err := regather(ctx, t, "", 0, now); err != nil {
			return err
		}
	}
	wanted, err := s.wanted(ctx, t, now)
	if err != nil {
		return err
	}
	planted, err := all(ctx, t, scanPlanted, plantedDigests, millis(now))
	if err != nil {
		return err
	}
	for _, p := range idle(wanted, planted) {
		err := t.exec(ctx, `DELETE FROM deliveries WHERE id IN (SELECT d.id FROM deliveries d WHERE d.id = $1 AND `+stillGathers+`)
			AND NOT EXISTS (SELECT 1 FROM alerts a WHERE a.delivery_id = $1)`, p.id)
		if err != nil {
			return err
		}
	}
	for _, w := range missing(wanted, planted, now) {
		err := t.exec(ctx, insertGathering, newID(), surfaceOf(w.place), w.place, 0, millis(now), w.slot, w.gathers, 0)
		if err != nil {
			return err
		}
	}
	return nil
}

// hourly is the hour of a gathering in a place.
type hourly struct {
	place, gathers string
	slot           int64 // in milliseconds: times of two zones are not the same value
}

// wanted are the next hours of all digests: of one whose watches are muted, the
// first after the mute.
func (s *Store) wanted(ctx context.Context, q querier, now time.Time) ([]hourly, error) {
	watches, err := all(ctx, q, scanWatch, `SELECT `+watchColumns+` FROM watches w WHERE NOT w.removed AND w.timing <> '' ORDER BY w.id`)
	if err != nil || len(watches) == 0 {
		return nil, err
	}
	mutes, err := all(ctx, q, scanMute, `SELECT `+muteColumns+` FROM mutes m JOIN watches w ON w.id = m.watch_id
		WHERE `+muteHolds+` AND m.topic = '' AND m.place = w.place`, millis(now))
	if err != nil {
		return nil, err
	}
	var out []hourly
	for _, w := range watches {
		h := holdOf(s.plan(w.Timing), muteOf(mutes, w.ID), now)
		one := hourly{w.Place, h.gathers, millis(h.slot)}
		if strings.HasPrefix(h.gathers, digestPrefix) && !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	return out, nil
}

// muteOf is the mute of a whole watch, or nil.
func muteOf(mutes []statements.Mute, watch int64) *statements.Mute {
	for i, m := range mutes {
		if m.Watch.ID == watch && m.Topic == nil {
			return &mutes[i]
		}
	}
	return nil
}

const digestPrefix = string(statements.GatherDigest) + " "

// planted is a message of a digest that has not gone.
type planted struct {
	id string
	hourly
	alerts int
	due    bool // or begun: nobody may take it away
}

const plantedDigests = `SELECT d.id, d.place, d.gathers, d.slot, (SELECT COUNT(*) FROM alerts a WHERE a.delivery_id = d.id),
		CASE WHEN ` + stillGathers + ` AND d.due > $1 THEN FALSE ELSE TRUE END
	FROM deliveries d WHERE d.state <> 'sent' AND d.form = 'digest' AND d.gathers LIKE '` + digestPrefix + `%' ORDER BY d.seq`

func scanPlanted(r *sql.Rows) (p planted, err error) {
	return p, r.Scan(&p.id, &p.place, &p.gathers, &p.slot, &p.alerts, &p.due)
}

// as reports whether its hour is one of those that are wanted, or past.
func (p planted) as(wanted []hourly) bool {
	return p.due || slices.Contains(wanted, p.hourly)
}

// stuck is how long after its hour a digest that has not gone is not just being
// sent: its place is closed.
const stuck = time.Hour

// missing are the hours for which nothing waits. Where one is stuck that is
// enough: what comes joins it, and a place that is open again is not told of each
// hour of which there was nothing to tell.
func missing(wanted []hourly, there []planted, now time.Time) []hourly {
	var out []hourly
	for _, w := range wanted {
		if !slices.ContainsFunc(there, func(p planted) bool {
			return p.place == w.place && p.gathers == w.gathers && (p.slot == w.slot || p.due && p.slot < millis(now.Add(-stuck)))
		}) {
			out = append(out, w)
		}
	}
	return out
}

// idle are those that hold nothing and that nobody waits for.
func idle(wanted []hourly, there []planted) []planted {
	var out []planted
	for _, p := range there {
		if p.alerts == 0 && !p.as(wanted) {
			out = append(out, p)
		}
	}
	return out
}

// SetTiming says when a watch of a server tells, from now on and what waits
// already. statements.ErrNotFound if that server has none of that id.
func (s *Store) SetTiming(ctx context.Context, server string, id int64, to statements.Timing, now time.Time) (statements.Watch, error) {
	var w statements.Watch
	err := s.write(ctx, "keep when the watch tells", func(t *tx) error {
		if err := changeWatches(ctx, t); err != nil {
			return err
		}
		n, err := t.changed(ctx, `UPDATE watches SET timing = $3 WHERE id = $1 AND server = $2 AND server <> '' AND NOT removed`,
			id, server, packed{to}.String())
		if err != nil {
			return err
		}
		if n == 0 {
			return statements.ErrNotFound
		}
		got, err := all(ctx, t, scanWatch, `SELECT `+watchColumns+` FROM watches w WHERE w.id = $1`, id)
		if err != nil {
			return err
		}
		w = got[0]
		return s.arrange(ctx, t, true, now)
	})
	return w, err
}

// DigestNow has a place told at once what it gathers, of any number of alerts,
// and gives how many those are. What is being sent is not counted.
func (s *Store) DigestNow(ctx context.Context, place string, now time.Time) (int, error) {
	total := 0
	err := s.write(ctx, "tell what is gathered", func(t *tx) error {
		total = 0
		ids, err := all(ctx, t, scalar[string], `SELECT d.id FROM deliveries d WHERE d.place = $1 AND d.state <> 'sent' AND `+stillGathers+`
			AND d.due > $2 AND EXISTS (SELECT 1 FROM alerts a WHERE a.delivery_id = d.id) ORDER BY d.seq`+t.d.lockWait, place, millis(now))
		if err != nil {
			return err
		}
		for i, id := range ids {
			// An hour of its own: two of one gathering cannot have the same.
			err := t.exec(ctx, `UPDATE deliveries SET due = $2, slot = $3, part = 0 WHERE id = $1`, id, millis(now), millis(now)+int64(i))
			if err != nil {
				return err
			}
			var n int
			if err := one(ctx, t, `SELECT COUNT(*) FROM alerts WHERE delivery_id = $1`, []any{id}, &n); err != nil {
				return err
			}
			total += n
		}
		return s.arrange(ctx, t, false, now)
	})
	return total, err
}
