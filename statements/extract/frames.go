package extract

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// frame is a cue with its subject: the part of a sentence that says who says.
type frame struct {
	cues.Cue
	whole, head sources.Range
	sourced     bool
	right       bool // the subject follows the verb
	shared      int  // the frame whose subject this one shares, or -1
	first, end  int  // items of subject and cue
	aside       bool // "as Lee put it"
	done        bool
}

// reading is the work on one sentence.
type reading struct {
	d      *document
	n      int
	s      *cues.Sentence
	frames []frame
	used   []bool // items that are content or frame already
	out    []draft
}

// sentence finds the statements whose cue stands in sentence n.
func (d *document) sentence(n int) []draft {
	s := &d.sents[n]
	if len(s.Items) == 0 {
		return nil
	}
	r := &reading{d: d, n: n, s: s, used: make([]bool, len(s.Items))}
	if s.Headline && r.signedHeadline() {
		return r.out
	}
	r.findFrames()
	r.according()
	for i := range r.frames {
		r.quoteBefore(i)
	}
	for i := range r.frames {
		r.tail(i)
	}
	for i := range r.frames {
		r.after(i)
	}
	if len(r.out) == 0 && s.Headline {
		if r.headline(); len(r.out) == 0 {
			r.quoted()
		}
	}
	r.namedQuote()
	if s.Headline && s.Para > 0 && len(s.Items) <= shortHeading {
		r.out = slices.DeleteFunc(r.out, r.vague)
	}
	return r.out
}

// shortHeading is how many items the heading of a section has at most.
const shortHeading = 8

// vague reports whether a draft is of nobody the article names in full, as
// in the heading "Mission calls for boats" over a section that says who.
func (r *reading) vague(dr draft) bool {
	return dr.source.Pronoun == 0 && !r.d.cast.IsPerson(r.d.cast.Resolve(dr.source, r.n, dr.source.Span.Start).Entity) && !strings.Contains(dr.source.Name, " ")
}

// findFrames finds the cues of the sentence and their subjects.
func (r *reading) findFrames() {
	for _, c := range cues.Find(r.s) {
		f := frame{Cue: c, shared: -1, first: c.First, end: c.End}
		if !r.subject(&f) && !r.borrow(&f) {
			continue
		}
		if f.shared < 0 && r.s.Lower(f.first-1) == "as" && (f.first < 2 || r.s.Mark(f.first-2, ",")) {
			f.first--
			f.aside = true
		}
		r.frames = append(r.frames, f)
	}
}

// subject finds the subject of a verb, before or after it.
func (r *reading) subject(f *frame) bool {
	if f.Shared {
		return false
	}
	for i := f.First; i < f.At; i++ {
		if r.s.Items[i].Kind == text.Clitic && r.s.Is(i, lexicon.Pronoun) {
			f.whole, f.head = sources.Range{First: i, End: i + 1}, sources.Range{First: i, End: i + 1}
			f.sourced, f.right, f.end = true, true, f.Cue.End
			return true // "a-t-il ajouté"
		}
	}
	if r.fronted(f) {
		if w, h, ok := sources.Right(r.s, f.Cue.End); ok {
			f.whole, f.head, f.sourced, f.right = w, h, true, true
			f.end = w.End
			return true
		}
	}
	whole, head, ok := sources.Left(r.s, 0, f.First)
	comma := r.s.Mark(f.First-1, ",", "—", "–", "―", "--", "-")
	if (!ok || comma) && r.inverts(f) {
		if w, h, rok := sources.Right(r.s, r.pastDay(f.Cue.End)); rok && (f.Verb.Class != lexicon.Tell || r.s.Lex.Lang != "en") && (!ok || r.closes(w.End) && !r.aged(whole)) {
			f.whole, f.head, f.sourced, f.right = w, h, true, true
			f.end = w.End
			return true
		}
	}
	if !ok {
		return false
	}
	f.whole, f.head, f.sourced = whole, head, true
	f.first = whole.First
	return true
}

