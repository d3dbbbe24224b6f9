package ask

import (
	"strings"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// misspelt finds whom the n words at i are a slip of, by those of the archive
// whose names begin alike. Two who are equally like are nobody.
func (q *question) misspelt(i, n int) []statements.Speaker {
	words := q.cut(i, i+n)
	typed := speakers.Key(words)
	last := []rune(lastFolded(words)) // as typed: a key may be shorter, "x" for "ks"
	if len(last) < 5 || q.hasRole(words) {
		return nil
	}
	var out, alike []statements.Speaker
	for k := min(len(last)-1, 8); k >= 3; k-- { // the longest beginning first: of a short one there may be too many
		alike = append(alike, q.lookUp(string(last[:k]))...)
	}
	if n > 1 {
		alike = append(alike, q.lookUp(q.cut(i, i+1))...) // by the given name
	}
	seen := map[int64]bool{}
	for _, s := range alike {
		if seen[s.ID] {
			continue
		}
		seen[s.ID] = true
		for _, name := range append([]string{s.Name}, s.Aliases...) {
			k := speakers.Key(name)
			if slip(typed, k) || !strings.Contains(typed, " ") && slip(typed, lastWord(k)) {
				out = append(out, s)
				break
			}
		}
	}
	if len(out) != 1 {
		return nil
	}
	return out
}

// plausible reports whether s may be meant by words that are not quite a
// spelling of its name: a slip of one letter in four, or a role.
func (q *question) plausible(words string, s statements.Speaker) bool {
	if q.hasRole(words) {
		return HoldsRole(s.Role, words)
	}
	for _, name := range append([]string{s.Name}, s.Aliases...) {
		a, b := speakers.Key(words), speakers.Key(name)
		if slip(a, b) || slip(a, lastWord(b)) {
			return true
		}
	}
	return q.d.lexicon.SameLand(text.Fold(words), text.Fold(s.Name))
}

// slip reports whether a and b differ by one typing slip, or two if they are
// long. Names that short are too alike for that.
func slip(a, b string) bool {
	n := utf8.RuneCountInString(a)
	if n < 4 || utf8.RuneCountInString(b) < 4 {
		return false
	}
	return distance([]rune(a), []rune(b)) <= 1+n/10
}

// distance counts the letters to insert, delete, replace or swap.
func distance(a, b []rune) int {
	prev2, prev := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev = prev, row
	}
	return prev[len(b)]
}
