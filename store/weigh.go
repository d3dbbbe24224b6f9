package store

import (
	"context"
	"math"
)

// term is one thing that a question is about: the phrases that count as it,
// what it weighs, and from which statement on it is looked for.
type term struct {
	phrases []phrase
	weight  float64
	since   int64 // of a common term: only statements with this id or a greater; else 0
}

// whenSaid is the part of a term's weight that it only has where it stands in
// what was said, and not around it or in the headline.
const whenSaid = 0.7

// depth bounds what one search looks at.
type depth struct {
	// ranked is how many statements are ranked, for all terms together. A term
	// that more than its share have is common: of the statements that have no
	// other, only the newest are looked at.
	ranked int
	// newest is how many of them.
	newest int
}

// usualDepth keeps a search for the commonest words under some 100 ms of one
// core, in an archive of any size.
var usualDepth = depth{ranked: 20_000, newest: 2_000}

// weigh gives every term of f its weight, which grows with its rarity, and
// makes the common ones known as such. Both are estimated: to count all
// statements that have a term would take longer than the search.
func (s *Store) weigh(ctx context.Context, f filter) (filter, error) {
	if len(f.topic) == 0 {
		return f, nil
	}
	var last int64
	if err := one(ctx, s.again(), `SELECT COALESCE(MAX(id), 0) FROM statements`, nil, &last); err != nil {
		return f, err
	}
	share := max(s.depth.newest, s.depth.ranked/len(f.topic))
	weighed := make([]term, len(f.topic))
	for i, t := range f.topic {
		everywhere, _, err := s.d.index.having(ctx, s.again(), filter{topic: []term{t}}, s.depth, last)
		if err != nil {
			return f, err
		}
		t.weight = math.Log(1 + (float64(last)+1)/(everywhere+1))
		if everywhere > float64(share) {
			here := f
			here.topic = []term{t}
			passing, since, err := s.d.index.having(ctx, s.again(), here, s.depth, last)
			if err != nil {
				return f, err
			}
			if passing > float64(share) {
				t.since = max(since, 1)
			}
		}
		weighed[i] = t
	}
	f.topic, f.newest = weighed, s.depth.newest
	return f, nil
}

// together are the common terms, what they weigh together, and the id under
// which none of them is looked for by itself.
func (f filter) together() (common []term, weight float64, below int64) {
	below = math.MaxInt64
	for _, t := range f.topic {
		if t.since > 0 {
			common = append(common, t)
			weight += t.weight
			below = min(below, t.since)
		}
	}
	return common, weight, below
}
