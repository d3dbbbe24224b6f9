package extract

import (
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

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
	finite, right := f.Finite, f.Cue.End
	if f.Finite < f.First {
		right = f.Finite + 1 // "hat Lee am Montag gesagt"
	}
	if r.s.Lex.Lang == "de" && r.s.Is(right, lexicon.ObjectPronoun) && !r.s.Is(right, lexicon.Pronoun) && r.s.Is(right+1, lexicon.Determiner) {
		right++ // "nannte ihn der Rat"
	}
	if r.fronted(f, right) || r.anaphor(f.Finite) {
		if w, h, ok := sources.Right(r.s, r.pastDay(right)); ok {
			r.follows(f, w, h)
			return true
		}
	}
	whole, head, ok := sources.Left(r.s, 0, finite)
	if ok && !r.nominative(head) {
		if w, h, rok := sources.Right(r.s, r.pastDay(right)); rok && whole.First == 0 && f.Finite == whole.End {
			r.follows(f, w, h)
			return true // "Dem Rat sagte Lee"
		}
		ok = false
	}
	comma := r.s.Mark(finite-1, ",", "—", "–", "―", "--", "-")
	if (!ok || comma) && r.inverts(f) {
		if w, h, rok := sources.Right(r.s, r.pastDay(right)); rok && (f.Verb.Class != lexicon.Tell || r.s.Lex.Lang != "en") && (!ok && !(r.whoEnds(finite-1) && r.clauseAt(w, h)) || ok && r.closes(w.End) && !r.aged(whole) && !r.clauseAt(w, h)) {
			r.follows(f, w, h)
			return true
		}
	}
	if !ok {
		if whole, head, ok = r.opens(finite); !ok {
			return false
		}
	}
	f.whole, f.head, f.sourced = whole, head, true
	f.first = min(whole.First, f.First)
	return true
}

// opens finds the subject at the front of a German clause whose verb stands at
// its end, with something else between: "wie die Polizei der Zeitung sagte",
// "Lee, der dem Rat sagte".
func (r *reading) opens(verb int) (whole, head sources.Range, ok bool) {
	if r.s.Lex.Lang != "de" {
		return whole, head, false
	}
	first := verb
	for first > 0 && verb-first < 16 && (r.s.Word(first-1) || r.title(first-1)) {
		first--
	}
	if r.s.Is(first, lexicon.ClauseOpener|lexicon.That) {
		whole, head, ok = sources.Right(r.s, first+1)
	} else if r.s.Mark(first-1, ",") && r.s.Lex.Has("relative", r.s.Lower(first)) {
		head = sources.Noun(r.s, first-2)
		whole, ok = head, !head.Empty()
	}
	return whole, head, ok && whole.End <= verb && r.nominative(head)
}

// nominative reports whether a noun phrase can be a subject. German shows by
// its articles what cannot ("dem Bericht"), and writes every noun with a
// capital.
func (r *reading) nominative(head sources.Range) bool {
	if r.s.Lex.Lang != "de" {
		return true
	}
	last := head.End - 1
	if last == head.First && (r.s.Is(last, lexicon.Adverb|lexicon.ClauseOpener|lexicon.That) || r.s.Lex.Has("anaphor", r.s.Lower(last))) {
		return false // "Zunächst sagte", "Dies sagte"
	}
	return !r.s.Lex.Has("oblique", r.s.Lower(head.First)) && (r.s.Items[last].Cap || r.s.Is(last, lexicon.Pronoun|lexicon.Somebody) || r.s.Items[last].Kind != text.Letters)
}

// follows gives a frame the subject that stands after its verb.
func (r *reading) follows(f *frame, whole, head sources.Range) {
	p := f.Finite - 1
	if r.s.Lex.Lang != "en" && r.s.Stop(whole.End) && r.s.Mark(head.End, ",") && !r.s.IsQuote(p) && !r.s.Mark(p, ",", "—", "–", "-") {
		whole = head // "Dem Rat sagte Lee, die Brücke halte": no apposition
	}
	whole.End = r.namedAfter(whole, head)
	f.whole, f.head, f.sourced, f.right = whole, head, true, true
	f.first, f.end = f.Finite, max(whole.End, f.Cue.End)
}

// namedAfter gives the end of a subject with the name that follows its role:
// "sagte der Vorsitzende des Rates, Ann Lee."
func (r *reading) namedAfter(whole, head sources.Range) int {
	k := whole.End + 1
	for r.s.Word(k) && r.s.Items[k].Cap && r.s.Items[k].Kind == text.Letters && k < whole.End+5 {
		k++
	}
	named := k > whole.End+2 && r.s.Mark(whole.End, ",") && (r.s.Stop(k) || r.s.Mark(k, ","))
	if r.s.Lex.Lang == "en" || !named || !r.s.Is(head.First, lexicon.Determiner) {
		return whole.End
	}
	return k
}

// pastDay gives the item after a day that stands between a verb and its
// subject: "a promis mardi Claire", "informó este miércoles la alcaldesa".
func (r *reading) pastDay(i int) int {
	k := i
	if r.s.Is(k, lexicon.Preposition|lexicon.Determiner) {
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

// clauseAt reports whether what looks like a subject after its verb is the
// beginning of an English clause: "Lee, a nurse, said the plan showed that", "Lee, a
// nurse, said the mayor stood by it".
func (r *reading) clauseAt(w, head sources.Range) bool {
	if r.s.Lex.Lang != "en" {
		return false
	}
	for k := head.First + 2; k < head.End; k++ {
		if r.s.Is(k, lexicon.Irregular) && !r.s.Items[k].Cap && !r.s.Is(k, lexicon.Somebody|lexicon.Adjective) {
			return true
		}
	}
	end := w.End
	if r.s.Mark(end, ",") && r.s.Items[end-1].Kind == text.Number && r.s.Mark(end-2, ",") {
		end++ // "said Ann Lee, 28, did not say a word"
	}
	return r.s.Is(end, lexicon.That) || r.finiteSoon(end)
}

// whoEnds reports whether the comma at item i ends a clause about who says it: "a clerk
// in Elm, who declined to be named,".
func (r *reading) whoEnds(i int) bool {
	for k := i - 1; k > 0 && !r.s.IsQuote(k); k-- {
		if r.s.Mark(k, ",") {
			return r.s.Is(k+1, lexicon.PronounRelative)
		}
	}
	return false
}

// finiteSoon reports whether an auxiliary follows item i in its clause: behind "said
// the door" in "said the door to talks would stay open".
func (r *reading) finiteSoon(i int) bool {
	for k := i; k < len(r.s.Items) && r.s.Word(k) && !r.s.Is(k, lexicon.That|lexicon.PronounRelative|lexicon.ClauseOpener); k++ {
		if r.s.Is(k, lexicon.Auxiliary) && r.s.Items[k].Kind != text.Clitic {
			return true
		}
	}
	return false
}

// fronted reports whether a German clause begins with something else than its
// subject, which then follows the verb, at item right: "Am Montag sagte Lee",
// "Dabei sagte sie".
func (r *reading) fronted(f *frame, right int) bool {
	if r.s.Lex.Lang != "de" || f.Finite == 0 {
		return false
	}
	if r.s.Is(right, lexicon.PronounM|lexicon.PronounF) || r.s.Lex.Has("after-verb", r.s.Lower(right)) {
		return true
	}
	k := f.Finite - 1
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
	p := f.Finite - 1
	for r.s.Lex.Lang == "de" && p > 0 && r.s.Is(p, lexicon.Adverb) {
		p-- // „…“, so sagte Lee
	}
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
