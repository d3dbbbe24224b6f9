package coref

import (
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// meetFacing keeps whom sentence n sets against a role: of "Lee told the mayor"
// Lee is not the mayor.
func (c *Cast) meetFacing(n int, s *cues.Sentence) {
	for k := 1; k+1 < len(s.Items); k++ {
		if !s.Is(k, lexicon.Determiner) || !s.Lex.Has("definite", s.Lower(k)) || !s.Is(k+1, lexicon.Role) || s.Is(k+2, lexicon.Role) || s.IsQuote(k) || s.Lower(k+2) == "'s" {
			continue
		}
		if len(s.Lex.Verbs(s.Lower(k-1))) == 0 || s.Is(k-1, lexicon.Determiner|lexicon.Preposition|lexicon.Role) {
			continue
		}
		e := Nobody
		for _, m := range c.near(n, n, s.Items[k].Start) {
			e = m.Entity
		}
		if e < 0 {
			continue
		}
		for _, head := range [...]string{c.lex.SameRole(s.Lower(k + 1)), s.Lower(k + 1)} {
			c.facing[against{e, head}] = true
		}
	}
}

// against is somebody and a role that another has.
type against struct {
	entity int
	head   string
}
