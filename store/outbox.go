package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/statements"
)

// surfaceOf is the part of a place before the colon: "discord", "console".
func surfaceOf(place string) string {
	surface, _, _ := strings.Cut(place, ":")
	return surface
}

// newID gives 13 letters and digits that nobody can guess: 65 bits.
func newID() string { return strings.ToLower(rand.Text()[:13]) }

// waiting is the condition, on a delivery d at time $1, that no older message
// of its place is owed. One that still gathers what it tells, or keeps still at
// night, holds up nobody.
const waiting = `NOT EXISTS (SELECT 1 FROM deliveries o WHERE o.place = d.place AND o.state <> 'sent' AND o.seq < d.seq
		AND NOT (o.form IN ('backlog', 'digest', 'silence') AND o.attempts = 0 AND o.begun = 0 AND o.doubt = 0 AND o.state = 'due' AND o.due > $1))`

// leasable are deliveries of the surface $2 that may be sent at time $1. What is
// not sent is said beside what is due: SQLite uses a partial index only for a
// condition that says the same.
const leasable = `SELECT d.id FROM deliveries d WHERE d.surface = $2 AND d.state <> 'sent' AND d.state = 'due' AND d.due <= $1 AND d.leased_until <= $1
	AND ` + waiting + ` ORDER BY d.seq LIMIT $3`

// LeaseDeliveries takes at most n messages that a surface owes, oldest first
// and one a place: a younger one waits until the older is settled. Each is
// marked as begun, and nobody else is given it until it is settled, put off,
// given back, or the lease ends. Uncertain and Begun tell of an earlier attempt
// whose outcome is not known. When nothing is due nothing is written.
func (s *Store) LeaseDeliveries(ctx context.Context, surface string, now time.Time, n int, lease time.Duration) ([]statements.Delivery, error) {
	due, err := all(ctx, s.reader, scalar[string], leasable, millis(now), surface, n)
	if err != nil {
		return nil, fmt.Errorf("look for due messages: %w", err)
	}
	if len(due) == 0 {
		return nil, nil
	}
	var out []statements.Delivery
	err = s.write(ctx, "lease messages", func(t *tx) error {
		ids, err := all(ctx, t, scalar[string], `WITH due AS (`+leasable+t.d.lockFree+`)
			UPDATE deliveries SET leased_until = $4, holder = $5, begun = $1, shown = revision,
				doubt = CASE WHEN begun <> 0 THEN begun ELSE doubt END
			WHERE id IN (SELECT id FROM due) RETURNING id`,
			millis(now), surface, n, millis(now.Add(lease)), s.holder)
		if err != nil {
			return err
		}
		out, err = deliveries(ctx, t, ids)
		return err
	})
	s.recall(ctx, out)
	s.describe(ctx, out)
	return out, err
}

// SettleDelivery says that the message is there. Whoever says so is right, even
// if its lease has ended. statements.ErrNotFound if there is no such delivery.
func (s *Store) SettleDelivery(ctx context.Context, id, messageID string, at time.Time) error {
	return s.write(ctx, "settle the message", func(t *tx) error {
		n, err := t.changed(ctx, `UPDATE deliveries SET state = 'sent', message_id = $2, sent = $3, leased_until = 0, begun = 0, doubt = 0, why = '',
				edit_due = CASE WHEN revision > shown THEN CAST($4 AS BIGINT) ELSE 0 END
			WHERE id = $1`, id, messageID, millis(at), millis(at.Add(editPause)))
		if err == nil && n == 0 {
			err = statements.ErrNotFound
		}
		return err
	})
}

// RetryDelivery puts a message off until at. certain says that this attempt has
// surely not posted it; otherwise it is uncertain from now on, and an earlier
// doubt stays in any case. It does nothing if another holder has the message by
// now or it was settled.
func (s *Store) RetryDelivery(ctx context.Context, id string, at time.Time, why string, certain bool) error {
	return s.write(ctx, "put the message off", func(t *tx) error {
		return t.exec(ctx, `UPDATE deliveries SET due = $3, why = $4, attempts = attempts + 1, leased_until = 0,
				doubt = CASE WHEN $5 OR begun = 0 THEN doubt ELSE begun END, begun = 0
			WHERE id = $1 AND holder = $2 AND state = 'due'`, id, s.holder, millis(at), why, certain)
	})
}

// PauseDelivery keeps a message that its place refuses for good. It and all
// younger ones of the place wait for ResumePlaces, or for a watch that is added
// there. It does nothing if another holder has the message by now.
func (s *Store) PauseDelivery(ctx context.Context, id, why string) error {
	return s.write(ctx, "pause the place", func(t *tx) error {
		return t.exec(ctx, `UPDATE deliveries SET state = 'paused', why = $3, attempts = attempts + 1, leased_until = 0, begun = 0
			WHERE id = $1 AND holder = $2 AND state = 'due'`, id, s.holder, why)
	})
}

