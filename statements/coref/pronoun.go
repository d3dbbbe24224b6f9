package coref

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// pronoun resolves "he", "she", "they", "it" in sentence n at byte at. One that has
// two verbs is the same person for both, whoever may have spoken between: "She said
// that Rand, who denies it, was late but added".
func (c *Cast) pronoun(p sources.Phrase, n, at int) Answer {
	a, ok := c.meant[p.Head.Start]
	if !ok {
		a = c.standsFor(p, n, at)
		c.meant[p.Head.Start] = a
	}
	return a
}

func (c *Cast) standsFor(p sources.Phrase, n, at int) Answer {
	switch {
	case p.Pronoun&(lexicon.PronounM|lexicon.PronounF) != 0:
		if e, sure := c.antecedent(p.Pronoun, n, at); e >= 0 {
			return c.describe(e, statements.ByPronoun, sure)
		}
		return unresolved(c.unnamedBefore(p.Pronoun, n))
	case p.Pronoun&lexicon.PronounP != 0:
		return c.they(n)
	case p.Pronoun&lexicon.PronounN != 0:
		if e := c.Last(); e >= 0 && !c.human(e) {
			return c.describe(e, statements.ByPronoun, 0.6)
		}
		if c.smallBody != "" && c.spokeIn >= n-1 {
			return Answer{Entity: Nobody, Name: c.smallBody, Known: statements.ByPronoun, Confidence: 0.6}
		}
	}
	return unresolved("")
}

// antecedent looks for the person that he or she is: the subject of this
// sentence; whoever spoke in the sentence before; going back, the nearest
// subject or speaker; at last whoever spoke last. A sentence in which the same
// pronoun stands before any fitting subject is about the same person, who is
// named further back. How sure each way is stands beside it, see doc.go.
func (c *Cast) antecedent(want lexicon.Flags, n, at int) (e int, sure float64) {
	if e := c.subject(want, n, at); e >= 0 {
		return e, 0.9
	}
	if e := c.newcomer(want, n, at); e >= 0 && c.beforeColon(e, n, at) {
		return e, 0.85
	}
	last := c.Last()
	if last < 0 && c.stranger && c.spokeIn >= n-1 && agree(c.strangerIs, genderOf(want)) {
		return Nobody, 0 // somebody who is not known said something right before
	}
	if last >= 0 && !(c.human(last) && fits(c.Entities[last].Gender, want)) {
		last = Nobody
	}
	for back, floor := n-1, n-4; back >= max(0, floor); back-- {
		if last >= 0 && c.spokeIn >= back {
			if e := c.resumed(want, last, n); e >= 0 {
				return e, 0.85
			}
			return c.speakerBefore(want, last, n, at)
		}
		if e := c.byOffice(want, back); e >= 0 && back == n-1 {
			return e, 0.8
		}
		if last >= 0 && back == n-1 && c.brought(want, last, back, at) {
			return Nobody, 0
		}
		if e := c.newcomer(want, back, at); e >= 0 && c.subject(want, back, at) < 0 {
			return e, 0.7
		}
		if c.somebodyElse(want, back, n, at) {
			return Nobody, 0
		}
		if c.pronounFirst(want, back) {
			floor = max(floor-1, n-8)
			continue
		}
		if e := c.subject(want, back, at); e >= 0 {
			if e == last {
				return e, 0.9
			}
			return e, 0.85
		}
	}
	for _, m := range c.near(n-1, n-1, at) {
		if c.human(m.Entity) && fits(c.Entities[m.Entity].Gender, want) {
			return m.Entity, 0.85
		}
	}
	return Nobody, 0
}

// resumed gives somebody whom a pronoun in sentence n takes up again behind a paragraph about
// them in which another, of whom nothing tells "he" from "she", had a word: "She calls it
// folly. The ambassador, Kim Rand, has said it was late." and, in the next paragraph, "On the
// ferry she is more careful". It is Nobody where there is none.
func (c *Cast) resumed(want lexicon.Flags, last, n int) int {
	before := c.history[max(0, len(c.history)-longestHistory):]
	if c.Entities[last].Gender != 0 || c.paras[n] == c.paras[c.spokeIn] || len(before) < 2 {
		return Nobody
	}
	before = before[:len(before)-1]
	e := before[len(before)-1]
	if e < 0 || !c.human(e) || c.Entities[e].Gender != genderOf(want) || slices.Contains(before, last) || !slices.Contains(before[:len(before)-1], e) {
		return Nobody
	}
	for k := c.spokeIn - 1; k >= 0 && c.paras[k] == c.paras[c.spokeIn]; k-- {
		if c.pronounFirst(want, k) || c.subject(want, k, len(c.src)) == e {
			return e
		}
	}
	return Nobody
}

