package coref

import (
	"slices"
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/sources"
)

// likeliest gives the person that "the mayor" in sentence n is most likely to
// be when nobody is called so: whoever the sentence before is about or spoke
// in it, if that is the one person of whom the article tells and says no
// office, or if the paragraph is still the same. A state's minister is one of a
// kind and may be that one person anywhere; its senators are many.
func (c *Cast) likeliest(p sources.Phrase, want office, n int) int {
	if c.latestUnnamed(p, n) >= 0 {
		return Nobody // "the spokesman" is "Lee's spokesman" of before, and not Lee
	}
	if want.state != "" && c.ownedBy(Nobody, p.Words) && !want.former && (c.lex.Lang != "en" || c.lex.Has("one-of-a-state", want.head)) {
		if e := c.onlyCandidate(); e >= 0 && c.genderFits(e, p.Words) {
			return e
		}
	}
	if e := c.namedNext(n); e >= 0 && c.genderFits(e, p.Words) && c.ownedBy(Nobody, p.Words) {
		return e
	}
	if slices.Contains(p.Words, "'s") || p.Words[0] != "the" || c.met(want.head, n) {
		return Nobody // somebody's mayor, or "a mayor" whom the text has met
	}
	e := c.Last()
	if e < 0 || c.spokeIn < n-1 {
		e = c.Subject(n - 1)
	}
	if e < 0 || !c.human(e) || !c.genderFits(e, p.Words) || c.succeeded(e) || c.contrasts(e, want, n) || c.facing[against{e, want.head}] {
		return Nobody
	}
	if c.spokeIn >= n-1 && e == c.Last() && c.sameParagraph(n) && !c.besides(e, n, p.Span.Start) {
		return e
	}
	if len(c.Entities[e].Roles) == 0 && e == c.onlyCandidate() || c.tellsGender(e, p) && c.spokeIn == n-1 && !c.besides(e, n, p.Span.Start) {
		return e
	}
	return Nobody
}

// tellsGender reports whether the words for somebody tell that it is a woman, or
// a man, and that is what the text has of e: "The former chairwoman".
func (c *Cast) tellsGender(e int, p sources.Phrase) bool {
	g := c.roleGender(strings.Join(p.Words, " "))
	return g != 0 && g == c.Entities[e].Gender
}

// sided gives the person whom the sentence before n brings up as somebody of
// another opinion, in the same paragraph: "Ann Lee disagrees. The former pilot".
func (c *Cast) sided(p sources.Phrase, want office, n int) int {
	if !c.sameParagraph(n) || !c.sides[n-1] || !p.Definite || p.Plural || len(p.Words) < 2 || want.title == "" && !c.lex.Has("former", p.Words[1]) {
		return Nobody
	}
	e := c.Subject(n - 1)
	if e < 0 {
		e = c.newcomer(0, n-1, len(c.src))
	}
	if e < 0 || len(c.Entities[e].Roles) > 0 || !c.genderFits(e, p.Words) || !c.ownedBy(Nobody, p.Words) || c.besides(e, n, p.Span.Start) {
		return Nobody
	}
	return e
}

// besides reports whether the text names another person than e right before byte
// at in sentence n, who may be the one that a role means: "Lee praised Rand. The
// midfielder said".
func (c *Cast) besides(e, n, at int) bool {
	for _, m := range c.near(n-1, n, at) {
		if m.Entity != e && c.human(m.Entity) {
			return true
		}
	}
	return false
}

// opening is how many sentences headline and lead have. They may keep a name
// for the next one: "The wife of the late mayor said so. Ann Lee, 44, said …".
const opening = 3

// namedNext gives the person whom the text brings up with their age right after
// the opening, of which sentence n is one, as its first subject.
func (c *Cast) namedNext(n int) int {
	if n >= opening {
		return Nobody
	}
	for back := n; back <= opening; back++ {
		e := c.Subject(back)
		if e < 0 {
			continue
		}
		if back > n && c.Entities[e].age > 0 && len(c.Entities[e].Roles) == 0 {
			return e
		}
		return Nobody
	}
	return Nobody
}

// onlyCandidate gives the one person that the article gives no role, when it
// names them more than once.
func (c *Cast) onlyCandidate() int {
	found := Nobody
	for e := range c.Entities {
		ent := &c.Entities[e]
		if !c.human(e) || len(ent.Roles) > 0 || ent.Count < 2 || !c.acts(e) {
			continue
		}
		if found >= 0 {
			return Nobody
		}
		found = e
	}
	return found
}

// acts reports whether an entity speaks or stands where subjects stand anywhere: what is
// only flown over or sailed on is no minister.
func (c *Cast) acts(e int) bool {
	return c.Entities[e].spoke || slices.ContainsFunc(c.mentioned[e], func(i int) bool { return !c.Mentions[i].Oblique })
}

// sameParagraph reports whether sentence n goes on with the paragraph of the
// one before.
func (c *Cast) sameParagraph(n int) bool {
	return n > 0 && n < len(c.paras) && c.paras[n] == c.paras[n-1]
}

// takesSide reports whether a sentence is a name and whether its bearer agrees,
// and hardly more.
func takesSide(s *cues.Sentence) bool {
	k := 0
	for nameWord(s, k) {
		k++
	}
	return k > 1 && len(s.Items) <= longestSide && (s.Lex.Has("sides", s.Lower(k)) || s.Lex.Has("sides", s.Lower(k+1)))
}

// longestSide is how many items "Ann Lee does not agree at all." has at most.
const longestSide = 9
