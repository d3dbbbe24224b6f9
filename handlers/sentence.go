package handlers

import (
	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/gist"
)

// around is the sentence before a statement and the one after it.
func around(in locales.Tongue, f statements.Found) []Run {
	before, after, ok := gist.Around(f.Article, f.Statement)
	if !ok || before.IsZero() && after.IsZero() {
		return nil
	}
	var runs []Run
	if !before.IsZero() {
		runs = append(runs, Run{Text: clip(before.Of(f.Article.Text), mostContext) + " "})
	}
	runs = append(runs, Run{Text: in.Say("(the statement)"), Italic: true, Ours: true})
	if !after.IsZero() {
		runs = append(runs, Run{Text: " " + clip(after.Of(f.Article.Text), mostContext)})
	}
	return runs
}
