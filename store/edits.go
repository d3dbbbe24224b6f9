package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"onrecord/statements"
	"onrecord/statements/speakers"
)

// RenameSpeaker has a speaker shown by a name, whatever articles call it.
// statements.ErrOwnSpeaker, with that one as Other, if the name is another's.
func (s *Store) RenameSpeaker(ctx context.Context, e statements.Edit, id int64, name string) (statements.Edit, error) {
	name = oneLine(name)
	var other statements.Speaker
	done, err := s.editing(ctx, e, id, func(e *edit) (err error) {
		e.What, e.Detail = statements.EditName, name
		_, whose, err := bearer(ctx, e.tx, name)
		if err != nil {
			return err
		}
		if whose != 0 && whose != e.Speaker.ID {
			other, err = speakerOfID(ctx, e.tx, whose)
			return errors.Join(statements.ErrOwnSpeaker, err)
		}
		e.touched = append(e.touched, e.Speaker.ID)
		return e.name(ctx, e.Speaker.ID, name)
	})
	if other.ID != 0 {
		done.Other = other
	}
	return done, err
}

// AddAlias makes a name one that means the speaker, in articles to come, in
// watches and in questions. statements.ErrExists if it does already;
// statements.ErrOwnSpeaker, with that one as Other, if it is another's.
func (s *Store) AddAlias(ctx context.Context, e statements.Edit, id int64, name string) (statements.Edit, error) {
	name = oneLine(name)
	var other statements.Speaker
	done, err := s.editing(ctx, e, id, func(e *edit) (err error) {
		e.What, e.Detail = statements.EditAlias, name
		row, whose, err := bearer(ctx, e.tx, name)
		if err != nil {
			return err
		}
		switch {
		case whose == 0:
			if row, err = e.create(ctx, name); err != nil {
				return err
			}
			if err := e.mergeInto(ctx, []int64{row}, e.Speaker.ID); err != nil {
				return err
			}
		case whose != e.Speaker.ID:
			other, err = speakerOfID(ctx, e.tx, whose)
			return errors.Join(statements.ErrOwnSpeaker, err)
		default:
			var there bool
			err := one(ctx, e.tx, `SELECT EXISTS (SELECT 1 FROM spellings n JOIN speakers v ON v.id = n.speaker_id
				WHERE n.name = $2 AND (v.id = $1 OR v.merged_into = $1))`, []any{whose, name}, &there)
			if err != nil {
				return err
			}
			if there {
				return statements.ErrExists
			}
		}
		e.touched = append(e.touched, row, e.Speaker.ID)
		return e.spell(ctx, row, name)
	})
	if other.ID != 0 {
		done.Other = other
	}
	return done, err
}

// RemoveAlias takes a name away from a speaker. What was said under it goes
// with it where it has a key of its own. statements.ErrNotFound if the speaker
// has no such name, statements.ErrRead if articles have the spelling and their
// statements could not be told from the others: to split them off is another
// edit.
func (s *Store) RemoveAlias(ctx context.Context, e statements.Edit, id int64, name string) (statements.Edit, error) {
	name = oneLine(name)
	return s.editing(ctx, e, id, func(e *edit) error {
		e.What, e.Detail = statements.EditUnname, name
		row, uses := int64(0), 0
		err := one(ctx, e.tx, `SELECT v.id, n.uses FROM spellings n JOIN speakers v ON v.id = n.speaker_id
			WHERE n.name = $2 AND (v.id = $1 OR v.merged_into = $1) ORDER BY n.uses DESC, v.id LIMIT 1`, []any{e.Speaker.ID, name}, &row, &uses)
		if errors.Is(err, sql.ErrNoRows) {
			return statements.ErrNotFound
		}
		if err != nil {
			return err
		}
		e.touched = append(e.touched, row, e.Speaker.ID)
		switch {
		case row != e.Speaker.ID:
			if err := one(ctx, e.tx, `SELECT COUNT(*) FROM statements WHERE speaker_id = $1`, []any{row}, &e.Moved); err != nil {
				return err
			}
			if err := e.mergeInto(ctx, []int64{row}, 0); err != nil {
				return err
			}
			e.Other, err = speakerOfID(ctx, e.tx, row)
			return err
		case uses > 0 || name == e.Speaker.Name:
			return statements.ErrRead
		}
		// recount drops a spelling that nobody uses and nobody gave.
		return e.give(ctx, name, 0)
	})
}

