package extract

import (
	"slices"
	"sort"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/model"
	"onrecord/statements/model/tag"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// learned makes drafts of what the model found. Left out is what stands in a
// part that is no reporting or that the layout has explained, and a quotation
// that the model knows no cue for: carry sees to those.
func (d *document) learned(r model.Reading) []draft {
	var out []draft
	for _, a := range r.Attributions {
		if a.By == model.ByLeftover {
			continue
		}
		if len(a.Source) > 0 {
			a.Source[0] = d.beforeFinite(r, a.Source[0])
		}
		if dr, ok := d.attribution(a); ok {
			dr.clause = clause(r, dr.content)
			out = append(out, dr)
		}
	}
	return out
}

// attribution makes a draft of one attribution.
func (d *document) attribution(a model.Attribution) (draft, bool) {
	at := a.Content[0].Start
	if len(a.Cue) > 0 {
		at = a.Cue[0].Start
	}
	n, ok := d.sentenceAt(at)
	if !ok || d.done[n] {
		return draft{}, false
	}
	dr := draft{sent: n, rule: string(a.By), found: a.Score}
	if len(a.Cue) > 0 {
		dr.cue = statements.Span{Start: a.Cue[0].Start, End: a.Cue[len(a.Cue)-1].End}
	}
	for _, c := range a.Content {
		c = d.clip(c)
		m, ok := d.sentenceAt(c.Start)
		if !ok || d.done[m] {
			continue
		}
		if sp, ok := d.trim(c); ok && !d.spokenFor(sp) && !d.onlyWhen(sp) {
			dr.content = append(dr.content, sp)
			dr.until = max(dr.until, m)
		}
	}
	if len(dr.content) == 0 {
		return draft{}, false
	}
	d.release(&dr)
	if len(a.Source) > 0 {
		dr.source, dr.sourced = d.phrase(d.withRole(&dr, a.Source[0]))
	}
	dr.frame = d.around(&dr)
	return dr, true
}

// withRole gives a source the role that the model took for the front of its cue: "The
// Nova Scotia MP told".
func (d *document) withRole(dr *draft, source statements.Span) statements.Span {
	first, end := d.tokens(dr.cue)
	_, after := d.tokens(source)
	if first+1 < end && first == after && d.toks[first].Cap && d.lex.Flags(d.toks[first].Lower)&lexicon.Role != 0 && len(d.lex.Verbs(d.toks[first].Lower)) == 0 {
		source.End, dr.cue.Start = d.toks[first].End, d.toks[first+1].Start
	}
	return source
}

// onlyWhen reports whether sp is no more than words for another time: "the mill
// would close, Lee said last month".
func (d *document) onlyWhen(sp statements.Span) bool {
	first, end := d.tokens(sp)
	if end-first == 1 && d.lex.Has("yesterday", d.toks[first].Lower) {
		return true
	}
	n, ok := d.sentenceAt(sp.Start)
	if !ok {
		return false
	}
	s := &d.sents[n]
	first = itemAt(s, sp.Start)
	end = afterVague(s, first)
	return end > first && s.Items[end-1].End == sp.End
}

// spokenFor reports whether the layout has given the quotation at sp to somebody.
func (d *document) spokenFor(sp statements.Span) bool {
	q := d.quoteFrom(sp.Start)
	return q < len(d.quotes) && d.taken[q] && d.quotes[q].Outer.Contains(sp)
}

// release gives back the quotations of the sentences before, where the cue has
// content beside it: “He never asked.” She accused the council of waste. They
// are whoever's the words before them are.
func (d *document) release(dr *draft) {
	first := d.sents[dr.sent].Items[0].Start
	rest := slices.DeleteFunc(slices.Clone(dr.content), func(c statements.Span) bool { return c.End <= first })
	if len(rest) > 0 {
		dr.content = rest
	}
}

// clause reports whether content has a finite verb.
func clause(r model.Reading, content []statements.Span) bool {
	for _, c := range content {
		for i := sort.Search(len(r.Tokens), func(i int) bool { return int(r.Tokens[i].End) > c.Start }); i < len(r.Tokens) && int(r.Tokens[i].Start) < c.End; i++ {
			switch r.Tokens[i].Tag {
			case tag.MD, tag.VBD, tag.VBP, tag.VBZ:
				return true
			}
		}
	}
	return false
}

// beforeFinite leaves out of a headline's source what the one who speaks does besides:
// "Mill cuts hours, says" is the mill.
func (d *document) beforeFinite(r model.Reading, sp statements.Span) statements.Span {
	n, ok := d.sentenceAt(sp.Start)
	if !ok || !d.sents[n].Headline {
		return sp
	}
	if k := strings.LastIndexByte(sp.Of(d.src), ';'); k >= 0 {
		sp.Start += k + 1 // "Mill cuts hours; mayor says"
		sp.Start += len(sp.Of(d.src)) - len(strings.TrimLeft(sp.Of(d.src), " "))
	}
	first := sort.Search(len(r.Tokens), func(i int) bool { return int(r.Tokens[i].End) > sp.Start })
	for i := first + 1; i < len(r.Tokens) && int(r.Tokens[i].Start) < sp.End; i++ {
		switch tok := r.Tokens[i]; tok.Tag {
		case tag.WP, tag.WDT:
			return sp
		case tag.VBZ, tag.VBD, tag.VBP:
			sp.End = int(r.Tokens[i-1].End)
			return sp
		}
	}
	return sp
}

// sentenceAt gives the sentence that has a byte of the text in it.
func (d *document) sentenceAt(at int) (int, bool) {
	n := sort.Search(len(d.sents), func(i int) bool {
		items := d.sents[i].Items
		return len(items) > 0 && items[len(items)-1].End > at
	})
	if n == len(d.sents) || d.sents[n].Items[0].Start > at {
		return 0, false
	}
	return n, true
}

// clip leaves out of sp what its paragraph begins with and no sentence has: a dateline, the
// time of day in a live report.
func (d *document) clip(sp statements.Span) statements.Span {
	if _, ok := d.sentenceAt(sp.Start); ok {
		return sp
	}
	n := sort.Search(len(d.sents), func(i int) bool { return len(d.sents[i].Items) > 0 && d.sents[i].Items[0].Start > sp.Start })
	if n < len(d.sents) && d.sents[n].Items[0].Start < sp.End {
		sp.Start = d.sents[n].Items[0].Start
	}
	return sp
}

// itemAt gives the first item of s that ends after a byte of the text.
func itemAt(s *cues.Sentence, at int) int {
	return sort.Search(len(s.Items), func(i int) bool { return s.Items[i].End > at })
}

// tokens gives the tokens that have a byte of sp.
func (d *document) tokens(sp statements.Span) (first, end int) {
	first = sort.Search(len(d.toks), func(i int) bool { return d.toks[i].End > sp.Start })
	end = first + sort.Search(len(d.toks)-first, func(i int) bool { return d.toks[first+i].Start >= sp.End })
	return first, end
}

// phrase takes the source apart that stands at sp.
func (d *document) phrase(sp statements.Span) (sources.Phrase, bool) {
	sp = d.clip(sp)
	n, ok := d.sentenceAt(sp.Start)
	if !ok {
		return sources.Phrase{}, false
	}
	s := &d.sents[n]
	first, end := itemAt(s, sp.Start), min(itemAt(s, sp.End-1)+1, len(s.Items))
	if s.IsQuote(first) || s.IsQuote(end-1) {
		a, b := d.tokens(sp)
		open := cuesOf(d, a, b)
		s, first, end = &open, 0, len(open.Items)
	}
	for end > first && s.Mark(end-1, ",", ":", ";") {
		end--
	}
	for k := end - 2; k > first; k-- {
		if s.Mark(k, ":") && s.Lex.Has("view-noun", s.Lower(first)) {
			first, sp.Start = k+1, s.Items[k+1].Start // "Reaction from Elm: a spokesman for Ann Lee"
			break
		}
	}
	if k := afterWhen(s, first, end); k > first {
		first, sp.Start = k, s.Items[k].Start
	}
	if k := beforeVerb(s, first, end); s.Headline && k < end {
		end, sp.End = k, s.Items[k-1].End
	}
	if first >= end {
		return sources.Phrase{}, false
	}
	if s.Is(first, lexicon.PronounRelative) || end-first == 1 && s.Is(first, lexicon.Conjunction) {
		if s.Is(first, lexicon.PronounRelative) && end > first+1 && !s.Items[first+1].Cap && !s.Is(first+1, lexicon.Determiner|lexicon.Pronoun|lexicon.PronounOther) {
			end = first + 1 // "Ann Lee, who heads the guild, said"
		}
		if whole, head, ok := sources.Left(s, 0, end); ok {
			p := sources.Parse(d.src, s, whole, head) // "Ann Lee, who said"
			p.Span = sp
			return p, true
		}
	}
	whole := sources.Range{First: first, End: end}
	h := head(s, whole)
	with := sources.WithOthers(s, 0, h)
	if with == h.First {
		return sources.Parse(d.src, s, whole, h), true
	}
	h.First, whole.First = with, with
	p := sources.Parse(d.src, s, whole, h)
	p.Span = sp // the model took the last of them
	return p, true
}

// beforeVerb is where the source of a headline's second verb ends, before its first:
// "Opposition chief urges truce, demands inquiry"; end where there is none.
func beforeVerb(s *cues.Sentence, first, end int) int {
	for k := first + 1; k+1 < end; k++ {
		third := slices.ContainsFunc(s.Lex.Verbs(s.Lower(k)), func(v lexicon.Verb) bool { return v.Form == lexicon.Third })
		if third && s.Is(k-1, lexicon.Role|lexicon.Body|lexicon.Group) && !s.Is(k, lexicon.Role) {
			return k
		}
	}
	return end
}

// afterWhen is the item after the words that tell when, at the front of a source:
// "Last month Ms Lee", "On Monday the council"; first where there are none.
func afterWhen(s *cues.Sentence, first, end int) int {
	k := afterVague(s, first)
	if k == first && s.Is(k, lexicon.Preposition) {
		k++
	}
	if s.Is(k, lexicon.Weekday|lexicon.Month) && s.Is(k-1, lexicon.Preposition) {
		for k++; k < end && (s.Items[k].Kind == text.Number || s.Is(k, lexicon.Time)); k++ {
		}
	}
	if s.Mark(k, ",") {
		k++
	}
	if k >= end || !s.Word(k) || s.Items[k].Kind == text.Clitic || s.Is(k-1, lexicon.Preposition) {
		return first
	}
	return k
}

// afterVague is the item after words for another time that begin at item i: "last
// month", "earlier this week"; i where there are none.
func afterVague(s *cues.Sentence, i int) int {
	k := i
	for _, list := range [...]string{"vague-day", "vague-time"} {
		for _, phrase := range s.Lex.Phrases(list, s.Lower(i)) {
			if to, ok := s.Match(i, phrase); ok {
				k = max(k, to)
			}
		}
	}
	return k
}

// head gives the part of a source that names it, without appositions and
// clauses.
func head(s *cues.Sentence, whole sources.Range) sources.Range {
	if _, h, ok := sources.Right(s, whole.First); ok {
		h.End = min(h.End, whole.End)
		return h
	}
	if _, h, ok := sources.Left(s, whole.First, whole.End); ok && h.First == whole.First {
		return h
	}
	return whole
}

// trim gives content as the rules give it: a quotation without its outer marks
// and the comma before them, and no punctuation at the edges. What begins in
// the middle of a quotation and goes on behind it, or the other way round, is
// a misreading and nothing is left of it.
func (d *document) trim(sp statements.Span) (statements.Span, bool) {
	first, end := d.tokens(sp)
	for first < end && d.owner[first] < 0 && edge(d.toks[first].Lower) {
		first++
	}
	for end > first && d.owner[end-1] < 0 && edge(d.toks[end-1].Lower) {
		end--
	}
	if first >= end || d.crosses(first, end) {
		return statements.Span{}, false
	}
	sp = statements.Span{Start: d.toks[first].Start, End: d.toks[end-1].End}
	if q := int(d.owner[first]); q >= 0 && q == int(d.owner[end-1]) {
		in, ok := d.inner(q)
		sp.Start, sp.End = max(sp.Start, in.Start), min(sp.End, in.End)
		return sp, ok && sp.Start < sp.End
	}
	return sp, true
}

// edge reports whether a token is punctuation that does not belong to content
// at its edges.
func edge(mark string) bool { return strings.Trim(mark, ",;:—–―.…-*•") == "" }

// crosses reports whether the tokens [first, end) have a piece of a quotation,
// but neither all of it nor nothing else.
func (d *document) crosses(first, end int) bool {
	if q := int(d.owner[first]); q >= 0 && first > d.quotes[q].First+1 && end > d.quotes[q].End {
		return true
	}
	q := int(d.owner[end-1])
	return q >= 0 && end < d.quotes[q].End-1 && first < d.quotes[q].First
}

// around gives the items of the sentence of a draft's cue that are no content,
// before and after the cue.
func (d *document) around(dr *draft) [][2]int {
	s := &d.sents[dr.sent]
	i := itemAt(s, dr.cue.Start)
	if dr.cue.IsZero() || i >= len(s.Items) {
		return nil
	}
	said := func(k int) bool { return slices.ContainsFunc(dr.content, s.Items[k].Span.Overlaps) }
	first, end := i, i+1
	for first > 0 && !said(first-1) {
		first--
	}
	for end < len(s.Items) && !said(end) {
		end++
	}
	return [][2]int{{first, end}}
}

// quotesIn reports whether any of a draft's content stands in quotation marks.
func (d *document) quotesIn(dr *draft) bool {
	return slices.ContainsFunc(dr.content, func(c statements.Span) bool {
		q := d.quoteFrom(c.Start)
		return q < len(d.quotes) && d.quotes[q].Inner.Start < c.End
	})
}

// allQuoted reports whether each piece of a draft's content is the inside of
// one quotation.
func (d *document) allQuoted(dr *draft) bool {
	return !slices.ContainsFunc(dr.content, func(c statements.Span) bool {
		q := d.quoteFrom(c.Start)
		return q >= len(d.quotes) || !d.quotes[q].Outer.Contains(c)
	})
}

// denied reports whether the words of a cue say that something was not said:
// "did not say whether", "declined to comment".
func (d *document) denied(dr *draft) bool {
	for i, end := d.tokens(dr.cue); i < end; i++ {
		if d.lex.Flags(d.toks[i].Lower)&lexicon.Negation != 0 {
			return true
		}
	}
	first, _ := d.tokens(dr.content[0])
	if d.lex.Flags(d.toks[first].Lower)&(lexicon.Question|lexicon.Whether) == 0 {
		return false
	}
	s := &d.sents[dr.sent]
	for k := max(0, itemAt(s, dr.cue.Start)-3); k < len(s.Items) && s.Items[k].Start < dr.cue.End; k++ {
		if s.Is(k, lexicon.Negation|lexicon.Refusal) {
			return true
		}
	}
	return false
}
