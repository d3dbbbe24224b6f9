package ask

import (
	"slices"

	"onrecord/statements"
)

// doers leaves those of all that do what was asked for, where nobody is asked
// for by name; act is how plainly one of them does.
func doers(q statements.Query, terms []wanted, all []*scored, act float64) []*scored {
	if len(q.Speakers) > 0 {
		return all
	}
	plain, asked := false, false
	for _, t := range terms {
		asked = asked || t.act != ""
		a := english().acts[t.act]
		tacit := a.tacit || t.clause // who warns that it may rain may say no more than that
		plain = plain || t.act != "" && (act >= plainly || !tacit || a.taking())
	}
	least := enough
	if act >= plainly {
		least = byContent
	}
	against := opponents(terms, all)
	return slices.DeleteFunc(all, func(s *scored) bool {
		if asked && s.act < enough && !slices.ContainsFunc(s.within, func(v float64) bool { return v >= nearby }) {
			return true // neither does it nor speaks of it: what was asked stands in the sentence before
		}
		unsure := s.act < byContent && s.act != byVerdict && s.cover < surelyAbout
		return plain && (unsure || s.act < least) || s.act < byMood && against[s.side()]
	})
}

// surelyAbout is how well a statement must cover the topic that only comes near
// the act that was asked for.
const surelyAbout = 0.7

// side is somebody in one article: who defends there does not attack.
type side struct{ article, speaker string }

func (s *scored) side() side { return side{s.found.Article.URL, s.found.Statement.Speaker} }

// opponents are those whose words of saying are the opposite of an act that is
// asked for.
func opponents(terms []wanted, all []*scored) map[side]bool {
	out := map[side]bool{}
	for _, t := range terms {
		for _, act := range english().acts[t.act].opposite {
			for _, s := range all {
				if s.passage.acts(wanted{act: act}) == 1 {
					out[s.side()] = true
				}
			}
		}
	}
	return out
}
