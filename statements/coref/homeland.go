package coref

import (
	"slices"
	"strings"

	"onrecord/statements/lexicon"
)

// elsewhere reports whether two offices are of different things: the mayors of
// Sedge and of Elm, the ministers of trade and of health. One that does not say
// may be of either.
func (c *Cast) elsewhere(want, has office) bool {
	if want.state != "" && has.state != "" && want.state != has.state {
		return true
	}
	return c.apart(want.of, has.of) || c.apart(want.desk, has.desk)
}

// houseOf gives the state that a house stands for: Russia for the Kremlin.
func (c *Cast) houseOf(word string) string {
	for _, pair := range c.lex.List("house-of") {
		if house, land, _ := strings.Cut(pair, "="); house == word {
			land, _, _ = c.lex.StateOf(land)
			return land
		}
	}
	return ""
}

// desk gives the words of the department that a role is of, by the usual name
// of its title where it has one.
func (c *Cast) desk(words []string, title string) []string {
	if !strings.Contains(strings.Join(words, " "), title) {
		words = strings.Fields(title)
	}
	var out []string
	for _, w := range words {
		if c.lex.Flags(w)&lexicon.Office != 0 {
			out = append(out, w)
		}
	}
	return out
}

// apart reports whether no word of the one is among the other's.
func (c *Cast) apart(want, has []string) bool {
	if len(want) == 0 || len(has) == 0 {
		return false
	}
	for _, w := range want {
		if slices.ContainsFunc(has, func(h string) bool { return c.lex.SameLand(w, h) }) {
			return false
		}
	}
	return true
}

// lower reports whether a role is of another rank than the office asked for:
// who is prime minister or deputy mayor is not called "the minister", "the
// mayor".
func (c *Cast) lower(want, has office) bool {
	for _, w := range slices.Concat(has.words, strings.Fields(has.title)) { // PM, premier
		if c.lex.Has("apart", w) && !slices.Contains(want.words, w) && !slices.Contains(strings.Fields(want.title), w) {
			return true
		}
	}
	return false
}

// parts gives the offices that somebody holds at once, and a rank by its first
// word as well: "foreign minister and deputy mayor", "Detective Sergeant".
func (c *Cast) parts(role string) []string {
	out := []string{role}
	if first, _, more := strings.Cut(strings.ToLower(role), " "); more && c.lex.Has("rank", first) {
		return append(out, first)
	}
	for _, and := range c.lex.List("and") {
		if first, second, ok := strings.Cut(role, " "+and+" "); ok {
			return append(out, first, second)
		}
	}
	return out
}
