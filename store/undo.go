package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"onrecord/statements"
)

const editColumns = `id, at, made_by, server, what, speaker_id, speaker, other_id, other, detail, moved, undone, undone_by`

func scanEdit(r *sql.Rows) (statements.Edit, error) {
	var e statements.Edit
	var at, undone int64
	err := r.Scan(&e.ID, &at, &e.By, &e.Server, &e.What, &e.Speaker.ID, &e.Speaker.Name, &e.Other.ID, &e.Other.Name, &e.Detail, &e.Moved, &undone, &e.UndoneBy)
	e.At, e.Undone = moment(at), moment(undone)
	return e, err
}

// Edits gives at most n edits of the registry, newest first: those of one
// speaker, or all of them for 0.
func (s *Store) Edits(ctx context.Context, speaker int64, n int) ([]statements.Edit, error) {
	out, err := all(ctx, s.reader, scanEdit, `SELECT `+editColumns+` FROM edits
		WHERE $1 = 0 OR speaker_id = $1 OR other_id = $1 ORDER BY id DESC LIMIT $2`, speaker, max(n, 0))
	if err != nil {
		return nil, fmt.Errorf("read the edits: %w", err)
	}
	return out, nil
}

// UndoEdit takes an edit back, the newest that is in force for 0: by holds who
// does it, when and where. What has arrived since then goes where it would have
// gone without the edit. statements.ErrNotFound if there is none,
// statements.ErrExists if it is undone already, statements.ErrLaterEdit, with
// the later one, if another edit of the same speakers stands on it.
func (s *Store) UndoEdit(ctx context.Context, by statements.Edit, id int64) (statements.Edit, error) {
	var e statements.Edit
	err := s.write(ctx, "undo an edit of the registry", func(t *tx) error {
		if err := changeableWatches(ctx, t); err != nil {
			return err
		}
		var err error
		if e, err = undoable(ctx, t, id); err != nil {
			return err
		}
		if err := undo(ctx, t, e); err != nil {
			return err
		}
		e.Undone, e.UndoneBy = by.At, by.By
		if err := t.exec(ctx, `UPDATE edits SET undone = $2, undone_by = $3 WHERE id = $1`, e.ID, millis(by.At), by.By); err != nil {
			return err
		}
		return changeWatches(ctx, t)
	})
	return e, err
}

// undoable gives an edit on which no other stands.
func undoable(ctx context.Context, t *tx, id int64) (statements.Edit, error) {
	found, err := all(ctx, t, scanEdit, `SELECT `+editColumns+` FROM edits WHERE id = $1 OR $1 = 0 AND undone = 0 ORDER BY id DESC LIMIT 1`, id)
	switch {
	case err != nil:
		return statements.Edit{}, err
	case len(found) == 0:
		return statements.Edit{}, statements.ErrNotFound
	case !found[0].Undone.IsZero():
		return found[0], statements.ErrExists
	}
	e := found[0]
	later, err := all(ctx, t, scanEdit, `SELECT `+editColumns+` FROM edits WHERE id > $1 AND undone = 0
		AND (speaker_id IN ($2, $3) OR other_id IN ($2, $3) AND other_id <> 0) ORDER BY id DESC LIMIT 1`, e.ID, e.Speaker.ID, e.Other.ID)
	if err != nil {
		return e, err
	}
	if len(later) > 0 {
		return later[0], statements.ErrLaterEdit
	}
	return e, nil
}

func undo(ctx context.Context, t *tx, e statements.Edit) error {
	var stored string
	if err := one(ctx, t, `SELECT before FROM edits WHERE id = $1`, []any{e.ID}, &stored); err != nil {
		return err
	}
	var was before
	if err := json.Unmarshal([]byte(stored), &was); err != nil {
		return fmt.Errorf("read what was before edit %d: %w", e.ID, err)
	}
	touched := []int64{e.Speaker.ID}
	if e.Other.ID != 0 {
		touched = append(touched, e.Other.ID)
	}
	for _, m := range was.Merged {
		touched = append(touched, m.ID)
	}
	for _, m := range was.Moved {
		touched = append(touched, m.Speaker)
	}
	touched = append(touched, was.Made...)
	err := errors.Join(unmove(ctx, t, e, was), unname(ctx, t, was), unrole(ctx, t, was), unpart(ctx, t, was))
	if err != nil {
		return err
	}
	if _, err := recount(ctx, t, touched); err != nil {
		return fmt.Errorf("count anew: %w", err)
	}
	return unmake(ctx, t, was.Made)
}

