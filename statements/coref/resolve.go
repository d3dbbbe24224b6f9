package coref

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/speakers"
)

// Nobody is the entity of a source that is not known.
const Nobody = -1

// Answer is who a source is.
type Answer struct {
	Entity     int // Nobody when unresolved, or not of the cast
	Name       string
	Role       string
	Known      statements.Known
	Confidence float64
}

// unresolved is the answer that names nobody.
func unresolved(role string) Answer {
	return Answer{Entity: Nobody, Role: role, Known: statements.Unresolved, Confidence: 0.4}
}

// Resolve says who the source p is. It stands in sentence n, at byte at.
func (c *Cast) Resolve(p sources.Phrase, n, at int) Answer {
	c.resolved = c.resolve(p, n, at)
	return c.resolved
}

func (c *Cast) resolve(p sources.Phrase, n, at int) Answer {
	switch {
	case p.Pronoun != 0:
		return c.pronoun(p, n, at)
	case len(p.Joint) > 0:
		return c.together(p, n)
	case p.Name != "":
		return c.named(p, n, at)
	}
	if a, ok := c.bothOf(p, n, at); ok {
		return a
	}
	if e := c.inBrackets(p); e >= 0 {
		return c.describe(e, statements.ByRole, 0.8)
	}
	if a, ok := c.itsAuthor(p, n, at); ok {
		return a
	}
	if e := c.body(p, n, at); e >= 0 {
		return c.describe(e, statements.ByRole, 0.8)
	}
	if e := c.firm(p, n); e >= 0 {
		return c.describe(e, statements.ByRole, 0.8)
	}
	if a, ok := c.itsWriter(p, n); ok {
		return a
	}
	if name := c.bodyName(p); name != "" {
		return Answer{Entity: Nobody, Name: name, Known: statements.ByRole, Confidence: 0.7}
	}
	return c.role(p, n)
}

// inBrackets gives the body whose short name stands in brackets behind what it is,
// if the text calls it so again: "the ferry users' council (FUC)".
func (c *Cast) inBrackets(p sources.Phrase) int {
	behind := c.src[min(p.Head.Start, len(c.src)):]
	_, short, ok := strings.Cut(behind[:min(len(behind), p.Head.End-p.Head.Start+longestShort)], "(")
	short, _, closed := strings.Cut(short, ")")
	if !ok || !closed || len(short) < 2 || len(short) > longestShort-3 || short != strings.ToUpper(short) || strings.ContainsAny(short, " .,-") {
		return Nobody
	}
	if e, ok := c.byKey[speakers.Key(short)]; ok && c.Entities[e].Sort != Person && c.Entities[e].Count > 1 {
		return e
	}
	return Nobody
}

// longestShort is how many bytes " (UNHCR)" and its like have at most.
const longestShort = 12

// body gives the body that "the union" is: the one of that kind that was named
// last, within the last four sentences and with no other beside it.
func (c *Cast) body(p sources.Phrase, n, at int) int {
	if e := c.sameBody(p, n, at); e >= 0 {
		return e
	}
	if len(p.Words) != 2 || c.lex.Has("indefinite", p.Words[0]) || c.lex.Flags(p.Words[0])&lexicon.Possessive != 0 || c.lex.Flags(p.Words[1])&lexicon.OrganisationWord == 0 {
		return Nobody
	}
	found := Nobody
	for _, m := range c.near(max(0, n-4), n, at) {
		if e := &c.Entities[m.Entity]; e.Sort != Body || e.words < 2 || !slices.Contains(strings.Fields(strings.ToLower(e.Name)), p.Words[1]) {
			continue
		}
		if found >= 0 && found != m.Entity {
			return Nobody
		}
		found = m.Entity
	}
	return found
}

// Spoke tells the cast who the latest statement is of, and in which sentence
// it ended: the next pronoun is most likely the same.
func (c *Cast) Spoke(e, sentence int) {
	if c.spokeIn != sentence || len(c.history) == 0 {
		c.first = e
	}
	c.history = append(c.history, e)
	c.spokeIn, c.stranger, c.smallBody = sentence, false, ""
	if c.latest = (Answer{}); c.resolved.Entity == e {
		c.latest = c.resolved
	}
	c.Speaks(e, "")
}

// Speaks tells the cast that an entity is a source somewhere in the article,
// and the role that its words give it there, if any.
func (c *Cast) Speaks(e int, role string) {
	if e < 0 {
		return
	}
	ent := &c.Entities[e]
	ent.spoke = true
	if role != "" && len(role) < 120 && !slices.Contains(ent.Roles, role) {
		ent.Roles = append(ent.Roles, role)
	}
}

// Last is who spoke last, or Nobody.
func (c *Cast) Last() int {
	if len(c.history) == 0 {
		return Nobody
	}
	return c.history[len(c.history)-1]
}

