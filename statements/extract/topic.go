package extract

import (
	"slices"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// longestTopic is how many words name a thing and tell nothing of it.
const longestTopic = 3

// onlyTopic reports whether a draft has no more than what somebody spoke of, and
// nothing that they said of it: "Lee addressed the row", "he said, referring to
// Ann Rand", "…, citing Bo Rand", "issued a statement on Monday", "repeated them in Elm".
func (d *document) onlyTopic(dr *draft) bool {
	if d.lex.Lang != "en" || dr.cue.IsZero() || len(dr.content) != 1 || d.quotesIn(dr) {
		return false
	}
	cue, afterCue := d.tokens(dr.cue)
	first, end := d.tokens(dr.content[0])
	short := end-first <= longestTopic
	switch verb := d.toks[afterCue-1].Lower; {
	case d.lex.Has("dealing", verb):
		return short
	case d.lex.Has("explaining", d.toks[cue].Lower):
		return true
	case d.lex.Has("mentioning", verb):
		return short && !slices.ContainsFunc(d.toks[first:end], func(t text.Token) bool { return !t.Cap })
	case d.lex.Flags(d.toks[first].Lower)&lexicon.ObjectPronoun != 0:
		return end > first+1 && d.verb(dr.cue, lexicon.Say) && d.lex.Has("where", d.toks[first+1].Lower)
	}
	return short && d.lex.Has("indefinite", d.toks[first].Lower) && d.lex.Flags(d.toks[end-1].Lower)&lexicon.Venue != 0
}