// longestHistory is how many statements back somebody is looked for.
const longestHistory = 32

// newcomer gives somebody in full whom sentence n names for the first time, at
// its front, and of whom nothing tells yet what they are: "Bo Rand was blunter."
// A pronoun after it is not whoever spoke before.
func (c *Cast) newcomer(want lexicon.Flags, n, at int) int {
	near := c.near(n, n, at)
	if len(near) == 0 {
		return Nobody
	}
	m := near[0]
	ent := &c.Entities[m.Entity]
	if m.Oblique || m.First > 1 || ent.gone || ent.Sort != Unknown || ent.words < 2 || ent.thing || ent.inFull || c.noPerson(ent.Name) || !fits(ent.Gender, want) {
		return Nobody
	}
	if all := c.mentioned[m.Entity]; len(all) == 0 || c.Mentions[all[0]].Start != m.Start {
		return Nobody
	}
	return m.Entity
}

// beforeColon reports whether e is the one person of sentence n before a colon, and
// the pronoun at byte at stands behind it: "Bo Rand was kinder: it was late, she
// said."
func (c *Cast) beforeColon(e, n, at int) bool {
	near := c.near(n, n, at)
	colon := strings.Index(c.src[near[0].End:at], ": ")
	if colon < 0 {
		return false
	}
	for _, m := range near[1:] {
		if m.Entity != e && (c.human(m.Entity) || m.Start < near[0].End+colon && !m.Oblique) {
			return false
		}
	}
	return true
}

// brought reports whether sentence n, which is about nobody, brings up another
// than who spoke last, for the first time and saying who it is: "The ministry
// has hired Bo Rand, a pilot." A pronoun after it may be either.
func (c *Cast) brought(want lexicon.Flags, last, n, at int) bool {
	if c.subject(0, n, at) >= 0 || c.pronounFirst(want, n) {
		return false
	}
	for _, m := range c.near(n, n, at) {
		ent := &c.Entities[m.Entity]
		if m.Entity == last || !c.human(m.Entity) || !fits(ent.Gender, want) || len(ent.Roles) == 0 {
			continue
		}
		if all := c.mentioned[m.Entity]; len(all) > 0 && c.Mentions[all[0]].Start == m.Start {
			return true
		}
	}
	return false
}

// noPerson reports whether a name has a word that no name of a person has, or
// one that ends as abstract nouns do: Gender Equality.
func (c *Cast) noPerson(name string) bool {
	if c.everyday(name) {
		return true
	}
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if c.lex.Flags(w)&(lexicon.Adjective|lexicon.Demonym|lexicon.Place|lexicon.Body|lexicon.Group|lexicon.OrganisationWord) != 0 {
			return true
		}
		for _, end := range c.lex.List("abstract-ending") {
			if strings.HasSuffix(w, end) {
				return true
			}
		}
	}
	return false
}

// speakerBefore gives who spoke last, before sentence n, as the one that a
// pronoun in it means: the sooner before, the surer. Of two who spoke in one
// sentence it is the one whom the sentence is about.
func (c *Cast) speakerBefore(want lexicon.Flags, last, n, at int) (e int, sure float64) {
	told := c.told(want, last, at)
	switch {
	case c.first >= 0 && c.first != last && c.first == c.subject(want, c.spokeIn, at) && !c.inOwnClause(last, at):
		return c.first, 0.9 // "Lee said that Rand had said so. She …"
	case told >= 0:
		return told, 0.8 // "Lee was told by Rand that it was late. He …"
	case c.spokeIn == n || c.spokeIn == n-1 && c.sameParagraph(n):
		return last, 0.95
	case c.spokeIn == n-1:
		return last, 0.9
	case c.spokeIn == n-2:
		return last, 0.85
	}
	return last, 0.7
}

// inOwnClause reports whether the latest speaker said it in a clause of their own: "Lee
// left, and the mayor, Rand, said so."
func (c *Cast) inOwnClause(last, at int) bool {
	for _, m := range c.near(c.spokeIn, c.spokeIn, at) {
		if m.Entity != last || m.Oblique {
			continue
		}
		before := c.src[c.starts[c.spokeIn]:m.Start]
		and := ", " + c.lex.List("and")[0] + " "
		_, front, ok := strings.Cut(before, and)
		return ok && len(strings.Fields(front)) <= longestBefore && !strings.Contains(front, and)
	}
	return false
}

// longestBefore is how many words stand between an "and" and the name of whoever begins
// a clause behind it: "the head of the Dockers' Congress".
const longestBefore = 9

