package handlers

import (
	"slices"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

const (
	mostLastSaid  = 3   // lines
	mostSaidWords = 150 // code points of each
)

// lastSaid is what a speaker said before, the newest first, and no verdict. It
// stands under a name without a word of doubt, so what is doubtful is left out,
// and so is what its outlet has changed since.
func lastSaid(in locales.Tongue, before []statements.Found) []Block {
	var shown []statements.Found
	for _, f := range showable(before) {
		if len(shown) < mostLastSaid && !doubtful(f.Statement) && f.Changed == nil && !saidWhen(f).IsZero() {
			shown = append(shown, f)
		}
	}
	slices.SortStableFunc(shown, func(a, b statements.Found) int {
		return saidWhen(b).Time().Compare(saidWhen(a).Time())
	})
	var out []Block
	for _, f := range shown {
		runs := []Run{{Text: in.ShortDay(saidWhen(f)) + " "}}
		if f.Statement.SaidOn.IsZero() {
			runs[0].Text = in.Say("published %s", saidWhen(f)) + " "
		}
		words := quote(f.Article, f.Statement, mostSaidWords, nil)
		reported := words.Look == Tilde
		for _, r := range words.Runs {
			r.Italic = reported
			runs = append(runs, r)
		}
		between := " "
		if reported { // no closing mark says where the words end
			between = " · "
		}
		runs = append(runs, Run{Text: between}, Run{Text: outlet(in, f.Article), Link: link(f.Article.URL)})
		if note := kindNote(in, f.Statement); note != "" {
			runs = append(runs, Run{Text: note})
		}
		out = append(out, Block{Runs: runs})
	}
	return out
}

// saidWhen is the day on which something was said, or else published.
func saidWhen(f statements.Found) statements.Date {
	if d := f.Statement.SaidOn; !d.IsZero() || f.Article.Published.IsZero() {
		return d
	}
	return statements.DateOf(f.Article.Published.Time)
}
