package extract

import (
	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// objections finds what somebody said of another's words in the same sentence,
// and ends those there: "the radio reported that the pact was signed, a claim
// that Lee dismissed as “a fairy tale”".
func (d *document) objections(drafts []draft) []draft {
	if d.lex.Lang != "en" {
		return drafts
	}
	for i := range drafts {
		if dr, at, ok := d.objection(&drafts[i]); ok {
			d.endBefore(&drafts[i], at)
			drafts = append(drafts, dr)
		}
	}
	return drafts
}

// objection reads such a clause in what a draft says, which begins at byte at.
func (d *document) objection(dr *draft) (out draft, at int, ok bool) {
	s := &d.sents[dr.sent]
	last := dr.content[len(dr.content)-1]
	for k := itemAt(s, last.Start) + 1; k+4 < len(s.Items) && s.Items[k].Start < last.End; k++ {
		if !s.Mark(k, ",") || !s.Lex.Has("indefinite", s.Lower(k+1)) || !s.Is(k+2, lexicon.StatementNoun) || s.Lower(k+3) != "that" && s.Lower(k+3) != "which" {
			continue
		}
		for verb := k + 5; verb < len(s.Items); verb++ {
			if s.IsQuote(verb) || !d.objects(s.Lower(verb)) {
				continue
			}
			whole, head, found := sources.Left(s, k+4, verb)
			if !found || whole.First < k+4 {
				return out, 0, false
			}
			from := verb + 1
			for s.Lower(from) == "as" || s.Is(from, lexicon.Time) {
				from++
			}
			said, fine := d.words(s, from, s.Last())
			if !fine {
				return out, 0, false
			}
			out = draft{sent: dr.sent, rule: "objection", sourced: true, source: sources.Parse(d.src, s, whole, head), content: []statements.Span{said},
				cue: statements.Span{Start: s.Items[verb].Start, End: s.Items[from-1].End}, frame: [][2]int{{whole.First, from}}}
			return out, s.Items[k].Start, true
		}
	}
	return out, 0, false
}

// objects reports whether a word says that somebody took another's words so or
// so: "dismissed", "called".
func (d *document) objects(word string) bool {
	for _, v := range d.lex.Verbs(word) {
		if v.Form == lexicon.Past && (v.Class == lexicon.Object || v.Class == lexicon.Say) {
			return true
		}
	}
	return false
}
