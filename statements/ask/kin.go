package ask

import (
	"slices"

	"onrecord/statements"
)

// Worded are those of what a search by meaning found that have a word of the
// topic, too: candidates like those of a search by words.
func Worded(q statements.Query, found []statements.Found) []statements.Found {
	var out []statements.Found
	for _, s := range kin(q, found) {
		if s.worded() {
			out = append(out, s.found)
		}
	}
	return out
}

// WithKin offers, where nothing answers, the first of what a search by meaning
// found that has no word of the topic: as nearest, never as an answer. It passes
// every filter of q.
func WithKin(q statements.Query, r Ranked, found []statements.Found) Ranked {
	if len(r.Answers) > 0 || len(q.Topic) == 0 {
		return r
	}
	for _, s := range kin(q, found) {
		there := slices.ContainsFunc(r.Nearest, func(n Near) bool { return n.Found.Statement.ID == s.found.Statement.ID })
		if s.mine && !s.worded() && !there {
			r.Nearest = append(slices.Clip(r.Nearest), Near{s.answer(), NearKin})
			break
		}
	}
	return r
}

// kin reads what was found, as Rank does, and leaves it in its order.
func kin(q statements.Query, found []statements.Found) []*scored {
	if len(found) == 0 {
		return nil
	}
	r := newReader(q.Question)
	defer r.done()
	r.anybody = len(q.Speakers) == 0
	out := read(q, r, askedFor(q, found), wants(q), found)
	at := map[int64]int{}
	for i, f := range found {
		at[f.Statement.ID] = i
	}
	slices.SortStableFunc(out, func(a, b *scored) int { return at[a.found.Statement.ID] - at[b.found.Statement.ID] })
	return out
}

func (s *scored) worded() bool {
	return slices.ContainsFunc(s.covers, func(c float64) bool { return c > 0 })
}
