package extract

import (
	"onrecord/statements/lexicon"
)

// resume gives a statement that its cue interrupts the rest of its sentence,
// where that goes on with "and" or "but" and quotes more: The offer “got worse,”
// Lee said, and still “cost nothing.”
func (d *document) resume(drafts []draft) []draft {
	g := d.ground(drafts)
	for i := range drafts {
		dr := &drafts[i]
		if dr.cue.IsZero() || len(dr.content) == 0 || dr.content[len(dr.content)-1].End > dr.cue.Start {
			continue
		}
		s := &d.sents[dr.sent]
		k := itemAt(s, max(dr.cue.End, dr.source.Span.End)-1) + 1
		if !s.Mark(k, ",") || !s.Is(k+1, lexicon.Coordinator) || !s.Word(k+2) && !s.IsQuote(k+2) {
			continue
		}
		rest, ok := d.words(s, k+1, s.Last())
		if !ok || !d.quotesUntaken(rest.Start, rest.End) {
			continue
		}
		next := draft{content: append(dr.content[:0:0], rest)}
		if g.touches(d, &next, nobody) {
			continue
		}
		dr.content = append(dr.content, rest)
		d.claim(dr)
	}
	return drafts
}

// quotesUntaken reports whether a quotation that nobody has lies in a part of
// the text.
func (d *document) quotesUntaken(from, to int) bool {
	for q := d.quoteFrom(from); q < len(d.quotes) && d.quotes[q].Inner.Start < to; q++ {
		if !d.taken[q] && !d.nameInMarks(q) {
			return true
		}
	}
	return false
}
