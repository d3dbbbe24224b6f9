package coref

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// bothOf answers in sentence n for a source that tells two by their number, "the
// two ministers", "both men": those who spoke together last, else the only two whom
// the text has just been about. Where two have come up without names, it is those.
func (c *Cast) bothOf(p sources.Phrase, n, at int) (Answer, bool) {
	noun, ok := c.ofTwo(p.Words)
	if !ok || c.twoUnnamed(noun, n) {
		return Answer{}, false
	}
	both := ""
	if c.pair.name != "" && c.pair.sentence >= n-longestAbsence && !c.noPeople(c.pair.name, noun) {
		both = c.pair.name
	} else if a, b := c.lastTwo(noun, n, at); a >= 0 {
		both = c.nameOf(&c.Entities[a]) + " " + c.lex.List("and")[0] + " " + c.nameOf(&c.Entities[b])
	}
	if both == "" {
		return Answer{}, false
	}
	c.pair = pair{both, n}
	return Answer{Entity: Nobody, Name: both, Known: statements.ByRole, Confidence: 0.75}, true
}

// noPeople reports whether the two of a name are bodies, and noun is a word for people: the
// two ministers are not two governments.
func (c *Cast) noPeople(name string, noun []string) bool {
	if len(noun) == 0 {
		return false
	}
	one := func(w string) lexicon.Flags { return c.lex.Flags(strings.TrimSuffix(strings.ToLower(w), "s")) }
	return one(noun[len(noun)-1])&lexicon.Role != 0 && one(name[strings.LastIndexByte(name, ' ')+1:])&(lexicon.Body|lexicon.OrganisationWord) != 0
}

// ofTwo gives the words that say which two a source is, "foreign ministers" of
// "the two foreign ministers"; of "the pair" and "the two" there are none.
func (c *Cast) ofTwo(words []string) (noun []string, ok bool) {
	definite := len(words) > 0 && c.lex.Has("definite", words[0])
	if definite {
		words = words[1:]
	}
	switch {
	case len(words) == 0:
		return nil, false
	case definite && len(words) == 1 && c.lex.Has("pair", words[0]):
		return nil, true
	case !c.lex.Has("both", words[0]) && !(definite && c.lex.Has("two", words[0])):
		return nil, false
	}
	for _, w := range words[1:] {
		if c.lex.Flags(w)&lexicon.Preposition != 0 || c.lex.Has("and", w) {
			return nil, false // "the two ministers of Norland", "both he and she"
		}
	}
	return words[1:], true
}

// meetTwo keeps which two sentence n brings up without saying who: "two foreign
// ministers resigned".
func (c *Cast) meetTwo(n int, s *cues.Sentence) {
	for i := range s.Items {
		if !s.Lex.Has("two", s.Lower(i)) || s.Lex.Has("definite", s.Lower(i-1)) {
			continue
		}
		noun := ""
		for k := i + 1; k < i+4 && s.Word(k); k++ {
			noun = strings.TrimSpace(noun + " " + s.Lower(k))
			if _, met := c.twos[noun]; !met {
				c.twos[noun] = n
			}
		}
	}
}

// twoUnnamed reports whether the text brings up two of that kind up to sentence n,
// without saying who.
func (c *Cast) twoUnnamed(noun []string, n int) bool {
	at, met := c.twos[strings.Join(noun, " ")]
	return met && at <= n
}

// lastTwo gives the only two people in the nearest sentence up to n that names more
// than one, if both may be called so and no other is named after them.
func (c *Cast) lastTwo(noun []string, n, at int) (int, int) {
	var met []int
	for k := n; k >= max(0, n-longestAbsence); k-- {
		var here []int
		for _, m := range c.near(k, k, at) {
			if c.MayBePerson(m.Entity) && !c.articled(m) && !slices.Contains(here, m.Entity) {
				here = append(here, m.Entity)
			}
		}
		for _, e := range here {
			if !slices.Contains(met, e) {
				met = append(met, e)
			}
		}
		if len(met) > 2 {
			return Nobody, Nobody
		}
		if len(here) == 2 {
			if c.mayBeTwo(here, noun, n) {
				return here[0], here[1]
			}
			return Nobody, Nobody
		}
	}
	return Nobody, Nobody
}

// articled reports whether an article stands before a mention: the Middle East is nobody.
func (c *Cast) articled(m Mention) bool {
	before := strings.Fields(c.src[max(0, m.Start-8):m.Start])
	return len(before) > 0 && c.lex.Has("definite", strings.ToLower(before[len(before)-1]))
}

// mayBeTwo reports whether two people may be "the two ministers": one of them has the
// office, and the other has it, too, or no more than that of a counterpart.
func (c *Cast) mayBeTwo(two []int, noun []string, n int) bool {
	if len(noun) == 0 {
		return true
	}
	last := noun[len(noun)-1]
	switch {
	case c.lex.Has("any-people", last):
		return true
	case c.lex.Has("any-men", last):
		return c.Entities[two[0]].Gender != 'f' && c.Entities[two[1]].Gender != 'f'
	case c.lex.Has("any-women", last):
		return c.Entities[two[0]].Gender != 'm' && c.Entities[two[1]].Gender != 'm'
	}
	one := strings.TrimSuffix(last, "s")
	if one == last {
		return false
	}
	want, have := c.office(append(slices.Clone(noun[:len(noun)-1]), one)), 0
	for _, e := range two {
		if c.holds(e, want, n) {
			have++
		} else if len(c.heldBy(e)) > 0 && !c.Called(e, "counterpart") {
			return false
		}
	}
	return have > 0
}
