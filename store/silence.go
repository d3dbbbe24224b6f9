package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"onrecord/statements"
)

// tellsTries is how long a message shows the tries that it was drawn with.
// A feed that is tried every minute would have it edited all day.
const tellsTries = time.Hour

// misses is what a place misses, as JSON.
type misses struct {
	Speakers []string `json:"speakers,omitempty"`
	Words    []string `json:"words,omitempty"`
	Others   []string `json:"others,omitempty"`
	Alone    bool     `json:"alone,omitempty"`
	Weekly   int      `json:"weekly,omitempty"`
}

const quietedColumns = `s.id, s.delivery_id, s.place, s.feed_id, s.kind, s.since, s.why, s.theirs, s.tries, s.told, s.changed, s.over, s.misses,
	s.read_late, s.sent_late, s.missing, s.removed, COALESCE(f.name, ''), COALESCE(f.url, ''), COALESCE(f.next_at, 0), COALESCE(f.failures, 0)`

// storedSilence is a row of silences with its feed as it is now.
type storedSilence struct {
	statements.Quieted
	id       int64
	delivery string
	changed  time.Time
	failures int // of the feed, now
}

func scanSilence(r *sql.Rows) (storedSilence, error) {
	var s storedSilence
	var since, told, changed, over, next int64
	var m string
	err := r.Scan(&s.id, &s.delivery, &s.Place, &s.Feed, &s.Kind, &since, &s.Why, &s.Theirs, &s.Tries, &told, &changed, &over, &m,
		&s.ReadLate, &s.SentLate, &s.Missing, &s.Removed, &s.Name, &s.URL, &next, &s.failures)
	if err != nil {
		return s, err
	}
	s.Since, s.Told, s.changed, s.Over, s.Next = moment(since), moment(told), moment(changed), moment(over), moment(next)
	var of misses
	if err := json.Unmarshal([]byte(m), &of); err != nil {
		return s, fmt.Errorf("what a silence is of: %w", err)
	}
	s.Speakers, s.Words, s.Others, s.Alone, s.Weekly = of.Speakers, of.Words, of.Others, of.Alone, of.Weekly
	return s, nil
}

// Silences gives the sources that places have been told of and that are silent
// still, oldest first.
func (s *Store) Silences(ctx context.Context) ([]statements.Quieted, error) {
	rows, err := all(ctx, s.reader, scanSilence, `SELECT `+quietedColumns+` FROM silences s LEFT JOIN feeds f ON f.id = s.feed_id
		WHERE s.over = 0 ORDER BY s.id`)
	if err != nil {
		return nil, fmt.Errorf("read the silences: %w", err)
	}
	var out []statements.Quieted
	for _, r := range rows {
		out = append(out, r.Quieted)
	}
	return out, nil
}

// TellSilence puts into the outbox that sources are silent, each for its place,
// and gives how many messages have more to tell than before. What a place was
// told already is brought up to date. A source that is silent again soon after
// it was back is told in the message that told of it before; the others of a
// place are gathered in one.
func (s *Store) TellSilence(ctx context.Context, list []statements.Quieted, now time.Time) (int, error) {
	told := map[string]bool{}
	err := s.write(ctx, "tell of silent sources", func(t *tx) error {
		clear(told)
		if err := lockSilences(ctx, t); err != nil {
			return err
		}
		for _, q := range list {
			delivery, err := tellOne(ctx, t, q, now)
			if err != nil {
				return fmt.Errorf("feed %d in %s: %w", q.Feed, q.Place, err)
			}
			if delivery != "" {
				told[delivery] = true
			}
		}
		return nil
	})
	return len(told), err
}

func lockSilences(ctx context.Context, t *tx) error {
	var n int64
	return one(ctx, t, `SELECT n FROM versions WHERE name = 'silences'`+t.d.lockWait, nil, &n)
}

