package extract

import (
	"slices"
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// wasAsked reports whether a draft is what its source was asked, in a participle behind a
// comma: "Lee, asked whether she would go, said no". Who asks has the verb alone: "Lee, a
// nurse, asked whether it was late".
func (d *document) wasAsked(dr *draft) bool {
	if dr.cue.IsZero() || !dr.sourced || dr.source.Span.End > dr.cue.Start || d.lex.Lang != "en" {
		return false
	}
	cue, _ := d.tokens(dr.cue)
	_, end := d.tokens(dr.source.Head)
	if cue == 0 || end+1 < cue || end > cue || d.toks[cue-1].Lower != "," || !d.lex.Has("asked", d.toks[cue].Lower) {
		return false
	}
	if d.quotesIn(dr) {
		return false
	}
	_, last := d.tokens(d.sents[dr.sent].Items[len(d.sents[dr.sent].Items)-1].Span)
	for i := cue + 1; i+1 < last; i++ {
		if d.toks[i].Lower == "," && d.doing(d.toks[i+1]) {
			return true
		}
	}
	return false
}

// doing reports whether a token may be what somebody did: "said", "laughed".
func (d *document) doing(t text.Token) bool {
	past := func(v lexicon.Verb) bool { return v.Form == lexicon.Past || v.Form == lexicon.Third }
	return !t.Cap && (slices.ContainsFunc(d.lex.Verbs(t.Lower), past) || d.lex.Flags(t.Lower)&(lexicon.Auxiliary|lexicon.Irregular) != 0)
}

// closeConcession ends what is said in a clause that another one follows: "Although Lee said
// it was late, the guild stayed open".
func (d *document) closeConcession(dr *draft) {
	s := &d.sents[dr.sent]
	if d.lex.Lang != "en" || dr.cue.IsZero() || !dr.sourced || len(dr.content) != 1 || !s.Lex.Has("concedes", s.Lower(0)) {
		return
	}
	if k := itemAt(s, dr.source.Span.Start); k > 2 || dr.content[0].Start < dr.cue.End {
		return
	}
	first, end := d.tokens(dr.content[0])
	told := !d.clauseOf(dr, first)
	for i := first + 1; i+2 < end; i++ {
		t, next := d.toks[i], d.toks[i+1]
		told = told || d.doing(t) || !t.Cap && (strings.HasSuffix(t.Lower, "s") || strings.HasSuffix(t.Lower, "ed"))
		if told && t.Lower == "," && (next.Cap || d.lex.Flags(next.Lower)&(lexicon.Determiner|lexicon.Pronoun|lexicon.Somebody) != 0) && d.lex.Flags(next.Lower)&(lexicon.PronounRelative|lexicon.That) == 0 {
			dr.content[0].End = d.toks[i-1].End
			return
		}
	}
}
