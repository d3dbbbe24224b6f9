package extract

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// according reads "according to Lee, it was late", "it was late, according to
// Lee" and "in Lee's words, it was late".
func (r *reading) according() {
	r.forWhom()
	for i := range r.s.Items {
		if r.s.IsQuote(i) || r.used[i] {
			continue
		}
		if r.reportOf(i) || r.accordingToHim(i) {
			continue
		}
		r.forQuote(i)
		for _, phrase := range r.s.Lex.Phrases("according", r.s.Lower(i)) {
			if k, ok := r.s.Match(i, phrase); ok {
				whole, head, ok := sources.Right(r.s, k)
				if !ok {
					whole, ok = r.plainSource(k)
					head = whole
				}
				if ok {
					r.accord(i, k, whole.End, whole, head)
				}
				break
			}
		}
		if len(r.s.Lex.Phrases("according-after", r.s.Lower(i))) > 0 {
			if whole, head, ok := sources.Left(r.s, 0, i); ok && !r.used[head.First] {
				r.accord(whole.First, i+1, i+1, whole, head)
			}
		}
		r.inWords(i)
	}
}

// ofWhom gives the item behind what still belongs to a source that ends before item end:
// "according to a report by the council, the toll".
func (r *reading) ofWhom(end int) int {
	if r.s.Lex.Lang != "en" || !r.s.Is(end, lexicon.Preposition) {
		return end
	}
	whole, ok := r.plainSource(end)
	if !ok {
		return end
	}
	return whole.End
}

// inWords reads "in Lee's words" and "in the words of Lee".
func (r *reading) inWords(i int) {
	for _, phrase := range r.s.Lex.Phrases("words-of", r.s.Lower(i)) {
		if len(phrase) == 3 && phrase[1] == "@" {
			if k := r.possessor(i, phrase[2]); k > 0 {
				if whole, head, ok := sources.Left(r.s, i+1, k-1); ok {
					r.accord(i, k+1, k+1, whole, head)
				}
				return
			}
			continue
		}
		if k, ok := r.s.Match(i, phrase); ok {
			if whole, head, ok := sources.Right(r.s, k); ok {
				r.accord(i, k, whole.End, whole, head)
			}
			return
		}
	}
}

// accordingToHim reads "по его словам" and "a su juicio": what whoever spoke
// before says, where the language does not tell man from woman, and "in her
// view".
func (r *reading) accordingToHim(i int) bool {
	for _, l := range [...]struct {
		list  string
		flags lexicon.Flags
	}{{"according-m", lexicon.PronounM}, {"according-f", lexicon.PronounF}, {"according-who", 0}} {
		for _, phrase := range r.s.Lex.Phrases(l.list, r.s.Lower(i)) {
			k, ok := r.s.Match(i, phrase)
			if !ok || !r.hisView(i, k) {
				continue
			}
			before := len(r.out)
			all := sources.Range{First: i, End: k}
			if r.accord(i, k, k, all, all); len(r.out) == before {
				return false
			}
			dr := &r.out[before]
			dr.source = sources.Phrase{Span: dr.cue, Head: dr.cue, Pronoun: l.flags}
			if r.s.Lex.Lang == "en" {
				dr.source.Span, dr.source.Head = r.s.Items[i+1].Span, r.s.Items[i+1].Span // "in her view"
			}
			dr.carried, dr.sourced = l.flags == 0, l.flags != 0
			return true
		}
	}
	return false
}

// forQuote reads "Pour Ann Lee, « il est tard »".
func (r *reading) forQuote(i int) {
	if i > 0 || !r.s.Lex.Has("according-quote", r.s.Lower(i)) {
		return
	}
	whole, head, ok := sources.Right(r.s, i+1)
	if !ok || !r.s.Mark(whole.End, ",") || !r.s.IsQuote(whole.End+1) || r.title(whole.End+1) {
		return
	}
	if p := sources.Parse(r.d.src, r.s, whole, head); p.Name != "" || p.Role != "" {
		r.accord(i, i+1, whole.End, whole, head)
	}
}

// possessor gives the item of word after a possessive that follows item i, or
// 0: "in Lee's words", but not "in his words", who is speaking anyway.
func (r *reading) possessor(i int, word string) int {
	for k := i + 2; k < min(i+9, len(r.s.Items)); k++ {
		if r.s.Lower(k) == word && r.s.Items[k-1].Kind == text.Clitic {
			return k
		}
	}
	return 0
}

// hasCue reports whether a cue with its subject stands among the items [from,
// end).
func (r *reading) hasCue(from, end int) bool {
	for i := range r.frames {
		if f := &r.frames[i]; f.sourced && f.first >= from && f.end <= end {
			return true
		}
	}
	return false
}

// relays reports whether what is before item first, and a comma, ends with
// somebody's own cue: "It is late, she told the board, according to the Courier".
// The outlet only passes it on.
func (r *reading) relays(first int) bool {
	for i := range r.frames {
		if f := &r.frames[i]; f.sourced && !f.right && f.first > 1 && f.end < first && r.s.Mark(f.first-1, ",") && r.s.Mark(first-1, ",") && r.adjuncts(f) == first-1 {
			return true
		}
	}
	return false
}

// recorded reports whether the source is no more than where somebody's words, told before
// it, are set down: "Lee said it was late, according to a statement from her office".
func (r *reading) recorded(first int, head sources.Range) bool {
	if !r.s.Mark(first-1, ",") || !r.s.Is(head.First, lexicon.Determiner) || !r.s.Lex.Has("record", r.s.Lower(head.First+1)) {
		return false
	}
	for i := range r.frames {
		if f := &r.frames[i]; f.sourced && !f.right && f.end+1 < first {
			return true
		}
	}
	return false
}

