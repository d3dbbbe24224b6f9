package coref

import "strings"

// stateOf gives the state that a name stands for. A capital that is the seat of a league
// as well stands for that one, unless the text speaks of the capital's own land.
func (c *Cast) stateOf(name string) (string, bool) {
	land, capital, ok := c.lex.StateOf(strings.ToLower(name))
	if !capital {
		return land, ok
	}
	for _, s := range c.lex.States() {
		if s.Name != land && strings.EqualFold(s.Capital, name) && c.lex.Has("league", strings.ToLower(s.Name)) && !c.speaksOf(land) {
			return s.Name, true
		}
	}
	return land, ok
}

// speaksOf reports whether the text has the name of a land, or the word for what is its.
func (c *Cast) speaksOf(land string) bool {
	for _, s := range c.lex.States() {
		if s.Name != land {
			continue
		}
		for _, w := range append([]string{s.Name}, s.Demonyms...) {
			if strings.Contains(strings.ToLower(c.src), strings.ToLower(w)) {
				return true
			}
		}
	}
	return false
}
