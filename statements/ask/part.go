package ask

import (
	"slices"

	"onrecord/statements"
)

// How well a statement of somebody asked for by name must cover the topic to be
// given where none covers all of it, and what it must have of one word of it.
const (
	partly     = 0.38
	inSoMany   = 0.8
	mostInPart = 2
)

// inPart is what somebody who is asked for by name said of a part of what was
// asked, where nothing answers the whole: a statement or two with a telling word
// of the question in what was said, and with every name that the question has.
func inPart(q statements.Query, terms []wanted, all []*scored) []*scored {
	if len(q.Speakers) == 0 || len(terms) < 2 {
		return nil
	}
	var out []*scored
	for _, s := range all {
		if len(out) == mostInPart {
			break
		}
		if s.mine && !s.left && s.cover >= partly && s.tells(terms) {
			out = append(out, s)
		}
	}
	return out
}

// tells reports whether what was said has a telling word of the question, and the
// statement every name in it. A land alone tells nothing where something is asked on it.
func (s *scored) tells(terms []wanted) bool {
	telling := false
	only := !slices.ContainsFunc(terms, func(t wanted) bool { return t.act == "" && !t.wide && !t.proper })
	for i, t := range terms {
		if t.name && s.covers[i] < 0.5 {
			return false
		}
		telling = telling || t.act == "" && !t.wide && (only || !t.proper) && s.within[i] >= inSoMany
	}
	return telling
}