// tellOne gives the message that has more to tell now; "" is none.
func tellOne(ctx context.Context, t *tx, q statements.Quieted, now time.Time) (string, error) {
	before, err := all(ctx, t, scanSilence, `SELECT `+quietedColumns+` FROM silences s LEFT JOIN feeds f ON f.id = s.feed_id
		WHERE s.place = $1 AND s.feed_id = $2 ORDER BY s.id DESC LIMIT 1`, q.Place, q.Feed)
	if err != nil {
		return "", err
	}
	if len(before) == 0 {
		return tellNews(ctx, t, q, now)
	}
	b := before[0]
	ended := now.Sub(b.Over)
	switch {
	case b.Over.IsZero():
		return updateSilence(ctx, t, b, q, now)
	case q.Kind.Measured() && !b.Kind.Measured() && ended < q.Kind.Again():
		return "", nil // what a week brought is less because it was silent in it
	case ended >= b.Kind.Again():
		return tellNews(ctx, t, q, now)
	}
	err = t.exec(ctx, `UPDATE silences SET over = 0, kind = $2, since = $3, why = $4, theirs = $5, tries = $6, changed = $7,
			read_late = 0, sent_late = 0, missing = FALSE, removed = FALSE WHERE id = $1`,
		b.id, string(q.Kind), millis(q.Since), q.Why, q.Theirs, q.Tries, millis(now))
	if err != nil {
		return "", err
	}
	return b.delivery, revise(ctx, t, b.delivery, now)
}

// updateSilence brings what a place was told up to date.
func updateSilence(ctx context.Context, t *tx, b storedSilence, q statements.Quieted, now time.Time) (string, error) {
	another := b.Kind != q.Kind && !(b.Kind.Measured() && q.Kind.Measured())
	if !another && (q.Tries == b.Tries || now.Sub(b.changed) < tellsTries) {
		return "", nil
	}
	err := t.exec(ctx, `UPDATE silences SET kind = $2, why = $3, theirs = $4, tries = $5, changed = $6,
			since = CASE WHEN $7 THEN CAST($8 AS BIGINT) ELSE since END WHERE id = $1`,
		b.id, string(q.Kind), q.Why, q.Theirs, q.Tries, millis(now), another && b.Kind.Measured(), millis(q.Since))
	if err != nil {
		return "", err
	}
	return b.delivery, revise(ctx, t, b.delivery, now)
}

// tellNews tells of a source in the message of its place that gathers still, or
// in a new one.
func tellNews(ctx context.Context, t *tx, q statements.Quieted, now time.Time) (string, error) {
	delivery, err := gathering(ctx, t, q, now)
	if err != nil {
		return "", err
	}
	if delivery == "" {
		var due time.Time
		if due, err = wakes(ctx, t, q.Place, now); err != nil {
			return "", err
		}
		delivery = newID()
		err = t.exec(ctx, `INSERT INTO deliveries (id, surface, place, form, entries, state, created, due)
			VALUES ($1, $2, $3, 'silence', 1, 'due', $4, $5)`, delivery, surfaceOf(q.Place), q.Place, millis(now), millis(due))
	} else if err = revise(ctx, t, delivery, now); err == nil {
		err = t.exec(ctx, `UPDATE deliveries SET entries = entries + 1 WHERE id = $1`, delivery)
	}
	if err != nil {
		return "", err
	}
	of, err := json.Marshal(misses{q.Speakers, q.Words, q.Others, q.Alone, q.Weekly})
	if err != nil {
		return "", err
	}
	return delivery, t.exec(ctx, `INSERT INTO silences (place, feed_id, delivery_id, kind, since, why, theirs, tries, told, changed, misses)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`,
		q.Place, q.Feed, delivery, string(q.Kind), millis(q.Since), q.Why, q.Theirs, q.Tries, millis(now), string(of))
}