// ResumePlaces lets the paused places of a surface have their messages again,
// and gives how many were held. When there are none nothing is written.
func (s *Store) ResumePlaces(ctx context.Context, surface string) (int, error) {
	places, err := all(ctx, s.reader, scalar[string], `SELECT DISTINCT place FROM deliveries
		WHERE surface = $1 AND state <> 'sent' AND state = 'paused'`, surface)
	if err != nil {
		return 0, fmt.Errorf("look for paused places: %w", err)
	}
	total := 0
	for _, place := range places {
		err := s.write(ctx, "resume the place", func(t *tx) error {
			n, err := resume(ctx, t, place)
			total += int(n)
			return err
		})
		if err != nil {
			return total, err
		}
	}
	return total, nil
}

func resume(ctx context.Context, t *tx, place string) (int64, error) {
	return t.changed(ctx, `UPDATE deliveries SET state = 'due' WHERE place = $1 AND state <> 'sent' AND state = 'paused'`, place)
}

// UnleaseDelivery gives back a message that was leased and surely not sent. It
// does nothing if another holder has it by now.
func (s *Store) UnleaseDelivery(ctx context.Context, id string) error {
	return s.write(ctx, "give the message back", func(t *tx) error {
		return t.exec(ctx, `UPDATE deliveries SET leased_until = 0, begun = 0 WHERE id = $1 AND holder = $2 AND state = 'due'`, id, s.holder)
	})
}

// Owed gives how many messages a surface owes now, those that are just being
// sent too, and when the next one may be leased that cannot be now (zero if
// there is none). Paused places do not count.
func (s *Store) Owed(ctx context.Context, surface string, now time.Time) (due int, next time.Time, err error) {
	err = one(ctx, s.reader, `SELECT COUNT(*) FROM deliveries d WHERE d.surface = $2 AND d.state <> 'sent' AND d.state = 'due' AND d.due <= $1
		AND NOT EXISTS (SELECT 1 FROM deliveries o WHERE o.place = d.place AND o.state <> 'sent' AND o.state = 'paused' AND o.seq < d.seq)`,
		[]any{millis(now), surface}, &due)
	if err != nil {
		return 0, next, fmt.Errorf("count what is owed: %w", err)
	}
	var at sql.NullInt64
	err = one(ctx, s.reader, `SELECT MIN(CASE WHEN d.due > d.leased_until THEN d.due ELSE d.leased_until END) FROM deliveries d
		WHERE d.surface = $2 AND d.state <> 'sent' AND d.state = 'due' AND (d.due > $1 OR d.leased_until > $1) AND `+waiting,
		[]any{millis(now), surface}, &at)
	if err != nil {
		return 0, next, fmt.Errorf("look for what is owed next: %w", err)
	}
	return due, moment(at.Int64), nil
}

// owe puts the alerts of a new article into the outbox and gives the number of
// messages that hold them: one for a place and form, with all its watches. What
// a place was told before, by another article, makes no message: the one that
// told it is edited. On the first sight of a feed only watches that ask for the
// backlog are alerted, folded. clusters are those of the statements ids.
func owe(ctx context.Context, t *tx, a statements.Arrival, article int64, ids, clusters []int64) (int, error) {
	messages := map[string]bool{}
	held, err := holds(ctx, t, a)
	if err != nil {
		return 0, fmt.Errorf("what holds them: %w", err)
	}
	for n, alert := range a.Alerts {
		if a.Quiet && !alert.Watch.Backlog {
			continue
		}
		for _, i := range alert.Statements {
			if i < 0 || i >= len(ids) {
				return 0, fmt.Errorf("an alert of watch %d names statement %d of %d", alert.Watch.ID, i, len(ids))
			}
		}
		delivery, err := oweOne(ctx, t, a, alert, held[n], article, ids, clusters)
		if err != nil {
			return 0, err
		}
		if delivery != "" {
			messages[delivery] = true
		}
	}
	return len(messages), nil
}

