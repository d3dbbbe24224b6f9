package extract

import (
	"onrecord/statements/lexicon"
	"onrecord/statements/quotes"
	"onrecord/statements/text"
)

// cutAtCues finds speech as the language sets it without marks of its own: a
// dialogue with dashes, and cues that stand inside the marks.
func (d *document) cutAtCues(qs []quotes.Quote, paras []text.Range) []quotes.Quote {
	reports := func(w string) bool { return len(d.lex.Verbs(w)) > 0 }
	if d.lex.Has("set-in", "dialogue") {
		qs = quotes.Dialogue(d.toks, paras, qs, reports)
	}
	if d.lex.Has("set-in", "dashes") {
		qs = quotes.Interrupted(d.toks, qs, reports)
	}
	if d.lex.Has("set-in", "commas") {
		qs = quotes.Asides(d.toks, qs, reports, func(t text.Token) bool {
			return t.Cap || t.Kind == text.Clitic || d.lex.Flags(t.Lower)&(lexicon.Determiner|lexicon.Pronoun|lexicon.Honorific) != 0
		})
	}
	return qs
}
