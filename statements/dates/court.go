package dates

import (
	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// inCourt gives the day on which a court spoke, as the lead tells, to judges and
// counsel, and to whoever speaks to the bench: "The Supreme Court on Thursday asked
// … / Ann Lee, the growers' lawyer, said". Others may speak of it later.
func (r *Report) inCourt() {
	day := r.courtDay()
	if day.IsZero() {
		return
	}
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		if r.open(i) && !s.Headline && (r.ofCourt(u, s) || r.toCourt(u, s) || r.courtLed(i)) && !elsewhere(s, r, u) && !r.another(u, s) {
			u.Day = day
		}
	}
}

// courtDay is the day of what the lead has a court say, else that of the judge who
// says it first.
func (r *Report) courtDay() statements.Date {
	led := false
	for i := range min(len(r.said), longestLead) {
		u, s := &r.said[i], r.sentence(i)
		switch {
		case s.Headline:
			continue
		case r.courtLed(i):
			led = true
		case !led || !r.judge(u, s):
			return statements.Date{}
		}
		if !u.Day.IsZero() && !u.letter && !u.before {
			return u.Day
		}
	}
	return statements.Date{}
}

// courtLed reports whether the lead has a court say utterance i.
func (r *Report) courtLed(i int) bool {
	u, s := &r.said[i], r.sentence(i)
	if u.Sentence != r.lead() || u.Source.IsZero() {
		return false
	}
	for k := r.itemAt(s, u.Source.Start); k < r.itemAt(s, u.Source.End); k++ {
		if courts[s.Lower(k)] {
			return !s.Is(k+1, lexicon.Role) && !(k+1 < len(s.Items) && s.Items[k+1].Kind == text.Clitic)
		}
	}
	return false
}

// judge reports whether a judge says u, and no minister of justice.
func (r *Report) judge(u *Utterance, s *cues.Sentence) bool {
	k := r.itemAt(s, u.Source.Start)
	if s.Lex.Has("definite", s.Lower(k)) {
		k++
	}
	return !u.Source.IsZero() && s.Lex.Has("judges", s.Lower(k)) && !s.Is(k+1, lexicon.Role|lexicon.Office)
}

// ofCourt reports whether a judge or somebody's counsel says u.
func (r *Report) ofCourt(u *Utterance, s *cues.Sentence) bool {
	if r.judge(u, s) {
		return true
	}
	someone := false
	for k := r.itemAt(s, u.Source.Start); k < r.itemAt(s, max(u.Source.End, u.Cue.Start)) && !inContent(u, s, k); k++ {
		switch {
		case s.Mark(k, ","):
			someone = false
			if s.Lex.Has("pleads", s.Lower(k+1)) {
				return true // "Lee, appearing for the growers,"
			}
		case s.Lex.Has("indefinite", s.Lower(k)) || s.Lower(k) == "former":
			someone = true // "Lee, a lawyer in the port,"
		case s.Lex.Has("counsel", s.Lower(k)) && !u.Source.IsZero():
			return !someone
		}
	}
	return false
}

// toCourt reports whether u was said to those who sit in court, or at the hearing.
func (r *Report) toCourt(u *Utterance, s *cues.Sentence) bool {
	for k := 1; k < len(s.Items); k++ {
		if !s.Lex.Has("definite", s.Lower(k-1)) || inContent(u, s, k) {
			continue
		}
		told := k-1 == r.itemAt(s, u.Cue.End) && s.Lex.Has("hears", s.Lower(k))
		if told || s.Lower(k) == "hearing" && within[s.Lower(k-2)] {
			return true
		}
	}
	return false
}
