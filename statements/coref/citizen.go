package coref

import (
	"slices"
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// citizen reports whether a source is somebody from a state, and not the state:
// "the Norwegian said". The French and the Chinese are all of theirs.
func (c *Cast) citizen(p sources.Phrase) bool {
	if len(p.Words) != 2 || len(p.Words[1]) < 5 || !c.lex.Has("definite", p.Words[0]) || c.lex.Flags(p.Words[1])&lexicon.Demonym == 0 {
		return false
	}
	return !slices.ContainsFunc(c.lex.List("peoples-ending"), func(end string) bool { return strings.HasSuffix(p.Words[1], end) })
}

// compatriot gives whom "the Norwegian" of sentence n means: the one person whom the
// text tells to be from there, else whoever spoke right before, if it says of nobody
// that they are from there and of that one not that they are from elsewhere.
func (c *Cast) compatriot(p sources.Phrase, n int) int {
	land, _, _ := c.lex.StateOf(p.Words[1])
	found := Nobody
	for e := range c.Entities {
		if !c.human(e) || !c.fromLand(e, land) {
			continue
		}
		if found >= 0 {
			return Nobody
		}
		found = e
	}
	if found >= 0 {
		return found
	}
	e := c.Last()
	if e < 0 || c.stranger || c.spokeIn < n-1 || !c.human(e) || c.fromElsewhere(e, land) || c.besides(e, n, p.Span.Start) {
		return Nobody
	}
	return e
}

// fromLand reports whether the text says that somebody is from a land.
func (c *Cast) fromLand(e int, land string) bool {
	return c.from[e] == land || slices.ContainsFunc(c.heldBy(e), func(h held) bool { return h.office.state == land })
}

// fromElsewhere reports whether the text says that somebody is from another land than
// the one given, if any. A league of states has people of all of them.
func (c *Cast) fromElsewhere(e int, land string) bool {
	other := func(l string) bool {
		return land != "" && l != "" && l != land && !c.lex.Has("league", strings.ToLower(l))
	}
	return other(c.from[e]) || slices.ContainsFunc(c.heldBy(e), func(h held) bool { return other(h.office.state) })
}