// unmove puts statements down to whom they were put down to before, and parts
// what was merged. What has come to somebody whom a split made goes back too.
func unmove(ctx context.Context, t *tx, e statements.Edit, was before) error {
	if err := putDown(ctx, t, was.Moved); err != nil {
		return err
	}
	for _, id := range was.Made {
		if e.What != statements.EditSplit {
			break
		}
		since, err := all(ctx, t, scalar[int64], `SELECT id FROM statements WHERE speaker_id = $1 ORDER BY id`, id)
		if err != nil {
			return err
		}
		back := make([]movedRow, len(since))
		for i, st := range since {
			back[i] = movedRow{st, e.Speaker.ID, false}
		}
		if err := putDown(ctx, t, back); err != nil {
			return err
		}
	}
	for _, m := range was.Merged {
		if err := t.exec(ctx, `UPDATE speakers SET merged_into = $2 WHERE id = $1`, m.ID, sql.NullInt64{Int64: m.Into, Valid: m.Into != 0}); err != nil {
			return err
		}
	}
	return nil
}

// unname gives back names and spellings, the last changed first.
func unname(ctx context.Context, t *tx, was before) error {
	for i := len(was.Names) - 1; i >= 0; i-- {
		n := was.Names[i]
		if err := t.exec(ctx, `UPDATE speakers SET name = $2, name_set = $3 WHERE id = $1`, n.ID, n.Name, n.Set); err != nil {
			return err
		}
	}
	for i := len(was.Given) - 1; i >= 0; i-- {
		if err := giveTo(ctx, t, was.Given[i]); err != nil {
			return err
		}
	}
	return nil
}

func unrole(ctx context.Context, t *tx, was before) error {
	for _, id := range was.Set {
		if err := t.exec(ctx, `DELETE FROM set_roles WHERE id = $1`, id); err != nil {
			return err
		}
	}
	for _, r := range was.Unset {
		err := t.exec(ctx, `INSERT INTO set_roles (id, speaker_id, role, since, until, made_by) VALUES ($1, $2, $3, $4, $5, $6)`,
			r.ID, r.Speaker, r.Role, r.Since, r.Until, r.By)
		if err != nil {
			return err
		}
	}
	for _, p := range was.Passed {
		if err := t.exec(ctx, `UPDATE set_roles SET speaker_id = $2 WHERE id = $1`, p.ID, p.Speaker); err != nil {
			return err
		}
	}
	return nil
}

// unpart puts clusters together again, with what has joined the parts since.
func unpart(ctx context.Context, t *tx, was before) error {
	for _, p := range was.Parted {
		if err := t.exec(ctx, `UPDATE reports SET cluster_id = $2 WHERE cluster_id = $1`, p.ID, p.From); err != nil {
			return err
		}
	}
	return nil
}

// unmake removes speakers that an edit made, unless somebody has spoken under
// their name since.
func unmake(ctx context.Context, t *tx, made []int64) error {
	for _, id := range made {
		var spoken bool
		if err := one(ctx, t, `SELECT EXISTS (SELECT 1 FROM statements WHERE speaker_id = $1)`, []any{id}, &spoken); err != nil || spoken {
			return err
		}
		for _, from := range []string{
			`DELETE FROM name_words WHERE speaker_id = $1`, `DELETE FROM spellings WHERE speaker_id = $1`,
			`DELETE FROM read_roles WHERE speaker_id = $1`, `DELETE FROM set_names WHERE speaker_id = $1`,
			`DELETE FROM speakers WHERE id = $1`,
		} {
			if err := t.exec(ctx, from, id); err != nil {
				return err
			}
		}
	}
	return nil
}
