package handlers

import (
	"context"
	"slices"

	"onrecord/statements"
)

type seenRegistry struct {
	Registry
	*statements.View
	days seenDays
}

// Profile counts what reviewers gave and took away, and knows those, too, whom
// reviewers alone have named.
func (s seenRegistry) Profile(ctx context.Context, id int64) (statements.Profile, error) {
	if id >= 0 {
		p, err := s.Registry.Profile(ctx, id)
		if err != nil {
			return p, err
		}
		moved, err := s.days.moved(ctx, statements.Query{Speakers: []statements.Speaker{p.Speaker}})
		for _, f := range moved {
			now := s.Show(f)
			if f.SpeakerID == p.ID {
				profiled(&p, f, -1)
			}
			if now.SpeakerID == p.ID && !now.Rejected() {
				profiled(&p, now, 1)
			}
		}
		return p, err
	}
	for _, sp := range s.View.Speakers() {
		if sp.ID == id {
			sp.Statements = len(s.Given([]statements.Speaker{sp}))
			return statements.Profile{Speaker: sp, Known: map[statements.Known]int{statements.ByEditor: sp.Statements}}, nil
		}
	}
	return statements.Profile{}, statements.ErrNotFound
}

// profiled adds a statement to what a profile counts, or takes it away.
func profiled(p *statements.Profile, f statements.Found, n int) {
	p.Statements += n
	p.Kinds[f.Statement.Kind] += n
	p.Known[f.Statement.Known] += n
	i := slices.IndexFunc(p.Outlets, func(t statements.Tally) bool { return t.Name == f.Article.Outlet })
	if i < 0 {
		i, p.Outlets = len(p.Outlets), append(p.Outlets, statements.Tally{Name: f.Article.Outlet})
	}
	p.Outlets[i].N += n
	p.Outlets = slices.DeleteFunc(p.Outlets, func(t statements.Tally) bool { return t.N <= 0 || t.Name == "" })
	slices.SortStableFunc(p.Outlets, func(a, b statements.Tally) int { return b.N - a.N })
}
