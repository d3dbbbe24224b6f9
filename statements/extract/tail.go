package extract

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// tail reads "It was late, Lee said on Monday." and "It was, Lee said, late.":
// a clause, a comma, and a frame with nothing of its own to say.
func (r *reading) tail(i int) {
	f := &r.frames[i]
	if f.done || f.shared >= 0 || f.Shared || f.first < 2 || !r.s.Mark(f.first-1, ",", "—", "–", "―", "--") || f.Verb.Class == lexicon.Object || f.Verb.Class == lexicon.Quote && !r.goesOnSaying(f) {
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
	if !r.clauseLike(from, f.first-1, middle) || f.aside && r.somebodySays(from, f.first-1) {
		return // "Lee ruled out a toll, as the board has proposed": Lee's words
	}
	sp, ok := r.d.words(r.s, from, f.first-1)
	if !ok {
		return
	}
	content := []statements.Span{sp}
	stop := end
	if middle && !r.beginsFrame(end+1) && (!r.s.Is(end+1, lexicon.Coordinator|lexicon.PronounRelative|lexicon.Preposition) || r.clauseGoesOn(f, end+1)) {
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

// goesOnSaying reports whether a verb that mostly stands beside a quotation ends what
// somebody goes on to say: "It was late, she went on."
func (r *reading) goesOnSaying(f *frame) bool {
	return r.s.Lex.Has("goes-on-saying", f.Verb.Lemma) && r.s.Is(f.head.First, lexicon.PronounM|lexicon.PronounF) && f.head.End == f.head.First+1 && r.s.Stop(f.end)
}

// clauseGoesOn reports whether what begins with a small word at item i, behind a
// frame and its comma, is still what was said: "She was sorry, she said, for all
// of it", "It was late, Lee replied, and there was no bread".
func (r *reading) clauseGoesOn(f *frame, i int) bool {
	if r.s.Lex.Lang != "en" || r.s.Stop(i+1) {
		return false
	}
	if r.s.Lex.Has("goes-on-clause", r.s.Lower(i)) {
		return !r.hasCue(i, len(r.s.Items)) // "Lee should go, Rand told the board, because it was late"
	}
	if r.s.Is(i, lexicon.Coordinator) {
		return (r.s.Is(i+1, lexicon.PronounN) || r.s.Lex.Has("there", r.s.Lower(i+1))) && r.s.Is(i+2, lexicon.Auxiliary) && !r.hasCue(i, len(r.s.Items))
	}
	for k := i + 1; k < i+4; k++ {
		if r.s.Is(k, lexicon.Venue|lexicon.Time) || r.s.Lower(k) == "time" {
			return false
		}
	}
	return r.s.Lex.Has("goes-on-with", r.s.Lower(i)) && r.s.Is(f.head.First, lexicon.PronounM|lexicon.PronounF) && f.head.End-f.head.First == 1 && f.end == f.Cue.End && i == f.end+1
}

// somebodySays reports whether a cue of somebody stands among the items [from,
// end): of a name, a role or a pronoun.
func (r *reading) somebodySays(from, end int) bool {
	for i := range r.frames {
		if f := &r.frames[i]; f.sourced && f.first >= from && f.end <= end {
			if p := sources.Parse(r.d.src, r.s, f.whole, f.head); p.Name != "" || p.Role != "" || p.Pronoun != 0 {
				return true
			}
		}
	}
	return false
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
	words, verb, comma := 0, false, false
	for k := from; k < end; k++ {
		comma = comma || r.s.Mark(k, ",")
		if r.s.IsQuote(k) {
			words += 3
			verb = verb || r.d.pauses(r.s.Items[k].Quote)
		}
		if r.s.Word(k) {
			words++
		}
		verb = verb || r.s.Is(k, lexicon.Auxiliary) || k == from+1 && r.finite(k)
	}
	if middle {
		return words > 0 && !r.s.Is(from, lexicon.Coordinator) || words > 1 && !comma // "But the bill, Lee said, is dead"
	}
	if words < 3 {
		return false
	}
	return verb || words >= 5
}

// finite reports whether item k is a verb of the third person behind its subject:
// "Lee intends to appeal".
func (r *reading) finite(k int) bool {
	if !r.s.Items[k-1].Cap && !r.s.Is(k-1, lexicon.PronounM|lexicon.PronounF|lexicon.PronounN) {
		return false
	}
	to := strings.HasSuffix(r.s.Lower(k), "s") && r.s.Lower(k+1) == "to" && r.s.Lex.Lang == "en"
	return to || slices.ContainsFunc(r.s.Lex.Verbs(r.s.Lower(k)), func(v lexicon.Verb) bool { return v.Form == lexicon.Third })
}

// beginsFrame reports whether a cue without content yet begins at item i that has a word
// behind it: nobody says anything in "the bank will close."
func (r *reading) beginsFrame(i int) bool {
	for k := range r.frames {
		if f := &r.frames[k]; !f.done && !r.s.Stop(f.end) && (f.First == i || f.first == i || f.First == i+1 && f.shared >= 0) {
			return true
		}
	}
	return false
}
