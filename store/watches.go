package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"onrecord/statements"
)

const watchColumns = `w.id, w.server, w.place, w.speaker, w.keywords, w.backlog, w.role, w.made_by, w.created, w.only_if, w.timing, w.owner`

// watchFields are where a row of watchColumns goes; created is in milliseconds.
func watchFields(w *statements.Watch, created *int64) []any {
	return []any{&w.ID, &w.Server, &w.Place, &w.Speaker, &w.Keywords, &w.Backlog, &w.Role, &w.By, created,
		packed{&w.Only}, packed{&w.Timing}, &w.Owner}
}

// packed reads and writes a value as JSON; one that says nothing is ”.
type packed struct{ to any }

// Scan implements sql.Scanner.
func (p packed) Scan(v any) error {
	s, ok := v.(string)
	if b, is := v.([]byte); is {
		s, ok = string(b), true
	}
	switch {
	case !ok:
		return fmt.Errorf("a %T where JSON is", v)
	case s == "":
		return nil
	}
	return json.Unmarshal([]byte(s), p.to)
}

func (p packed) String() string {
	b, _ := json.Marshal(p.to) // plain structs of strings and numbers
	if string(b) == "{}" {
		return ""
	}
	return string(b)
}

func scanWatch(r *sql.Rows) (statements.Watch, error) {
	var w statements.Watch
	var created int64
	err := r.Scan(watchFields(&w, &created)...)
	w.Created = moment(created)
	return w, err
}

// fromConfiguration is the By of the configuration's own watches. What tells
// them apart is that they have no server: a user may be called that, too.
const fromConfiguration = "configuration"

// Watches gives all watches, oldest first, and the version that KeepArticle
// compares: it grows with every change, one of the registry of speakers too.
func (s *Store) Watches(ctx context.Context) ([]statements.Watch, int64, error) {
	// The version is read first: a change in between makes it one too old, and
	// an old version is only matched again.
	var version int64
	if err := one(ctx, s.reader, `SELECT n FROM versions WHERE name = 'watches'`, nil, &version); err != nil {
		return nil, 0, fmt.Errorf("read the version of the watches: %w", err)
	}
	out, err := all(ctx, s.reader, scanWatch, `SELECT `+watchColumns+` FROM watches w WHERE NOT w.removed ORDER BY w.id`)
	if err != nil {
		return nil, 0, fmt.Errorf("read the watches: %w", err)
	}
	if err := s.addNames(ctx, out); err != nil {
		return nil, 0, fmt.Errorf("read whom the watches mean: %w", err)
	}
	return out, version, nil
}

// changeWatches makes every match that is under way one of an old version, and
// waits for the arrivals that are just being kept.
func changeWatches(ctx context.Context, t *tx) error {
	return t.exec(ctx, `UPDATE versions SET n = n + 1 WHERE name = 'watches'`)
}

// changeableWatches takes the version first, as everybody does who needs it
// together with other rows: two that take them in different orders would wait
// for each other.
func changeableWatches(ctx context.Context, t *tx) error {
	var version int64
	return one(ctx, t, `SELECT n FROM versions WHERE name = 'watches'`+t.d.lockWait, nil, &version)
}

