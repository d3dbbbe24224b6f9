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
}

// somebodyElse reports whether sentence n is about somebody whom it does not
// name and who may be "she": "His wife wept."
func (c *Cast) somebodyElse(want lexicon.Flags, n, at int) bool {
	u, ok := c.unnamedAt[n]
	return ok && u.which&want != 0 && u.start < at && (u.role != "" || c.subject(0, n, u.start) < 0)
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
