package dates

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
)

// turned reports whether the paragraph of utterance i has come, from sentence since on, to
// another day than given, so that what its speaker said on that one was before: "On
// Wednesday the union sounded milder. Lee announced". A day at the front of a sentence
// before it tells so.
func (r *Report) turned(i, since int, day statements.Date) bool {
	for n := r.said[i].Sentence - 1; n >= since && r.Sents[n].Para == r.para(i); n-- {
		s := &r.Sents[n]
		for k := range min(longestFront, len(s.Items)) {
			if s.IsQuote(k) {
				break
			}
			if !s.Is(k, lexicon.Weekday) && !lately(s, k) || ofAnother(s, k) {
				continue
			}
			if got, _ := r.day(s, k, k+1); !got.IsZero() && got != day {
				return true
			}
		}
	}
	return false
}

// longestFront is how many items stand before a day at the front of a sentence.
const longestFront = 4

// responds dates utterance i by what it answers right before it in its paragraph: "In
// response, Lee said".
func (r *Report) responds(i int) statements.Date {
	s := r.sentence(i)
	if i == 0 || r.para(i) != r.para(i-1) || r.said[i-1].Speaker == r.said[i].Speaker || !phraseAt(s, 0, "in-response") {
		return statements.Date{}
	}
	return r.toWhat(i)
}

// afterWhich dates utterance i where the sentence counts another one from it: of "Lee
// refused on Friday, a day after Rand said it was late" Rand's was on Thursday. It reports
// false where it does not; a day that is not counted is zero.
func (r *Report) afterWhich(i int) (statements.Date, bool) {
	u, s := &r.said[i], r.sentence(i)
	after := r.itemAt(s, u.Source.Start) - 1
	if s.Is(after, lexicon.Determiner) {
		after--
	}
	if u.Source.IsZero() || after < 2 || !s.Lex.Has("counted-after", s.Lower(after)) {
		return statements.Date{}, false
	}
	unit, days := s.Lower(after-1), -1
	switch {
	case slices.Contains([]string{"hours", "hour", "minutes"}, unit):
		days = 0
	case unit == "day" || unit == "days":
		if days = numbers[s.Lex.Lang][s.Lower(after-2)]; s.Lower(after-2) == "the" {
			days = 1
		}
		if days == 0 {
			return statements.Date{}, true // "days after"
		}
	case strings.HasPrefix(unit, "week"), strings.HasPrefix(unit, "month"), strings.HasPrefix(unit, "year"):
		return statements.Date{}, true
	default:
		return statements.Date{}, false
	}
	for k := i - 1; k >= 0 && r.said[k].Sentence == u.Sentence; k-- {
		if o := &r.said[k]; !o.Day.IsZero() && o.Cue.End <= u.Source.Start {
			return o.Day.AddDays(-days), true
		}
	}
	return statements.Date{}, true
}

// opensBy reports whether sentence n begins with the day by which things had changed: "By
// Wednesday afternoon the union sounded milder."
func (r *Report) opensBy(n int) bool {
	s := &r.Sents[n]
	if !s.Lex.Has("by-then", s.Lower(0)) || !s.Is(1, lexicon.Weekday) {
		return false
	}
	k := 2
	for s.Is(k, lexicon.Time) || s.Mark(k, ",") {
		k++
	}
	return !s.Is(k, lexicon.PronounM|lexicon.PronounF)
}
