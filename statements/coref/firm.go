package coref

import (
	"slices"
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// firm gives whom "the company" means behind a clause about what is its own, and
// nobody else's: "Ferrova's profit fell, the state-owned utility said."
func (c *Cast) firm(p sources.Phrase, n int) int {
	if len(p.Words) < 2 || !c.lex.Has("definite", p.Words[0]) || !c.lex.Has("firm", p.Words[len(p.Words)-1]) || slices.ContainsFunc(p.Words, func(w string) bool { return c.lex.Flags(w)&lexicon.Preposition != 0 || w == "'s" }) {
		return Nobody
	}
	near := c.near(n, n, p.Span.Start)
	if len(near) == 0 || !near[0].Owner || near[0].First > 1 {
		return Nobody
	}
	for _, m := range near {
		if m.Entity != near[0].Entity || c.human(m.Entity) || c.Entities[m.Entity].Sort == State {
			return Nobody
		}
	}
	return near[0].Entity
}

// sameBody gives the body that "the group" means, of whatever kind it is: the one
// that spoke last, right before, with no other named since.
func (c *Cast) sameBody(p sources.Phrase, n, at int) int {
	e := c.Last()
	if len(p.Words) != 2 || !c.lex.Has("definite", p.Words[0]) || !c.lex.Has("any-body", p.Words[1]) || e < 0 || c.Entities[e].Sort != Body || c.spokeIn < n-longestBody {
		return Nobody
	}
	for _, m := range c.near(c.spokeIn, n, at) {
		if m.Entity != e && c.Entities[m.Entity].Sort == Body && m.Start > c.Mentions[max(0, c.namedBefore(e, at))].Start {
			return Nobody
		}
	}
	return e
}

// longestBody is how many sentences later "the group" is still that one.
const longestBody = 2

// bodyName gives the name of a body that is written small, as it stands: "the
// labour ministry", "the German foreign ministry". "The ministry" alone may be
// any, and "Alder's ministry" is a description.
func (c *Cast) bodyName(p sources.Phrase) string {
	words, named := p.Words, strings.Fields(p.Head.Of(c.src))
	if len(words) > 0 && c.lex.Flags(words[0])&lexicon.Determiner != 0 {
		if c.lex.Flags(words[0])&lexicon.Possessive != 0 {
			return ""
		}
		words, named = words[1:], named[min(1, len(named)):]
	}
	if c.bodyHeaded(words) != "" {
		return "" // "the head of the organization" is somebody
	}
	if k := c.reportAt(words); k > 0 {
		if k > len(named) || k > 4 || p.Plural {
			return ""
		}
		return strings.Join(named[:k], " ")
	}
	if len(named) != len(words) || len(words) < 2 || len(words) > 4 || !p.Definite || c.lex.Flags(words[len(words)-1])&(lexicon.Body|lexicon.Role|lexicon.Group) != lexicon.Body || c.lex.Flags(words[len(words)-1])&lexicon.OrganisationWord == 0 {
		return ""
	}
	return strings.Join(named, " ")
}

// reportAt gives where the report stands in the words of one that is told by the
// office whose it is: 2 in "audit office report of 4 August". 0 is none.
func (c *Cast) reportAt(words []string) int {
	for k, w := range words {
		if f := c.lex.Flags(w); f&(lexicon.Preposition|lexicon.Determiner|lexicon.Coordinator) != 0 || w == "'s" {
			return 0
		}
		if k > 1 && c.lex.Has("document", w) {
			if c.lex.Flags(words[k-1])&lexicon.OrganisationWord != 0 {
				return k
			}
			return 0
		}
	}
	return 0
}
