package gist

import "onrecord/statements"

// Around gives the sentence before a statement and the one after it, in the
// article's text; a zero Span where there is none. ok is false for a statement
// that touches no sentence: a headline's.
func Around(a statements.Article, st statements.Statement) (before, after statements.Span, ok bool) {
	ss := Sentences(a)
	first, last := touched(ss, st)
	if first < 0 {
		return before, after, false
	}
	if first > 0 {
		before = ss[first-1].Span
	}
	if last+1 < len(ss) {
		after = ss[last+1].Span
	}
	return before, after, true
}

// touched is the sentences of a statement: the first and the last, -1 for none.
func touched(ss []Sentence, st statements.Statement) (first, last int) {
	first = -1
	for i, s := range ss {
		in := s.Overlaps(st.Cue) || s.Overlaps(st.Source) && st.Known != statements.ByPronoun
		for _, c := range st.Content {
			in = in || s.Overlaps(c)
		}
		if !in {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	return first, last
}
