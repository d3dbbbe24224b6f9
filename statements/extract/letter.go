package extract

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// longestLetter is how many items say which letter it is.
const longestLetter = 16

// letters gives what somebody reads from a letter to whoever wrote it: "Rand
// read out a letter of 4 March in which a foreman told Lee: “It is late.”"
func (d *document) letters(drafts []draft) []draft {
	if d.lex.Lang != "en" {
		return drafts
	}
	for i := range drafts {
		if dr := &drafts[i]; dr.sourced && !dr.cue.IsZero() && len(dr.content) > 0 {
			d.writtenBy(drafts, dr)
		}
	}
	return slices.DeleteFunc(drafts, func(dr draft) bool { return len(dr.content) == 0 })
}

// writtenBy gives a draft whose cue has a letter behind it to the one in whose
// clause what was said stands. Where another draft has that clause already,
// nothing is left of it.
func (d *document) writtenBy(drafts []draft, dr *draft) {
	s := &d.sents[dr.sent]
	clause := inLetter(s, itemAt(s, dr.cue.End))
	if clause == 0 || dr.source.Span.Start > s.Items[clause].Start || dr.content[len(dr.content)-1].End < s.Items[clause].Start {
		return
	}
	r := d.framesOf(dr.sent)
	k := slices.IndexFunc(r.frames, func(f frame) bool {
		return f.sourced && !f.right && f.first == clause && !s.Is(f.head.First, lexicon.Pronoun)
	})
	if k < 0 {
		return
	}
	f := &r.frames[k]
	cue := r.cueSpan(f)
	dr.content = d.from(s, r.adjuncts(f), []statements.Span{{Start: dr.at(), End: max(dr.content[len(dr.content)-1].End, cue.End)}})
	if slices.ContainsFunc(drafts, func(o draft) bool { return o.cue.Overlaps(cue) }) {
		dr.content = nil
		return
	}
	dr.cue, dr.source = cue, sources.Parse(d.src, s, f.whole, f.head)
	dr.frame = append(dr.frame, [2]int{f.first, f.end})
	dr.why.Source = "letter"
}

// inLetter gives the item after "in which" behind a letter that begins at item
// i, or 0: "a letter of 4 March in which".
func inLetter(s *cues.Sentence, i int) int {
	letter := false
	for k := i; k < min(i+longestLetter, len(s.Items)) && !s.IsQuote(k); k++ {
		if letter && s.Lower(k) == "in" && s.Lex.Has("relative", s.Lower(k+1)) {
			return k + 2
		}
		letter = letter || s.Is(k, lexicon.Venue)
	}
	return 0
}
