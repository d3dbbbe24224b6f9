package coref

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/sources"
)

// surname resolves a bare name that several people bear: by "Mr" and "Ms", by
// who was named in full or spoke last, else not at all.
func (c *Cast) surname(e int, p sources.Phrase, n, at int) Answer {
	ent := &c.Entities[e]
	var fits []int
	if name := c.married(ent, p.Gender); name != "" {
		return Answer{Entity: e, Name: name, Role: p.Role, Known: statements.Inferred, Confidence: 0.6}
	}
	for _, o := range c.bearers(ent) {
		if agree(p.Gender, c.Entities[o].Gender) {
			fits = append(fits, o)
		}
	}
	fits = c.ofTitle(fits, p, n)
	switch {
	case len(fits) == 0:
		return Answer{Entity: e, Name: c.nameOf(ent), Role: c.roleOf(e, p.Role), Known: statements.ByName, Confidence: 0.85}
	case len(fits) == 1:
		return Answer{Entity: fits[0], Name: c.Entities[fits[0]].Name, Role: c.roleOf(fits[0], p.Role), Known: statements.ByName, Confidence: 0.9}
	}
	one := c.mainOf(fits)
	if one < 0 {
		one = c.latestOf(fits, n, at)
	}
	if one >= 0 && !(c.stranger && c.spokeIn >= n-1) {
		return Answer{Entity: one, Name: c.Entities[one].Name, Role: c.roleOf(one, p.Role), Known: statements.Inferred, Confidence: 0.9}
	}
	a := unresolved(p.Role)
	a.Name = p.Name
	return a
}

// mainOf gives the one of several of one surname whom the text is about: it names them
// first, and no other of them speaks or has an office. The wife or the father is told
// of in full each time.
func (c *Cast) mainOf(fits []int) int {
	first := c.firstOf(fits)
	for _, e := range fits {
		if ent := &c.Entities[e]; (e == first) != (ent.spoke || len(ent.Roles) > 0 || len(ent.titles) > 0) {
			return Nobody
		}
	}
	return first
}

// mainBearer gives the main one of those who bear a surname that stands alone, else the
// entity as it is: behind "Ann Lee … Bo, her father", Lee is she.
func (c *Cast) mainBearer(e int) int {
	ent := &c.Entities[e]
	if ent.words > 1 || ent.gone || ent.Gender != 0 || ent.Sort == Body || ent.Sort == State || !c.surnameOnly(ent) {
		return e
	}
	if fits := c.bearers(ent); len(fits) > 1 {
		if main := c.mainOf(fits); main >= 0 {
			return main
		}
	}
	return e
}

// ofTitle gives those of some people of one surname who have the office that
// stands before it, "Mayor Lee", or all where nobody has it.
func (c *Cast) ofTitle(among []int, p sources.Phrase, n int) []int {
	title := p.Role
	if title == "" {
		title = p.Title
	}
	if len(among) < 2 || title == "" {
		return among
	}
	want := c.office(tokens(title))
	if want.title == "" {
		return among
	}
	out := slices.DeleteFunc(slices.Clone(among), func(e int) bool { return !c.holds(e, want, n) })
	if len(out) == 0 {
		return among
	}
	return out
}

// latestOf gives the one of the entities that was named, or spoke, last before
// byte at, when no other of them was named in the same sentence. Where none was
// named yet, as in a headline, it is the one whom the article names first, if
// it names no other more often.
func (c *Cast) latestOf(among []int, n, at int) int {
	if last := c.Last(); last >= 0 && slices.Contains(among, last) && c.spokeIn >= n-1 {
		return last
	}
	found, sentence, tie := Nobody, -1, false
	for _, e := range among {
		before := c.namedBefore(e, at)
		if before < 0 || c.Mentions[before].Sentence < sentence {
			continue
		}
		tie = c.Mentions[before].Sentence == sentence
		found, sentence = e, c.Mentions[before].Sentence
	}
	switch {
	case tie:
		return Nobody
	case found >= 0:
		return found
	}
	return c.firstOf(among)
}

// firstOf gives the one of the entities that the article names first, if it
// names none of the others more often.
func (c *Cast) firstOf(among []int) int {
	first := Nobody
	for _, e := range among {
		if at := c.firstNamed(e); at >= 0 && (first < 0 || at < c.firstNamed(first)) {
			first = e
		}
	}
	for _, e := range among {
		if first >= 0 && c.Entities[e].Count > c.Entities[first].Count {
			return Nobody
		}
	}
	return first
}

// firstNamed is the first mention of an entity, or -1.
func (c *Cast) firstNamed(e int) int {
	if len(c.mentioned[e]) == 0 {
		return -1
	}
	return c.mentioned[e][0]
}

// namedBefore is the last mention of an entity before byte at, or -1.
func (c *Cast) namedBefore(e, at int) int {
	all := c.mentioned[e]
	i, _ := slices.BinarySearchFunc(all, at, func(m, at int) int { return c.Mentions[m].Start - at })
	if i == 0 {
		return -1
	}
	return all[i-1]
}
