package coref

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// someoneAt is the woman or man without a name whom a sentence is about.
type someoneAt struct {
	pronounAt
	role string // in the words of the sentence, where they tell whose they are
	// passing says that the sentence brings them up by no more than a role.
	passing bool
}

// somebodyElse reports whether the sentence back is about somebody whom it does not
// name and who may be "she" in sentence n: "His wife wept."
func (c *Cast) somebodyElse(want lexicon.Flags, back, n, at int) bool {
	u, ok := c.unnamedAt[back]
	return ok && !(u.passing && back < n-1) && u.which&want != 0 && u.start < at && (u.role != "" || c.subject(0, back, u.start) < 0)
}

// unnamedBefore gives the words for somebody without a name who is "he" in sentence
// n: who spoke right before, or whom the sentence before is about.
func (c *Cast) unnamedBefore(want lexicon.Flags, n int) string {
	if !c.sameParagraph(n) {
		return ""
	}
	if u, ok := c.unnamedAt[n-1]; ok && u.which&want != 0 && c.spokeIn < n-1 {
		return u.role
	}
	if c.stranger && c.spokeIn >= n-1 && agree(c.strangerIs, genderOf(want)) {
		return c.strangerRole
	}
	return ""
}

// meetSubject keeps the woman or man without a name whom sentence n is about:
// the first noun of its clause.
func (c *Cast) meetSubject(n int, s *cues.Sentence) {
	first := 0
	if s.Mark(1, ",") {
		first = 2 // "Outside, his wife wept."
	}
	said := first > 0 && nameWord(s, 0) && !s.Is(0, lexicon.Adverb|lexicon.Time) // "Ahmad, a miller, stood up."
	if !said && c.meetOne(n, s, first) {
		return
	}
	from := pastOwner(s, first)
	if from == first && !s.Is(first, lexicon.Determiner|lexicon.Possessive) || s.Headline {
		return
	}
	for k := max(first+1, from); k < from+4 && s.Word(k) && !s.Items[k].Cap; k++ {
		which := lexicon.Flags(0)
		switch f := s.Items[k].Flags; {
		case f&lexicon.FemaleRole != 0:
			which = lexicon.PronounF
		case f&lexicon.MaleRole != 0:
			which = lexicon.PronounM
		case f&(lexicon.Adjective|lexicon.Time) != 0 || f == 0:
			continue
		}
		if which != 0 && s.Word(k+1) && !s.Items[k+1].Cap && !s.Is(k+1, lexicon.Preposition|lexicon.Coordinator|lexicon.PronounRelative) && s.Items[k+1].Kind != text.Clitic {
			u := someoneAt{pronounAt: pronounAt{which, s.Items[k].Start}}
			if from > first {
				u.role = strings.Join(strings.Fields(c.src[s.Items[first].Start:s.Items[k].End]), " ")
			}
			c.unnamedAt[n] = u
		}
		return
	}
}

// meetOne keeps somebody of whom sentence n tells no more than a role, and who has not
// been spoken of before: "A Ferrova manager was not convinced". It reports false where the
// sentence does not begin so at item first, or says by that who somebody named is.
func (c *Cast) meetOne(n int, s *cues.Sentence, first int) bool {
	if s.Headline || !s.Lex.Has("indefinite", s.Lower(first)) || !s.Lex.Has("one", s.Lower(first)) {
		return false
	}
	k := first + 1
	for k < first+longestOne && s.Word(k) && !s.Is(k, lexicon.Preposition|lexicon.Auxiliary|lexicon.Coordinator) && !(s.Is(k, lexicon.Role|lexicon.FemaleRole|lexicon.MaleRole) && !s.Items[k].Cap && !s.Is(k+1, lexicon.Role)) {
		k++
	}
	if !s.Is(k, lexicon.Role|lexicon.FemaleRole|lexicon.MaleRole) || s.Items[k].Cap || nameWord(s, k+1) || k+1 < len(s.Items) && s.Items[k+1].Kind == text.Clitic || prefaces(s, k+1) {
		return false
	}
	which := lexicon.PronounM | lexicon.PronounF
	switch {
	case s.Is(k, lexicon.FemaleRole) && !s.Is(k, lexicon.MaleRole):
		which = lexicon.PronounF
	case s.Is(k, lexicon.MaleRole) && !s.Is(k, lexicon.FemaleRole):
		which = lexicon.PronounM
	}
	role := strings.Join(strings.Fields(c.src[s.Items[first].Start:s.Items[k].End]), " ")
	c.unnamedAt[n] = someoneAt{pronounAt{which, s.Items[k].Start}, role, true}
	return true
}

// prefaces reports whether what ends before item i only says more about somebody behind
// the next comma: "A former miller, Lee". Another clause about them does not.
func prefaces(s *cues.Sentence, i int) bool {
	for k := i; k < i+longestOne; k++ {
		if s.Mark(k, ",") {
			return !s.Is(k+1, lexicon.PronounRelative) && (!strings.HasSuffix(s.Lower(k+1), "ing") || s.Items[k+1].Cap)
		}
	}
	return false
}

// longestOne is how many words the role of somebody without a name has at most.
const longestOne = 6

// pastOwner gives the item after whose somebody is, where a sentence or clause begins
// so at item i: "Lee's spokesman", "The North's spokesman". Else it gives i.
func pastOwner(s *cues.Sentence, i int) int {
	k := i
	if s.Is(k, lexicon.Determiner) {
		k++
	}
	for k < i+longestOwner && s.Word(k) && s.Items[k].Kind != text.Clitic {
		k++
	}
	if k == i || s.Lower(k) != "'s" || s.Items[k].Kind != text.Clitic || s.Is(k-1, lexicon.Pronoun) {
		return i
	}
	return k + 1
}

// longestOwner is how many words whose somebody is has at most.
const longestOwner = 4
