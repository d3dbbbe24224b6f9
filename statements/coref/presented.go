package coref

import (
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// presents reports whether sentence n only brings up whoever is named behind item b, so
// that it is about them though they are not its subject: "The reply came from Ann Lee",
// "The verdict was read out by Ann Lee", "Among them was Ann Lee". No one else is named
// before in it.
func (c *Cast) presents(n int, s *cues.Sentence, b int) bool {
	if b < 0 || b > longestPresenting || c.othersBefore(n) {
		return false
	}
	last := s.Lower(b)
	switch {
	case s.Is(b, lexicon.Be):
		return b > 0
	case s.Lex.Has("presents", last):
		return true
	case b > 0 && s.Lex.Has("presents", s.Lower(b-1)+" "+last), b > 1 && s.Lex.Has("presents", s.Lower(b-2)+" "+s.Lower(b-1)+" "+last):
		return true
	case s.Lex.Has("done-by", last):
		for k := max(0, b-longestDone); k < b; k++ {
			if s.Lex.Has("made-known", s.Lower(k)) && s.Is(k-1, lexicon.Auxiliary|lexicon.Adverb) {
				return true // "was made public on Monday by"
			}
		}
	case s.Lex.Has("comes-from", last):
		for k := max(0, b-longestDone); k < b; k++ {
			if s.Is(k, lexicon.StatementNoun) || s.Lex.Has("reaction", s.Lower(k)) {
				return true // "also brought a rebuke from"
			}
		}
	}
	return false
}

const (
	// longestPresenting is how many words a sentence has before somebody whom it only
	// brings up.
	longestPresenting = 12
	// longestDone is how many words stand between what was made known and "by".
	longestDone = 6
)

// othersBefore reports whether sentence n has named a human being up to now.
func (c *Cast) othersBefore(n int) bool {
	for k := len(c.Mentions) - 1; k >= 0 && c.Mentions[k].Sentence == n; k-- {
		if c.Entities[c.Mentions[k].Entity].Sort == Person {
			return true
		}
	}
	return false
}
