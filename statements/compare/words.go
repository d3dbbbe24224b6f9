package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/text"
)

// word is one of a text as it is compared: its letters without accents, capitals
// and apostrophes. A sign of a currency or a per cent is a word too.
type word struct {
	statements.Span
	key string
}

// wordsOf gives the words of s.
func wordsOf(s string) []word {
	var out []word
	at := 0
	for _, w := range text.Words(s) {
		out = signs(out, s, at, w.Start)
		at = w.End
		if key := strings.ReplaceAll(w.Folded, "'", ""); key != "" {
			out = append(out, word{w.Span, key})
		}
	}
	return signs(out, s, at, len(s))
}

// signs appends what means something between two words.
func signs(out []word, s string, from, to int) []word {
	for from < to {
		r, n := utf8.DecodeRuneInString(s[from:to])
		if r == '%' || r == '‰' || unicode.Is(unicode.Sc, r) {
			out = append(out, word{statements.Span{Start: from, End: from + n}, string(r)})
		}
		from += n
	}
	return out
}

// without leaves out the words that lie in any of the spans.
func without(words []word, spans []statements.Span) []word {
	if len(spans) == 0 {
		return words
	}
	var out []word
	for _, w := range words {
		if !inside(spans, w.Span) {
			out = append(out, w)
		}
	}
	return out
}

func inside(spans []statements.Span, s statements.Span) bool {
	for _, sp := range spans {
		if sp.Overlaps(s) {
			return true
		}
	}
	return false
}

// SameWords reports whether two texts differ in typography at most.
func SameWords(a, b string) bool { return equal(wordsOf(a), wordsOf(b)) }

func equal(a, b []word) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].key != b[i].key {
			return false
		}
	}
	return true
}
