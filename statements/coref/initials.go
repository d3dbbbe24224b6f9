package coref

import (
	"strings"
	"unicode"
)

const (
	// fewestInitials and mostInitials are how many letters an office is called by: "PM".
	fewestInitials = 2
	mostInitials   = 5
	// surelyInitials are as many as do where more of the office stands before.
	surelyInitials = 3
)

// byInitials gives the one person whose office has these initials: who answers as "SND"
// is the Secretary of National Defense.
func (c *Cast) byInitials(label string) int {
	if len(label) < fewestInitials || len(label) > mostInitials || strings.ContainsFunc(label, func(r rune) bool { return r < 'A' || r > 'Z' }) {
		return Nobody
	}
	found := Nobody
	for e := range c.Entities {
		if !c.human(e) || !c.hasInitials(e, label) {
			continue
		}
		if found >= 0 {
			return Nobody
		}
		found = e
	}
	return found
}

// hasInitials reports whether words of a role of an entity that begin with capitals have
// these initials, one after another.
func (c *Cast) hasInitials(e int, label string) bool {
	for _, role := range c.Entities[e].Roles {
		var initials strings.Builder
		for _, w := range strings.FieldsFunc(role, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
			if w[0] >= 'A' && w[0] <= 'Z' {
				initials.WriteByte(w[0])
			}
		}
		if all := initials.String(); all == label || len(label) >= surelyInitials && strings.HasSuffix(all, label) {
			return true // of "Norvanian Secretary of National Defense" as well
		}
	}
	return false
}
