package dates

import (
	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// longestToWhom is how many words tell whom somebody urged, and when.
const longestToWhom = 14

// toWhomDay reads a day between whom somebody urged and what to do: "appealed to both
// sides on Sunday to hold their fire". A day behind what to do is that of the deed.
func (r *Report) toWhomDay(u *Utterance, s *cues.Sentence) statements.Date {
	first := r.itemAt(s, u.Cue.End)
	if u.Cue.IsZero() || s.Lex.Lang != "en" || s.Lower(first-1) == "for" || !r.urges(u, s) {
		return statements.Date{}
	}
	if s.Lower(first) == "to" {
		first++
	}
	for k := first; k < first+longestToWhom && s.Word(k) && s.Lower(k) != "to" && !s.Is(k, lexicon.That|lexicon.PronounRelative|lexicon.Auxiliary); k++ {
		if s.Lower(k+1) == "to" && !ofAnother(s, k) {
			day, _ := r.day(s, k, k+1)
			return day
		}
	}
	return statements.Date{}
}

// urges reports whether the cue of u is a verb that takes whom it is said to.
func (r *Report) urges(u *Utterance, s *cues.Sentence) bool {
	for k := r.itemAt(s, u.Cue.Start); k < r.itemAt(s, u.Cue.End); k++ {
		if s.Lex.Has("urges", s.Lower(k)) {
			return true
		}
	}
	return false
}
