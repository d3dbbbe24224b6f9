package extract

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// encloses reports whether all that the model found in what a rule's speaker says is
// a report of another's in it: "Norland has asked the League to meet, Ann Lee said on
// Monday, in a step that surprised few." It is Ann Lee's then.
func encloses(r *draft, model []draft) bool {
	if r.rule != "clause before" || len(r.content) != 1 || !r.sourced || r.source.Pronoun != 0 {
		return false
	}
	return slices.ContainsFunc(model, func(o draft) bool { return inside(r, &o) }) &&
		!slices.ContainsFunc(model, func(o draft) bool { return o.cue.Overlaps(r.cue) })
}

// inside reports whether a draft, with its source and cue, stands in what another says.
func inside(r, o *draft) bool {
	whole := r.content[0]
	return o.sourced && !o.cue.IsZero() && whole.Contains(o.source.Span) && whole.Contains(o.cue) &&
		!slices.ContainsFunc(o.content, func(c statements.Span) bool { return !whole.Contains(c) })
}

// inAccord reports whether a draft of the model is a piece of what somebody says "according
// to" whom stands in the midst of it: "On Friday, according to Lee, the mayors agreed to meet".
func inAccord(l *draft, ruled []draft) bool {
	return slices.ContainsFunc(ruled, func(r draft) bool {
		if !r.around || len(r.content) < 2 || l.cue.Overlaps(r.cue) || !l.sourced || l.cue.IsZero() {
			return false
		}
		rest := draft{content: r.content[1:2]}
		return inside(&rest, l)
	})
}

// within reports whether all of a draft of the model is told in a clause by somebody
// whose cue the model has not seen: "Lund drew attention to the fact that the mayors
// first backed the plan".
func (d *document) within(l *draft, ruled, learned []draft, byRule *ground) bool {
	if l.cue.IsZero() || d.quotesIn(l) {
		return false
	}
	first, _ := d.tokens(l.cue)
	k := int(byRule.said[first])
	if k == nobody {
		return false
	}
	r := &ruled[k]
	return r.sourced && d.verb(r.cue, lexicon.Say) && d.thatClause(r) && inside(r, l) && !slices.ContainsFunc(learned, func(o draft) bool { return o.cue.Overlaps(r.cue) })
}

// thatClause reports whether content is a clause with "that", or "the fact that".
func (d *document) thatClause(dr *draft) bool {
	first, _ := d.tokens(dr.content[0])
	fact := first+2 < len(d.toks) && d.lex.Flags(d.toks[first].Lower)&lexicon.Determiner != 0 && d.lex.Flags(d.toks[first+2].Lower)&lexicon.That != 0
	return d.that(dr) || fact
}

// addressed reports whether the source of a draft is to whom somebody else has sent
// what says it: "sent a letter to the board urging".
func (d *document) addressed(l *draft) bool {
	if l.cue.IsZero() || !strings.HasSuffix(l.cue.Of(d.src), "ing") || l.source.Span.End > l.cue.Start {
		return false
	}
	s := &d.sents[l.sent]
	return cues.SentTo(s, itemAt(s, l.cue.Start)-1)
}

// ofItsSource reports whether all that the model has as said is a piece of the rules'
// source for the same cue: "the labour" of "…, the labour ministry said", or all of it.
func (d *document) ofItsSource(l *draft, ruled []draft) bool {
	return slices.ContainsFunc(ruled, func(r draft) bool {
		own := l.sourced && r.source.Span.Contains(l.source.Span) && l.at() <= l.source.Span.Start
		return r.sent == l.sent && r.sourced && !l.cue.IsZero() && r.cue.Overlaps(l.cue) && (own || !l.sourced) && !d.quotesIn(l) &&
			!slices.ContainsFunc(l.content, func(c statements.Span) bool { return !r.source.Span.Contains(c) })
	})
}

// withEnclosed gives a draft of the model that has no more than when and where something
// was said the clause that the rules read before its cue, with all that the model found
// in there: "Norland and Elm have agreed to meet, Ann Lee said in a note on Monday".
func (d *document) withEnclosed(out []draft, partner []int, ruled []draft) ([]draft, []int) {
	gone := make([]bool, len(out))
	for i := range out {
		k := partner[i]
		if k < 0 || ruled[k].rule != "clause before" || len(ruled[k].content) != 1 || ruled[k].source.Pronoun != 0 || !d.onlyOccasionOf(&out[i]) && !tailOf(&out[i], &ruled[k]) {
			continue
		}
		for j := range out {
			if j != i && inside(&ruled[k], &out[j]) {
				gone[j] = true
				out[i].content, out[i].until = ruled[k].content, ruled[k].until
			}
		}
	}
	var kept []draft
	var of []int
	for i := range out {
		if !gone[i] {
			kept, of = append(kept, out[i]), append(of, partner[i])
		}
	}
	return kept, of
}

// tailOf reports whether all that a draft says is the last words, and no clause, of what
// the rules read before its cue: "the road" of "Norland has agreed to open the road".
func tailOf(dr, rule *draft) bool {
	return !dr.clause && len(dr.content) == 1 && dr.content[0].End == rule.content[0].End && dr.content[0].Start > rule.content[0].Start
}

// onlyOccasionOf reports whether all that a draft says is behind its cue, begins as
// words for when and where do, and has no marks.
func (d *document) onlyOccasionOf(dr *draft) bool {
	if dr.cue.IsZero() || len(dr.content) != 1 || dr.content[0].Start < dr.cue.End || dr.clause || d.quotesIn(dr) {
		return false
	}
	first, _ := d.tokens(dr.content[0])
	return d.lex.Flags(d.toks[first].Lower)&(lexicon.Preposition|lexicon.Time) != 0 || d.lex.Has("part-of", d.toks[first].Lower)
}
