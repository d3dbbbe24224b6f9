package handlers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes valid text of what was typed, without control characters and
// without white space at its edges, in a map of its own.
func clean(options map[string]string) map[string]string {
	out := make(map[string]string, len(options))
	for name, v := range options {
		if !utf8.ValidString(v) {
			v = strings.ToValidUTF8(v, "\uFFFD")
		}
		v = strings.Map(func(r rune) rune {
			switch {
			case r == '\n' || r == '\t' || r == '\r':
				return ' '
			case unicode.IsControl(r):
				return -1
			}
			return r
		}, v)
		out[name] = strings.TrimSpace(v)
	}
	return out
}

// blank reports whether nothing can be read in v.
func blank(v string) bool {
	return strings.TrimFunc(v, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.In(r, unicode.Cf)
	}) == ""
}

// starless reports whether nothing can be read in v where stars mean something: in
// cron, and in the language of watches, which says what is wrong with a lone one.
func starless(v string) bool { return blank(v) && !strings.Contains(v, "*") }
