package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"onrecord/statements"
	"onrecord/statements/timing"
)

// never is when what waits to be asked for is due.
var never = time.Date(9999, time.January, 1, 0, 0, 0, 0, time.UTC)

// mostGathered is how many alerts one message gathers: what is behind it is
// read all at once.
const mostGathered = 500

// plans reads each timing once.
type plans struct {
	mu   sync.Mutex
	read map[statements.Timing]timing.Plan
}

// plan is what a timing means in this installation. One that cannot be read
// tells at once: nobody is to miss an alert for it.
func (s *Store) plan(t statements.Timing) timing.Plan {
	if t == (statements.Timing{}) {
		return timing.Plan{}
	}
	s.plans.mu.Lock()
	defer s.plans.mu.Unlock()
	if s.plans.read == nil {
		s.plans.read = map[statements.Timing]timing.Plan{}
	}
	p, ok := s.plans.read[t]
	if !ok {
		p, _ = timing.Read(t, s.Zone)
		s.plans.read[t] = p
	}
	return p
}

// hold says which gathering an alert joins. The zero hold is told at once.
type hold struct {
	gathers string // as in the column
	slot    time.Time
	plan    timing.Plan
}

// gatheringOf is the name of a gathering in its column.
func gatheringOf(g statements.Gathering, of string) string {
	return strings.TrimSpace(string(g) + " " + of)
}

// holdOf says what holds the alerts of a plan back, at a moment. mute is one
// that is in force, or nil. The cap of an hour is not looked at.
func holdOf(p timing.Plan, mute *statements.Mute, at time.Time) hold {
	muted, from := "", at
	if mute != nil {
		muted = muteGathering(mute.ID)
		if mute.Until.IsZero() {
			return hold{muted, never, p}
		}
		from = mute.Until
		at = from.Add(-time.Millisecond) // a digest at the very end of the mute tells it
	}
	if next := p.Next(at); !next.IsZero() {
		return hold{gatheringOf(statements.GatherDigest, p.Digest()), next, p}
	}
	if end := p.Quiet(from); !end.IsZero() {
		if muted == "" {
			muted = gatheringOf(statements.GatherQuiet, "")
		}
		return hold{muted, end, p}
	}
	if muted != "" {
		return hold{muted, from, p}
	}
	return hold{}
}

// holds says for each alert of an arrival what holds it back. What a place is
// told at once of the same statements by another watch is held back for none.
func holds(ctx context.Context, t *tx, a statements.Arrival) ([]hold, error) {
	out := make([]hold, len(a.Alerts))
	if a.Quiet {
		return out, nil
	}
	mutes, err := mutesInForce(ctx, t, a)
	if err != nil {
		return nil, err
	}
	atOnce := map[string][]int{} // the statements that a place is told at once
	for i, alert := range a.Alerts {
		p := t.plan(alert.Watch.Timing)
		out[i] = holdOf(p, muteOn(mutes, alert, a), a.At)
		if out[i].gathers == "" && p.Most() > 0 {
			if out[i], err = overCap(ctx, t, p, alert.Watch, a.At); err != nil {
				return nil, err
			}
		}
		if out[i].gathers == "" {
			atOnce[alert.Watch.Place] = append(atOnce[alert.Watch.Place], alert.Statements...)
		}
	}
	for i, alert := range a.Alerts {
		told := func(st int) bool { return slices.Contains(atOnce[alert.Watch.Place], st) }
		if alert.Form == statements.FormAlert && !slices.ContainsFunc(alert.Statements, func(st int) bool { return !told(st) }) {
			out[i] = hold{}
		}
	}
	return out, nil
}