// accord keeps a statement framed by the items [first, end): the source is in
// there, the cue ends before item cueEnd, the rest of the sentence is content.
func (r *reading) accord(first, cueEnd, end int, whole, head sources.Range) {
	from, to := 0, r.s.Last()
	if first == 0 && end >= to && head.End < end {
		end = head.End // "According to Lee, nobody came": what follows is the content
		whole = head
	}
	for k := first - 1; k >= 0; k-- {
		if r.used[k] || r.s.Mark(k, ";") {
			from = k + 1
			break
		}
	}
	var content []statements.Span
	before := r.clauseLike(from, first, false) || r.s.IsQuote(from) && !r.title(from)
	if first > 0 && r.s.IsQuote(from) && r.hasCue(from+1, first) {
		return // “It is late,” Lee said, according to the Courier: Lee's words
	}
	if r.relays(first) || r.recorded(first, head) {
		for k := first; k < to; k++ {
			r.used[k] = true
		}
		return
	}
	if !before {
		end = r.ofWhom(end)
	}
	after := end
	if r.s.Mark(after, ",", ":") {
		after++
	}
	around := first > 0 && (!before || r.s.Is(first-2, lexicon.Auxiliary)) && r.around(from, first, end, after)
	before = before || around
	stop := after
	inside := r.s.Lex.Lang == "de" && end < to && !r.s.Mark(end, ",", ";")
	if inside && !before && first > 0 {
		before = true // "Das Feuer ist laut Polizei gelöscht": one clause around the source
	}
	if inside || around || !before || r.s.Mark(end, ",") && !r.beginsFrame(after) && !r.s.Is(after, lexicon.Coordinator|lexicon.PronounRelative|lexicon.ClauseOpener) && !r.s.Lex.Has("of-which", r.s.Lower(after)) {
		stop = r.contentEnd(after, 0)
		if stop < after {
			stop = to
		}
	}
	if before {
		if sp, ok := r.d.words(r.s, from, first); ok {
			content = append(content, sp)
		}
	}
	if stop > after {
		if sp, ok := r.d.words(r.s, after, stop); ok && (before || stop-after > 2 || stop-after > 1 && r.s.Lex.Lang != "en" || r.s.IsQuote(after)) {
			content = append(content, sp)
		}
	}
	if len(content) == 0 {
		return
	}
	dr := draft{sent: r.n, rule: "according to", sourced: true, content: content, around: around,
		source: sources.Parse(r.d.src, r.s, whole, head),
		cue:    r.accordCue(first, cueEnd, whole),
		frame:  [][2]int{{first, end}}}
	lo := first
	if before {
		lo = from
	}
	for k := lo; k < stop; k++ {
		r.used[k] = true
	}
	r.take(lo, stop)
	r.out = append(r.out, dr)
}

// around reports whether the frame [first, end) stands inside of one clause: behind its
// subject, "The base, according to Lee, will stay", its auxiliary or where and when it
// was. The rest of the clause begins at item after.
func (r *reading) around(from, first, end, after int) bool {
	if r.s.Lex.Lang != "en" || !r.s.Mark(first-1, ",") || !r.s.Mark(end, ",") || first-1-from > longestSubject || r.s.Stop(after+1) {
		return false
	}
	subject := r.s.Is(from, lexicon.Determiner|lexicon.Pronoun|lexicon.Somebody|lexicon.Adjective|lexicon.Possessive) || r.s.Items[from].Cap && !r.s.Is(from, lexicon.Adverb|lexicon.ClauseOpener|lexicon.Coordinator|lexicon.Preposition)
	return subject && r.predicate(after) || r.s.Is(first-2, lexicon.Auxiliary) ||
		r.s.Is(from, lexicon.Preposition) && !r.s.Is(from, lexicon.ClauseOpener) && r.s.Word(after) && !r.s.Is(after, lexicon.Preposition|lexicon.Coordinator)
}

// longestSubject is how many words the subject of a clause that goes on behind "according
// to Lee" has at most.
const longestSubject = 14

// predicate reports whether what a subject does begins at item i.
func (r *reading) predicate(i int) bool {
	if r.s.Is(i, lexicon.Adverb) {
		i++
	}
	w := r.s.Lower(i)
	if !r.s.Word(i) || r.s.Items[i].Cap || r.s.Is(i, lexicon.Determiner|lexicon.Preposition|lexicon.Coordinator) {
		return false
	}
	return r.s.Is(i, lexicon.Auxiliary|lexicon.Irregular) || len(r.s.Lex.Verbs(w)) > 0 || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "s") && r.s.Is(i+1, lexicon.Determiner|lexicon.Preposition)
}

// accordCue gives the words of the frame that are not the source.
func (r *reading) accordCue(first, end int, whole sources.Range) statements.Span {
	if whole.First == first && whole.End < end {
		first = whole.End
	}
	return statements.Span{Start: r.s.Items[first].Start, End: r.s.Items[end-1].End}
}

// plainSource takes what follows "according to" up to the next mark as the
// source: "press reports", but not "plan".
func (r *reading) plainSource(first int) (sources.Range, bool) {
	end := first
	for end < first+12 && r.s.Word(end) && !r.s.Stop(end) {
		end++
	}
	if end == first || r.s.Lex.Has("not-source", r.s.Lower(first)) || !r.s.Stop(end) && !r.s.Mark(end, ",", ")", "—", "–", "--", ";") {
		return sources.Range{}, false
	}
	return sources.Range{First: first, End: end}, true
}
