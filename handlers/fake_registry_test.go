package handlers

import (
	"context"

	"onrecord/statements"
)

// Of the registry the shelf knows who is on it; what edits do to an archive is
// tried on a real one.

func (s *shelf) Roles(context.Context, int64) ([]statements.DatedRole, error) { return nil, s.check() }

func (s *shelf) Profile(_ context.Context, id int64) (statements.Profile, error) {
	p := statements.Profile{Kinds: map[statements.Kind]int{}, Known: map[statements.Known]int{}}
	for _, f := range s.found {
		if f.SpeakerID == id {
			p.Speaker = statements.Speaker{ID: id, Name: f.Statement.Speaker, Role: f.Statement.Role, Statements: p.Statements + 1}
			p.Kinds[f.Statement.Kind]++
			p.Known[f.Statement.Known]++
		}
	}
	if err := s.check(); err != nil {
		return p, err
	}
	if p.ID == 0 {
		return p, statements.ErrNotFound
	}
	return p, nil
}

func (s *shelf) RolesHeld(context.Context, statements.Date, statements.Date, int) ([]statements.Holder, error) {
	return nil, s.check()
}

func (s *shelf) Edits(context.Context, int64, int) ([]statements.Edit, error) { return nil, s.check() }

func (s *shelf) edited(e statements.Edit, id int64, what, detail string) (statements.Edit, error) {
	p, err := s.Profile(context.Background(), id)
	e.ID, e.Speaker, e.What, e.Detail = 1, p.Speaker, what, detail
	return e, err
}

func (s *shelf) RenameSpeaker(_ context.Context, e statements.Edit, id int64, name string) (statements.Edit, error) {
	return s.edited(e, id, statements.EditName, name)
}

func (s *shelf) AddAlias(_ context.Context, e statements.Edit, id int64, name string) (statements.Edit, error) {
	return s.edited(e, id, statements.EditAlias, name)
}

func (s *shelf) RemoveAlias(_ context.Context, e statements.Edit, id int64, name string) (statements.Edit, error) {
	return s.edited(e, id, statements.EditUnname, name)
}

func (s *shelf) MergeSpeakers(_ context.Context, e statements.Edit, from, _ int64) (statements.Edit, error) {
	return s.edited(e, from, statements.EditMerge, "")
}

func (s *shelf) SplitSpeaker(_ context.Context, e statements.Edit, id int64, part statements.Split) (statements.Edit, error) {
	return s.edited(e, id, statements.EditSplit, part.Spelling)
}

func (s *shelf) UndoEdit(_ context.Context, e statements.Edit, _ int64) (statements.Edit, error) {
	return e, s.check()
}

func (s *shelf) SetRole(_ context.Context, e statements.Edit, id int64, r statements.DatedRole) (statements.Edit, error) {
	return s.edited(e, id, statements.EditRole, r.Role)
}

func (s *shelf) RemoveRole(_ context.Context, e statements.Edit, id, _ int64) (statements.Edit, error) {
	return s.edited(e, id, statements.EditUnrole, "")
}
