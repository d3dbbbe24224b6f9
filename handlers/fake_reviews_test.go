package handlers

import (
	"context"
	"slices"
	"time"

	"onrecord/statements"
)

func (s *shelf) Seen(_ context.Context, server, place string) (*statements.View, error) {
	var in []statements.Correction
	for _, c := range s.reviews {
		if c.Server == server && c.Undone.IsZero() && c.What != statements.VerdictRight {
			in = append(in, c)
		}
	}
	return statements.NewView(in), s.check()
}

func (s *shelf) Correct(ctx context.Context, c statements.Correction) (statements.Correction, error) {
	f, err := s.Statement(ctx, c.Statement)
	if err != nil {
		return c, err
	}
	for _, b := range slices.Backward(s.reviews) {
		if b.Server == c.Server && b.Statement == c.Statement && b.Undone.IsZero() && (b.What == c.What && b.Written == c.Written && b.Speaker.Name == c.Speaker.Name || c.What == statements.VerdictRight) {
			return b, statements.ErrExists
		}
	}
	v, _ := s.Seen(ctx, c.Server, "")
	f = v.Show(f)
	c.ID, c.Was = int64(len(s.reviews)+1), statements.Speaker{ID: f.SpeakerID, Name: f.Statement.Speaker}
	if c.What == statements.VerdictSpeaker && c.Speaker.ID == 0 {
		c.Speaker.ID = -c.ID
	}
	if c.What == statements.VerdictDuplicate {
		c.Cluster, c.Into = c.Statement, c.Other
	}
	if c.What != statements.VerdictRight {
		c.Places = []string{"discord:5"}
	}
	s.reviews = append(s.reviews, c)
	return c, s.check()
}

func (s *shelf) UndoCorrection(_ context.Context, by statements.Correction, id int64) (statements.Correction, error) {
	for i, c := range s.reviews {
		switch {
		case c.ID != id || c.Server != by.Server:
		case !c.Undone.IsZero():
			return c, statements.ErrExists
		default:
			s.reviews[i].Undone, s.reviews[i].UndoneBy = by.At, by.By
			return s.reviews[i], s.check()
		}
	}
	return statements.Correction{}, statements.ErrNotFound
}

func (s *shelf) Reviews(_ context.Context, server string, statement int64, n int) ([]statements.Correction, error) {
	var out []statements.Correction
	for i := len(s.reviews) - 1; i >= 0 && len(out) < n; i-- {
		if c := s.reviews[i]; c.Server == server && (statement == 0 || statement == c.Statement) {
			out = append(out, c)
		}
	}
	return out, s.check()
}

func (s *shelf) Tested(context.Context, string, time.Time, time.Time) ([]statements.Tested, error) {
	return s.tested, s.check()
}
