package handlers

import (
	"slices"
	"strconv"
	"strings"
)

// woven puts runs into a sentence where it has %s or %[2]s, so that a language
// may order them as it likes.
func woven(sentence string, parts ...[]Run) []Run {
	var out []Run
	own := func(s string) {
		if s != "" {
			out = append(out, Run{Text: s})
		}
	}
	next := 0
	for {
		at, after, n, ok := placeIn(sentence)
		if !ok {
			own(sentence)
			return out
		}
		if n > 0 {
			next = n - 1
		}
		own(sentence[:at])
		if next < len(parts) {
			out = append(out, slices.Clone(parts[next])...)
		}
		next++
		sentence = sentence[after:]
	}
}

// placeIn finds the first place of a sentence for a part, and its number where
// it has one.
func placeIn(sentence string) (at, after, n int, ok bool) {
	for at = range len(sentence) {
		rest := sentence[at:]
		switch {
		case strings.HasPrefix(rest, "%s"):
			return at, at + len("%s"), 0, true
		case strings.HasPrefix(rest, "%["):
			number, _, closed := strings.Cut(rest[len("%["):], "]s")
			if n, err := strconv.Atoi(number); closed && err == nil && n > 0 {
				return at, at + len("%[]s") + len(number), n, true
			}
		}
	}
	return 0, 0, 0, false
}
