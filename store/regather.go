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

// gathered is a watch whose alerts wait in a message.
type gathered struct {
	id, place, gathers string
	slot               time.Time
	watch              statements.Watch
	alerts             int
}

func scanGathered(r *sql.Rows) (g gathered, err error) {
	var slot, made int64
	err = r.Scan(append(watchFields(&g.watch, &made), &g.id, &g.place, &g.gathers, &slot, &g.alerts)...)
	g.slot, g.watch.Created = moment(slot), moment(made)
	return g, err
}

// regather moves what waits in a place ("" is all of them) for a watch (0 is
// any) to where it would wait if it came now. What nothing holds any more is let
// go at once, in one message a place.
func regather(ctx context.Context, t *tx, place string, watch int64, now time.Time) error {
	// Nobody sends or joins them until they are where they belong.
	ids, err := all(ctx, t, scalar[string], `SELECT d.id FROM deliveries d WHERE d.state <> 'sent' AND `+stillGathers+` AND d.due > $1
		AND (d.place = $2 OR $2 = '') ORDER BY d.seq`+t.d.lockWait, millis(now), place)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(ids, chunk) {
		waits, err := all(ctx, t, scanGathered, `SELECT `+watchColumns+`, d.id, d.place, d.gathers, d.slot, g.n
			FROM (SELECT a.delivery_id, a.watch_id, COUNT(*) AS n FROM alerts a WHERE (a.watch_id = $1 OR $1 = 0) AND a.delivery_id IN (`+list(1, len(part))+`)
				GROUP BY a.delivery_id, a.watch_id) g
			JOIN deliveries d ON d.id = g.delivery_id JOIN watches w ON w.id = g.watch_id ORDER BY d.seq, w.id`, append([]any{watch}, anys(part)...)...)
		if err != nil {
			return err
		}
		for _, g := range waits {
			if err := regatherOne(ctx, t, g, now); err != nil {
				return fmt.Errorf("watch %d: %w", g.watch.ID, err)
			}
		}
	}
	return nil
}

func regatherOne(ctx context.Context, t *tx, g gathered, now time.Time) error {
	mutes, err := all(ctx, t, scanMute, `SELECT `+muteColumns+` FROM mutes m JOIN watches w ON w.id = m.watch_id
		WHERE `+muteHolds+` AND m.watch_id = $2 AND m.place = $3 AND m.place = w.place`, millis(now), g.watch.ID, g.place)
	if err != nil {
		return err
	}
	p := t.plan(g.watch.Timing)
	mute := muteOf(mutes, g.watch.ID)
	for i, m := range mutes {
		if muteGathering(m.ID) == g.gathers {
			mute = &mutes[i]
		}
	}
	h := holdOf(p, mute, now)
	switch {
	case h.gathers == g.gathers && h.slot.Equal(g.slot):
		return nil
	case h.gathers == "" && p.Most() > 0 && strings.HasPrefix(g.gathers, string(statements.GatherRest)+" "):
		return nil // its hour is not over
	case h.gathers == "":
		h = hold{gathers: gatheringOf(statements.GatherHeld, ""), slot: now, plan: p}
	}
	return move(ctx, t, g, h, now)
}

// move has alerts wait where a hold says.
func move(ctx context.Context, t *tx, g gathered, h hold, now time.Time) error {
	to := ""
	for to == "" {
		var err error
		if to, err = joinGathering(ctx, t, h, g.place, g.alerts, now); err != nil {
			return err
		}
		next := h.plan.Next(h.slot)
		if next.IsZero() || !strings.HasPrefix(h.gathers, digestPrefix) {
			next = h.slot.Add(time.Millisecond)
		}
		h.slot = next
	}
	for _, table := range []string{"alerts", "told"} {
		if err := t.exec(ctx, `UPDATE `+table+` SET delivery_id = $3 WHERE delivery_id = $1 AND watch_id = $2`, g.id, g.watch.ID, to); err != nil {
			return err
		}
	}
	if err := t.exec(ctx, `UPDATE deliveries SET entries = entries - $2 WHERE id = $1`, g.id, g.alerts); err != nil {
		return err
	}
	return dropEmpty(ctx, t, g.id)
}

// dropEmpty takes a message away that tells nothing any more, but for one of a
// digest: its hour comes, and says so.
func dropEmpty(ctx context.Context, t *tx, delivery string) error {
	return t.exec(ctx, `DELETE FROM deliveries WHERE id = $1 AND gathers NOT LIKE '`+digestPrefix+`%'
		AND NOT EXISTS (SELECT 1 FROM alerts WHERE delivery_id = $1)`, delivery)
}
