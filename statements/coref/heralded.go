package coref

import (
	"slices"
	"strings"

	"onrecord/statements/sources"
)

// withheld reports whether the opening calls somebody no more than "the woman who
// speaks for the growers", in sentence n.
func (c *Cast) withheld(p sources.Phrase, n int) bool {
	return c.keptBack(p, n, "somebody-plain", "who ", "whose ")
}

// keptBack reports whether the opening tells of somebody by the article, a word of
// one list and a clause that begins with one of some words.
func (c *Cast) keptBack(p sources.Phrase, n int, list string, clause ...string) bool {
	rest := strings.TrimSpace(c.src[min(p.Head.End, len(c.src)):])
	return n <= opening && len(p.Words) == 2 && c.lex.Has("definite", p.Words[0]) && c.lex.Has(list, p.Words[1]) &&
		slices.ContainsFunc(clause, func(w string) bool { return strings.HasPrefix(rest, w) })
}

// ranked gives the person whom the opening calls "the officer who led it" and whom the
// next paragraph names by a rank that officers have.
func (c *Cast) ranked(p sources.Phrase, n int) int {
	if !c.keptBack(p, n, "ranks", "who ") {
		return Nobody
	}
	return c.next(p, n, func(v voice) bool {
		return !slices.ContainsFunc(c.heldBy(v.entity), func(h held) bool { return c.lex.Has("rank", h.office.head) })
	})
}

// heralded gives the person who is so called and whom the next paragraph names:
// the first who speaks there, in full, of whom nothing else has been told, with
// nobody else named between.
func (c *Cast) heralded(p sources.Phrase, n int) int { return c.next(p, n, c.described) }

// next gives the first who speaks by name after sentence n, in its paragraph or the
// next one, with nobody else named between, unless they may not be called by p.
func (c *Cast) next(p sources.Phrase, n int, not func(voice) bool) int {
	at := slices.IndexFunc(c.voices, func(v voice) bool { return v.sentence > n })
	if at < 0 {
		return Nobody
	}
	v := c.voices[at]
	if c.paras[v.sentence] > c.paras[n]+1 || not(v) || !c.genderFits(v.entity, p.Words) {
		return Nobody
	}
	for _, m := range c.near(n, v.sentence, len(c.src)) {
		if m.Entity == v.entity {
			return v.entity
		}
		if c.human(m.Entity) {
			return Nobody
		}
	}
	return Nobody
}

// onlyFormer reports whether all that the text says of somebody is what they
// once were: "Ann Lee, a former goalkeeper,".
func (c *Cast) onlyFormer(e int) bool {
	roles := c.heldBy(e)
	return len(roles) > 0 && !slices.ContainsFunc(roles, func(h held) bool { return !h.office.former })
}