// MergeSpeakers makes one speaker of two: what from said, its names, roles and
// watches are into's from now on, and from's number leads to into.
// statements.ErrExists if they are one already.
func (s *Store) MergeSpeakers(ctx context.Context, e statements.Edit, from, into int64) (statements.Edit, error) {
	return s.editing(ctx, e, from, func(e *edit) (err error) {
		e.What = statements.EditMerge
		if e.Other, err = speakerOfID(ctx, e.tx, into); err != nil {
			return err
		}
		if e.Other.ID == e.Speaker.ID {
			return statements.ErrExists
		}
		e.Moved = e.Speaker.Statements
		rows, err := voices(ctx, e.tx, e.Speaker.ID)
		if err != nil {
			return err
		}
		if err := e.mergeInto(ctx, rows, e.Other.ID); err != nil {
			return err
		}
		e.touched = append(e.touched, e.Speaker.ID, e.Other.ID)
		return e.passRoles(ctx, e.Other.ID)
	})
}

// passRoles gives the roles that editors set for a speaker to another.
func (e *edit) passRoles(ctx context.Context, to int64) error {
	ids, err := all(ctx, e.tx, scalar[int64], `SELECT id FROM set_roles WHERE speaker_id = $1 ORDER BY id`, e.Speaker.ID)
	if err != nil {
		return err
	}
	for _, id := range ids {
		e.before.Passed = append(e.before.Passed, roleMove{id, e.Speaker.ID})
	}
	return e.exec(ctx, `UPDATE set_roles SET speaker_id = $2 WHERE speaker_id = $1`, e.Speaker.ID, to)
}

// SplitSpeaker moves a part of what a speaker said to another, who is made if
// nobody has the name. statements.ErrNotFound if there is no such part.
func (s *Store) SplitSpeaker(ctx context.Context, e statements.Edit, id int64, part statements.Split) (statements.Edit, error) {
	part.Into, part.Spelling = oneLine(part.Into), oneLine(part.Spelling)
	return s.editing(ctx, e, id, func(e *edit) error {
		e.What, e.Detail = statements.EditSplit, part.Spelling
		moved, err := e.partOf(ctx, part)
		if err != nil {
			return err
		}
		row, err := e.splitTo(ctx, part.Into)
		if err != nil {
			return err
		}
		if e.Other, err = speakerOfID(ctx, e.tx, row); err != nil {
			return err
		}
		if part.Spelling != "" {
			if err := e.spell(ctx, row, part.Spelling); err != nil {
				return err
			}
		}
		e.Moved = len(moved)
		e.touched = append(e.touched, row, e.Other.ID, e.Speaker.ID)
		for _, m := range moved {
			e.touched = append(e.touched, m.Speaker)
		}
		e.before.Moved = moved
		return e.assign(ctx, moved, row, part.Statements)
	})
}

// partOf gives the statements of the speaker that a split is about.
func (e *edit) partOf(ctx context.Context, part statements.Split) ([]movedRow, error) {
	rows, err := all(ctx, e.tx, func(r *sql.Rows) (m spokenRow, err error) {
		return m, r.Scan(&m.ID, &m.Speaker, &m.Assigned, &m.as)
	}, `SELECT st.id, st.speaker_id, st.assigned, st.speaker FROM statements st JOIN speakers v ON v.id = st.speaker_id
		WHERE v.id = $1 OR v.merged_into = $1 ORDER BY st.id`, e.Speaker.ID)
	if err != nil {
		return nil, err
	}
	var out []movedRow
	for _, m := range rows {
		if part.Spelling != "" && oneLine(m.as) == part.Spelling || slices.Contains(part.Statements, m.ID) {
			out = append(out, m.movedRow)
		}
	}
	for _, id := range part.Statements {
		if !slices.ContainsFunc(out, func(m movedRow) bool { return m.ID == id }) {
			return nil, fmt.Errorf("statement %d: %w", id, statements.ErrNotFound)
		}
	}
	if len(out) > 0 {
		return out, nil
	}
	// A spelling that nobody has used yet can be somebody else's, too.
	var there bool
	err = one(ctx, e.tx, `SELECT EXISTS (SELECT 1 FROM spellings n JOIN speakers v ON v.id = n.speaker_id
		WHERE n.name = $2 AND (v.id = $1 OR v.merged_into = $1))`, []any{e.Speaker.ID, part.Spelling}, &there)
	if err == nil && !there {
		err = statements.ErrNotFound
	}
	return nil, err
}

