package compare

import (
	"slices"

	"github.com/cespare/xxhash/v2"

	"onrecord/statements"
)

// shortWords is the length under which a statement's words prove nothing
// without those of who said them.
const shortWords = 4

// later is the later text as words are looked up in it.
type later struct {
	words []word
	first map[string][]int
}

func newLater(words []word) later {
	l := later{words, map[string][]int{}}
	for i, w := range words {
		l.first[w.key] = append(l.first[w.key], i)
	}
	return l
}

// has reports whether words stand in the text, in a row.
func (l later) has(of []word) bool {
	if len(of) == 0 {
		return true
	}
	return slices.ContainsFunc(l.first[of[0].key], func(i int) bool {
		return i+len(of) <= len(l.words) && equal(l.words[i:i+len(of)], of)
	})
}

// window finds the stretch that is most like the words, and how much.
func (l later) window(of []word) (statements.Span, float64) {
	n := len(of)
	if n == 0 || len(l.words) == 0 {
		return statements.Span{}, 0
	}
	want := map[string]int{}
	for _, w := range of {
		want[w.key]++
	}
	// Count what is common to the words and a window that slides.
	have, shared, best, from := map[string]int{}, 0, 0, 0
	for i, w := range l.words {
		if have[w.key]++; have[w.key] <= want[w.key] {
			shared++
		}
		if i >= n {
			out := l.words[i-n].key
			if have[out]--; have[out] < want[out] {
				shared--
			}
		}
		if shared > best {
			best, from = shared, max(0, i-n+1)
		}
	}
	around := l.words[max(0, from-n/3):min(len(l.words), from+n+n/3+1)]
	pairs := common(of, around)
	if len(pairs) == 0 {
		return statements.Span{}, 0
	}
	found := around[pairs[0].b : pairs[len(pairs)-1].b+1]
	return statements.Span{Start: found[0].Start, End: found[len(found)-1].End}, alike(of, found)
}

// said is a statement as it is compared.
type said struct {
	statements.Statement
	text   string
	words  []word   // of its content
	parts  [][]word // the same by spans
	clause []word   // from the first of source, cue and content to the last

	wordsBag, clauseBag []uint64 // hashes of their keys, sorted
}

func saidIn(text string, st statements.Statement) said {
	s := said{Statement: st, text: text}
	whole := statements.Span{}
	grow := func(sp statements.Span) {
		switch {
		case sp.Of(text) == "":
		case whole.IsZero():
			whole = sp
		default:
			whole.Start, whole.End = min(whole.Start, sp.Start), max(whole.End, sp.End)
		}
	}
	for _, c := range st.Content {
		part := wordsIn(text, []statements.Span{c})
		s.parts, s.words = append(s.parts, part), append(s.words, part...)
		grow(c)
	}
	grow(st.Cue)
	grow(st.Source)
	s.clause = wordsIn(text, []statements.Span{whole})
	s.wordsBag, s.clauseBag = bag(s.words), bag(s.clause)
	return s
}

// stands reports whether the words of a statement stand in the text.
func (l later) stands(s said) bool {
	if len(s.words) < shortWords {
		return l.has(s.clause)
	}
	for _, p := range s.parts {
		if !l.has(p) {
			return false
		}
	}
	return true
}

// nearness is how much the words of two statements have in common, 0 if that is
// less than any use needs: of short ones those of who said them count too.
func nearness(a, b said) float64 {
	near := 0.0
	if atMost(a.wordsBag, b.wordsBag) >= reworded {
		near = alike(a.words, b.words)
	}
	short := len(a.words) < 2*shortWords || len(b.words) < 2*shortWords
	if short && atMost(a.clauseBag, b.clauseBag) >= reworded {
		near = max(near, alike(a.clause, b.clause))
	}
	return near
}

func bag(words []word) []uint64 {
	out := make([]uint64, len(words))
	for i, w := range words {
		out[i] = xxhash.Sum64String(w.key)
	}
	slices.Sort(out)
	return out
}

// atMost is what two wordings have in common if order does not count: what
// alike gives is no more. A transcript has a million pairs of statements.
func atMost(a, b []uint64) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			shared, i, j = shared+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}
