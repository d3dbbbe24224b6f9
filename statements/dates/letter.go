package dates

import (
	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// writing reads the day of something written that the sentence quotes from:
// "In a letter dated 4 March", "in her report of 24 February".
func (r *Report) writing(s *cues.Sentence) statements.Date {
	for k := 0; k < len(s.Items); k++ {
		ruling := s.Lex.Has("ruling", s.Lower(k)) && s.Lex.Has("in-venue", s.Lower(k-2)) && s.Lex.Has("released", s.Lower(k+1))
		if !written[s.Lower(k)] && !ruling || s.IsQuote(k) {
			continue
		}
		if k++; ruling {
			k++ // "in a ruling released on Friday"
		}
		for s.Mark(k, ",") || s.Lower(k) == "dated" || linking[s.Lower(k)] {
			k++
		}
		if !s.Is(k, lexicon.Month|lexicon.Weekday) && dayNumber(s, k) == 0 {
			continue
		}
		if got, _ := Said(s, k, k+3, r.base()); !got.IsZero() {
			return got
		}
	}
	return statements.Date{}
}

// written are things that are written and dated.
var written = words("letter report memo memorandum note email e-mail message brief schreiben bericht lettre rapport courriel carta informe письме письмо отчёте отчете")

// linking stand between something written and its day.
var linking = words("of from on vom du de del от datée fechada datiert")
