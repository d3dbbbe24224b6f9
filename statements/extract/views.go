package extract

import (
	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
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

// theirView reads "Ann Lee's view is that it is late", "her answer was “no”" and "Ann Lee's
// verdict: “It is late.”": a noun for what somebody thinks or said, and what that is.
func (r *reading) theirView() {
	if r.s.Lex.Lang != "en" || r.s.Headline {
		return
	}
	for k := 1; k+2 < len(r.s.Items); k++ {
		if !r.s.Lex.Has("view-noun", r.s.Lower(k)) || r.used[k] {
			continue
		}
		from, cueEnd := k+1, k+1
		switch {
		case r.s.Is(from, lexicon.Be) && (r.s.Is(from+1, lexicon.That) || r.s.IsQuote(from+1)):
			from, cueEnd = from+1, from+1
		case r.s.Mark(from, ":") && r.s.IsQuote(from+1):
			from++
		case r.s.Is(from, lexicon.Be) && r.s.Mark(from+1, ":") && r.s.IsQuote(from+2):
			from, cueEnd = from+2, from+1
		default:
			continue
		}
		whole, head, ok := r.whose(k)
		if !ok || r.used[from] {
			continue
		}
		stop := r.s.Last()
		sp, ok := r.d.words(r.s, from, stop)
		if !ok {
			continue
		}
		src := sources.Parse(r.d.src, r.s, whole, head)
		if p := r.s.Lex.OwnedBy(r.s.Lower(head.First)); p != 0 && head.End == head.First+1 {
			src = sources.Phrase{Span: r.s.Items[head.First].Span, Head: r.s.Items[head.First].Span, Pronoun: p}
		}
		for i := whole.First; i < stop; i++ {
			r.used[i] = true
		}
		r.take(from, stop)
		r.out = append(r.out, draft{sent: r.n, rule: "view", sourced: true, source: src, content: []statements.Span{sp},
			cue: statements.Span{Start: r.s.Items[k].Start, End: r.s.Items[cueEnd-1].End}, frame: [][2]int{{whole.First, from}}})
		return
	}
}

// whose gives the one whose the noun at item k is: "Ann Lee's", "her", right before it but
// for an adjective, at the front of the sentence.
func (r *reading) whose(k int) (whole, head sources.Range, ok bool) {
	for k--; k > 0 && r.s.Is(k, lexicon.Adjective); k-- {
	}
	if k == 0 && r.s.Lex.OwnedBy(r.s.Lower(0)) != 0 {
		one := sources.Range{First: 0, End: 1}
		return one, one, true
	}
	if k < 1 || r.s.Items[k].Kind != text.Clitic {
		return whole, head, false
	}
	whole, head, ok = sources.Left(r.s, 0, k)
	if !ok || whole.First != 0 {
		return whole, head, false
	}
	p := sources.Parse(r.d.src, r.s, whole, head)
	return whole, head, p.Name != "" || p.Role != ""
}
