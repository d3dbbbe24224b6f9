package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"onrecord/statements"
	"onrecord/statements/gist"
	"onrecord/statements/text"
)

const muteColumns = watchColumns + `, m.id, m.place, m.topic, m.until, m.made_by, m.created`

func scanMute(r *sql.Rows) (statements.Mute, error) {
	var m statements.Mute
	var of statements.Topic
	var made, until, created int64
	err := r.Scan(append(watchFields(&m.Watch, &made), &m.ID, &m.Place, packed{&of}, &until, &m.By, &created)...)
	m.Watch.Created, m.Until, m.Created = moment(made), moment(until), moment(created)
	if len(of.Stems) > 0 {
		m.Topic = &of
	}
	return m, err
}

func muteGathering(id int64) string { return gatheringOf(statements.GatherMute, number(id)) }

func number(id int64) string { return strconv.FormatInt(id, 10) }

// muteHolds is the condition that a mute m holds at time $1.
const muteHolds = `m.ended = 0 AND (m.until = 0 OR m.until > $1)`

// mutesInForce are those of the watches that an arrival alerts, where it alerts
// them, the ones without a topic first and of these the longest.
func mutesInForce(ctx context.Context, t *tx, a statements.Arrival) ([]statements.Mute, error) {
	var ids []int64
	for _, alert := range a.Alerts {
		ids = append(ids, alert.Watch.ID)
	}
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	var out []statements.Mute
	for part := range slices.Chunk(ids, chunk) {
		got, err := all(ctx, t, scanMute, `SELECT `+muteColumns+` FROM mutes m JOIN watches w ON w.id = m.watch_id
			WHERE `+muteHolds+` AND m.place = w.place AND m.watch_id IN (`+list(1, len(part))+`)
			ORDER BY m.topic, CASE WHEN m.until = 0 THEN 0 ELSE 1 END, m.until DESC`, append([]any{millis(a.At)}, anys(part)...)...)
		if err != nil {
			return nil, err
		}
		out = append(out, got...)
	}
	return out, nil
}

// muteOn is the mute that an alert falls under, or nil.
func muteOn(mutes []statements.Mute, alert statements.Alert, a statements.Arrival) *statements.Mute {
	for i, m := range mutes {
		if m.Watch.ID == alert.Watch.ID && (m.Topic == nil || onTheTopic(*m.Topic, alert, a)) {
			return &mutes[i]
		}
	}
	return nil
}

// onTheTopic reports whether all that an alert tells is of a topic: every
// statement has enough of its words, or the alert was found by one of them.
func onTheTopic(of statements.Topic, alert statements.Alert, a statements.Arrival) bool {
	has := func(s string) int {
		n := 0
		for _, stem := range slices.Compact(slices.Sorted(slices.Values(gist.Words(s, a.Article.Lang)))) {
			if slices.Contains(of.Stems, stem) {
				n++
			}
		}
		return n
	}
	if len(alert.Words) > 0 {
		return has(strings.Join(alert.Words, " ")) >= of.Least
	}
	for _, i := range alert.Statements {
		if i < 0 || i >= len(a.Statements) || has(a.Statements[i].Text(a.Article.Text)) < of.Least {
			return false
		}
	}
	return len(alert.Statements) > 0
}

// mutedWords is how many words make a topic where nobody has named any.
const mutedWords = 8

// TopicOf is what a watch was told of in a message: its watched words that were
// found, or else the rarest words of what was said. statements.ErrNotFound if
// the message tells that watch nothing of which there are words.
func (s *Store) TopicOf(ctx context.Context, delivery string, watch int64) (statements.Topic, error) {
	d, err := s.Delivery(ctx, delivery)
	if err != nil {
		return statements.Topic{}, err
	}
	var told []statements.Found
	var words []string
	for _, e := range d.Entries {
		if e.Watch.ID == watch {
			told, words = append(told, e.Found...), append(words, e.Words...)
		}
	}
	lang := langOf(d, watch)
	if of := topicWordsOf(words, lang); len(of.Stems) > 0 {
		return of, nil
	}
	topic, _ := topicOf(told, nil)
	weighed := make([]term, 0, len(topic))
	for _, one := range topic {
		weighed = append(weighed, term{phrases: []phrase{{indexed(one.Stems[0])}}})
	}
	if weighed, err = s.rarity(ctx, weighed); err != nil {
		return statements.Topic{}, fmt.Errorf("look for what is rare: %w", err)
	}
	rare := map[string]bool{}
	for _, t := range rarest(weighed, nil)[:min(len(weighed), mutedWords)] {
		rare[t.phrases[0][0]] = true
	}
	var of statements.Topic
	for _, f := range told {
		for _, w := range text.Words(f.Statement.Text(f.Article.Text)) {
			stems := gist.Words(w.Folded, f.Article.Lang)
			if len(stems) == 1 && rare[indexed(stems[0])] && !slices.Contains(of.Stems, stems[0]) {
				of.Stems, of.Words = append(of.Stems, stems[0]), append(of.Words, w.Folded)
			}
		}
	}
	of.Least = min(sharedWords, len(of.Stems))
	if of.Least == 0 {
		return of, statements.ErrNotFound
	}
	return of, nil
}