// pastDay gives the item after a day that stands between a verb and its
// subject: "a promis mardi Claire", "сообщила в четверг".
func (r *reading) pastDay(i int) int {
	k := i
	if r.s.Is(k, lexicon.Preposition) {
		k++
	}
	day := k
	for r.s.Is(k, lexicon.Weekday) {
		k++
	}
	if k == day {
		return i
	}
	return k
}

// aged reports whether a subject is all that stands before its verb and ends
// with an age: "Ann Lee, 44, said her husband".
func (r *reading) aged(whole sources.Range) bool {
	return whole.First == 0 && whole.End > 2 && r.s.Items[whole.End-1].Kind == text.Number && r.s.Mark(whole.End-2, ",")
}

// fronted reports whether a German clause begins with something else than its
// subject, which then follows the verb: "Am Montag sagte Lee", "Dabei sagte
// sie".
func (r *reading) fronted(f *frame) bool {
	if r.s.Lex.Lang != "de" || f.First == 0 {
		return false
	}
	if r.s.Is(f.Cue.End, lexicon.PronounM|lexicon.PronounF) || r.s.Lower(f.Cue.End) == "man" {
		return true
	}
	k := f.First - 1
	for k > 0 && r.s.Word(k-1) && !r.s.Is(k, lexicon.ClauseOpener) {
		k--
	}
	return (k == 0 || !r.s.Mark(k-1, ",")) && r.s.Is(k, lexicon.Preposition|lexicon.Adverb|lexicon.Time)
}

// inverts reports whether the verb may stand before its subject: after a
// quotation, after a clause and a comma, or at the front after a quotation.
func (r *reading) inverts(f *frame) bool {
	switch f.Verb.Class {
	case lexicon.Say, lexicon.Tell, lexicon.Ask, lexicon.Quote:
	default:
		if r.s.Lex.Lang == "en" {
			return false
		}
	}
	p := f.First - 1
	if p < 0 && r.s.IsQuote(r.colonAfter(f.Cue.End)) {
		return true // "Continued Lee: “…”"
	}
	return r.s.IsQuote(p) || r.s.Mark(p, ",", "—", "–", "―", "--", "-") || p < 0 && r.quoteEndsBefore() >= 0
}

// colonAfter gives the item after the first colon within ten items.
func (r *reading) colonAfter(i int) int {
	for k := i; k < min(i+10, len(r.s.Items)); k++ {
		if r.s.Mark(k, ":") {
			return k + 1
		}
	}
	return -1
}

// closes reports whether nothing but an aside follows at item i.
func (r *reading) closes(i int) bool {
	return r.s.Stop(i) || r.s.Mark(i, ",", ".", ";", ":", "—", "–", "―", "--") || r.s.IsQuote(i) || r.s.Is(i, lexicon.Preposition|lexicon.Time|lexicon.ClauseOpener|lexicon.Adverb)
}

// borrow gives a verb without subject the one of the verb before it: ", adding
// that", "and urged".
func (r *reading) borrow(f *frame) bool {
	if !f.Shared && !f.Coordinated {
		return false
	}
	for i := len(r.frames) - 1; i >= 0; i-- {
		o := &r.frames[i]
		if f.First-o.Cue.End > 80 {
			break
		}
		if f.Shared && r.s.Is(o.First-1, lexicon.PronounRelative) {
			continue // "an official who said …, adding": the main clause adds
		}
		if i > 0 && r.resumes(f, o, &r.frames[i-1]) {
			continue // "she said the company hoped to grow, and ruled out a sale"
		}
		if o.sourced {
			f.whole, f.head, f.sourced, f.shared = o.whole, o.head, true, i
			return true
		}
	}
	// "laughed and said", "a statement saying", "in a tweet, calling": whoever the sentence is
	// about.
	if whole, head, ok := r.grammaticalSubject(f.First); ok && r.speaks(head) {
		f.whole, f.head, f.sourced = whole, head, true
		return true
	}
	return false
}

// resumes reports whether a verb after a comma and "and" goes on with outer,
// whose content the clause of inner, a body or a thing, is.
func (r *reading) resumes(f, inner, outer *frame) bool {
	return f.Coordinated && r.s.Mark(f.First-2, ",") && inner.Verb.Class == lexicon.Stance && outer.sourced && !outer.right &&
		outer.Verb.Class == lexicon.Say && outer.Verb.Form == f.Verb.Form && inner.whole.First == outer.Cue.End
}