// watchKey is the same for watches that would say the same thing twice.
func watchKey(w statements.Watch) string {
	said := []string{w.Server, w.Place, strings.ToLower(w.Speaker), strings.ToLower(w.Keywords)}
	if only := (packed{w.Only}).String(); only != "" {
		said = append(said, only)
	}
	b, _ := json.Marshal(said) // strings marshal
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// AddWatch adds a watch and gives it with its id. A place that is given a watch
// is no longer paused. statements.ErrExists, with the watch that is there, if
// that server has one for the same place, speaker and keywords.
func (s *Store) AddWatch(ctx context.Context, w statements.Watch) (statements.Watch, error) {
	err := s.write(ctx, "add the watch", func(t *tx) error {
		there, err := all(ctx, t, scanWatch, `SELECT `+watchColumns+` FROM watches w WHERE w.watch_key = $1`, watchKey(w))
		if err != nil {
			return err
		}
		if len(there) > 0 {
			w = there[0]
			return statements.ErrExists
		}
		if err := changeWatches(ctx, t); err != nil {
			return err
		}
		if w, err = insertWatch(ctx, t, w); err != nil {
			return err
		}
		_, err = resume(ctx, t, w.Place)
		return err
	})
	return w, err
}

// insertWatch waits in PostgreSQL for a transaction that inserts the same one,
// and gives ErrExists if that is kept.
func insertWatch(ctx context.Context, t *tx, w statements.Watch) (statements.Watch, error) {
	added, err := all(ctx, t, scanWatch, `INSERT INTO watches AS w
			(watch_key, server, place, speaker, keywords, backlog, role, made_by, created, only_if, timing, owner)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
		ON CONFLICT (watch_key) DO NOTHING RETURNING id, server, place, speaker, keywords, backlog, role, made_by, created, only_if, timing, owner`,
		watchKey(w), w.Server, w.Place, w.Speaker, w.Keywords, w.Backlog, w.Role, w.By, millis(w.Created),
		packed{w.Only}.String(), packed{w.Timing}.String(), w.Owner)
	if err != nil {
		return w, err
	}
	if len(added) == 0 {
		return w, statements.ErrExists
	}
	return added[0], nil
}

// RemoveWatch removes a watch of that server and gives what it was. What it has
// in the outbox goes with it, but for a message that is being sent.
// statements.ErrNotFound if that server has none of that id.
func (s *Store) RemoveWatch(ctx context.Context, server string, id int64) (statements.Watch, error) {
	var w statements.Watch
	err := s.write(ctx, "remove the watch", func(t *tx) error {
		there, err := all(ctx, t, scanWatch, `SELECT `+watchColumns+` FROM watches w
			WHERE w.id = $1 AND w.server = $2 AND w.server <> '' AND NOT w.removed`, id, server)
		if err != nil {
			return err
		}
		if len(there) == 0 {
			return statements.ErrNotFound
		}
		w = there[0]
		if err := changeWatches(ctx, t); err != nil {
			return err
		}
		return removeWatch(ctx, t, id)
	})
	return w, err
}

// removeWatch keeps the row, since messages that were sent tell of it, and
// frees its key.
func removeWatch(ctx context.Context, t *tx, id int64) error {
	n, err := t.changed(ctx, `UPDATE watches SET removed = TRUE, watch_key = watch_key || '#' || CAST(id AS text)
		WHERE id = $1 AND NOT removed`, id)
	if err != nil || n == 0 {
		return err
	}
	unsent, err := all(ctx, t, scalar[string], `SELECT id FROM deliveries WHERE state <> 'sent' AND begun = 0
		AND id IN (SELECT delivery_id FROM alerts WHERE watch_id = $1) ORDER BY seq`+t.d.lockWait, id)
	if err != nil {
		return err
	}
	for _, d := range unsent {
		if err := t.exec(ctx, `DELETE FROM alerts WHERE watch_id = $1 AND delivery_id = $2`, id, d); err != nil {
			return err
		}
		if err := t.exec(ctx, `DELETE FROM told WHERE watch_id = $1 AND delivery_id = $2`, id, d); err != nil {
			return err
		}
		if err := dropEmpty(ctx, t, d); err != nil {
			return err
		}
	}
	return nil
}

// SyncWatches makes the configuration's watches those of list. The watches made
// in chat stay as they are.
func (s *Store) SyncWatches(ctx context.Context, watches []statements.Watch) error {
	return s.write(ctx, "keep the configuration's watches", func(t *tx) error {
		if err := changeableWatches(ctx, t); err != nil {
			return err
		}
		there, err := all(ctx, t, scanWatch, `SELECT `+watchColumns+` FROM watches w
			WHERE w.server = '' AND NOT w.removed ORDER BY w.id`)
		if err != nil {
			return err
		}
		old := map[string]statements.Watch{}
		for _, w := range there {
			old[watchKey(w)] = w
		}
		changed := false
		for _, w := range watches {
			w.Server, w.By = "", fromConfiguration
			k := watchKey(w)
			did, err := syncWatch(ctx, t, old[k], w)
			if err != nil {
				return fmt.Errorf("%s: %w", w.Name(), err)
			}
			old[k] = statements.Watch{} // done, also for one that is listed twice
			changed = changed || did
		}
		for _, w := range slices.SortedFunc(maps.Values(old), func(a, b statements.Watch) int { return cmp.Compare(a.ID, b.ID) }) {
			if w.ID == 0 {
				continue
			}
			changed = true
			if err := removeWatch(ctx, t, w.ID); err != nil {
				return err
			}
		}
		if !changed {
			return nil
		}
		return changeWatches(ctx, t)
	})
}

// syncWatch adds w or brings the one that is there up to date, and reports
// whether that changed anything. A watch that asks for the backlog only now is
// given it.
func syncWatch(ctx context.Context, t *tx, old, w statements.Watch) (bool, error) {
	if old.ID == 0 {
		_, err := insertWatch(ctx, t, w)
		return err == nil, ignore(err, statements.ErrExists)
	}
	if old.Backlog == w.Backlog && old.Role == w.Role && old.Timing == w.Timing {
		return false, nil
	}
	return true, t.exec(ctx, `UPDATE watches SET backlog = $2, role = $3, timing = $4 WHERE id = $1`,
		old.ID, w.Backlog, w.Role, packed{w.Timing}.String())
}
