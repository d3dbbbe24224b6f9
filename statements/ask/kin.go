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
		if s.mine && !s.worded() {
			r.Nearest = append(slices.Clip(r.Nearest), Near{s.answer(), NearKin})
			break
		}
	}
	return r
}

// kin reads what was found and leaves it in its order.
func kin(q statements.Query, found []statements.Found) []*scored {
	terms := wants(q)
	who := askedFor(q, found)
	r := newReader(q.Question)
	defer r.done()
	var out []*scored
	for _, f := range found {
		if len(f.Statement.Content) == 0 {
			continue
		}
		s := &scored{passage: r.passage(f), mine: who.said(f) && fits(q, f)}
		r.close(s.passage)
		s.covers, _ = s.passage.covers(terms)
		out = append(out, s)
	}
	return out
}

func (s *scored) worded() bool {
	return slices.ContainsFunc(s.covers, func(c float64) bool { return c > 0 })
}
