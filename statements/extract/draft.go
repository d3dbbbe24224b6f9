package extract

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/sources"
)

// draft is a statement in the making: what was found in the text, before it is
// known who the source is.
type draft struct {
	sent    int // the sentence of its cue, or of its content where it has none
	until   int // the last sentence of its content, where that goes on
	source  sources.Phrase
	sourced bool
	cue     statements.Span
	content []statements.Span
	rule    string // what found it: the file of a rule, or "model"
	// why names what found its parts, where that is not rule alone.
	why    statements.Provenance
	clause bool // its content has a finite verb, as far as the model knows
	// found is how likely it is a statement at all; 0 is as sure as a rule.
	found float64
	// frame are the items around the cue that are not content: where a day
	// and a place may stand.
	frame [][2]int
	// around says that its source stands in the midst of its one clause.
	around bool
	// carried says that the speaker is the one of the draft before.
	carried bool
	// nameless says that no words tell the source.
	nameless bool
	guessed  bool // the source is only the likeliest one
	// inferred says that only the layout tells the speaker, who is entity.
	inferred bool
	entity   int
	sure     float64 // of the entity; 0 is no more than inferred words are
	// transcript says that all content is the speaker's own words though no
	// marks say so.
	transcript bool
}

// at is where the draft begins in the text.
func (d *draft) at() int {
	if len(d.content) == 0 {
		return d.cue.Start
	}
	return d.content[0].Start
}

// words gives the span of the items [first, end) of s as content: a quotation
// alone without its marks, and nothing of the punctuation at the edges.
func (d *document) words(s *cues.Sentence, first, end int) (statements.Span, bool) {
	for first < end && !s.IsQuote(first) && s.Mark(first, ",", ";", ":", "—", "–", "―", "-", "--", ".", "…", "*", "•") {
		first++
	}
	for end > first && !s.IsQuote(end-1) && s.Mark(end-1, ",", ";", ":", "—", "–", "―", "-", "--", ".", "…") {
		if s.Mark(end-1, ".") && s.Lex.Breaks().Abbreviations[s.Lower(end-2)] && end < len(s.Items) {
			break
		}
		end--
	}
	if first >= end {
		return statements.Span{}, false
	}
	if end-first == 1 && s.IsQuote(first) {
		return d.inner(s.Items[first].Quote)
	}
	sp := statements.Span{Start: s.Items[first].Start, End: s.Items[end-1].End}
	return sp, true
}

// inner is what a quotation says, without the comma before its closing mark.
func (d *document) inner(q int) (statements.Span, bool) {
	sp := d.quotes[q].Inner
	t := strings.TrimRight(sp.Of(d.src), " ,")
	sp.End = sp.Start + len(t)
	return sp, sp.End > sp.Start
}
