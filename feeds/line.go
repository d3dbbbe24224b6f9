package feeds

import (
	"strings"
	"unicode"
)

// oneLine makes s a single line: runs of white space become one space, control
// characters, bidi overrides and zero-width marks go.
func oneLine(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case isInvisible(r):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isInvisible reports runes that have no business in a text that people read:
// they hide, reorder or break it. The zero-width joiner and non-joiner stay,
// because Persian and emoji need them.
func isInvisible(r rune) bool {
	switch {
	case r == '\u200c' || r == '\u200d':
		return false
	case r == '\u00ad' || r == '\ufeff' || r == '\ufffe' || r == '\uffff':
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2060' && r <= '\u206f', r == '\u200b', r == '\u200e', r == '\u200f':
		return true
	}
	return unicode.IsControl(r)
}
