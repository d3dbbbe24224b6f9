package compare

import (
	"strings"
	"unicode"

	"onrecord/statements"
)

// Diff gives the bytes of two wordings that the other one does not have, as
// spans into their texts, in order. The wordings are the given spans. One word
// that is left between two differences, or between a difference and the end of
// a clause, belongs to them: "cannot live with" has become "would struggle with".
func Diff(a string, of []statements.Span, b string, and []statements.Span) (inA, inB []statements.Span) {
	wa, wb := wordsIn(a, of), wordsIn(b, and)
	pairs := common(wa, wb)
	keptA, keptB := make([]bool, len(wa)), make([]bool, len(wb))
	for i, p := range pairs {
		if alone(a, wa, b, wb, pairs, i) {
			continue
		}
		keptA[p.a], keptB[p.b] = true, true
	}
	return runs(wa, keptA), runs(wb, keptB)
}

// alone reports a common word with a difference before it and a difference, or
// the end of a clause, behind it.
func alone(a string, wa []word, b string, wb []word, pairs []pair, i int) bool {
	p := pairs[i]
	before := pair{-1, -1}
	if i > 0 {
		before = pairs[i-1]
	}
	if p.a-before.a == 1 && p.b-before.b == 1 {
		return false
	}
	if i+1 < len(pairs) && (pairs[i+1].a-p.a > 1 || pairs[i+1].b-p.b > 1) {
		return true
	}
	replaced := p.a-before.a > 1 && p.b-before.b > 1
	return i > 0 && replaced && ends(a, wa, p.a) && ends(b, wb, p.b)
}

// ends reports whether a clause ends behind a word.
func ends(s string, words []word, i int) bool {
	if i+1 == len(words) {
		return true
	}
	gap := s[words[i].End:words[i+1].Start]
	return strings.ContainsAny(gap, ".,;:!?…–—") && strings.ContainsFunc(gap, unicode.IsSpace)
}

// runs joins neighbouring words that were not kept.
func runs(words []word, kept []bool) []statements.Span {
	var out []statements.Span
	for i, w := range words {
		switch n := len(out); {
		case kept[i]:
		case n > 0 && i > 0 && !kept[i-1] && words[i-1].End <= w.Start:
			out[n-1].End = w.End
		default:
			out = append(out, w.Span)
		}
	}
	return out
}

// wordsIn gives the words of a text that lie in spans.
func wordsIn(s string, spans []statements.Span) []word {
	var out []word
	for _, sp := range spans {
		for _, w := range wordsOf(sp.Of(s)) {
			w.Start, w.End = w.Start+sp.Start, w.End+sp.Start
			out = append(out, w)
		}
	}
	return out
}

// pair is a word that two wordings have in common, by its places.
type pair struct{ a, b int }

// mostCells bounds the table of a comparison: two statements of a thousand words.
const mostCells = 1 << 20

// common gives a longest sequence of words that both have, in order. Of what is
// too long to be compared word by word only the beginning and the end count.
func common(a, b []word) []pair {
	var out []pair
	from, endA, endB := 0, len(a), len(b)
	for from < endA && from < endB && a[from].key == b[from].key {
		out = append(out, pair{from, from})
		from++
	}
	var tail []pair
	for endA > from && endB > from && a[endA-1].key == b[endB-1].key {
		endA, endB = endA-1, endB-1
		tail = append(tail, pair{endA, endB})
	}
	if (endA-from)*(endB-from) <= mostCells {
		for _, p := range longest(a[from:endA], b[from:endB]) {
			out = append(out, pair{p.a + from, p.b + from})
		}
	}
	for i := len(tail) - 1; i >= 0; i-- {
		out = append(out, tail[i])
	}
	return out
}

// longest is the textbook's table, from the end, so that of equals the first
// are paired.
func longest(a, b []word) []pair {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	wide := len(b) + 1
	length := make([]uint16, (len(a)+1)*wide)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].key == b[j].key {
				length[i*wide+j] = length[(i+1)*wide+j+1] + 1
			} else {
				length[i*wide+j] = max(length[(i+1)*wide+j], length[i*wide+j+1])
			}
		}
	}
	var out []pair
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].key == b[j].key:
			out = append(out, pair{i, j})
			i, j = i+1, j+1
		case length[(i+1)*wide+j] >= length[i*wide+j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// alike is how much two wordings have in common, from 0 to 1.
func alike(a, b []word) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(len(common(a, b))) / float64(len(a)+len(b))
}