func (c *Cast) named(p sources.Phrase, n, at int) Answer {
	p = c.withNation(p)
	p.Role = c.itsRole(p.Role, n, p.Span.Start)
	e, ok := c.at[p.NameSpan.Start]
	if !ok {
		e, ok = c.byKey[speakers.Key(p.Name)]
	}
	if !ok {
		return c.unfiled(p)
	}
	ent := &c.Entities[e]
	if _, second, ok := strings.Cut(p.Name, " and "); ok && firstUpper(second) && !strings.Contains(ent.Name, " and ") {
		return Answer{Entity: Nobody, Name: p.Name, Known: statements.ByName, Confidence: 0.8} // Lee and Rand, a firm
	}
	if c.surnameOnly(ent) && ent.Sort != State && ent.Sort != Body {
		return c.surname(e, p, n, at)
	}
	if ent.Sort == State && c.amongOthers(p) {
		return unresolved(strings.Join(strings.Fields(p.Span.Of(c.src)), " "))
	}
	if ent.Sort == State && c.citizen(p) {
		if e := c.compatriot(p, n); e >= 0 {
			return c.inferred(e, sources.Phrase{})
		}
		return unresolved(strings.Join(strings.Fields(p.Head.Of(c.src)), " "))
	}
	name := ent.Name
	if ent.Sort != Person && size(p.Name) > ent.words {
		name = p.Name // Chamber of Trade, of which Chamber was filed
	}
	if ent.Sort == State {
		if st, ok := c.stateOf(ent.Name); ok {
			name = st
		}
	}
	return Answer{Entity: e, Name: name, Role: c.roleOf(e, p.Role), Known: statements.ByName, Confidence: 0.95}
}

func firstUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// amongOthers reports whether a source is several, of whom the name is only one:
// "Oslo, Elm and other capitals".
func (c *Cast) amongOthers(p sources.Phrase) bool {
	return len(p.Joint) == 0 && (p.Plural || strings.Contains(p.Span.Of(c.src), " and other "))
}

// unfiled answers for a name that no sentence has, as the label of a turn: a
// surname is the only person's who bears it.
func (c *Cast) unfiled(p sources.Phrase) Answer {
	name := speakers.Parse(p.Name)
	if words := name.Words(); len(words) == 1 {
		fits := c.bearers(&Entity{Name: p.Name, words: 1, last: words[0], parsed: name})
		if len(fits) == 1 && c.human(fits[0]) && agree(p.Gender, c.Entities[fits[0]].Gender) {
			return Answer{Entity: fits[0], Name: c.Entities[fits[0]].Name, Role: c.roleOf(fits[0], p.Role), Known: statements.ByName, Confidence: 0.9}
		}
	}
	if e := c.byInitials(p.Name); e >= 0 {
		return c.describe(e, statements.ByRole, 0.8)
	}
	return Answer{Entity: Nobody, Name: p.Name, Role: p.Role, Known: statements.ByName, Confidence: 0.8}
}

// roleOf gives the role that the text itself has beside this mention, else the
// fullest it has for the entity.
func (c *Cast) roleOf(e int, here string) string {
	if here != "" {
		return here
	}
	if e < 0 || len(c.Entities[e].Roles) == 0 {
		return ""
	}
	fullest := c.Entities[e].Roles[0]
	for _, r := range c.Entities[e].Roles {
		if len(r) > len(fullest) && strings.HasPrefix(r, fullest) {
			fullest = r // with what it is of
		}
	}
	return fullest
}

// describe gives an answer for an entity.
func (c *Cast) describe(e int, known statements.Known, conf float64) Answer {
	name := c.nameOf(&c.Entities[e])
	if m := c.married(&c.Entities[e], c.Entities[e].Gender); m != "" {
		name, known, conf = m, statements.Inferred, min(conf, 0.6)
	}
	if c.Entities[e].Sort == State {
		if st, ok := c.stateOf(name); ok {
			name = st
		}
	}
	return Answer{Entity: e, Name: name, Role: c.roleOf(e, ""), Known: known, Confidence: conf}
}

// Describe gives an answer for an entity that a statement was carried to.
func (c *Cast) Describe(e int, known statements.Known, conf float64) Answer {
	if e < 0 {
		return unresolved("")
	}
	return c.describe(e, known, conf)
}

func fits(gender byte, want lexicon.Flags) bool {
	switch {
	case want&lexicon.PronounM != 0:
		return gender != 'f'
	case want&lexicon.PronounF != 0:
		return gender != 'm'
	}
	return true
}

// Known reports whether a name is that of a person or body that the article
// names in full or more than once.
func (c *Cast) Known(p sources.Phrase) bool {
	e, ok := c.at[p.NameSpan.Start]
	if !ok {
		if e, ok = c.byKey[speakers.Key(p.Name)]; !ok {
			return false
		}
	}
	ent := &c.Entities[e]
	return (ent.Sort == Person || ent.Sort == Unknown) && (ent.words > 1 || ent.Count > 1)
}
