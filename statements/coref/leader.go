package coref

import (
	"slices"

	"onrecord/statements/lexicon"
)

// leads reports whether an office is "the Norland leader": a leader whom
// nothing but a land tells. That is who heads its state or government.
func (c *Cast) leads(o office) bool {
	named := false
	for _, w := range o.words {
		leader := c.lex.Has("leader", w)
		if named = named || leader; !leader && c.lex.Flags(w) != 0 {
			return false // of a body, or a former one
		}
	}
	return named && (o.state != "" || len(o.of) > 0)
}

// ofFaction reports whether an office is that of a part of a land only: the
// opposition's leader is not the land's.
func (c *Cast) ofFaction(o office) bool {
	return slices.ContainsFunc(o.words, func(w string) bool { return c.lex.Has("faction", w) })
}

// headOf gives the one person who has the highest office of the land whose
// leader is wanted: its president or its prime minister. Two are nobody.
func (c *Cast) headOf(want office) int {
	found := Nobody
	for e := range c.Entities {
		if !c.human(e) || !slices.ContainsFunc(c.heldBy(e), func(h held) bool { return c.heads(h.office, want) }) {
			continue
		}
		if found >= 0 {
			return Nobody
		}
		found = e
	}
	return found
}

// heads reports whether an office is the highest one of the land whose leader is
// wanted.
func (c *Cast) heads(has, want office) bool {
	if !c.lex.Has("head-of-land", has.title) || has.former || c.ofFaction(has) || c.lower(office{words: []string{"prime"}}, has) {
		return false
	}
	if want.state != "" {
		return has.state == want.state
	}
	land := func(w string) bool {
		return slices.ContainsFunc(want.of, func(o string) bool { return c.lex.SameLand(o, w) })
	}
	return slices.ContainsFunc(has.words, func(w string) bool { return c.lex.Flags(w)&lexicon.Role == 0 && land(w) })
}
