package ask

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/text"
)

// Near is a statement that does not answer but comes nearest.
type Near struct {
	Answer
	Why string // one of the Near… below
}

// What a nearest statement is, for people.
const (
	NearSameThen  = "same person on this, at another time"
	NearSame      = "same person on something near"
	NearOther     = "someone else on this"
	NearMentioned = "said of them, not by them"
	// NearKin has no word of the question and, as a model says, its meaning.
	NearKin = "perhaps the same in other words"
)

// Reason is its Why, as it can be said in other languages.
func (n Near) Reason() statements.Said {
	switch n.Why {
	case NearSameThen:
		return statements.Say(NearSameThen)
	case NearSame:
		return statements.Say(NearSame)
	case NearOther:
		return statements.Say(NearOther)
	case NearMentioned:
		return statements.Say(NearMentioned)
	case NearKin:
		return statements.Say(NearKin)
	}
	return statements.Said{Format: "%s", Args: []any{n.Why}}
}

// nearest picks at most one of each sort; all is best first.
func nearest(q statements.Query, who asked, all []*scored) []Near {
	var out []Near
	taken := map[*scored]bool{}
	pick := func(why string, ok func(*scored) bool) bool {
		for _, s := range all {
			if !taken[s] && ok(s) {
				taken[s] = true
				out = append(out, Near{s.answer(), why})
				return true
			}
		}
		return false
	}
	topic, asked := len(q.Topic) > 0, len(q.Speakers) > 0
	same := func(s *scored) bool { return asked && who.said(s.found) }
	if !pick(NearSameThen, func(s *scored) bool { return same(s) && s.about && !fitsDays(q, s.found) }) {
		pick(NearSame, func(s *scored) bool { return same(s) && topic && s.cover > 0.1 && fitsDays(q, s.found) })
	}
	pick(NearOther, func(s *scored) bool { return topic && !same(s) && s.about })
	pick(NearMentioned, func(s *scored) bool { return asked && !same(s) && s.mentions(q) })
	return out
}

// mentions reports whether what was said names somebody who is asked for.
func (s *scored) mentions(q statements.Query) bool {
	for _, sp := range q.Speakers {
		if name := stem(lastFolded(sp.Name)); name != "" && s.says(name) {
			return true
		}
	}
	return false
}

// says reports whether a stem is in what was said, and not as a stop word.
func (p *passage) says(stem string) bool {
	return slices.ContainsFunc(p.words, func(w placed) bool {
		return w.zone == content && w.stem == stem && !english().is(text.Fold(w.raw), "stop")
	})
}
