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
	for i := range r.s.Items {
		if r.s.IsQuote(i) || r.used[i] {
			continue
		}
		for _, phrase := range r.s.Lex.List("according") {
			if k, ok := r.s.Match(i, strings.Fields(phrase)); ok {
				if whole, head, ok := sources.Right(r.s, k); ok {
					r.accord(i, k, whole.End, whole, head)
				}
				break
			}
		}
		r.inWords(i)
	}
}

// inWords reads "in Lee's words".
func (r *reading) inWords(i int) {
	for _, phrase := range r.s.Lex.List("words-of") {
		open, word, ok := strings.Cut(phrase, " @ ")
		if !ok {
			if k, ok := r.s.Match(i, strings.Fields(phrase)); ok {
				if whole, head, ok := sources.Right(r.s, k); ok {
					r.accord(i, k, whole.End, whole, head)
				}
			}
			continue
		}
		if r.s.Lower(i) != open {
			continue
		}
		for k := i + 2; k < min(i+9, len(r.s.Items)); k++ {
			if r.s.Lower(k) != word || r.s.Items[k-1].Kind != text.Clitic && !r.s.Is(k-1, lexicon.Possessive) {
				continue
			}
			end := k - 1
			if r.s.Is(k-1, lexicon.Possessive) {
				return // "in his words": whoever is speaking anyway
			}
			if whole, head, ok := sources.Left(r.s, i+1, end); ok {
				r.accord(i, k+1, k+1, whole, head)
			}
			return
		}
	}
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
	after := end
	if r.s.Mark(after, ",", ":") {
		after++
	}
	var content []statements.Span
	before := r.clauseLike(from, first, false)
	stop := after
	if !before || r.s.Mark(end, ",") && !r.beginsFrame(after) && !r.s.Is(after, lexicon.Coordinator|lexicon.PronounRelative|lexicon.ClauseOpener) {
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
		if sp, ok := r.d.words(r.s, after, stop); ok && (before || stop-after > 2 || r.s.IsQuote(after)) {
			content = append(content, sp)
		}
	}
	if len(content) == 0 {
		return
	}
	dr := draft{sent: r.n, rule: "according to", sourced: true, content: content,
		source: sources.Parse(r.d.src, r.s, whole, head),
		cue:    statements.Span{Start: r.s.Items[first].Start, End: r.s.Items[cueEnd-1].End},
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
