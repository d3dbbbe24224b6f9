package extract

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// tail reads "It was late, Lee said on Monday." and "It was, Lee said, late.":
// a clause, a comma, and a frame with nothing of its own to say.
func (r *reading) tail(i int) {
	f := &r.frames[i]
	if f.done || f.shared >= 0 || f.Shared || f.first < 2 || !r.s.Mark(f.first-1, ",", "—", "–", "―", "--") || f.Verb.Class == lexicon.Object || f.Verb.Class == lexicon.Quote {
		return
	}
	end := r.adjuncts(f)
	last := r.s.Last()
	middle := r.s.Mark(end, ",", "—", "–", "―", "--") && end < last-1
	if middle && r.s.IsQuote(end+1) && r.occasion(f) {
		return
	}
	if !r.s.Stop(end) && !middle {
		return
	}
	from := f.first - 1
	for from > 0 && !r.used[from-1] && !r.s.Mark(from-1, ";") {
		from--
	}
	if r.s.Mark(from, ",") {
		from++
	}
	if from > 0 && r.used[from-1] && !r.s.Mark(from-1, ";") && !r.s.Mark(from-1, ",") && !r.s.Is(from, lexicon.Coordinator) {
		return // what is left is the end of another frame: an agency that passes words on
	}
	if !r.clauseLike(from, f.first-1, middle) {
		return
	}
	sp, ok := r.d.words(r.s, from, f.first-1)
	if !ok {
		return
	}
	content := []statements.Span{sp}
	stop := end
	if middle && !r.beginsFrame(end+1) && !r.s.Is(end+1, lexicon.Coordinator|lexicon.ClauseOpener|lexicon.PronounRelative|lexicon.Preposition) {
		stop = r.contentEnd(end+1, i+1)
		if more, ok := r.d.words(r.s, end+1, stop); ok {
			content = append(content, more)
		}
	}
	r.take(from, stop)
	r.keep(i, "clause before", content, from, f.first, [2]int{f.end, end})
	for k := end; k < stop; k++ {
		r.used[k] = true
	}
}

// occasion reports whether what stands before the frame tells how it came to
// be said: "Asked about it, Lee said, “…”".
func (r *reading) occasion(f *frame) bool {
	from := f.first - 1
	for from > 0 && !r.used[from-1] && !r.s.Mark(from-1, ";") {
		from--
	}
	l := r.s.Lower(from)
	return r.s.Is(from, lexicon.Preposition|lexicon.ClauseOpener|lexicon.Time|lexicon.Adverb) || strings.HasSuffix(l, "ed") || strings.HasSuffix(l, "ing")
}

// clauseLike reports whether the items can be what was said, and not only when
// or where: "After the talks, Lee said" has no clause before its comma.
func (r *reading) clauseLike(from, end int, middle bool) bool {
	words, verb := 0, false
	for k := from; k < end; k++ {
		if r.s.IsQuote(k) {
			words += 3
			verb = verb || r.d.pauses(r.s.Items[k].Quote)
		}
		if r.s.Word(k) {
			words++
		}
		verb = verb || r.s.Is(k, lexicon.Auxiliary)
	}
	if words < 3 {
		return middle && words > 0 && !r.s.Is(from, lexicon.Preposition|lexicon.ClauseOpener|lexicon.Adverb|lexicon.Coordinator)
	}
	if middle && r.s.Is(from, lexicon.Preposition|lexicon.ClauseOpener) {
		return false
	}
	if middle {
		return true
	}
	return verb || words >= 5
}

// beginsFrame reports whether a cue without content yet begins at item i.
func (r *reading) beginsFrame(i int) bool {
	for k := range r.frames {
		if f := &r.frames[k]; !f.done && (f.First == i || f.first == i || f.First == i+1 && f.shared >= 0) {
			return true
		}
	}
	return false
}