// told gives whom the sentence of the latest statement is about, where its
// speaker is only the one by whom they were told.
func (c *Cast) told(want lexicon.Flags, last, at int) int {
	e := c.subject(want, c.spokeIn, at)
	if e < 0 || e == last {
		return Nobody
	}
	for _, m := range c.near(c.spokeIn, c.spokeIn, at) {
		if m.Entity == last && m.Agent {
			return e
		}
	}
	return Nobody
}

// meetPronoun keeps where sentence n has "he" or "she" first: always a subject.
func (c *Cast) meetPronoun(n int, s *cues.Sentence) {
	for i := range s.Items {
		if f := s.Items[i].Flags & (lexicon.PronounM | lexicon.PronounF); f != 0 && s.Items[i].Quote < 0 {
			c.pronouns[n] = pronounAt{f, s.Items[i].Start}
			return
		}
	}
}

// pronounAt is the first "he" or "she" of a sentence.
type pronounAt struct {
	which lexicon.Flags
	start int
}

// pronounFirst reports whether sentence n speaks of "he" or "she", as wanted,
// before it names a subject that fits.
func (c *Cast) pronounFirst(want lexicon.Flags, n int) bool {
	p, ok := c.pronouns[n]
	return ok && p.which&want != 0 && c.subject(want, n, p.start) < 0
}

// Subject gives the person whom sentence n is about: the first that stands
// where subjects stand. It is Nobody where there is none.
func (c *Cast) Subject(n int) int { return c.subject(0, n, len(c.src)) }

// Stranger tells the cast that the latest statement is of somebody whom p words
// and who is nobody of the cast: "a nurse". Groups and bodies are no he or she;
// a body that is written small is an "it".
func (c *Cast) Stranger(p sources.Phrase) {
	c.paired(p)
	c.keepUnnamed(p)
	if p.Name == "" && p.Pronoun == 0 {
		c.smallBody = c.bodyName(p)
	}
	for _, w := range p.Words {
		f := c.lex.Flags(w)
		if f&lexicon.Preposition != 0 {
			break
		}
		c.stranger = c.stranger || f&lexicon.Role != 0 && !p.Plural
	}
	if p.Pronoun == 0 {
		c.strangerIs, c.strangerRole = c.roleGender(p.Role), c.sameUnnamed(p, c.spokeIn)
	} else if role := c.meant[p.Head.Start].Role; role != "" {
		c.stranger, c.strangerIs, c.strangerRole = true, genderOf(p.Pronoun), role
	}
}

func genderOf(pronoun lexicon.Flags) byte {
	if pronoun&lexicon.PronounM != 0 {
		return 'm'
	}
	return 'f'
}

// subject gives the first fitting person of sentence n that stands where
// subjects stand, before byte at; else the one whose plan or fate does.
func (c *Cast) subject(want lexicon.Flags, n, at int) int {
	near := c.near(n, n, at)
	for i, m := range near {
		if e := c.mainBearer(m.Entity); !m.Oblique && c.human(e) && fits(c.Entities[e].Gender, want) && !c.inList(near, i) {
			return e
		}
	}
	for _, m := range c.near(n, n, at) {
		if m.Owner && c.human(m.Entity) && fits(c.Entities[m.Entity].Gender, want) {
			return m.Entity
		}
	}
	return Nobody
}

// inList reports whether a mention is one of three or more names in a row: "Three
// others, Ann Lee, Bo Rand and Kim Dunn, were late, she added."
func (c *Cast) inList(near []Mention, i int) bool {
	first, last := i, i
	for last-first < 2 && first > 0 && c.listed(near[first-1], near[first]) {
		first--
	}
	for last-first < 2 && last+1 < len(near) && c.listed(near[last], near[last+1]) {
		last++
	}
	return last-first == 2
}

// listed reports whether nothing but a comma or "and" stands between two mentions.
func (c *Cast) listed(a, b Mention) bool {
	between := strings.Fields(strings.ReplaceAll(c.src[min(a.End, b.Start):b.Start], ",", " "))
	return a.End <= b.Start && !strings.Contains(c.src[a.End:b.Start], ".") && (len(between) == 0 && b.Start > a.End+1 || len(between) == 1 && c.lex.Has("and", between[0]))
}

// near gives the mentions in the sentences from to to that stand before at.
func (c *Cast) near(from, to, at int) []Mention {
	lo := c.firstIn(from)
	hi := lo
	for hi < len(c.Mentions) && c.Mentions[hi].Sentence <= to && c.Mentions[hi].Start < at {
		hi++
	}
	return c.Mentions[lo:hi]
}

// firstIn finds the first mention of sentence n or later.
func (c *Cast) firstIn(n int) int {
	lo, hi := 0, len(c.Mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; c.Mentions[mid].Sentence < n {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
