package coref

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// voice is a source that a name words.
type voice struct {
	entity, sentence int
	// bare says that nothing beside the name tells who they are.
	bare bool
}

// Heard tells the cast of a source in sentence n, before any is resolved: who
// is named, and which roles are not.
func (c *Cast) Heard(p sources.Phrase, n int) {
	if p.Name == "" {
		if p.Pronoun == 0 && p.Definite && !p.Plural && p.Role != "" {
			c.roles = append(c.roles, roleAt{c.office(p.Words), n})
		}
		return
	}
	for _, part := range p.Joint {
		c.Heard(part, n)
	}
	if len(p.Joint) > 0 {
		return
	}
	a := c.named(p, n, p.Span.Start)
	c.Speaks(a.Entity, c.itsRole(p.Role, n, p.Span.Start))
	if a.Entity >= 0 && c.human(a.Entity) {
		rest := strings.Trim(strings.Replace(p.Span.Of(c.src), p.NameSpan.Of(c.src), "", 1), " ,")
		c.voices = append(c.voices, voice{a.Entity, n, rest == "" && p.Role == "" && p.Title == ""})
	}
}

// roleAt is a role that speaks in a sentence without a name.
type roleAt struct {
	office   office
	sentence int
}

// newcomers is within how many sentences somebody whom the opening calls by
// their role is named.
const newcomers = 3

// introduced gives the person whom the opening calls by the role alone and
// names right after, without another word, as the first who speaks: "The
// energy minister blamed the storm. “It came at night,” Ann Lee said." Nobody
// is brought up so who has not been described. Another role that speaks between
// may be the one that is meant, but not "the leader" whom the headline calls so.
func (c *Cast) introduced(p sources.Phrase, want office, n int) int {
	if n > opening || p.Words[0] != "its" && c.lex.Flags(p.Words[0])&lexicon.Possessive != 0 {
		return Nobody
	}
	at := slices.IndexFunc(c.voices, func(v voice) bool { return v.sentence > n || v.sentence == n && c.Entities[v.entity].words > 1 })
	if at < 0 {
		return Nobody
	}
	v := c.voices[at]
	if v.sentence == n || v.sentence > max(n, opening-1)+newcomers || !v.bare && !(p.Words[0] == "its" && c.onlyFormer(v.entity)) || c.described(v) || !c.genderFits(v.entity, p.Words) {
		return Nobody
	}
	for _, r := range c.roles {
		if r.sentence >= n && r.sentence < v.sentence && (r.office.head != want.head || c.elsewhere(want, r.office)) && !(c.leads(want) && c.heads(r.office, want)) {
			return Nobody
		}
	}
	return v.entity
}

// namedBehind gives who is named first, and by the name alone, in the paragraph of a role that is
// told by a land, right behind it, where those found to have the role are of no land:
// "Norland's minister has promised a text. “It will be fair,” Ann Lee told a paper."
func (c *Cast) namedBehind(found []int, p sources.Phrase, want office, n int) int {
	if want.state == "" || len(found) == 0 || slices.ContainsFunc(found, func(e int) bool { return c.isOf(e, want.state) }) {
		return Nobody
	}
	at := slices.IndexFunc(c.voices, func(v voice) bool { return v.sentence > n })
	if at < 0 {
		return Nobody
	}
	v := c.voices[at]
	if v.sentence > n+2 || c.paras[v.sentence] != c.paras[n] || !v.bare || slices.Contains(found, v.entity) || c.described(v) || !c.genderFits(v.entity, p.Words) || c.fromElsewhere(v.entity, want.state) {
		return Nobody
	}
	return v.entity
}

// isOf reports whether the text says that somebody is of a land.
func (c *Cast) isOf(e int, land string) bool {
	return c.from[e] == land || slices.ContainsFunc(c.heldBy(e), func(h held) bool { return h.office.state == land })
}

// described reports whether the text says who the person of a voice is, or
// names them in full before: then they are no newcomer. It also does where
// another is the subject of a sentence between.
func (c *Cast) described(v voice) bool {
	ent := &c.Entities[v.entity]
	if ent.words < 2 || len(ent.titles) > 0 || len(ent.Roles) > 0 && !ent.newcomer && !c.onlyFormer(v.entity) {
		return true
	}
	for _, i := range c.mentioned[v.entity] {
		if m := c.Mentions[i]; m.Sentence < v.sentence && strings.Contains(m.Of(c.src), " ") {
			return true
		}
	}
	return false
}

// introduce gives somebody the role by which the opening calls them.
func (c *Cast) introduce(e int, p sources.Phrase, want office) Answer {
	role := strings.TrimSpace(p.Role)
	if first, rest, ok := strings.Cut(role, " "); ok && c.lex.Flags(strings.ToLower(first))&lexicon.Determiner != 0 {
		role = rest
	}
	if want.owner != "" && c.lex.Lang == "en" {
		role += " of " + want.owner
	}
	c.Entities[e].newcomer = true
	c.Speaks(e, role)
	a := c.describe(e, statements.Inferred, 0.8)
	a.Role = role
	return a
}

// itsOwner adds to the office of "its minister" whose it is: the state or
// body that the sentence is about.
func (c *Cast) itsOwner(p sources.Phrase, want office, n int) office {
	if p.Words[0] != "its" {
		return want
	}
	owner := Nobody
	for _, m := range c.near(n, n, p.Span.Start) {
		if !m.Oblique && !c.human(m.Entity) {
			owner = m.Entity
			break
		}
	}
	if owner < 0 {
		return want
	}
	want.owner = c.Entities[owner].Name
	want.its = strings.Fields(strings.ToLower(c.Entities[owner].Name))
	o := c.office(append(slices.Clone(want.its), want.words...))
	want.of, want.state = o.of, o.state
	return want
}
