package extract

import (
	"slices"
	"sort"
	"strings"

	"onrecord/statements"
	"onrecord/statements/coref"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// carry gives the quotations that no cue has taken to somebody: one that runs
// on or stands in the paragraph of a statement belongs to it; a paragraph that
// is all quotation is a statement of its own, by whoever spoke before.
func (d *document) carry(drafts []draft) []draft {
	for n := range d.sents {
		s := &d.sents[n]
		if d.done[n] || len(s.Items) == 0 {
			continue
		}
		lead := leading(s)
		if lead < 0 || !d.whole(n, lead) {
			drafts = d.goOn(drafts, n)
			continue
		}
		q := s.Items[lead].Quote
		if d.taken[q] {
			continue
		}
		sp, ok := d.inner(q)
		if !ok {
			continue
		}
		before := lastBefore(drafts, sp.Start)
		if before < 0 {
			continue
		}
		d.taken[q] = true
		other := d.otherSubject(drafts[before], n)
		switch {
		case other >= 0:
			drafts = insert(drafts, before+1, draft{sent: n, rule: "turn", content: []statements.Span{sp}, inferred: true, entity: other})
		case d.quotes[q].Continues && d.endsWith(drafts[before], q-1):
			drafts[before].content = append(drafts[before].content, sp)
		case !d.first(n) && d.sents[drafts[before].sent].Para == s.Para:
			drafts[before].content = append(drafts[before].content, sp)
		case d.near(drafts[before], n):
			drafts = insert(drafts, before+1, draft{sent: n, rule: "carried", content: []statements.Span{sp}, carried: true})
		}
	}
	return drafts
}

// otherSubject gives the person whom the sentence before n is about when it reports
// nothing itself and another than the speaker of dr: “It is late,” Lee said.
// Rand disagrees. “It is early.” Else it gives Nobody.
func (d *document) otherSubject(dr draft, n int) int {
	if n == 0 || max(dr.sent, dr.until) >= n-1 || leading(&d.sents[n-1]) >= 0 || d.first(n) && d.paras[d.sents[n-1].Para].zone != body {
		return coref.Nobody
	}
	e := d.cast.Subject(n - 1)
	if e < 0 || dr.sourced && dr.source.Name != "" && d.cast.Resolve(dr.source, dr.sent, dr.source.Span.Start).Entity == e {
		return coref.Nobody
	}
	return e
}

// leading gives the item of the quotation that a sentence begins with, perhaps
// after a dash, or -1.
func leading(s *cues.Sentence) int {
	i := 0
	for s.Mark(i, "—", "–") {
		i++
	}
	if s.IsQuote(i) {
		return i
	}
	return -1
}

// whole reports whether sentence n is a quotation and nothing else.
func (d *document) whole(n, lead int) bool {
	s := &d.sents[n]
	for i := range s.Items {
		if !s.IsQuote(i) && s.Word(i) {
			return false
		}
	}
	q := d.quotes[s.Items[lead].Quote]
	return q.End-q.First > 2 && !d.first(n) || q.End-q.First > 4 && (q.Unclosed || d.pauses(s.Items[lead].Quote))
}

// endsWith reports whether the last piece of a draft is quotation q.
func (d *document) endsWith(dr draft, q int) bool {
	if q < 0 || len(dr.content) == 0 {
		return false
	}
	last := dr.content[len(dr.content)-1]
	return d.quotes[q].Outer.Contains(last) || last.Contains(d.quotes[q].Inner)
}

// near reports whether nobody else can have come between a draft and sentence
// n: its paragraph is the one before, or only quotations lie between.
func (d *document) near(dr draft, n int) bool {
	end := dr.content[len(dr.content)-1].End
	para := d.sents[n].Para
	for p := para - 1; p >= 0 && p >= para-2; p-- {
		if d.toks[d.paras[p].First].Start <= end {
			return true
		}
		if d.paras[p].zone == body {
			break
		}
	}
	return d.toks[d.paras[para].First].Start <= end
}

// lastBefore gives the draft that begins last before a place of the text.
func lastBefore(drafts []draft, at int) int {
	return sort.Search(len(drafts), func(i int) bool { return drafts[i].at() > at }) - 1
}

func insert(drafts []draft, i int, dr draft) []draft {
	drafts = append(drafts, draft{})
	copy(drafts[i+1:], drafts[i:])
	drafts[i] = dr
	return drafts
}

// goOn gives a sentence without a cue to the statement that the sentence
// before it made, when it plainly goes on reporting: it quotes more of the
// same, or begins with "Thus".
func (d *document) goOn(drafts []draft, n int) []draft {
	s := &d.sents[n]
	if d.cued(drafts, n) {
		return drafts
	}
	if out, ok := d.reportedMood(drafts, n); ok || d.first(n) {
		return out
	}
	before := lastBefore(drafts, s.Items[0].Start)
	if before < 0 || max(drafts[before].sent, drafts[before].until) != n-1 || len(s.Items) < 5 {
		return drafts
	}
	sp, ok := d.words(s, 0, s.Last())
	if !ok {
		return drafts
	}
	r := reading{d: d, n: n, s: s}
	switch {
	case d.ofSomebodyElse(&drafts[before], n):
	case s.Is(0, lexicon.GoesOn) || d.quotesMore(s):
		r.take(0, len(s.Items))
		drafts[before].content = append(drafts[before].content, sp)
		drafts[before].until = n
	}
	return drafts
}

// ofSomebodyElse reports whether sentence n is about another than who says what stands
// before it: “A shopkeeper, who would not be named, was blunter: …”.
func (d *document) ofSomebodyElse(dr *draft, n int) bool {
	s := &d.sents[n]
	colon := slices.IndexFunc(s.Items, func(it cues.Item) bool { return it.Lower == ":" })
	fresh := s.Lex.Has("indefinite", s.Lower(0)) // “A baker was blunter: …”
	for k := 1; fresh && colon < 0 && k < len(s.Items) && !s.IsQuote(k); k++ {
		if k < 4 && s.Is(k, lexicon.Role) || s.Is(k, lexicon.PronounRelative) {
			return true
		}
	}
	if colon < 0 || !s.IsQuote(colon+1) {
		return false
	}
	return fresh || d.namesAnother(dr, s, colon)
}

// namesAnother reports whether a name in full that is not a draft's stands before item end:
// "Her neighbour Bo Rand disagreed: “…”". Whom a preposition brings in speaks to nobody.
// Elsewhere than in English only the front of the sentence is looked at: German writes
// every noun with a capital.
func (d *document) namesAnother(dr *draft, s *cues.Sentence, end int) bool {
	if s.Lex.Lang != "en" {
		end = min(end, 2)
	}
	for k := 1; k < end; k++ {
		first, last := &s.Items[k-1], &s.Items[k]
		if !first.Cap || !last.Cap || first.Kind != text.Letters || last.Kind != text.Letters || first.Flags&(lexicon.Determiner|lexicon.Pronoun|lexicon.Preposition|lexicon.Time) != 0 {
			continue
		}
		return !s.Is(k-2, lexicon.Preposition) && !strings.Contains(dr.source.Name, last.Of(d.src))
	}
	return false
}

// quotesMore reports whether a sentence quotes a phrase that nobody has yet.
func (d *document) quotesMore(s *cues.Sentence) bool {
	more := false
	for i := range s.Items {
		if !s.IsQuote(i) {
			continue
		}
		q := s.Items[i].Quote
		if d.taken[q] {
			return false
		}
		more = more || !d.nameInMarks(q) && countWords(d.quotes[q].Inner.Of(d.src)) > 3
	}
	return more
}

// cued reports whether a draft has its cue or content in sentence n.
func (d *document) cued(drafts []draft, n int) bool {
	s := &d.sents[n]
	from, to := s.Items[0].Start, s.Items[len(s.Items)-1].End
	for i := lastBefore(drafts, to); i >= 0; i-- {
		if drafts[i].sent == n {
			return true
		}
		if drafts[i].at() < from {
			break
		}
	}
	return false
}
