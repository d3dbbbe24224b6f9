package extract

import (
	"onrecord/statements/lexicon"
)

// resume gives a statement that its cue interrupts the rest of its sentence,
// where that goes on with "and" or "but" and quotes more: The offer “got worse,”
// Lee said, and still “cost nothing.” So it does where what was said waits for its
// other half: It was wrong, Lee told the board, for neighbours to meddle.
func (d *document) resume(drafts []draft) []draft {
	g := d.ground(drafts)
	for i := range drafts {
		dr := &drafts[i]
		if dr.cue.IsZero() || len(dr.content) == 0 || dr.content[len(dr.content)-1].End > dr.cue.Start {
			continue
		}
		s := &d.sents[dr.sent]
		k := itemAt(s, max(dr.cue.End, dr.source.Span.End)-1) + 1
		waits := d.awaits(dr)
		for n := 0; waits && n < longestTold && s.Word(k); n++ {
			k++ // "Lee told the board of the harbour, for"
		}
		begins := s.Is(k+1, lexicon.Coordinator) && (s.Word(k+2) || s.IsQuote(k+2))
		waits = waits && s.Lex.Has("other-half", s.Lower(k+1)) && s.Word(k+2)
		if !s.Mark(k, ",") || !begins && !waits {
			continue
		}
		rest, ok := d.words(s, k+1, s.Last())
		if !ok || !waits && !d.quotesUntaken(rest.Start, rest.End) {
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

// longestTold is how many words may tell to whom something was said.
const longestTold = 6

// awaits reports whether content is a clause that says how something is and not yet
// what: "It was wrong", "It would be a mistake".
func (d *document) awaits(dr *draft) bool {
	if d.lex.Lang != "en" || len(dr.content) != 1 || d.allQuoted(dr) {
		return false
	}
	first, end := d.tokens(dr.content[0])
	if d.toks[first].Lower != "it" || end-first > 8 {
		return false
	}
	is := first + 1
	for is < end && d.lex.Flags(d.toks[is].Lower)&lexicon.Hypothetical != 0 {
		is++
	}
	return is+1 < end && d.lex.Flags(d.toks[is].Lower)&lexicon.Be != 0
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
