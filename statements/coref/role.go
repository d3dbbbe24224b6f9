package coref

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// role resolves "the minister", "the Norland top diplomat", "Norland's foreign
// minister" to the one of the cast whose role says the same.
func (c *Cast) role(p sources.Phrase, n int) Answer {
	a := c.holder(p, n)
	if a.Entity >= 0 {
		c.calledSo[n] = called{a.Entity, c.office(p.Words).head}
		a.Role = c.itsRole(a.Role, n, p.Span.Start)
	} else if a.Role == p.Role {
		a.Role = cmp.Or(c.itsOne(p.Role, n, p.Span.Start), c.sameUnnamed(p, n))
	}
	return a
}

// called is how the source of a sentence words somebody without a name.
type called struct {
	entity int
	head   string
}

// contrasts reports whether e has just been called something else than a wanted
// role, without a name: "The sculptor said it was late. The painter said".
func (c *Cast) contrasts(e int, want office, n int) bool {
	so, ok := c.calledSo[c.spokeIn]
	return ok && c.spokeIn <= n && so.entity == e && so.head != want.head
}

// holder gives the one whose role it is.
func (c *Cast) holder(p sources.Phrase, n int) Answer {
	if age := c.ageIn(p); age > 0 {
		if e := c.ofAge(p, age, n); e >= 0 {
			return c.inferred(e, p)
		}
		return unresolved(p.Role)
	}
	want := c.office(p.Words)
	if c.metBehind(p, want, n) {
		return unresolved(p.Role)
	}
	if c.withheld(p, n) {
		if e := c.heralded(p, n); e >= 0 {
			return c.inferred(e, p)
		}
		return unresolved(p.Role)
	}
	if e := c.ranked(p, n); e >= 0 {
		return c.inferred(e, p)
	}
	if e := c.sided(p, want, n); e >= 0 {
		return c.inferred(e, p)
	}
	if !p.Definite || want.title == "" || p.Plural || len(c.Entities) > mostInflected {
		return unresolved(p.Role)
	}
	if c.lex.Has("group", p.Words[len(p.Words)-1]) || c.anonymous(p) {
		return unresolved(p.Role)
	}
	if c.several(p.Words) {
		return unresolved(strings.Join(strings.Fields(p.Head.Of(c.src)), " "))
	}
	if e := c.counterpart(p.Words); e >= 0 {
		return c.roleAnswer(e, p, 0.75)
	}
	if e := c.atForeignDesk(p, n); e >= 0 {
		return c.roleAnswer(e, p, 0.8)
	}
	if e := c.headOfBody(p, n); e >= 0 {
		return c.roleAnswer(e, p, 0.8)
	}
	want = c.itsOwner(p, want, n)
	if e := c.introduced(p, want, n); e >= 0 && !c.anyHolds(want, n, e) && !c.fromElsewhere(e, want.state) {
		return c.introduce(e, p, want)
	}
	if c.relation(p.Words, want) && len(want.its) == 0 {
		return unresolved(p.Role)
	}
	var found []int
	for e := range c.Entities {
		if c.human(e) && c.holds(e, want, n) && c.genderFits(e, p.Words) && c.ownedBy(e, p.Words) && !c.yetUnnamed(e, p, n) && !c.ofNoLand(e, want, n) && !c.takesUp(e, p, n) {
			found = append(found, e)
		}
	}
	if e := c.namedBehind(found, p, want, n); e >= 0 {
		return c.introduce(e, p, want)
	}
	switch {
	case len(found) == 1 && c.leftBehind(found[0], p, n):
	case len(found) > 0:
		rivals := c.rivals(found, want, p, n)
		if e := c.theOne(found, rivals, n, p.Span.Start); e >= 0 {
			sure := 0.9
			if len(found)+len(rivals) > 1 {
				sure = 0.75
			}
			return c.roleAnswer(e, p, sure)
		}
	}
	if len(found) == 0 && c.leads(want) {
		if e := c.headOf(want); e >= 0 {
			return c.roleAnswer(e, p, 0.75)
		}
		return unresolved(p.Role)
	}
	if len(found) == 0 && want.state != "" && c.lex.Has("one-of-a-state", want.head) {
		if e := c.countryman(p, want, n); e >= 0 {
			return c.inferred(e, p)
		}
	}
	if len(found) == 0 && c.bodyHeaded(p.Words) == "" {
		if e := c.likeliest(p, want, n); e >= 0 && !c.fromElsewhere(e, want.state) {
			return c.inferred(e, p)
		}
	}
	return unresolved(p.Role)
}

