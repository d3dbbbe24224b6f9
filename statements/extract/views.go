package extract

import (
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// forWhom reads "For Ann Lee, a nurse, the problem is money": what is the
// matter, as somebody sees it.
func (r *reading) forWhom() {
	if r.s.Lex.Lang != "en" || r.s.Headline || r.s.Lower(0) != "for" || r.hasCue(0, len(r.s.Items)) {
		return
	}
	whole, head, ok := sources.Right(r.s, 1)
	if !ok || !r.s.Mark(whole.End, ",") || !r.matters(whole.End+1) {
		return
	}
	p := sources.Parse(r.d.src, r.s, whole, head)
	if p.Name == "" || p.Role == "" && !r.d.cast.Known(p) {
		return
	}
	r.accord(0, 1, whole.End, whole, head)
}

// matters reports whether a clause that says what is the matter begins at item
// i: "the problem is", "the real question was not".
func (r *reading) matters(i int) bool {
	k := i + 1
	for r.s.Is(k, lexicon.Adjective) || r.s.Lex.Has("weight", r.s.Lower(k)) {
		k++
	}
	return r.s.Is(i, lexicon.Determiner) && k < i+4 && r.s.Lex.Has("matter", r.s.Lower(k)) && (r.s.Is(k+1, lexicon.Be) || r.s.Lex.Has("lies", r.s.Lower(k+1)))
}

// hisView reports whether the items [first, end), "in her view", tell a view
// that nothing else in the sentence does.
func (r *reading) hisView(first, end int) bool {
	return r.s.Lex.Lang != "en" || !r.s.Headline && !r.hasCue(0, len(r.s.Items)) && (first == 0 || r.s.Mark(first-1, ",")) && !r.s.Is(end, lexicon.Preposition|lexicon.Coordinator)
}
