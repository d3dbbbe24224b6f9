package dates

import (
	"onrecord/statements"
)

// crowd dates utterance i by the sentence right before it that tells of people who came
// together on a day: "Hundreds marched on Sunday. “We are tired,” said Ann Lee, a baker."
func (r *Report) crowd(i int) statements.Date {
	n := r.toldBeside(i)
	if n < 0 || institution(r.sentence(i), r, &r.said[i]) || elsewhere(r.sentence(i), r, &r.said[i]) || r.another(&r.said[i], r.sentence(i)) {
		return statements.Date{}
	}
	s := &r.Sents[n]
	for k := range s.Items {
		if s.Lex.Has("flocks", s.Lower(k)) && k > 0 && !s.IsQuote(k) {
			return r.possible(r.deedDay(s))
		}
	}
	return statements.Date{}
}
