package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"onrecord/statements"
	"onrecord/statements/speakers"
)

// edit is an edit of the registry under way: what it will be remembered as, and
// what undoes it.
type edit struct {
	*tx
	statements.Edit
	before before
	// touched are the rows of speakers whose counts are made anew at the end.
	touched []int64
}

// before is what an edit found, so that it can be undone.
type before struct {
	Merged  []mergedRow `json:",omitempty"` // into whom these were merged
	Names   []namedRow  `json:",omitempty"` // how these were shown
	Given   []givenRow  `json:",omitempty"` // to whom editors had given a spelling
	Moved   []movedRow  `json:",omitempty"` // who these statements were put down to
	Made    []int64     `json:",omitempty"` // speakers that were not there
	Spelled []spelledAs `json:",omitempty"` // spellings that were not there
	Set     []int64     `json:",omitempty"` // roles that were not there
	Unset   []roleRow   `json:",omitempty"` // roles that were there
	Passed  []roleMove  `json:",omitempty"` // whose these roles were
	Parted  []partedRow `json:",omitempty"` // clusters of which these were part
}

type (
	mergedRow struct{ ID, Into int64 }
	namedRow  struct {
		ID   int64
		Name string
		Set  bool
	}
	givenRow struct {
		Name string
		ID   int64 // 0: to nobody
		By   string
	}
	movedRow struct {
		ID, Speaker int64
		Assigned    bool
	}
	spelledAs struct {
		ID   int64
		Name string
	}
	roleRow struct {
		ID, Speaker            int64
		Role, Since, Until, By string
	}
	roleMove  struct{ ID, Speaker int64 }
	partedRow struct{ ID, From int64 }
)

// editing runs an edit of one speaker in one transaction. While it runs nothing
// is kept, and what was matched before is matched again: an edit takes effect
// with the next article.
func (s *Store) editing(ctx context.Context, e statements.Edit, of int64, f func(*edit) error) (statements.Edit, error) {
	var done statements.Edit
	err := s.write(ctx, "edit the registry", func(t *tx) error {
		if err := changeableWatches(ctx, t); err != nil {
			return err
		}
		now := &edit{tx: t, Edit: e}
		var err error
		if now.Speaker, err = speakerOfID(ctx, t, of); err != nil {
			return err
		}
		if err := f(now); err != nil {
			return err
		}
		if err := now.finish(ctx); err != nil {
			return err
		}
		done = now.Edit
		return changeWatches(ctx, t)
	})
	return done, err
}

// speakerOfID gives the speaker of an id, or whom that one is merged into.
func speakerOfID(ctx context.Context, q querier, id int64) (statements.Speaker, error) {
	var sp statements.Speaker
	err := one(ctx, q, `SELECT c.id, c.name, c.role, c.statements FROM speakers v JOIN speakers c ON c.id = COALESCE(v.merged_into, v.id) WHERE v.id = $1`,
		[]any{id}, &sp.ID, &sp.Name, &sp.Role, &sp.Statements)
	if errors.Is(err, sql.ErrNoRows) {
		err = statements.ErrNotFound
	}
	return sp, err
}