// wakes is when the quiet hours of a place are over: of all of its watches. It
// is now where one of them has none.
func wakes(ctx context.Context, t *tx, place string, now time.Time) (time.Time, error) {
	ws, err := all(ctx, t, scanWatch, `SELECT `+watchColumns+` FROM watches w WHERE w.place = $1 AND NOT w.removed ORDER BY w.id`, place)
	if err != nil || len(ws) == 0 {
		return now, err
	}
	var first time.Time
	for _, w := range ws {
		end := t.plan(w.Timing).Quiet(now)
		if end.IsZero() {
			return now, nil
		}
		if first.IsZero() || end.Before(first) {
			first = end
		}
	}
	return first, nil
}

// gathering gives the newest message of the place that q may join: one that is
// not there yet, or a recent one that is not long over; "" if there is none.
func gathering(ctx context.Context, t *tx, q statements.Quieted, now time.Time) (string, error) {
	var delivery, state, why string
	var made, over int64
	var open int
	err := one(ctx, t, `SELECT d.id, d.state, d.why, d.created, SUM(CASE WHEN s.over = 0 THEN 1 ELSE 0 END), MAX(s.over)
		FROM silences s JOIN deliveries d ON d.id = s.delivery_id WHERE s.place = $1
		GROUP BY d.id, d.seq, d.state, d.why, d.created ORDER BY d.seq DESC LIMIT 1`, []any{q.Place}, &delivery, &state, &why, &made, &open, &over)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	gathers := statements.SilenceTogether
	if q.Alone {
		gathers = statements.SilenceAlone
	}
	switch {
	case state != "sent":
		return delivery, nil
	case why != "": // somebody took it away: it could not be edited
		return "", nil
	case now.Sub(moment(made)) >= gathers:
		return "", nil
	case open == 0 && now.Sub(moment(over)) >= statements.SilenceAfter:
		return "", nil
	}
	return delivery, nil
}

// EndSilence says of sources that they are silent no more: the messages that
// told of them are edited. What has ended already stays as it is.
func (s *Store) EndSilence(ctx context.Context, list []statements.Quieted, now time.Time) error {
	if len(list) == 0 {
		return nil
	}
	return s.write(ctx, "end silences", func(t *tx) error {
		if err := lockSilences(ctx, t); err != nil {
			return err
		}
		for _, q := range list {
			in, err := all(ctx, t, scalar[string], `UPDATE silences SET over = $3, read_late = $4, sent_late = $5, missing = $6, removed = $7
				WHERE place = $1 AND feed_id = $2 AND over = 0 RETURNING delivery_id`,
				q.Place, q.Feed, millis(q.Over), q.ReadLate, q.SentLate, q.Missing, q.Removed)
			if err != nil {
				return err
			}
			for _, d := range in {
				if err := revise(ctx, t, d, now); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// hush is what a message of silences tells: those that last first.
func hush(ctx context.Context, q querier, delivery, place string) (*statements.Hush, error) {
	rows, err := all(ctx, q, scanSilence, `SELECT `+quietedColumns+` FROM silences s LEFT JOIN feeds f ON f.id = s.feed_id
		WHERE s.delivery_id = $1 ORDER BY CASE WHEN s.over = 0 THEN 0 ELSE 1 END, s.since, s.id`, delivery)
	if err != nil {
		return nil, err
	}
	h := &statements.Hush{}
	for _, r := range rows {
		if r.Over.IsZero() && r.failures > r.Tries {
			r.Tries = r.failures
		}
		h.Sources = append(h.Sources, r.Quieted)
	}
	err = one(ctx, q, `SELECT COUNT(*), COALESCE(SUM(CASE WHEN seen AND failures = 0 AND NOT outage AND NOT paused THEN 1 ELSE 0 END), 0)
		FROM feeds WHERE NOT retired`, nil, &h.Feeds, &h.Healthy)
	if err != nil {
		return nil, err
	}
	ws, err := all(ctx, q, scanWatch, `SELECT `+watchColumns+` FROM watches w WHERE w.place = $1 AND NOT w.removed ORDER BY w.id`, place)
	for _, w := range ws {
		if h.Zone == "" {
			h.Zone = w.Timing.Zone
		}
	}
	return h, err
}
