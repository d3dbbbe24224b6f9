package extract

import (
	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// quotedBefore reads “It is late,” the Courier quoted Lee as saying: the words
// before belong to whom somebody quotes.
func (r *reading) quotedBefore() {
	for i := 1; i < len(r.s.Items) && r.s.Lex.Lang == "en"; i++ {
		verb, as := quotedAs(r.s, i)
		if verb != i || !r.s.Stop(as+2) {
			continue
		}
		whole, _, ok := sources.Left(r.s, 0, i)
		q := whole.First - 1
		if r.s.Mark(q, ",") {
			q--
		}
		if !ok || !r.s.IsQuote(q) || r.d.taken[r.s.Items[q].Quote] {
			continue
		}
		sp, ok := r.d.inner(r.s.Items[q].Quote)
		who, known := r.d.whomQuoted(r.s, i+1, as)
		if !ok || !known {
			continue
		}
		r.take(q, q+1)
		for k := q; k < as+2; k++ {
			r.used[k] = true
		}
		r.out = append(r.out, draft{sent: r.n, rule: "quoting", sourced: true, source: who, content: []statements.Span{sp}, frame: [][2]int{{q + 1, as + 2}},
			cue: statements.Span{Start: r.s.Items[as].Start, End: r.s.Items[as+1].End}})
		return
	}
}

// whomQuoted takes apart who stands in the items [first, as) of s.
func (d *document) whomQuoted(s *cues.Sentence, first, as int) (sources.Phrase, bool) {
	if as == first+1 && s.Is(first, lexicon.ObjectPronoun|lexicon.Possessive) {
		p := sources.Phrase{Span: s.Items[first].Span, Head: s.Items[first].Span}
		switch {
		case s.Lex.Has("him", s.Lower(first)):
			p.Pronoun = lexicon.PronounM
		case s.Lex.Has("her", s.Lower(first)):
			p.Pronoun = lexicon.PronounF
		}
		return p, p.Pronoun != 0
	}
	whole, head, ok := sources.Right(s, first)
	if !ok || whole.First >= as {
		return sources.Phrase{}, false
	}
	whole.End, head.End = min(whole.End, as), min(head.End, as)
	return sources.Parse(d.src, s, whole, head), true
}