// atForeignDesk gives who spoke right before "the diplomat", if they speak for a
// foreign ministry or an embassy: agencies call their spokesmen so.
func (c *Cast) atForeignDesk(p sources.Phrase, n int) int {
	e := c.Last()
	if e < 0 || len(p.Words) != 2 || !c.lex.Has("of-foreign-desk", p.Words[1]) || c.spokeIn < n-2 || !c.human(e) || !c.genderFits(e, p.Words) {
		return Nobody
	}
	for _, h := range c.heldBy(e) {
		speaks := slices.ContainsFunc(h.words, func(w string) bool { return c.lex.Has("speaks-for", w) })
		if speaks && slices.ContainsFunc(h.words, func(w string) bool { return c.lex.Has("foreign-desk", w) }) {
			return e
		}
	}
	return Nobody
}

// leftBehind reports whether the paragraph is about another than the holder of
// a role, who has not been named for a while: "Rand came in. Tired, the mayor
// said" may mean Rand.
func (c *Cast) leftBehind(e int, p sources.Phrase, n int) bool {
	if size := len(p.Words); size != 2 && !(size == 3 && c.lex.Flags(p.Words[1])&lexicon.Adjective != 0) || !c.sameParagraph(n) {
		return false
	}
	if c.takenOver(e, n) {
		return true
	}
	s := c.Subject(n - 1)
	if s < 0 || s == e || len(c.Entities[s].Roles) > 0 || c.Last() == e && c.spokeIn >= n-longestAbsence {
		return false
	}
	for _, m := range c.near(n-longestAbsence, n, len(c.src)) {
		if m.Entity == e {
			return false
		}
	}
	return true
}

// takenOver reports whether the sentence before n begins a paragraph with somebody whom
// the text names there first, without an office, or they speak in it further down, and e is
// not in the paragraph: "Norvania’s Ann Lee was blunter. “It is late,” the minister said."
func (c *Cast) takenOver(e, n int) bool {
	first := n - 1
	for c.sameParagraph(first) && first > n-longestParagraph {
		first--
	}
	if n < 2 || first < n-1 && c.spokeIn != n-1 {
		return false
	}
	for _, m := range c.near(first, n-1, len(c.src)) {
		if m.Entity == e {
			return false
		}
	}
	return slices.ContainsFunc(c.near(n-1, n-1, len(c.src)), func(m Mention) bool {
		named := c.firstNamed(m.Entity)
		return !m.Oblique && c.MayBePerson(m.Entity) && len(c.Entities[m.Entity].Roles) == 0 && named >= 0 && c.Mentions[named].Sentence == n-1 && (first == n-1 || m.Entity == c.Last())
	})
}

// longestParagraph is how many sentences of a paragraph are looked back at.
const longestParagraph = 8

// longestAbsence is for how many sentences somebody is not forgotten.
const longestAbsence = 4

// several reports whether a source is some people, whoever they stand to:
// "sources close to the minister" are not the minister.
func (c *Cast) several(words []string) bool {
	for _, w := range words {
		if c.lex.Flags(w)&lexicon.Preposition != 0 {
			return false
		}
		if c.lex.Has("group", w) {
			return true
		}
	}
	return false
}

// relation reports whether a role says no more than how somebody stands to
// another, who may have many of that kind: "his friend", "her aide". A mother or
// a brother is told by man or woman, and is the one that the text names.
func (c *Cast) relation(words []string, want office) bool {
	if c.lex.Flags(words[0])&lexicon.Possessive == 0 {
		return false
	}
	return c.roleGender(want.head) == 0
}

