package extract

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// after reads what follows a frame: “…”, that-clauses, bare clauses, objects.
func (r *reading) after(i int) {
	f := &r.frames[i]
	if f.done || f.right && f.Verb.Class != lexicon.Say && !r.s.Mark(f.end, ":") || r.used[f.At] {
		return
	}
	if f.shared >= 0 && !r.frames[f.shared].done && f.Verb.Class == lexicon.Quote {
		return
	}
	if r.announces(i) {
		return
	}
	from, rule := r.contentStart(f)
	if from < 0 || rule != "quote after" && rule != "that" && r.objectRelative(f) {
		return
	}
	if rule == "clause" && r.s.Is(from, lexicon.PronounN) && r.s.Mark(from+1, ",") {
		return // "the engineers who wrote it, Hale & Sons,"
	}
	if rule == "colon" && r.speaksThere(from) {
		return // "The Courier adds: The guild said it was late."
	}
	stop := r.contentEnd(from, i+1)
	if r.s.IsQuote(from) && r.spoken(r.s.Items[from].Quote) && !r.s.Is(from+1, lexicon.Auxiliary) {
		stop = min(stop, r.quotesEnd(from))
	}
	day := stop
	if rule == "object" {
		stop = r.withoutVenue(from, r.withoutDay(from, r.withoutOccasion(from, stop)))
	}
	sp, ok := r.d.words(r.s, from, stop)
	if !ok || !r.enough(f, from, stop, rule) {
		return
	}
	r.take(from, stop)
	around := [2]int{f.end, from}
	if f.right {
		around = [2]int{f.first, from}
	}
	r.keep(i, rule, []statements.Span{sp}, from, stop, around, r.front(f), [2]int{stop, day})
}

// speaksThere reports whether somebody else's cue, behind its own subject,
// begins at item from.
func (r *reading) speaksThere(from int) bool {
	for k := range r.frames {
		if o := &r.frames[k]; o.sourced && o.shared < 0 && !o.right && o.first >= from && o.first <= from+3 && o.First > from && !r.s.Is(o.whole.First, lexicon.Pronoun) && r.s.Items[from].Cap && r.upTo(from, o.first) {
			return true
		}
	}
	return false
}

// upTo reports whether nothing but the beginning of a noun phrase stands in
// the items [from, to).
func (r *reading) upTo(from, to int) bool {
	for k := from; k < to; k++ {
		if r.s.Is(k, lexicon.Auxiliary|lexicon.Preposition) || r.s.Mark(k, ",", ";", ":") {
			return false
		}
	}
	return true
}

// objectRelative reports whether a frame says more about a noun before it, so
// that what follows is not what was said: "what Lee said when she left".
func (r *reading) objectRelative(f *frame) bool {
	return r.s.Lex.Has("object-relative", r.s.Lower(f.first-1)) && (!f.sourced || !r.s.Is(f.first, lexicon.PronounRelative))
}

// withoutDay leaves out a day at the end of an object: "ruled out new taxes on
// Tuesday" was said on Tuesday.
func (r *reading) withoutDay(from, stop int) int {
	k := stop
	for k > from && r.s.Is(k-1, lexicon.Weekday) {
		k--
	}
	if k == stop || k-from < 3 || r.ofDeed(from, k) {
		return stop
	}
	if r.s.Is(k-1, lexicon.Preposition) {
		k--
	}
	return k
}

// withoutOccasion leaves out what happened before, at the end of an object that ends
// in a quotation: "called it “reckless” after the ferry had sunk".
func (r *reading) withoutOccasion(from, stop int) int {
	for k := from + 1; k+1 < stop && r.s.Lex.Lang == "en"; k++ {
		if r.s.IsQuote(k-1) && !r.title(k-1) && r.s.Lex.Has("on-occasion", r.s.Lower(k)) && r.hasCue(k, stop) {
			return k
		}
	}
	return stop
}

