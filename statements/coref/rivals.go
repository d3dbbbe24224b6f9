package coref

import (
	"slices"

	"onrecord/statements/sources"
)

// theOne gives the one of found that "the minister" means where rivals have the
// same office: whoever the sentence before is about, or whoever spoke last. It
// is nobody where that sentence names another of them as well, unless it is about
// the one who spoke in it: behind "President Lee said after talks with President
// Rand", the president is Lee.
func (c *Cast) theOne(found, rivals []int, n, at int) int {
	if len(found) == 1 && len(rivals) == 0 {
		return found[0]
	}
	e := c.Subject(n - 1)
	if c.spokeIn >= n-1 || !slices.Contains(found, e) {
		e = c.Last()
	}
	if e >= 0 && e == c.Subject(n-1) && c.spokeIn == n-1 && (slices.Contains(found, e) || slices.Contains(rivals, e)) && c.alone(e, n, at) {
		return e
	}
	if !slices.Contains(found, e) {
		return Nobody
	}
	for _, m := range c.near(n-1, n, at) {
		if m.Entity != e && (slices.Contains(found, m.Entity) || slices.Contains(rivals, m.Entity)) {
			return Nobody
		}
	}
	return e
}

// alone reports whether the sentence before n has nobody but entity e where subjects
// stand, and nobody else is named since: "Lee said so after talks with Rand".
func (c *Cast) alone(e, n, at int) bool {
	for _, m := range c.near(n-1, n, at) {
		if m.Entity != e && c.human(m.Entity) && (m.Sentence == n || !m.Oblique) {
			return false
		}
	}
	return true
}

// rivals are others than those found whom the wanted role may mean as well: a
// president is a leader and so is a prime minister, and an ambassador is a
// diplomat.
func (c *Cast) rivals(found []int, want office, p sources.Phrase, n int) []int {
	wide := ""
	for _, w := range want.words {
		if c.lex.Has("wide-role", w) {
			wide = "wide-" + w
		}
	}
	if wide == "" {
		return nil
	}
	var out []int
	for e := range c.Entities {
		if c.human(e) && !slices.Contains(found, e) && c.genderFits(e, p.Words) && c.ownedBy(e, p.Words) &&
			slices.ContainsFunc(c.heldBy(e), func(h held) bool { return c.lex.Has(wide, h.office.title) && !c.elsewhere(want, h.office) }) {
			out = append(out, e)
		}
	}
	return out
}