// present reports whether the text is just speaking of an entity: it spoke last,
// or the sentence before is about it.
func (c *Cast) present(e, n int) bool {
	return e == c.Last() && c.spokeIn >= n-2 || e == c.Subject(n-1)
}

// counterpart gives the one person whom the text calls somebody's "Norland
// counterpart", when "the Norland diplomat" speaks and Norland is no state of
// the lexicon.
func (c *Cast) counterpart(words []string) int {
	found := Nobody
	if f := c.lex.Flags(words[min(1, len(words)-1)]); len(words) != 3 || f != 0 && f&lexicon.Demonym == 0 || c.lex.Flags(words[2])&lexicon.Role == 0 {
		return found
	}
	for e := range c.Entities {
		for _, r := range c.heldBy(e) {
			has := r.words
			k := slices.Index(has, words[1])
			if !c.human(e) || k < 0 || k+1 >= len(has) || !c.lex.Has("counterpart", has[k+1]) || found == e {
				continue
			}
			if found >= 0 {
				return Nobody
			}
			found = e
		}
	}
	return found
}

// genderFits reports whether a role that says man or woman fits: "the
// spokesman" is no woman.
func (c *Cast) genderFits(e int, words []string) bool {
	g := c.roleGender(strings.Join(words, " "))
	return g == 0 || c.Entities[e].Gender == 0 || g == c.Entities[e].Gender
}

// ownedBy reports whether "Lee's spokesman" may be the entity: one of its
// roles names Lee, or the owner is a state, which office has compared.
func (c *Cast) ownedBy(e int, words []string) bool {
	for i, w := range words {
		if w != "'s" || i == 0 {
			continue
		}
		owner := words[i-1]
		if _, _, ok := c.lex.StateOf(owner); ok || c.lex.Flags(owner)&lexicon.Somebody != 0 {
			continue
		}
		named := false
		if e == Nobody {
			return false
		}
		for _, r := range c.Entities[e].Roles {
			named = named || strings.Contains(strings.ToLower(r), owner)
		}
		if !named {
			return false
		}
	}
	return true
}

// inferred answers with somebody who is the likeliest to be called so.
func (c *Cast) inferred(e int, p sources.Phrase) Answer {
	a := c.describe(e, statements.Inferred, 0.8)
	if p.Role != "" {
		a.Role = p.Role
	}
	return a
}

func (c *Cast) roleAnswer(e int, p sources.Phrase, conf float64) Answer {
	a := c.describe(e, statements.ByRole, conf)
	if a.Role == "" {
		a.Role = p.Role
	}
	return a
}

// office reads a role's words: state, kind, head.
func (c *Cast) office(words []string) office {
	var o office
	var kept []string
	for i, w := range words {
		if st, _, ok := c.lex.StateOf(w); ok {
			o.state = st
			continue
		}
		if i+1 < len(words) {
			if st, _, ok := c.lex.StateOf(w + " " + words[i+1]); ok {
				o.state = st
			}
		}
		if land := c.houseOf(w); land != "" {
			o.state = land
		}
		f := c.lex.Flags(w)
		if f == 0 {
			w = c.lex.SameRole(w) // a party by its initials
		}
		if f&lexicon.Determiner != 0 || w == "'s" || c.lex.Has("newly", w) {
			continue
		}
		kept = append(kept, w)
	}
	if n := len(kept) - 1; n > 0 && c.lex.Flags(kept[n-1])&lexicon.Role != 0 && (c.lex.Has("honorific-m", kept[n]) || c.lex.Has("honorific-f", kept[n])) {
		kept = kept[:n] // "energy minister Prince": the rank is no office
	}
	if len(kept) == 0 {
		return o
	}
	o.title, o.head = c.canonical(kept)
	o.words = kept
	o.former = c.lex.Has("former", kept[0])
	for _, w := range kept {
		if f := c.lex.Flags(w); f&(lexicon.Adjective|lexicon.Somebody|lexicon.Honorific|lexicon.Preposition|lexicon.Conjunction|lexicon.Demonym|lexicon.Time|lexicon.Office) == 0 && !c.lex.Has("former", w) {
			o.of = append(o.of, w)
		}
	}
	o.desk = c.desk(kept, o.title)
	return o
}