// ofDeed reports whether the items [from, to) end with a deed that the object is
// about, and that a day behind it may be of: "the union of walking out on
// Friday". After a match on Friday is no part of it.
func (r *reading) ofDeed(from, to int) bool {
	deed := false
	for k := from + 1; k < to; k++ {
		deed = deed || r.s.Lex.Lang == "en" && r.s.Is(k-1, lexicon.Preposition) && r.s.Word(k) && strings.HasSuffix(r.s.Lower(k), "ing")
		deed = deed && !r.s.Is(k, lexicon.ClauseOpener)
	}
	return deed
}

// withoutVenue leaves out where an object was said, at its end: "backed the
// coach in a message on the club's website".
func (r *reading) withoutVenue(from, stop int) int {
	for k := from + 2; k+2 < stop; k++ {
		if r.s.Is(k, lexicon.Preposition) && r.s.Lex.Has("indefinite", r.s.Lower(k+1)) && r.s.Is(k+2, lexicon.Venue) && !r.s.Is(k, lexicon.That) && r.s.Lex.Has("in-venue", r.s.Lower(k)) {
			return k
		}
	}
	return stop
}

// front are the items before the frame, where a day or a place may stand: "In
// Oslo on Tuesday, Lee said".
func (r *reading) front(f *frame) [2]int {
	k := f.first
	for k > 0 && !r.used[k-1] {
		k--
	}
	return [2]int{k, f.first}
}

// spoken reports whether a quotation is a whole utterance and not a phrase.
func (r *reading) spoken(q int) bool {
	qt := r.d.quotes[q]
	return r.d.pauses(q) || qt.End-qt.First > 12 || qt.Unclosed
}

// quotesEnd gives the item after the quotations that follow one another from
// item k on.
func (r *reading) quotesEnd(k int) int {
	for r.s.IsQuote(k) {
		k++
	}
	return k
}

// enough reports whether content after a frame is more than an object that
// says nothing ("said nothing", "wrote a book").
func (r *reading) enough(f *frame, from, stop int, rule string) bool {
	words, verb, quoted := 0, false, false
	for k := from; k < stop; k++ {
		if r.s.Word(k) {
			words++
		}
		verb = verb || r.s.Is(k, lexicon.Auxiliary)
		quoted = quoted || r.s.IsQuote(k)
	}
	if quoted && words == 0 {
		return true
	}
	if f.Verb.Class == lexicon.Quote {
		return rule == "that" && words > 2
	}
	switch rule {
	case "that", "colon":
		return words > 2 || quoted
	case "object":
		if f.Verb.Class == lexicon.Ask {
			return words > 3
		}
		if r.s.Lex.Has("ago", r.s.Lower(stop-1)) && words < 5 {
			return false // "proposed two months ago"
		}
		return words > 1 || quoted
	}
	if f.Verb.Class == lexicon.Stance {
		return words > 3 && (verb || r.expects(f, from, stop))
	}
	return words > 2 || quoted
}

// expects reports whether somebody tells what another will do: "expects the thaw to
// save a fortune".
func (r *reading) expects(f *frame, from, stop int) bool {
	if !r.s.Lex.Has("expects", f.Verb.Lemma) {
		return false
	}
	for k := from + 1; k+1 < stop; k++ {
		if r.s.Lower(k) == "to" && r.s.Word(k+1) && !r.s.Items[k+1].Cap && !r.s.Is(k+1, lexicon.Determiner|lexicon.Time|lexicon.Pronoun) {
			return true
		}
	}
	return false
}

// contentStart finds the item where the content after a frame begins, and the
// rule that says so; -1 is none.
func (r *reading) contentStart(f *frame) (int, string) {
	if f.aside {
		// "As Lee put it, …"
		if k := r.adjuncts(f); r.s.Mark(k, ",") && f.first == 0 {
			return k + 1, "clause"
		}
		return -1, ""
	}
	object := f.end
	if f.right {
		object = f.whole.End
	}
	plain := r.addressee(f, object)
	if k := cues.AfterDay(r.s, plain); r.s.Lex.Lang == "en" && !f.right && r.commits(f, object, k) {
		plain = k // "threatened on Friday to strike"
	}
	if f.Verb.Class == lexicon.Ask && r.s.Is(plain, lexicon.Whether) {
		return plain, "question"
	}
	if !f.right && r.s.Lex.Lang == "en" && r.commits(f, object, plain) {
		return plain, "infinitive" // "promised to accept it “whatever it is”"
	}
	if k, rule := r.markedStart(f, r.adjuncts(f)); k >= 0 || f.right {
		return k, rule
	}
	return r.bareStart(f, object, plain)
}