// oweOne gives the message that tells an alert, or "" if its place was told all
// of it.
func oweOne(ctx context.Context, t *tx, a statements.Arrival, alert statements.Alert, held hold, article int64, ids, clusters []int64) (string, error) {
	about := alert.Statements
	if alert.Form == statements.FormKeyword {
		about = upTo(len(ids))
	}
	fresh, err := news(ctx, t, a, alert, about, article, clusters)
	if err != nil {
		return "", err
	}
	if len(about) > 0 && len(fresh) == 0 {
		return "", nil
	}
	stored := storedAlert{watch: alert.Watch.ID, article: article, place: alert.Watch.Place, reason: alert.Reason, words: alert.Words}
	var tellsOf []int64
	for _, i := range fresh {
		tellsOf = append(tellsOf, clusters[i])
		if alert.Form == statements.FormAlert {
			stored.statements = append(stored.statements, ids[i])
		}
	}
	if a.Quiet {
		stored.delivery, err = joinBacklog(ctx, t, stored, a.At)
	} else {
		stored.delivery, err = joinHeld(ctx, t, held, stored, alert.Form, a.At)
	}
	if err != nil {
		return "", err
	}
	if _, err := insertAlert(ctx, t, stored, a.At); err != nil {
		return "", err
	}
	return stored.delivery, tells(ctx, t, alert.Watch.ID, alert.Watch.Place, stored.delivery, tellsOf)
}

// news gives those of an alert's statements that its place was not told of by
// another article, and has the messages that told the others revised. Words in
// an article are news as a whole or not at all.
func news(ctx context.Context, t *tx, a statements.Arrival, alert statements.Alert, about []int, article int64, clusters []int64) ([]int, error) {
	var of []int64
	for _, i := range about {
		of = append(of, clusters[i])
	}
	anyWatch := alert.Form == statements.FormAlert && !a.Quiet
	before, err := toldBefore(ctx, t, alert, anyWatch, article, slices.Compact(slices.Sorted(slices.Values(of))))
	if err != nil {
		return nil, err
	}
	var fresh []int
	old := map[string][]int64{}
	for _, i := range about {
		if d, ok := before[clusters[i]]; ok {
			old[d] = append(old[d], clusters[i])
		} else {
			fresh = append(fresh, i)
		}
	}
	if alert.Form == statements.FormKeyword && len(fresh) > 0 {
		return about, nil
	}
	for d, told := range old {
		if err := revise(ctx, t, d, a.At); err != nil {
			return nil, err
		}
		if err := join(ctx, t, alert, d, told, a.At); err != nil {
			return nil, err
		}
	}
	return fresh, nil
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// storedAlert is a row of alerts.
type storedAlert struct {
	watch, article int64
	place          string
	delivery       string
	reason         string
	words          []string
	statements     []int64
}

// insertAlert reports whether the alert is new: its key is watch, article and
// place.
func insertAlert(ctx context.Context, t *tx, a storedAlert, at time.Time) (bool, error) {
	n, err := t.changed(ctx, `INSERT INTO alerts (watch_id, article_id, place, delivery_id, reason, words, statements, created)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (watch_id, article_id, place) DO NOTHING`,
		a.watch, a.article, a.place, a.delivery, a.reason, pack(a.words), pack(a.statements), millis(at))
	return n > 0, err
}

// joinArticle gives the message that tells a place of an article in that form.
func joinArticle(ctx context.Context, t *tx, a storedAlert, form statements.Form, at time.Time) (string, error) {
	var id string
	err := one(ctx, t, `INSERT INTO deliveries (id, surface, place, form, article_id, entries, state, created, due)
		VALUES ($1, $2, $3, $4, $5, 1, 'due', $6, $6)
		ON CONFLICT (article_id, place, form) DO UPDATE SET entries = deliveries.entries + 1 RETURNING id`,
		[]any{newID(), surfaceOf(a.place), a.place, string(form), a.article, millis(at)}, &id)
	return id, err
}

const (
	// backlogEntries is how many articles one backlog message tells at most.
	backlogEntries = 10
	// backlogGathers is how long a backlog message waits for more of them.
	backlogGathers = 2 * time.Second
)

// joinBacklog gives the backlog message of a watch that gathers entries still,
// or a new one. Its row is locked: it cannot be leased before this transaction
// has put its entry into it.
func joinBacklog(ctx context.Context, t *tx, a storedAlert, at time.Time) (string, error) {
	var id string
	err := one(ctx, t, `UPDATE deliveries SET entries = entries + 1
		WHERE id IN (SELECT d.id FROM deliveries d WHERE d.watch_id = $1 AND d.place = $2 AND d.state <> 'sent' AND d.state = 'due'
				AND d.form = 'backlog' AND d.entries < $3 AND d.begun = 0 AND d.doubt = 0 AND d.attempts = 0
				ORDER BY d.seq LIMIT 1)
			AND state = 'due' AND entries < $3 AND begun = 0
		RETURNING id`, []any{a.watch, a.place, backlogEntries}, &id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	id = newID()
	return id, t.exec(ctx, `INSERT INTO deliveries (id, surface, place, form, watch_id, entries, state, created, due)
		VALUES ($1, $2, $3, 'backlog', $4, 1, 'due', $5, $6)`,
		id, surfaceOf(a.place), a.place, a.watch, millis(at), millis(at.Add(backlogGathers)))
}
