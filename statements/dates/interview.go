package dates

import (
	"onrecord/statements"
	"onrecord/statements/lexicon"
)

// interview dates what the one who speaks most says by a sentence that
// tells when the interview was: "The interview took place on 27 February.", "We
// met her in Sedge on 27 February."
func (r *Report) interview() {
	day := statements.Date{}
	for n := range r.Sents {
		s := &r.Sents[n]
		for k := 0; k < min(4, len(s.Items)); k++ {
			told := interviews[s.Lower(k)] && s.Is(k-1, lexicon.Determiner|lexicon.Pronoun)
			met := k == 1 && ours[s.Lower(0)] && meeting[s.Lower(1)] && !s.Headline
			if (told || met) && day.IsZero() {
				got, _ := Said(s, k, len(s.Items), r.base())
				day = r.possible(got)
			}
		}
	}
	if day.IsZero() {
		return
	}
	who := r.mostHeard()
	for i := range r.said {
		if u := &r.said[i]; r.open(i) && who != "" && u.Speaker == who {
			u.Day = day
		}
	}
}

var interviews = words("interview conversation gespräch entretien entrevista интервью")

// ours are whoever writes, and meeting what they do with whom they interview.
var (
	ours    = words("we i wir ich nous je")
	meeting = words("met interviewed trafen traf")
)

// mostHeard is whose words are at least half of all.
func (r *Report) mostHeard() string {
	size, all := map[string]int{}, 0
	for _, u := range r.said {
		for _, c := range u.Content {
			size[u.Speaker] += c.End - c.Start
			all += c.End - c.Start
		}
	}
	for who, n := range size {
		if 2*n > all {
			return who
		}
	}
	return ""
}

// signed dates a page that is nothing but somebody's words by the line above
// them: "Port North, 3 March 2025".
func (r *Report) signed() {
	for i := range r.said {
		u := &r.said[i]
		if !u.Unmarked || !r.open(i) {
			continue
		}
		for n := 0; n < min(4, len(r.Sents)); n++ {
			s := &r.Sents[n]
			for k := 0; k < len(s.Items) && len(s.Items) <= 9; k++ {
				if _, d := monthDay(s, k); d > 0 && yearAfter(s, k) > 0 {
					got, _ := Said(s, k, k+1, r.base())
					u.Day = r.possible(got)
				}
			}
		}
	}
}