// topicWordsOf is the topic that watched words make: each is enough.
func topicWordsOf(words []string, lang string) statements.Topic {
	of := statements.Topic{Least: 1}
	for _, w := range words {
		for _, stem := range gist.Words(w, lang) {
			if !slices.Contains(of.Stems, stem) {
				of.Stems = append(of.Stems, stem)
			}
		}
		if !slices.Contains(of.Words, w) {
			of.Words = append(of.Words, w)
		}
	}
	return of
}

func langOf(d statements.Delivery, watch int64) string {
	for _, e := range d.Entries {
		if e.Watch.ID == watch {
			return e.Article.Lang
		}
	}
	return ""
}

// AddMute holds back what a watch tells in a place, from now on and what waits
// already, and gives the mute with its id. The same one again has the new end.
func (s *Store) AddMute(ctx context.Context, m statements.Mute) (statements.Mute, error) {
	topic := ""
	if m.Topic != nil {
		topic = packed{m.Topic}.String()
	}
	err := s.write(ctx, "mute the watch", func(t *tx) error {
		err := one(ctx, t, `INSERT INTO mutes AS m (watch_id, place, topic, until, made_by, created) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (watch_id, place, topic) WHERE ended = 0
			DO UPDATE SET until = excluded.until, made_by = excluded.made_by, created = excluded.created RETURNING id`,
			[]any{m.Watch.ID, m.Place, topic, millis(m.Until), m.By, millis(m.Created)}, &m.ID)
		if err != nil {
			return err
		}
		if err := regather(ctx, t, m.Place, m.Watch.ID, m.Created); err != nil {
			return err
		}
		m.Held, err = heldBy(ctx, t, m.ID)
		return err
	})
	return m, err
}

// EndMute ends a mute, and tells what it holds as the watch tells it: at once,
// with the next digest, or after the quiet hours. statements.ErrNotFound if there
// is none of that id in force.
func (s *Store) EndMute(ctx context.Context, id int64, by string, at time.Time) (statements.Mute, error) {
	var m statements.Mute
	err := s.write(ctx, "end the mute", func(t *tx) error {
		got, err := all(ctx, t, scanMute, `SELECT `+muteColumns+` FROM mutes m JOIN watches w ON w.id = m.watch_id
			WHERE `+muteHolds+` AND m.id = $2`, millis(at), id)
		if err != nil {
			return err
		}
		if len(got) == 0 {
			return statements.ErrNotFound
		}
		m = got[0]
		if m.Held, err = heldBy(ctx, t, id); err != nil {
			return err
		}
		if err := t.exec(ctx, `UPDATE mutes SET ended = $2, ended_by = $3 WHERE id = $1`, id, millis(at), by); err != nil {
			return err
		}
		return regather(ctx, t, m.Place, m.Watch.ID, at)
	})
	return m, err
}

// Mutes gives the mutes in force of a place, oldest first.
func (s *Store) Mutes(ctx context.Context, place string, now time.Time) ([]statements.Mute, error) {
	out, err := all(ctx, s.reader, scanMute, `SELECT `+muteColumns+` FROM mutes m JOIN watches w ON w.id = m.watch_id
		WHERE `+muteHolds+` AND m.place = $2 AND w.place = m.place AND NOT w.removed ORDER BY m.id`, millis(now), place)
	if err != nil {
		return nil, fmt.Errorf("read the mutes: %w", err)
	}
	for i := range out {
		if out[i].Held, err = heldBy(ctx, s.reader, out[i].ID); err != nil {
			return nil, fmt.Errorf("count what a mute holds: %w", err)
		}
	}
	return out, nil
}

// heldBy counts the alerts that wait for the end of a mute.
func heldBy(ctx context.Context, q querier, id int64) (n int, err error) {
	return n, one(ctx, q, `SELECT COUNT(*) FROM alerts a JOIN deliveries d ON d.id = a.delivery_id
		WHERE d.gathers = $1 AND d.state <> 'sent'`, []any{muteGathering(id)}, &n)
}
