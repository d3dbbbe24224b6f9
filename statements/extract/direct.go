package extract

import (
	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// quoteBefore reads “It is late,” Lee said. and “It is,” she said, “late.”: a
// quotation that ends right before the frame belongs to it, with the words
// that lead up to it and the quotation that goes on after it.
func (r *reading) quoteBefore(i int) {
	f := &r.frames[i]
	if f.done || !r.takesQuotes(f) {
		return
	}
	start := f.first
	if f.shared >= 0 || f.Shared {
		return
	}
	q := start - 1
	comma := r.s.Mark(q, ",", "—", "–", "―", "--", "-")
	if comma {
		q--
		if r.s.Mark(q, ",") {
			q-- // Russian: «…», — сказала она
		}
	}
	if q < 0 && !comma {
		r.quoteInSentenceBefore(i)
		return
	}
	if q > 0 && r.s.Is(r.adjuncts(f), lexicon.That) {
		return // On “The Late Hour,” Lee said that …
	}
	if !r.s.IsQuote(q) || r.used[q] || !comma && !r.d.pauses(r.s.Items[q].Quote) {
		return
	}
	lead := q
	for lead > 0 && !r.used[lead-1] && !r.s.Mark(lead-1, ";") {
		lead--
	}
	lead = r.leadStart(lead, q)
	var content []statements.Span
	if sp, ok := r.d.words(r.s, lead, q+1); ok {
		content = append(content, sp)
	}
	r.take(lead, q+1)
	end := r.asked(f, r.adjuncts(f))
	content, stop := r.goesOn(content, end)
	r.keep(i, "quote before", content, lead, q+1, [2]int{f.end, end})
	for k := end; k < stop; k++ {
		r.used[k] = true
	}
}

// takesQuotes reports whether the verb can belong to a quotation beside it.
func (r *reading) takesQuotes(f *frame) bool {
	switch f.Verb.Class {
	case lexicon.Say, lexicon.Tell, lexicon.Ask, lexicon.Quote, lexicon.Demand:
		return true
	case lexicon.Stance:
		return !r.s.Lex.Has("never-quotes", r.s.Lower(f.At))
	}
	return r.s.Lex.Lang != "en" || r.s.Lex.Has("quotes-too", f.Verb.Lemma)
}

// leadStart moves the start of the words that lead up to a quotation past
// what is no part of what was said.
func (r *reading) leadStart(lead, q int) int {
	for lead < q && !r.s.IsQuote(lead) && (r.s.Is(lead, lexicon.Coordinator) || r.s.Mark(lead, ",", ":", "—", "–", "―", "-")) {
		lead++
	}
	return lead
}

// goesOn adds the quotation that goes on after a frame, if one begins at item
// end, perhaps after a comma. It gives the item after it.
func (r *reading) goesOn(content []statements.Span, end int) ([]statements.Span, int) {
	k := end
	if r.s.Mark(k, ",", ":", "—", "–", "―", "--", "-") {
		k++
		if r.s.Mark(k, ".", ",") && r.s.IsQuote(k+1) {
			k++ // Spanish: —dijo Roldán—. Así es.
		}
	}
	if k > end && r.s.Is(k, lexicon.Coordinator) && r.s.IsQuote(k+1) {
		// “I love him,” she said, but “he is wrong.”
		if stop := r.contentEnd(k, len(r.frames)); !r.used[k+1] {
			if sp, ok := r.d.words(r.s, k, stop); ok {
				r.take(k, stop)
				return append(content, sp), stop
			}
		}
	}
	if !r.s.IsQuote(k) || r.used[k] {
		return content, end
	}
	stop := r.contentEnd(k, len(r.frames))
	if sp, ok := r.d.words(r.s, k, stop); ok {
		content = append(content, sp)
		r.take(k, stop)
		return content, stop
	}
	return content, end
}

// quoteInSentenceBefore reads “Is it late?” Lee asked reporters. where the
// question mark ended a sentence.
func (r *reading) quoteInSentenceBefore(i int) {
	f := &r.frames[i]
	q := r.quoteEndsBefore()
	if q < 0 {
		return
	}
	end := r.asked(f, r.adjuncts(f))
	if !r.s.Stop(end) && !r.s.Mark(end, ",") && !r.s.IsQuote(end) {
		return
	}
	if r.s.IsQuote(end) && r.d.src[r.d.quotes[q].Inner.End-1] == '.' {
		return
	}
	sp, ok := r.d.inner(q)
	if !ok {
		return
	}
	r.d.taken[q] = true
	content, stop := r.goesOn([]statements.Span{sp}, end)
	r.keep(i, "quote in the sentence before", content, 0, 0, [2]int{f.end, end})
	for k := end; k < stop; k++ {
		r.used[k] = true
	}
}

// asked gives the item after whom a question was put to: “Why?” Lee asked the
// board.
func (r *reading) asked(f *frame, i int) int {
	if f.Verb.Class != lexicon.Ask || f.right {
		return i
	}
	if whole, _, ok := sources.Right(r.s, i); ok {
		return whole.End
	}
	return i
}
