package dates

import (
	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// outer dates the news of the lead by who announced it behind: "The town has asked
// for boats, Mayor Ann Lee announced on Thursday". What she says in the next
// paragraph is of that day as well.
func (r *Report) outer() {
	n := r.lead()
	if n < 0 {
		return
	}
	s := &r.Sents[n]
	name, day := r.announcedBehind(s)
	if day.IsZero() {
		return
	}
	for i := range r.said {
		u := &r.said[i]
		theirs := u.Speaker != "" && u.surname() == name
		switch {
		case r.sentence(i).Headline || !r.open(i):
		case u.Sentence == n && r.announced(i), theirs && r.para(i) == s.Para+1 && !elsewhere(r.sentence(i), r, u) && !r.another(u, r.sentence(i)):
			u.Day = day
		}
	}
}

// announcedBehind reads the end of a sentence: the last word of who says what stands
// before, and the day.
func (r *Report) announcedBehind(s *cues.Sentence) (name string, day statements.Date) {
	comma := -1
	for k := range s.Items {
		switch {
		case s.IsQuote(k) || s.Is(k, lexicon.PronounRelative|lexicon.That):
			comma = -1
		case s.Mark(k, ","):
			comma = k
		case comma > 0 && k > comma+1 && reports(s, k) && !perfect[s.Lower(k-1)]:
			at := k + 1
			for s.Is(at, lexicon.Preposition) || lateOrEarly[s.Lower(at)] {
				at++
			}
			if r.dayEnds(s, at) {
				day, _ = r.day(s, at, at+1)
				return text.Fold(s.Lower(k - 1)), r.possible(day)
			}
		}
	}
	return "", day
}

// reports reports whether item k is the past form of a verb of saying.
func reports(s *cues.Sentence, k int) bool {
	for _, v := range s.Lex.Verbs(s.Lower(k)) {
		if v.Class == lexicon.Say && v.Form == lexicon.Past {
			return true
		}
	}
	return false
}
