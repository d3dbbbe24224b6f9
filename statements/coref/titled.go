package coref

import (
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// meetOffice keeps the role that sentence n is about: "The president himself spoke
// on radio." A pronoun after it is for who holds it, and not for who spoke before.
func (c *Cast) meetOffice(n int, s *cues.Sentence) {
	if !s.Lex.Has("definite", s.Lower(0)) || s.Headline {
		return
	}
	words := []string{s.Lower(0)}
	for k := 1; k < longestOffice && s.Word(k) && !s.Items[k].Cap; k++ {
		words = append(words, s.Lower(k))
		if !s.Is(k, lexicon.Role) {
			continue
		}
		if s.Word(k+1) && !s.Items[k+1].Cap && !s.Is(k+1, lexicon.Role|lexicon.Preposition|lexicon.Coordinator|lexicon.PronounRelative) && s.Items[k+1].Kind != text.Clitic {
			c.offices[n] = words
		}
		return
	}
}

// longestOffice is how many words "the former prime minister" has, and one more.
const longestOffice = 5

// byOffice gives the one person who holds the role that sentence n is about, where
// the text tells of only one.
func (c *Cast) byOffice(pronoun lexicon.Flags, n int) int {
	words, ok := c.offices[n]
	if !ok {
		return Nobody
	}
	want, found := c.office(words), Nobody
	if want.title == "" {
		return Nobody
	}
	for e := range c.Entities {
		if !c.human(e) || !c.holds(e, want, n) || !fits(c.Entities[e].Gender, pronoun) {
			continue
		}
		if found >= 0 {
			return Nobody
		}
		found = e
	}
	return found
}
