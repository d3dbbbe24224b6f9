package coref

import (
	"slices"
	"strconv"
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// ageAfter gives the age that stands between marks at item i: "Ann Lee, 44,".
func ageAfter(s *cues.Sentence, i int) int {
	if !s.Mark(i, ",") || i+1 >= len(s.Items) || s.Items[i+1].Kind != text.Number || len(s.Lower(i+1)) != 2 || !s.Mark(i+2, ",") && !s.Stop(i+2) {
		return 0
	}
	age, _ := strconv.Atoi(s.Lower(i + 1))
	return age
}

// ageIn gives the age in "the 44-year-old", "the 44-year-old pilot".
func (c *Cast) ageIn(p sources.Phrase) int {
	if len(p.Words) < 2 || !c.lex.Has("definite", p.Words[0]) {
		return 0
	}
	years, _, ok := strings.Cut(p.Words[1], "-year-old")
	if !ok {
		return 0
	}
	age, _ := strconv.Atoi(years)
	return age
}

// ofAge gives whom "the 44-year-old" in sentence n means: the one whose age the
// text has told, else the only person of the sentences before of whom it has
// told none. Two are nobody.
func (c *Cast) ofAge(p sources.Phrase, age, n int) int {
	var told, near []int
	for e := range c.Entities {
		if c.Entities[e].age == age && !c.Entities[e].gone {
			told = append(told, e)
		}
	}
	if len(told) == 1 && c.genderFits(told[0], p.Words) {
		return told[0]
	}
	if len(told) > 0 {
		return Nobody
	}
	if e := c.onlyInParagraph(p, n); e >= 0 {
		return e
	}
	if e := c.Last(); e >= 0 && c.spokeIn >= n-1 && c.human(e) && c.Entities[e].age == 0 && c.genderFits(e, p.Words) && !c.besides(e, n, p.Span.Start) {
		return e
	}
	for _, m := range c.near(n-longestAbsence, n, p.Span.Start) {
		if c.human(m.Entity) && c.Entities[m.Entity].age == 0 && c.genderFits(m.Entity, p.Words) && !slices.Contains(near, m.Entity) {
			near = append(near, m.Entity)
		}
	}
	if len(near) != 1 {
		return Nobody
	}
	return near[0]
}

// onlyInParagraph gives the one person whom the paragraph has named before the
// source p in sentence n, of whom it has told no age.
func (c *Cast) onlyInParagraph(p sources.Phrase, n int) int {
	first := n
	for c.sameParagraph(first) && n-first < longestAbsence {
		first--
	}
	found := Nobody
	for _, m := range c.near(first, n, p.Span.Start) {
		if !c.human(m.Entity) || m.Entity == found {
			continue
		}
		if found >= 0 || c.Entities[m.Entity].age != 0 || !c.genderFits(m.Entity, p.Words) {
			return Nobody
		}
		found = m.Entity
	}
	return found
}
