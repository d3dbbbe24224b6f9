package compare

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// named reports whether a text says by name who spoke.
func named(s statements.Statement) bool {
	return s.Speaker != "" && (s.Known == statements.ByName || s.Known == statements.ByEditor)
}

// oneVoice reports whether two statements may be of one speaker: not, if both
// are named and no name has the other's last word.
func oneVoice(a, b statements.Statement) bool {
	for _, n := range names(a) {
		for _, m := range names(b) {
			if n == "" || m == "" || bears(n, m) || bears(m, n) {
				return true
			}
		}
	}
	return false
}

// names are the names of a speaker: as it was read, and as an editor has it.
func names(s statements.Statement) []string {
	if s.Heard != "" {
		return []string{s.Speaker, s.Heard}
	}
	return []string{s.Speaker}
}

// bears reports whether one name has the last word of another.
func bears(name, other string) bool {
	words := strings.Fields(strings.ReplaceAll(text.Fold(other), "-", " "))
	if len(words) == 0 {
		return true
	}
	for _, w := range strings.Fields(strings.ReplaceAll(text.Fold(name), "-", " ")) {
		if w == words[len(words)-1] {
			return true
		}
	}
	return false
}
