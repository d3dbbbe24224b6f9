package coref

import (
	"slices"

	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// headOfBody gives who spoke right before "the head of the organization" or "the agency
// chief", if they are said to head one: agencies call directors and secretaries general
// so.
func (c *Cast) headOfBody(p sources.Phrase, n int) int {
	e := c.Last()
	if e < 0 || c.spokeIn < n-2 || !c.human(e) || !c.genderFits(e, p.Words) {
		return Nobody
	}
	body := c.bodyHeaded(p.Words)
	if body == "" {
		return Nobody
	}
	for _, h := range c.heldBy(e) {
		if h.office.former || slices.ContainsFunc(h.words, func(w string) bool { return c.lex.Has("speaks-for", w) || c.lex.Has("not-head", w) }) {
			continue
		}
		heads := slices.ContainsFunc(h.words, func(w string) bool { return c.lex.Has("heads-body", w) })
		other := slices.ContainsFunc(h.words, func(w string) bool {
			return w != body && c.lex.Flags(w)&lexicon.OrganisationWord != 0
		})
		if heads && (c.lex.Has("any-body", body) || !other || slices.Contains(h.words, body)) {
			return e
		}
	}
	return Nobody
}

// bodyHeaded is the body of "the head of the organization" and "the agency's chief"; ""
// where words are neither.
func (c *Cast) bodyHeaded(words []string) string {
	if len(words) > 0 && c.lex.Flags(words[0])&lexicon.Determiner != 0 {
		words = words[1:]
	}
	is := func(w string) bool { return c.lex.Has("any-body", w) || c.lex.Has("any-firm", w) }
	switch {
	case len(words) == 4 && c.lex.Has("head-of-any", words[0]) && words[1] == "of" && c.lex.Flags(words[2])&lexicon.Determiner != 0 && is(words[3]):
		return words[3]
	case len(words) >= 2 && len(words) <= 3 && is(words[0]) && c.lex.Has("head-of-any", words[len(words)-1]):
		return words[0]
	}
	return ""
}
