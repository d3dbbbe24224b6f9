package coref

import (
	"strings"

	"onrecord/statements/lexicon"
)

// itsRole gives somebody's role without "its" or "his", which tell nobody anything
// outside of the sentence. Whose it is stands there instead where the text is about
// one body or state: behind "China backed it", "its envoy" is China's envoy.
func (c *Cast) itsRole(role string, n, at int) string {
	first, rest, ok := strings.Cut(role, " ")
	if !ok || c.lex.Lang != "en" || c.lex.Flags(strings.ToLower(first))&lexicon.Possessive == 0 {
		return role
	}
	if owner := c.itsOne(role, n, at); owner != "" {
		return owner
	}
	return rest
}

// itsOne gives "its envoy" with whose it is, or "" where that is not clear.
func (c *Cast) itsOne(role string, n, at int) string {
	first, rest, ok := strings.Cut(role, " ")
	if !ok || c.lex.Lang != "en" || !strings.EqualFold(first, "its") {
		return ""
	}
	e, several := c.bodyIn(n, at)
	if e < 0 && !several && c.sameParagraph(n) {
		e, _ = c.bodyIn(n-1, at)
	}
	switch {
	case e < 0:
		return ""
	case strings.HasSuffix(c.Entities[e].Name, "s"):
		return c.Entities[e].Name + "' " + rest
	}
	return c.Entities[e].Name + "'s " + rest
}

// bodyIn gives the one body or state that stands where subjects stand in sentence n,
// before byte at; several says that there are more, or that its front is another's.
func (c *Cast) bodyIn(n, at int) (found int, several bool) {
	found = Nobody
	for _, m := range c.near(n, n, at) {
		ent := &c.Entities[m.Entity]
		if m.Oblique && !m.Owner || m.Entity == found {
			continue
		}
		if found >= 0 || m.Owner || ent.Sort != Body && ent.Sort != State {
			return Nobody, true
		}
		found = m.Entity
	}
	return found, false
}
