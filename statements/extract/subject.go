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
