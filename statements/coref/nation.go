package coref

import (
	"slices"
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// peer is whose counterpart somebody is, and in which land: "his Polish counterpart".
// Where no land stands there, it is another than whose counterpart it is.
type peer struct {
	entity int
	land   string
}

// meetNation keeps from which land entity e is, where the words before their name say
// so: "Poland's Ann Lee", "Norway's Prime Minister Ann Lee", "the Slovak Ann Lee". Of
// "Prime Minister Bo Rand and his Polish counterpart Ann Lee" she has the same office.
func (c *Cast) meetNation(e int, m Mention, s *cues.Sentence, role string) {
	if c.lex.Lang != "en" || s.Headline {
		return
	}
	words := tokens(role)
	if last := len(words) - 1; last > 0 && c.lex.Has("counterpart", words[last]) {
		land, _, _ := c.lex.StateOf(strings.Join(words[:last], " "))
		if o := c.subjectBefore(m); o >= 0 && land != "" {
			c.peers[e] = peer{o, land}
		}
		return
	}
	k := m.First - 1
	for s.Is(k, lexicon.Role|lexicon.Honorific|lexicon.Adjective|lexicon.Office) && !s.Is(k, lexicon.Determiner|lexicon.Demonym) || s.Desk(k) || s.Is(k, lexicon.Coordinator) && s.Is(k-1, lexicon.Role) {
		k--
	}
	if o := c.subjectBefore(m); o >= 0 && s.Is(k, lexicon.Possessive) && s.Lex.Has("counterpart", s.Lower(k+1)) {
		c.peers[e] = peer{entity: o} // "his counterpart Deputy Prime Minister Ann Lee"
		return
	}
	if s.Lower(k) == "'s" {
		k--
	} else if k < m.First-1 || !s.Is(k, lexicon.Demonym) || !s.Is(k-1, lexicon.Determiner) {
		return
	}
	for _, name := range [...]string{s.Lower(k-1) + " " + s.Lower(k), s.Lower(k)} {
		if land, _, ok := c.lex.StateOf(name); ok {
			c.from[e] = land
			return
		}
	}
}

// subjectBefore gives the one whom the sentence of a mention names where subjects stand,
// before it: whom its "his" or "her" means.
func (c *Cast) subjectBefore(m Mention) int {
	found := Nobody
	for _, o := range slices.Backward(c.Mentions) {
		if o.Sentence != m.Sentence {
			break
		}
		if sort := c.Entities[o.Entity].Sort; o.Oblique || o.Entity == found || sort == Body || sort == State {
			continue
		}
		if found >= 0 {
			return Nobody
		}
		found = o.Entity
	}
	return found
}

// settled puts entities that turned out to be another in the other's place.
func (c *Cast) settled(to []int) {
	for e := range c.Entities {
		if land, ok := c.from[e]; ok {
			c.from[to[e]] = land
		}
		if p, ok := c.peers[e]; ok {
			c.peers[to[e]] = peer{to[p.entity], p.land}
		}
	}
}

// asPeer gives the offices that somebody has as another's counterpart: those of the
// other, in another land.
func (c *Cast) asPeer(e int) []held {
	p, ok := c.peers[e]
	if !ok || p.entity == e || p.land == "" {
		return nil
	}
	var out []held
	ent := &c.Entities[p.entity]
	for _, r := range slices.Concat(ent.Roles, ent.titles) {
		if o := c.office(tokens(r)); o.title != "" && !o.former {
			o.state = p.land
			out = append(out, held{o, tokens(r)})
		}
	}
	return out
}

// foreigner reports whether a person is of another land than the wanted office, which
// the text tells elsewhere than in the role that fits: of "Norway's Prime Minister Ann
// Holm", "the Polish premier" is not "the Prime Minister", nor is Bo Rand with "his Polish
// counterpart".
func (c *Cast) foreigner(e int, want office) bool {
	if want.state == "" {
		return false
	}
	if land := c.from[e]; land != "" {
		return land != want.state
	}
	for _, p := range c.peers {
		if p.entity == e && p.land == want.state {
			return true
		}
	}
	other := false
	for _, h := range c.heldBy(e) {
		if h.office.state == want.state {
			return false
		}
		other = other || h.office.state != "" && h.office.head == want.head
	}
	return other
}

// countryman gives the one person without an office whom the text has told to be from
// the land whose minister speaks in sentence n, and just named: behind "Poland's Ann
// Lee was glad", "the Polish premier".
func (c *Cast) countryman(p sources.Phrase, want office, n int) int {
	found := Nobody
	for e, land := range c.from {
		before := c.namedBefore(e, p.Span.Start)
		if land != want.state || before < 0 || c.Mentions[before].Sentence < n-2 || len(c.Entities[e].Roles)+len(c.Entities[e].titles) > 0 || !c.MayBePerson(e) || !c.genderFits(e, p.Words) {
			continue
		}
		if found >= 0 && found != e {
			return Nobody
		}
		found = e
	}
	return found
}