// markedStart finds content that a conjunction, a colon, a quotation or, in
// some languages, a comma sets off from the frame, whose asides end at item
// end.
func (r *reading) markedStart(f *frame, end int) (int, string) {
	if r.s.Is(end, lexicon.That) && !r.s.Stop(end+1) {
		return end, "that"
	}
	k := end
	if r.s.Mark(k, ",", ":", "—", "–", "―", "--", "-") {
		k++
	}
	switch {
	case r.s.Mark(end, ":") && k < len(r.s.Items):
		return k, "colon"
	case r.s.Lex.Lang != "en" && r.s.IsQuote(r.colonAfter(end)):
		return r.colonAfter(end), "colon" // "entgegnete Lee empört: „…“"
	case r.s.IsQuote(k) && (k == end || r.s.Mark(end, ",")) && !f.right:
		return k, "quote after"
	case r.s.Mark(end, ",") && r.s.Is(k, lexicon.That):
		return k, "that"
	case f.right && r.fronted(f, f.Cue.End) && r.s.Word(f.end) && !r.s.Stop(f.end) && !r.s.Mark(end, ",", ":"):
		return f.end, "object" // "Dabei nannte sie die Lage ernst"
	case r.s.Lex.Lang != "en" && r.s.Mark(end, ",") && r.s.Word(k) && f.Verb.Class != lexicon.Object && f.Verb.Class != lexicon.Quote:
		return k, "comma" // German and Russian set a comma before what was said
	}
	return -1, ""
}

// bareStart finds content that nothing sets off: a clause, a question, an
// object. object is the item after the frame, plain the one after whom it was
// told to.
func (r *reading) bareStart(f *frame, object, plain int) (int, string) {
	switch f.Verb.Class {
	case lexicon.Object, lexicon.Demand:
		if r.s.Lex.Lang != "en" {
			object = r.pastDay(object) // "pidió el lunes más camiones"
		}
		if !r.s.Word(object) && !r.s.IsQuote(object) {
			return -1, ""
		}
		return object, "object"
	case lexicon.Ask:
		if r.s.Is(plain, lexicon.ClauseOpener|lexicon.Whether|lexicon.Question) {
			return plain, "question"
		}
		if r.s.Word(object) && !r.s.Is(object, lexicon.Preposition|lexicon.Time) && plain == object && !r.named(object) {
			return object, "object"
		}
		return -1, ""
	}
	if r.commits(f, object, plain) {
		return plain, "infinitive"
	}
	start := r.shortAdjuncts(plain)
	if !r.s.Word(start) || r.s.Stop(start) {
		return -1, ""
	}
	if r.s.Is(start, lexicon.Preposition|lexicon.Coordinator) && !r.s.Is(start, lexicon.Determiner|lexicon.Pronoun|lexicon.Whether) {
		return -1, ""
	}
	return start, "clause"
}

// named reports whether item i begins somebody's name, who was asked: "asked Ms
// Lee about the ferry".
func (r *reading) named(i int) bool {
	return r.s.Lex.Lang == "en" && r.s.Items[i].Cap && r.s.Is(i, lexicon.Honorific)
}

// commits reports whether an infinitive at item plain is what was said: "vowed
// to fight it", "told them to wait".
func (r *reading) commits(f *frame, object, plain int) bool {
	return r.infinitive(f, plain) && (f.Verb.Class != lexicon.Tell || plain > object)
}

// infinitive reports whether one that the verb can have begins at item i.
func (r *reading) infinitive(f *frame, i int) bool {
	return r.s.Lower(i) == "to" && r.s.Lex.Has("with-infinitive", f.Verb.Lemma) && r.s.Word(i+1) && !r.s.Items[i+1].Cap &&
		!r.s.Is(i+1, lexicon.Determiner|lexicon.Pronoun|lexicon.Role|lexicon.Group|lexicon.Time)
}