// finish counts anew what was touched and writes the edit down.
func (e *edit) finish(ctx context.Context) error {
	var err error
	if e.before.Parted, err = recount(ctx, e.tx, e.touched); err != nil {
		return fmt.Errorf("count anew: %w", err)
	}
	undo, err := json.Marshal(e.before)
	if err != nil {
		return err
	}
	return one(ctx, e.tx, `INSERT INTO edits (at, made_by, server, what, speaker_id, speaker, other_id, other, detail, moved, before)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
		[]any{millis(e.At), e.By, e.Server, e.What, e.Speaker.ID, e.Speaker.Name, e.Other.ID, e.Other.Name, e.Detail, e.Moved, string(undo)}, &e.ID)
}

// voices are the rows of speakers that are one speaker, itself first.
func voices(ctx context.Context, q querier, id int64) ([]int64, error) {
	return all(ctx, q, scalar[int64], `SELECT id FROM speakers WHERE id = $1 OR merged_into = $1
		ORDER BY CASE WHEN id = $1 THEN 0 ELSE 1 END, id`, id)
}

// mergeInto makes rows of speakers part of another speaker, or of none (0).
func (e *edit) mergeInto(ctx context.Context, rows []int64, into int64) error {
	for _, id := range rows {
		var was sql.NullInt64
		if err := one(ctx, e.tx, `SELECT merged_into FROM speakers WHERE id = $1`, []any{id}, &was); err != nil {
			return err
		}
		e.before.Merged = append(e.before.Merged, mergedRow{id, was.Int64})
		if err := e.exec(ctx, `UPDATE speakers SET merged_into = $2 WHERE id = $1`, id, sql.NullInt64{Int64: into, Valid: into != 0}); err != nil {
			return err
		}
	}
	return nil
}

// name has a speaker shown by a name that no spelling replaces.
func (e *edit) name(ctx context.Context, id int64, name string) error {
	was := namedRow{ID: id}
	if err := one(ctx, e.tx, `SELECT name, name_set FROM speakers WHERE id = $1`, []any{id}, &was.Name, &was.Set); err != nil {
		return err
	}
	e.before.Names = append(e.before.Names, was)
	if err := e.exec(ctx, `UPDATE speakers SET name = $2, name_set = TRUE WHERE id = $1`, id, name); err != nil {
		return err
	}
	return e.spell(ctx, id, name)
}

// spell makes a name one of a speaker's spellings and gives it to that speaker.
func (e *edit) spell(ctx context.Context, id int64, name string) error {
	n, err := e.changed(ctx, `INSERT INTO spellings (speaker_id, name, uses) VALUES ($1, $2, 0) ON CONFLICT (speaker_id, name) DO NOTHING`, id, name)
	if err != nil {
		return err
	}
	if n > 0 {
		e.before.Spelled = append(e.before.Spelled, spelledAs{id, name})
	}
	if err := putWords(ctx, e.tx, id, name); err != nil {
		return err
	}
	return e.give(ctx, name, id)
}

// give gives a spelling to a speaker, or to nobody (0).
func (e *edit) give(ctx context.Context, name string, id int64) error {
	was := givenRow{Name: name}
	err := one(ctx, e.tx, `SELECT speaker_id, made_by FROM set_names WHERE name = $1`, []any{name}, &was.ID, &was.By)
	if ignore(err, sql.ErrNoRows) != nil {
		return err
	}
	e.before.Given = append(e.before.Given, was)
	return giveTo(ctx, e.tx, givenRow{name, id, e.By})
}

func giveTo(ctx context.Context, t *tx, g givenRow) error {
	if g.ID == 0 {
		return t.exec(ctx, `DELETE FROM set_names WHERE name = $1`, g.Name)
	}
	return t.exec(ctx, `INSERT INTO set_names (name, speaker_id, made_by) VALUES ($1, $2, $3)
		ON CONFLICT (name) DO UPDATE SET speaker_id = excluded.speaker_id, made_by = excluded.made_by`, g.Name, g.ID, g.By)
}

// bearer gives the row of speakers that a name is put down to when it is read,
// and whose part it is; 0 for nobody.
func bearer(ctx context.Context, q querier, name string) (row, speaker int64, err error) {
	err = one(ctx, q, `SELECT v.id, COALESCE(v.merged_into, v.id) FROM speakers v LEFT JOIN set_names n ON n.speaker_id = v.id AND n.name = $1
		WHERE n.name IS NOT NULL OR v.speaker_key = $2 ORDER BY CASE WHEN n.name IS NULL THEN 1 ELSE 0 END LIMIT 1`,
		[]any{name, key(speakers.Key(name))}, &row, &speaker)
	return row, speaker, ignore(err, sql.ErrNoRows)
}

// create makes a row of speakers for a name, under its own key or, where that
// is taken, under another that no name has.
func (e *edit) create(ctx context.Context, name string) (int64, error) {
	k := key(speakers.Key(name))
	for n := 2; ; n++ {
		var id int64
		err := one(ctx, e.tx, `INSERT INTO speakers (speaker_key, name, role, role_at, statements) VALUES ($1, $2, '', 0, 0)
			ON CONFLICT (speaker_key) DO NOTHING RETURNING id`, []any{k, name}, &id)
		if errors.Is(err, sql.ErrNoRows) {
			k = fmt.Sprintf("%s#%d", key(speakers.Key(name)), n)
			continue
		}
		e.before.Made = append(e.before.Made, id)
		return id, err
	}
}

// heardAs gives the ids under which statements of these speakers may be found:
// those of everybody who is merged with them.
func (s *Store) heardAs(ctx context.Context, who []statements.Speaker) ([]int64, error) {
	var ids []int64
	for _, sp := range who {
		ids = append(ids, sp.ID)
	}
	out := slices.Clone(ids)
	for part := range slices.Chunk(ids, chunk) {
		in := list(0, len(part))
		more, err := all(ctx, s.reader, scalar[int64], `SELECT id FROM speakers WHERE merged_into IN (`+in+`)
			UNION SELECT merged_into FROM speakers WHERE id IN (`+in+`) AND merged_into IS NOT NULL
			UNION SELECT o.id FROM speakers v JOIN speakers o ON o.merged_into = v.merged_into WHERE v.id IN (`+in+`)
			ORDER BY 1`, anys(part)...)
		if err != nil {
			return nil, fmt.Errorf("read who is one: %w", err)
		}
		for _, id := range more {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out, nil
}
