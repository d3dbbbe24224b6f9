package extract

import (
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// adjuncts gives the item after the frame and what only says when, where and
// to whom: "told reporters in Oslo on Monday".
func (r *reading) adjuncts(f *frame) int {
	i := f.end
	if !f.right {
		i = r.addressee(f, i)
	}
	if f.right && r.s.Lex.Lang == "de" && r.s.Is(i, lexicon.Determiner) {
		if r.title(i + 1) {
			i += 2 // "sagte Lee der „Post“"
		} else if w, _, ok := sources.Right(r.s, i); ok {
			i = w.End // "sagte Lee der Zeitung"
		}
	}
	if !f.right && r.s.Lex.Lang == "de" && f.Verb.Class == lexicon.Say {
		i = r.dative(i)
	}
	for i < len(r.s.Items) && !r.s.Stop(i) {
		vague := afterVague(r.s, i)
		switch {
		case i <= f.Particle && i > f.Particle-len(f.Verb.After):
			i = f.Particle + 1
		case i+1 == f.Particle && r.s.Mark(i, ","):
			i = f.Particle + 1 // "teilte die Leiterin, Ann Lee, mit"
		case r.s.IsQuote(i) && !r.title(i) || r.s.Is(i, lexicon.That):
			return i
		case vague > i && (r.s.Stop(vague) || r.s.Mark(vague, ",") || r.s.Is(vague, lexicon.That)):
			i = vague // "said earlier this week"
		case r.s.Is(i, lexicon.Time|lexicon.Adverb), r.s.Lex.Has("part-of", r.s.Lower(i)) && r.s.Is(i+1, lexicon.Time):
			i++ // "late Saturday"
		case r.s.Word(i+1) && r.s.Is(i+2, lexicon.Time) && (r.s.Items[i].Kind == text.Number || r.s.Lex.Has("indefinite", r.s.Lower(i))):
			i += 3 // "two days later"
		case r.s.Is(i, lexicon.Preposition|lexicon.ClauseOpener):
			if r.verbBefore(i) {
				return i // "said on Tuesday it would stay until Lee promised that"
			}
			for i++; i < len(r.s.Items) && !r.s.Stop(i) && (!r.s.IsQuote(i) || r.title(i)) && !r.s.Mark(i, ",", ":", ";", "—", "–", "―", "--") && (!r.s.Is(i, lexicon.That) || r.thatOne(i) || r.tellsMore(f, i)); i++ {
				if r.saysWhen(f, i) {
					return i
				}
			}
			// "in Muscat, Oman", "on Monday, February 1,"
			if k := i + 1; r.s.Mark(i, ",") && r.s.Word(k) && r.s.Items[k].Cap && !r.s.Is(k, lexicon.Determiner|lexicon.Pronoun|lexicon.Conjunction) {
				// "in Port North, N.C.,"
				for k++; r.s.Word(k) && r.s.Items[k].Cap || r.s.Mark(k, ".") && !r.s.Stop(k); k++ {
				}
				if r.s.Mark(k, ",") || r.s.Stop(k) || r.s.IsQuote(k) {
					i = k
				}
			}
			for r.s.Mark(i, ",") && i+1 < len(r.s.Items) && (r.s.Is(i+1, lexicon.Place|lexicon.Month) || r.s.Items[i+1].Kind == text.Number) {
				i += 2
				if r.s.Items[i-1].Flags&lexicon.Month != 0 && i < len(r.s.Items) && r.s.Items[i].Kind == text.Number {
					i++
				}
			}
		default:
			return i
		}
	}
	return i
}

// saysWhen reports whether a clause begins at item i, behind a day that its cue is of:
// "said on Monday he would “fight on”".
func (r *reading) saysWhen(f *frame, i int) bool {
	const subject = lexicon.PronounM | lexicon.PronounF | lexicon.PronounN | lexicon.PronounP
	if r.s.Lex.Lang != "en" || f.right || f.Verb.Class != lexicon.Say || !r.s.Is(i-1, lexicon.Weekday) {
		return false
	}
	return r.s.Is(i, subject) && r.s.Is(i+1, lexicon.Auxiliary) || r.s.Is(i, lexicon.Determiner) && !r.s.Is(i+1, lexicon.Time) && r.finiteSoon(i)
}

// dative gives the item after whom a German verb before item i was said to, where
// what was said is set off from it: "Lee sagte der Zeitung, die Brücke halte".
func (r *reading) dative(i int) int {
	if l := r.s.Lower(i); !r.s.Is(i, lexicon.Determiner) || !strings.HasSuffix(l, "m") && !strings.HasSuffix(l, "r") {
		return i // "den Plan" is what they said something about
	}
	if _, h, ok := sources.Right(r.s, i); ok && (r.s.Mark(h.End, ",", ":") || r.s.Is(h.End, lexicon.Time|lexicon.Preposition)) {
		return h.End
	}
	return i
}

// verbBefore reports whether the "that" which would end an adjunct from item i
// on belongs to another cue.
func (r *reading) verbBefore(i int) bool {
	that := i + 1
	for that < len(r.s.Items) && !r.s.Stop(that) && !r.s.Is(that, lexicon.That) && !r.s.Mark(that, ",", ":", ";", "—", "–", "―", "--") {
		that++
	}
	if !r.s.Is(that, lexicon.That) {
		return false
	}
	for k := range r.frames {
		if o := &r.frames[k]; o.sourced && o.shared < 0 && o.First > i && o.Cue.End <= that && o.whole.First > i {
			return true
		}
	}
	return false
}

// thatOne reports whether "that" at item i points at something: "on that occasion".
func (r *reading) thatOne(i int) bool {
	return r.s.Lex.Lang == "en" && r.s.Is(i-1, lexicon.Preposition) && !r.s.Is(i-1, lexicon.ClauseOpener) && r.s.Word(i+1) && !r.s.Items[i+1].Cap && !r.s.Is(i+1, lexicon.Determiner|lexicon.Pronoun|lexicon.Auxiliary)
}

// tellsMore reports whether "that" at item i says more about the noun before
// it, in a sentence whose content stands before the frame: "…, Lee said at the
// end of talks that laid bare the row". A verb follows it at once, and no other
// one after that.
func (r *reading) tellsMore(f *frame, i int) bool {
	if r.s.Lex.Lang != "en" || f.right || !r.s.Mark(f.first-1, ",") || !r.s.Word(i-1) || r.s.Is(i-1, lexicon.Preposition|lexicon.Time|lexicon.Pronoun) {
		return false
	}
	l := r.s.Lower(i + 1)
	verb := r.s.Is(i+1, lexicon.Auxiliary) || r.s.Lex.Has("irregular", l) || strings.HasSuffix(l, "ed") && !r.s.Items[i+1].Cap
	for k := i + 2; k < len(r.s.Items) && verb && !r.s.Is(i+1, lexicon.Auxiliary); k++ {
		verb = !r.s.Is(k, lexicon.Auxiliary) && !r.s.IsQuote(k)
	}
	return verb
}

// title reports whether item i is a quotation that is a name or title.
func (r *reading) title(i int) bool { return r.s.IsQuote(i) && r.d.nameInMarks(r.s.Items[i].Quote) }

// addressee gives the item after whom the words were told to.
func (r *reading) addressee(f *frame, i int) int {
	if f.Verb.Class != lexicon.Tell && f.Verb.Class != lexicon.Ask && f.Verb.Class != lexicon.Demand && !r.s.Lex.Has("addresses", f.Verb.Lemma) {
		return i
	}
	if r.s.Is(i, lexicon.Possessive) && r.s.Is(i+1, lexicon.Pronoun|lexicon.That|lexicon.Determiner|lexicon.Preposition) {
		return i + 1 // "told her she was late"
	}
	if r.s.Is(i, lexicon.ObjectPronoun) || r.s.Is(i, lexicon.PronounN|lexicon.PronounOther) && f.Verb.Class == lexicon.Tell {
		return i + 1
	}
	if f.Verb.Class == lexicon.Demand || f.Verb.Class == lexicon.Ask {
		return i
	}
	if k := i + 2; r.s.Is(i, lexicon.Weekday) && k < len(r.s.Items) && r.s.Items[i+1].Kind == text.Clitic && r.s.Word(k) && f.Verb.Class == lexicon.Tell {
		for k++; r.s.Is(k-1, lexicon.Adjective|lexicon.Body) && r.s.Is(k, lexicon.Venue|lexicon.Body); k++ {
		}
		return k // "told Monday's council meeting"
	}
	if r.s.Is(i, lexicon.That) && f.Verb.Class != lexicon.Tell {
		return i // "promised that the ferry"
	}
	if w, _, ok := sources.Right(r.s, i); ok {
		end := w.End
		if r.s.Stop(end) && f.Verb.Class != lexicon.Tell {
			return i // "promised a new ferry"
		}
		for k := w.First; k < w.End; k++ {
			if r.infinitive(f, k) {
				return k // "told the board to wait"
			}
		}
		if r.s.Items[end-1].Cap && r.s.Word(end) && !r.s.Items[end].Cap && r.s.Items[end].Flags == 0 && (r.s.Stop(end+1) || r.s.Is(end+1, lexicon.Preposition|lexicon.Time|lexicon.That)) {
			end++ // "told the crews of the Norland fleet on Monday"
		}
		for n := 0; n < mostNouns && r.nounOf(f, end); n++ {
			end++ // "…, he told a Sedge radio station yesterday"
		}
		return end
	}
	if r.s.Is(i, lexicon.Group|lexicon.Determiner) || r.s.Word(i) && !r.s.Is(i, lexicon.Preposition|lexicon.That|lexicon.Time|lexicon.ClauseOpener) && r.s.Is(i+1, lexicon.That|lexicon.Preposition|lexicon.Time) {
		return i + 1
	}
	return i
}

// shortAdjuncts skips days and venues before a bare clause: "said on Monday in
// a statement the plan was dead".
func (r *reading) shortAdjuncts(i int) int {
	for i < len(r.s.Items) && !r.s.Stop(i) {
		switch {
		case r.s.Is(i, lexicon.Weekday) || r.s.Is(i, lexicon.Time) && !r.s.Is(i+1, lexicon.Auxiliary) && !r.s.Is(i, lexicon.Adjective):
			i++
		case r.s.Is(i, lexicon.Preposition):
			k := i + 1
			for k < i+5 && r.s.Is(k, lexicon.Determiner|lexicon.Adjective) {
				k++
			}
			noun := k
			for k < noun+4 && (r.s.Is(k, lexicon.Time|lexicon.Venue) || r.s.Word(k) && r.s.Items[k].Kind == text.Number) {
				k++
			}
			if k == noun {
				return i
			}
			i = k
		default:
			return i
		}
	}
	return i
}

// mostNouns is how many plain nouns may hang on a name in who is told.
const mostNouns = 3

// nounOf reports whether item i is a plain noun of who is told, behind a name, by a frame
// that follows what was said.
func (r *reading) nounOf(f *frame, i int) bool {
	const ends = lexicon.That | lexicon.Preposition | lexicon.Time | lexicon.Pronoun | lexicon.Determiner | lexicon.Auxiliary | lexicon.ClauseOpener | lexicon.Coordinator | lexicon.Adverb
	return r.s.Lex.Lang == "en" && f.Verb.Class == lexicon.Tell && f.first > 0 && r.s.Mark(f.first-1, ",") && r.s.Word(i) && !r.s.Items[i].Cap && r.s.Items[i-1].Kind == text.Letters &&
		!r.s.Is(i, ends) && len(r.s.Lex.Verbs(r.s.Lower(i))) == 0
}