// grammaticalSubject finds the subject of the sentence's first verb before
// item end: the noun phrase at its front.
func (r *reading) grammaticalSubject(end int) (whole, head sources.Range, ok bool) {
	for i := 1; i < min(end, 40); i++ {
		if r.s.IsQuote(i) {
			return whole, head, false
		}
		if r.verb(i) {
			return sources.Left(r.s, 0, i)
		}
	}
	return whole, head, false
}

// speaks reports whether a noun phrase ends in a name or a word for somebody.
func (r *reading) speaks(head sources.Range) bool {
	last := head.End - 1
	return r.s.Word(last) && r.s.Items[last].Cap || r.s.Mark(last, ")", ".") || r.s.Is(last, lexicon.Somebody|lexicon.Pronoun|lexicon.Venue)
}

// verb reports whether item i looks like a finite verb.
func (r *reading) verb(i int) bool {
	if r.s.Is(i, lexicon.Auxiliary|lexicon.Irregular) {
		return true
	}
	if !r.s.Word(i) || r.s.Items[i].Cap || r.s.Is(i, lexicon.Somebody|lexicon.Adjective|lexicon.Preposition) {
		return false
	}
	l := r.s.Lower(i)
	after := r.s.Word(i-1) && (r.s.Items[i-1].Cap || r.s.Is(i-1, lexicon.Pronoun))
	return len(l) > 4 && strings.HasSuffix(l, "ed") || after && len(l) > 3 && strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss")
}

// quoteEndsBefore gives the quotation that the sentence before ends with, when
// it may belong to a cue at the front of this one: “Is it late?” Lee asked.
func (r *reading) quoteEndsBefore() int {
	if r.n == 0 || r.d.first(r.n) {
		return -1
	}
	prev := &r.d.sents[r.n-1]
	last := len(prev.Items) - 1
	if last < 0 || !prev.IsQuote(last) {
		return -1
	}
	q := prev.Items[last].Quote
	if r.d.taken[q] || !r.d.pauses(q) {
		return -1
	}
	return q
}

// pauses reports whether a quotation ends with a mark before its closing one,
// as speech does before a cue.
func (d *document) pauses(q int) bool {
	t := strings.TrimRight(d.quotes[q].Inner.Of(d.src), " '’\"”)]")
	if t == "" {
		return false
	}
	switch t[len(t)-1] {
	case ',', '?', '!', '.', '-':
		return true
	}
	n := len(t)
	return n > 3 && (t[n-3:] == "…" || t[n-3:] == "—" || t[n-3:] == "–")
}

// keep makes a draft of frame i with its content, and marks the items as used.
func (r *reading) keep(i int, rule string, content []statements.Span, from, to int, around ...[2]int) {
	f := &r.frames[i]
	f.done = true
	dr := draft{sent: r.n, rule: rule, content: content, sourced: f.sourced, cue: r.cueSpan(f)}
	if f.sourced {
		dr.source = sources.Parse(r.d.src, r.s, f.whole, f.head)
	}
	dr.frame = append(around, [2]int{f.first, f.end})
	for k := f.first; k < f.end; k++ {
		r.used[k] = true
	}
	lo, hi := min(max(from, 0), f.first), max(to, f.end)
	if to <= from {
		lo, hi = f.first, f.end
	}
	for k := lo; k < min(hi, len(r.used)); k++ {
		r.used[k] = true
	}
	r.out = append(r.out, dr)
}

func (r *reading) cueSpan(f *frame) statements.Span {
	end := f.Cue.End
	if r.s.Mark(end, ":") {
		end++
	}
	return statements.Span{Start: r.s.Items[f.First].Start, End: r.s.Items[end-1].End}
}

// take marks the quotations among the items as somebody's.
func (r *reading) take(from, to int) {
	for i := max(from, 0); i < min(to, len(r.s.Items)); i++ {
		if r.s.IsQuote(i) {
			r.d.taken[r.s.Items[i].Quote] = true
		}
	}
}
