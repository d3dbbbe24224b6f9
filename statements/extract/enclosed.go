package extract

import (
	"slices"

	"onrecord/statements"
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

// ofItsSource reports whether all that the model has as said is a piece of the rules'
// source for the same cue: "the labour" of "…, the labour ministry said".
func (d *document) ofItsSource(l *draft, ruled []draft) bool {
	return slices.ContainsFunc(ruled, func(r draft) bool {
		return r.sent == l.sent && r.sourced && l.sourced && !l.cue.IsZero() && r.cue.Overlaps(l.cue) &&
			r.source.Span.Contains(l.source.Span) && l.at() < l.source.Span.Start && !d.quotesIn(l) &&
			!slices.ContainsFunc(l.content, func(c statements.Span) bool { return !r.source.Span.Contains(c) })
	})
}