// overCap holds what comes after a watch's most alerts of this hour, until its
// end. Those of one watch wait for each other, so that the count is right.
func overCap(ctx context.Context, t *tx, p timing.Plan, w statements.Watch, at time.Time) (hold, error) {
	var id int64
	if err := one(ctx, t, `SELECT id FROM watches WHERE id = $1`+t.d.lockWait, []any{w.ID}, &id); err != nil {
		return hold{}, err
	}
	var n int
	err := one(ctx, t, `SELECT COUNT(*) FROM alerts a JOIN deliveries d ON d.id = a.delivery_id
		WHERE a.watch_id = $1 AND a.place = $2 AND a.created >= $3 AND d.created >= $3 AND d.form IN ('alert', 'keyword')`,
		[]any{w.ID, w.Place, millis(at.Truncate(time.Hour))}, &n)
	if err != nil || n < p.Most() {
		return hold{}, err
	}
	return hold{gatheringOf(statements.GatherRest, number(w.ID)), p.HourEnd(at), p}, nil
}

// stillGathers is the condition that a message, d, takes more alerts: nobody has
// begun to send it.
const stillGathers = `d.form = 'digest' AND d.state = 'due' AND d.begun = 0 AND d.doubt = 0 AND d.attempts = 0`

// joinHeld gives the message that tells an alert: the one that gathers what the
// hold holds, or the article's own. Where that one has just gone, a digest's
// next one tells it, and anything else is told at once.
func joinHeld(ctx context.Context, t *tx, h hold, a storedAlert, form statements.Form, at time.Time) (string, error) {
	for h.gathers != "" {
		id, err := joinGathering(ctx, t, h, a.place, 1, at)
		if id != "" || err != nil {
			return id, err
		}
		if next := h.plan.Next(h.slot); strings.HasPrefix(h.gathers, digestPrefix) && !next.IsZero() {
			h.slot = next
			continue
		}
		break
	}
	return joinArticle(ctx, t, a, form, at)
}

// joinGathering gives the message of a place that gathers for a hold, with room
// made for n alerts more: that of the hold's hour, or an older one that is due and
// cannot go because its place is closed. "" says that the hour's has gone. The row is locked: it cannot be leased
// before this transaction has put the alerts into it.
func joinGathering(ctx context.Context, t *tx, h hold, place string, n int, at time.Time) (string, error) {
	for {
		var id string
		err := one(ctx, t, `UPDATE deliveries AS d SET entries = entries + $4
			WHERE d.id IN (SELECT d.id FROM deliveries d WHERE d.place = $1 AND d.gathers = $2 AND (d.slot = $3 OR d.due <= $6) AND d.state <> 'sent' AND `+stillGathers+`
					AND d.entries + $4 <= $5 ORDER BY d.slot, d.part LIMIT 1)
				AND `+stillGathers+` AND d.entries + $4 <= $5
			RETURNING id`, []any{place, h.gathers, millis(h.slot), n, mostGathered, millis(at)}, &id)
		if !errors.Is(err, sql.ErrNoRows) {
			return id, err
		}
		var closed, part int64
		err = one(ctx, t, `SELECT COALESCE(SUM(CASE WHEN `+stillGathers+` THEN 0 ELSE 1 END), 0), COALESCE(MAX(d.part) + 1, 0) FROM deliveries d
			WHERE d.place = $1 AND d.gathers = $2 AND d.slot = $3 AND d.gathers <> ''`, []any{place, h.gathers, millis(h.slot)}, &closed, &part)
		if err != nil || closed > 0 {
			return "", err
		}
		err = one(ctx, t, insertGathering+` RETURNING id`, []any{newID(), surfaceOf(place), place, n, millis(at), millis(h.slot), h.gathers, part}, &id)
		if !errors.Is(err, sql.ErrNoRows) { // else somebody was quicker: join him
			return id, err
		}
	}
}

const insertGathering = `INSERT INTO deliveries (id, surface, place, form, entries, state, created, due, gathers, slot, part)
	VALUES ($1, $2, $3, 'digest', $4, 'due', $5, $6, $7, $6, $8) ON CONFLICT (place, gathers, slot, part) WHERE gathers <> '' DO NOTHING`
