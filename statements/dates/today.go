package dates

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// ofToday gives what is told of the day of the report itself that day: "Sedge agreed on
// Friday to lend its boats, the mayor announced", read on that Friday, was not
// announced before.
func (r *Report) ofToday() {
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		if r.base().IsZero() || !r.open(i) || u.before || s.Headline || s.Lex.Lang != "en" || stance(s, r, u) || r.another(u, s) {
			continue
		}
		if r.tellsOfToday(u, s) {
			u.Day = r.base()
		}
	}
}

// tellsOfToday reports whether u tells in its own words, which are no quotation, that
// something happened on the day of the report.
func (r *Report) tellsOfToday(u *Utterance, s *cues.Sentence) bool {
	happened := false
	for k := range s.Items {
		switch {
		case !inContent(u, s, k) || s.Mark(k, ";"):
			happened = false
		case s.Items[k].Quote >= 0 || s.IsQuote(k) || ahead[s.Lower(k)] || notYet[s.Lower(k)]:
			return false
		case s.Is(k, lexicon.Irregular) || strings.HasSuffix(s.Lower(k), "ed") && s.Lex.Verbs(s.Lower(k)) != nil:
			happened = true
		case happened && (s.Is(k, lexicon.Weekday) || s.Lex.Has("today", s.Lower(k))) && !ofAnother(s, k):
			day, _ := r.day(s, k, k+1)
			return day == r.base()
		}
	}
	return false
}

// ahead are words behind which a day may still come.
var ahead = words("to if unless until by before")
