package coref

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// together answers for a source of two: with both of their names, for it is
// the words of neither alone.
func (c *Cast) together(p sources.Phrase, n int) Answer {
	var names []string
	and := " " + c.lex.List("and")[0] + " "
	for i, part := range p.Joint {
		if i == 0 && len(p.Joint) == 2 && c.departmentOf(part, p.Joint[1]) {
			return c.named(p.Joint[1], n, p.Joint[1].Span.Start)
		}
		a := c.named(part, n, part.Span.Start)
		if strings.Contains(a.Name, and) {
			a.Name = part.Name // "y" is a particle of names, too
		}
		if a.Name == "" {
			return unresolved(strings.Join(strings.Fields(p.Head.Of(c.src)), " "))
		}
		names = append(names, a.Name)
	}
	last := len(names) - 1
	both := strings.Join(names[:last], ", ") + and + names[last]
	return Answer{Entity: Nobody, Name: both, Known: statements.ByName, Confidence: 0.85}
}

// departmentOf reports whether the first of two names is no more than a word
// of what the second one's role is of: "Work and Pensions Secretary Ann Lee".
func (c *Cast) departmentOf(first, second sources.Phrase) bool {
	e, ok := c.at[first.NameSpan.Start]
	if !ok || second.Role == "" || size(first.Name) > 1 || first.Title != "" {
		return false
	}
	ent := &c.Entities[e]
	return ent.words == 1 && ent.Sort == Unknown && ent.Count < 2 && len(c.bearers(ent)) == 0
}

// pair is two who spoke together, and the sentence in which they last did.
type pair struct {
	name     string
	sentence int
}

// paired keeps who spoke together, for the "they" that goes on.
func (c *Cast) paired(p sources.Phrase) {
	switch {
	case len(p.Joint) > 0:
		c.pair = pair{c.together(p, c.spokeIn).Name, c.spokeIn}
	case p.Pronoun&lexicon.PronounP != 0 && c.pair.sentence >= c.spokeIn-2:
		c.pair.sentence = c.spokeIn
	}
}

// they answers for "they" in sentence n, where two spoke together right before.
func (c *Cast) they(n int) Answer {
	if both := c.bothBefore(n); both != "" {
		c.pair = pair{both, n}
		return Answer{Entity: Nobody, Name: both, Known: statements.ByPronoun, Confidence: 0.8}
	}
	if c.pair.name == "" || c.pair.sentence < n-2 || c.Last() != Nobody {
		return unresolved("")
	}
	return Answer{Entity: Nobody, Name: c.pair.name, Known: statements.ByPronoun, Confidence: 0.8}
}

// bothBefore gives the names of the two whom the sentence before n is about, where
// nobody has spoken since it began: "Ann Lee and Bo Rand met. They wrote".
func (c *Cast) bothBefore(n int) string {
	if n == 0 || c.spokeIn >= n-1 && len(c.history) > 0 || !c.sameParagraph(n) {
		return ""
	}
	near := c.near(n-1, n-1, len(c.src))
	if len(near) < 2 || near[0].Oblique || near[0].First > mostTitles || near[0].Entity == near[1].Entity {
		return ""
	}
	between := strings.Fields(c.src[near[0].End:near[1].Start])
	if len(between) == 0 || len(between) > mostTitles || between[0] != c.lex.List("and")[0] {
		return ""
	}
	for i, m := range near {
		if i < 2 && !c.MayBePerson(m.Entity) || i > 1 && c.human(m.Entity) {
			return ""
		}
	}
	rest := strings.ToLower(c.src[near[1].End:max(near[1].End, c.starts[n])])
	behind := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" .,;\n", r) })
	if slices.ContainsFunc(behind, func(w string) bool { return c.lex.Has("group", w) }) {
		return "" // "… met the bakers. They wrote"
	}
	return c.nameOf(&c.Entities[near[0].Entity]) + " " + between[0] + " " + c.nameOf(&c.Entities[near[1].Entity])
}

// mostTitles is how many words stand before a name at most that say who it is.
const mostTitles = 3
