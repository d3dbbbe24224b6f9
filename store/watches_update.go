package store

import (
	"context"

	"onrecord/statements"
)

// UpdateWatch makes the watch of that id and server say what w does, and gives
// it. Who made it and when, whose it is and whether it is given the backlog
// stay as they were; what it owes already goes where it was owed. A place that
// is given a watch is no longer paused. statements.ErrNotFound if that server
// has none of that id; statements.ErrExists, with the watch that is there, if
// another one says the same already.
func (s *Store) UpdateWatch(ctx context.Context, w statements.Watch) (statements.Watch, error) {
	err := s.write(ctx, "change the watch", func(t *tx) error {
		if err := changeableWatches(ctx, t); err != nil {
			return err
		}
		there, err := all(ctx, t, scanWatch, `SELECT `+watchColumns+` FROM watches w
			WHERE w.id = $1 AND w.server = $2 AND w.server <> '' AND NOT w.removed`, w.ID, w.Server)
		if err != nil {
			return err
		}
		if len(there) == 0 {
			return statements.ErrNotFound
		}
		key := watchKey(w)
		others, err := all(ctx, t, scanWatch, `SELECT `+watchColumns+` FROM watches w WHERE w.watch_key = $1 AND w.id <> $2`, key, w.ID)
		if err != nil {
			return err
		}
		if len(others) > 0 {
			w = others[0]
			return statements.ErrExists
		}
		old := there[0]
		w.Backlog, w.By, w.Created, w.Owner = old.Backlog, old.By, old.Created, old.Owner
		if err := t.exec(ctx, `UPDATE watches SET watch_key = $2, place = $3, speaker = $4, keywords = $5, role = $6, only_if = $7, timing = $8 WHERE id = $1`,
			w.ID, key, w.Place, w.Speaker, w.Keywords, w.Role, packed{w.Only}.String(), packed{w.Timing}.String()); err != nil {
			return err
		}
		if err := changeWatches(ctx, t); err != nil {
			return err
		}
		_, err = resume(ctx, t, w.Place)
		return err
	})
	return w, err
}

// PausedAt tells of a place that refused a message for good; statements.ErrNotFound
// if it did not.
func (s *Store) PausedAt(ctx context.Context, place string) (statements.Paused, error) {
	list, err := all(ctx, s.reader, scanPaused, `SELECT d.place, MIN(d.why), (SELECT COUNT(*) FROM deliveries o WHERE o.place = $1 AND o.state <> 'sent')
		FROM deliveries d WHERE d.place = $1 AND d.state <> 'sent' AND d.state = 'paused' GROUP BY d.place`, place)
	if err == nil && len(list) == 0 {
		err = statements.ErrNotFound
	}
	if err != nil {
		return statements.Paused{}, wrap("look whether the place is paused", err)
	}
	return list[0], nil
}