// adjuncts gives the item after the frame and what only says when, where and
// to whom: "told reporters in Oslo on Monday".
func (r *reading) adjuncts(f *frame) int {
	i := f.end
	if !f.right {
		i = r.addressee(f, i)
	}
	if f.right && r.s.Lex.Lang == "de" && r.s.Is(i, lexicon.Determiner) {
		if w, _, ok := sources.Right(r.s, i); ok {
			i = w.End // "sagte Lee der Zeitung"
		}
	}
	for i < len(r.s.Items) && !r.s.Stop(i) {
		switch {
		case r.s.Lex.Lang == "de" && len(f.Verb.After) > 0 && r.s.Lower(i) == f.Verb.After[0]:
			i++
		case r.s.IsQuote(i) && !r.title(i) || r.s.Is(i, lexicon.That):
			return i
		case r.s.Is(i, lexicon.Time|lexicon.Adverb):
			i++
		case r.s.Is(i, lexicon.Preposition|lexicon.ClauseOpener):
			for i++; i < len(r.s.Items) && !r.s.Stop(i) && (!r.s.IsQuote(i) || r.title(i)) && !r.s.Mark(i, ",", ":", ";", "—", "–", "―", "--") && !r.s.Is(i, lexicon.That); i++ {
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

// title reports whether item i is a quotation that is a name or title.
func (r *reading) title(i int) bool { return r.s.IsQuote(i) && r.d.nameInMarks(r.s.Items[i].Quote) }

// addressee gives the item after whom the words were told to.
func (r *reading) addressee(f *frame, i int) int {
	if f.Verb.Class != lexicon.Tell && f.Verb.Class != lexicon.Ask && f.Verb.Class != lexicon.Demand && !addresses[f.Verb.Lemma] {
		return i
	}
	if r.s.Is(i, lexicon.ObjectPronoun) || r.s.Is(i, lexicon.PronounN|lexicon.PronounOther) && f.Verb.Class == lexicon.Tell {
		return i + 1
	}
	if f.Verb.Class == lexicon.Demand || f.Verb.Class == lexicon.Ask {
		return i
	}
	if w, _, ok := sources.Right(r.s, i); ok {
		return w.End
	}
	if r.s.Is(i, lexicon.Group|lexicon.Determiner) || r.s.Word(i) && !r.s.Is(i, lexicon.Preposition|lexicon.That|lexicon.Time|lexicon.ClauseOpener) && r.s.Is(i+1, lexicon.That|lexicon.Preposition|lexicon.Time) {
		return i + 1
	}
	return i
}

// addresses are verbs of other classes that name whom they address.
var addresses = map[string]bool{"warn": true, "promise": true, "advise": true}

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
	stop := r.contentEnd(from, i+1)
	if r.s.IsQuote(from) && r.spoken(r.s.Items[from].Quote) && !r.s.Is(from+1, lexicon.Auxiliary) {
		stop = min(stop, r.quotesEnd(from))
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
	r.keep(i, rule, []statements.Span{sp}, from, stop, around, r.front(f))
}

// objectRelative reports whether a frame says more about a noun before it, so
// that what follows is not what was said: "what Lee said when she left".
func (r *reading) objectRelative(f *frame) bool {
	switch r.s.Lower(f.first - 1) {
	case "what", "which", "whom", "that", "whatever":
		return !f.sourced || !r.s.Is(f.first, lexicon.PronounRelative)
	}
	return false
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
		if r.s.Lower(stop-1) == "ago" && words < 5 {
			return false // "proposed two months ago"
		}
		return words > 1 || quoted
	}
	if f.Verb.Class == lexicon.Stance {
		return words > 3 && verb
	}
	return words > 2 || quoted
}

// contentStart finds the item where the content after a frame begins, and the
// rule that says so; -1 is none.
func (r *reading) contentStart(f *frame) (int, string) {
	i := f.end
	if f.right {
		i = f.whole.End
	}
	if f.aside {
		// "As Lee put it, …"
		if k := r.adjuncts(f); r.s.Mark(k, ",") && f.first == 0 {
			return k + 1, "clause"
		}
		return -1, ""
	}
	plain := r.addressee(f, i)
	if f.Verb.Class == lexicon.Ask && (r.s.Lower(plain) == "whether" || r.s.Lower(plain) == "if") {
		return plain, "question"
	}
	end := r.adjuncts(f)
	if r.s.Is(end, lexicon.That) && !r.s.Stop(end+1) {
		return end, "that"
	}
	k := end
	if r.s.Mark(k, ",", ":", "—", "–", "―", "--", "-") {
		k++
	}
	if r.s.Mark(end, ":") && k < len(r.s.Items) {
		return k, "colon"
	}
	if r.s.IsQuote(k) && (k == end || r.s.Mark(end, ",")) && !f.right {
		return k, "quote after"
	}
	if r.s.Mark(end, ",") && r.s.Is(k, lexicon.That) {
		return k, "that"
	}
	if f.right && r.fronted(f) && r.s.Word(f.end) && !r.s.Stop(f.end) && !r.s.Mark(end, ",", ":") {
		return f.end, "object" // "Dabei nannte sie die Lage ernst"
	}
	if r.s.Lex.Lang != "en" && r.s.Mark(end, ",") && r.s.Word(k) && f.Verb.Class != lexicon.Object && f.Verb.Class != lexicon.Quote {
		return k, "comma" // German and Russian set a comma before what was said
	}
	if f.right {
		return -1, ""
	}
	switch f.Verb.Class {
	case lexicon.Object, lexicon.Demand:
		if !r.s.Word(i) && !r.s.IsQuote(i) {
			return -1, ""
		}
		return i, "object"
	case lexicon.Ask:
		if r.s.Is(plain, lexicon.ClauseOpener) || r.s.Lower(plain) == "to" || r.s.Lower(plain) == "how" || r.s.Lower(plain) == "why" || r.s.Lower(plain) == "what" || r.s.Lower(plain) == "who" {
			return plain, "question"
		}
		if r.s.Word(i) && !r.s.Is(i, lexicon.Preposition|lexicon.Time) && plain == i {
			return i, "object"
		}
		return -1, ""
	}
	start := r.shortAdjuncts(plain)
	if !r.s.Word(start) || r.s.Stop(start) {
		return -1, ""
	}
	if r.s.Is(start, lexicon.Preposition|lexicon.Coordinator) && !r.s.Is(start, lexicon.Determiner|lexicon.Pronoun) && r.s.Lower(start) != "if" {
		return -1, ""
	}
	return start, "clause"
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

// contentEnd gives the item where content from item from on ends: the
// sentence's stop, or where a later frame takes over.
func (r *reading) contentEnd(from, next int) int {
	end := r.s.Last()
	for k := from; k < end; k++ {
		if r.used[k] {
			end = k
			break
		}
	}
	for i := range r.frames {
		f := &r.frames[i]
		if f.First <= from || f.First >= end || f.done {
			continue
		}
		switch {
		case f.shared >= 0 && f.Shared && r.s.Mark(f.First-1, ",", "—", "–", "―", "--"):
			end = f.First - 1
		case f.shared >= 0 && f.Shared && r.s.IsQuote(f.First-1):
			end = f.First // the comma stands inside the marks
		case f.shared >= 0 && f.Coordinated && r.s.Is(f.First-1, lexicon.Coordinator) && r.sameTense(f):
			end = f.First - 1
		case f.shared < 0 && f.first > from && r.turns(f.first):
			end = f.first - 1
		}
	}
	return end
}

// sameTense reports whether a coordinated verb is in the form of the one whose
// subject it shares: "announced … and urged", not "said they met and urge".
func (r *reading) sameTense(f *frame) bool {
	return f.Verb.Form == r.frames[f.shared].Verb.Form
}

// turns reports whether another speaker's clause begins at item i: after a
// semicolon, or after a comma and "while" or "but".
func (r *reading) turns(i int) bool {
	if r.s.Mark(i-1, ";") {
		return true
	}
	l := r.s.Lower(i - 1)
	return (l == "while" || l == "whereas" || l == "but" || l == "and" || l == "though" || l == "although") && r.s.Mark(i-2, ",", "—", "–", "―", "--", "-")
}
