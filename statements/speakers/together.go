package speakers

import "strings"

// ands are the words between the last two of several names, in the languages
// that are read.
var ands = [...]string{" and ", " und ", " et ", " y ", " e ", " и "}

// Together gives the names of several who spoke together, "Ann Lee, Bo Rand and
// Cay Dunn"; one name alone is itself. Each must have two words: "Lee and
// Rand" may be a firm.
func Together(name string) []string {
	for _, and := range ands {
		before, last, ok := strings.Cut(name, and)
		if !ok || strings.Contains(last, and) {
			continue
		}
		all := append(strings.Split(before, ", "), last)
		for _, n := range all {
			if len(strings.Fields(n)) < 2 {
				return []string{name}
			}
		}
		return all
	}
	return []string{name}
}
