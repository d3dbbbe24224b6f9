package handlers

import (
	"context"
	"slices"
	"time"

	"onrecord/statements"
)

// drawer is what a shelf has that is told later.
type drawer struct {
	gathered []statements.Gathered
	mutes    []statements.Mute
	topic    statements.Topic
	set      []statements.Watch // whose timing was set
}

func (s *shelf) Gathered(_ context.Context, place string, _ time.Time) ([]statements.Gathered, error) {
	var out []statements.Gathered
	for _, g := range s.drawer.gathered {
		if g.Place == place {
			out = append(out, g)
		}
	}
	return out, s.check()
}

func (s *shelf) DigestNow(_ context.Context, place string, _ time.Time) (int, error) {
	n := 0
	for i, g := range s.drawer.gathered {
		if g.Place == place {
			n += g.Alerts
			s.drawer.gathered[i].Alerts = 0
		}
	}
	return n, s.check()
}

func (s *shelf) NumberedDigest(_ context.Context, place string, n int64) (string, error) {
	if err := s.check(); err != nil {
		return "", err
	}
	for id, d := range s.deliveries {
		if d.Place == place && d.Digest != nil && d.Digest.Number == n {
			return id, s.check()
		}
	}
	return "", statements.ErrNotFound
}

func (s *shelf) AddMute(_ context.Context, m statements.Mute) (statements.Mute, error) {
	m.ID = int64(len(s.drawer.mutes) + 1)
	s.drawer.mutes = append(s.drawer.mutes, m)
	return m, s.check()
}

func (s *shelf) EndMute(_ context.Context, id int64, _ string, _ time.Time) (statements.Mute, error) {
	i := slices.IndexFunc(s.drawer.mutes, func(m statements.Mute) bool { return m.ID == id })
	if i < 0 {
		return statements.Mute{}, statements.ErrNotFound
	}
	m := s.drawer.mutes[i]
	s.drawer.mutes = slices.Delete(s.drawer.mutes, i, i+1)
	return m, s.check()
}

func (s *shelf) Mutes(_ context.Context, place string, _ time.Time) ([]statements.Mute, error) {
	var out []statements.Mute
	for _, m := range s.drawer.mutes {
		if m.Place == place {
			out = append(out, m)
		}
	}
	return out, s.check()
}

func (s *shelf) TopicOf(context.Context, string, int64) (statements.Topic, error) {
	if len(s.drawer.topic.Stems) == 0 {
		return s.drawer.topic, statements.ErrNotFound
	}
	return s.drawer.topic, s.check()
}

func (s *shelf) SetTiming(_ context.Context, server string, id int64, to statements.Timing, _ time.Time) (statements.Watch, error) {
	for i, w := range s.watches {
		if w.ID == id && w.Server == server && server != "" {
			s.watches[i].Timing = to
			s.drawer.set = append(s.drawer.set, s.watches[i])
			return s.watches[i], s.check()
		}
	}
	return statements.Watch{}, statements.ErrNotFound
}