type spokenRow struct {
	movedRow
	as string
}

// splitTo gives the row of speakers to move statements to: of somebody on
// record who is not the speaker itself, or of somebody new.
func (e *edit) splitTo(ctx context.Context, name string) (int64, error) {
	row, whose, err := bearer(ctx, e.tx, name)
	switch {
	case err != nil:
		return 0, err
	case whose == 0 || row == e.Speaker.ID:
		if row, err = e.create(ctx, name); err != nil {
			return 0, err
		}
		return row, e.shownAs(ctx, row, name)
	case whose == e.Speaker.ID: // a name that was merged into this speaker goes its own way again
		return row, errors.Join(e.mergeInto(ctx, []int64{row}, 0), e.shownAs(ctx, row, name))
	}
	// The spelling that comes to them must not become their name.
	there, err := speakerOfID(ctx, e.tx, whose)
	if err != nil {
		return 0, err
	}
	return whose, e.name(ctx, whose, there.Name)
}

// shownAs names a speaker that was split off. A name that is spelled like the
// other's stays with the other when it is read.
func (e *edit) shownAs(ctx context.Context, row int64, name string) error {
	if key(speakers.Key(name)) != key(speakers.Key(e.Speaker.Name)) {
		return e.name(ctx, row, name)
	}
	was := namedRow{ID: row, Name: name}
	e.before.Names = append(e.before.Names, was)
	if err := e.exec(ctx, `UPDATE speakers SET name = $2, name_set = TRUE WHERE id = $1`, row, name); err != nil {
		return err
	}
	return putWords(ctx, e.tx, row, name)
}

// SetRole sets a role that a speaker bears from since to until, both included
// and either zero for open: what articles say in that time gives way to it.
func (s *Store) SetRole(ctx context.Context, e statements.Edit, id int64, role statements.DatedRole) (statements.Edit, error) {
	return s.editing(ctx, e, id, func(e *edit) error {
		e.What, e.Detail = statements.EditRole, roleOf(role.Role)
		e.touched = append(e.touched, e.Speaker.ID)
		var n int64
		err := one(ctx, e.tx, `INSERT INTO set_roles (speaker_id, role, since, until, made_by) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
			[]any{e.Speaker.ID, e.Detail, role.Since.String(), role.Until.String(), e.By}, &n)
		e.before.Set = append(e.before.Set, n)
		return err
	})
}

// RemoveRole takes away the role that an editor set under that number;
// statements.ErrNotFound if the speaker has none.
func (s *Store) RemoveRole(ctx context.Context, e statements.Edit, id, role int64) (statements.Edit, error) {
	return s.editing(ctx, e, id, func(e *edit) error {
		e.What = statements.EditUnrole
		e.touched = append(e.touched, e.Speaker.ID)
		was := roleRow{ID: role, Speaker: e.Speaker.ID}
		err := one(ctx, e.tx, `DELETE FROM set_roles WHERE id = $1 AND speaker_id = $2 RETURNING role, since, until, made_by`,
			[]any{role, e.Speaker.ID}, &was.Role, &was.Since, &was.Until, &was.By)
		if errors.Is(err, sql.ErrNoRows) {
			return statements.ErrNotFound
		}
		e.Detail = was.Role
		e.before.Unset = append(e.before.Unset, was)
		return err
	})
}
