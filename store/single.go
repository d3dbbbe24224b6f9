package store

import (
	"context"
	"math"
)

// bestOfOne finds the statements that have the only term of f: all that have it
// where something was said rank above those that have it around, and the newest
// first, so that the best are the newest of either and nothing else is looked at.
func (s *Store) bestOfOne(ctx context.Context, f filter) ([]hit, error) {
	few, err := s.d.index.few(ctx, s.again(), f, s.depth)
	if err != nil {
		return nil, err
	}
	var out []hit
	seen := map[int64]bool{}
	for _, look := range []struct {
		said  bool
		score float64
	}{{true, 1}, {false, 1 - whenSaid}} {
		if len(out) == f.limit {
			break
		}
		query, args := s.d.index.latest(f, math.MaxInt64, look.said, few)
		ids, err := all(ctx, s.again(), scalar[int64], query, s.d.planned(args)...)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			if !seen[id] && len(out) < f.limit {
				seen[id] = true
				out = append(out, hit{id, look.score})
			}
		}
	}
	return out, nil
}
