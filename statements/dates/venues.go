package dates

import (
	"regexp"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// theirDay reads the day of what somebody spoke at or in, as its owner: "told
// Tuesday's meeting", "said in Thursday's Sedge Echo".
func (r *Report) theirDay(u *Utterance, s *cues.Sentence) statements.Date {
	k := r.itemAt(s, u.Cue.End)
	if u.Cue.IsZero() || s.Lex.Lang != "en" {
		return statements.Date{}
	}
	within := s.Lower(k) == "in" || s.Lower(k) == "at"
	if within {
		k++
	}
	if !s.Is(k, lexicon.Weekday) || k+2 >= len(s.Items) || s.Items[k+1].Kind != text.Clitic {
		return statements.Date{}
	}
	for n := k + 2; n < k+6 && s.Word(n); n++ {
		if sittings[s.Lower(n)] || within && (s.Items[n].Cap || s.Lower(n) == "paper" || s.Lower(n) == "edition") {
			return weekday(s.Lex, s.Lower(k), r.base())
		}
	}
	return statements.Date{}
}

// byThen reads the day by which somebody was in another mood, and spoke, in the
// sentence right before utterance i: "By Wednesday she had calmed down. “It is
// late,” she told the Echo."
func (r *Report) byThen(i int) statements.Date {
	u := &r.said[i]
	n := u.Sentence - 1
	if n < 0 || r.Sents[n].Para != r.para(i) || i > 0 && r.said[i-1].Sentence >= n {
		return statements.Date{}
	}
	s := &r.Sents[n]
	if s.Lower(0) != "by" && s.Lower(0) != "on" || !s.Is(1, lexicon.Weekday) {
		return statements.Date{}
	}
	k := 2
	if s.Is(2, lexicon.Time) || s.Mark(2, ",") {
		k++
	}
	theirs := s.Is(k, lexicon.PronounM|lexicon.PronounF) && pronouns[strings.ToLower(r.lastWord(u.Source))] && s.Lower(k) == strings.ToLower(r.lastWord(u.Source))
	for ; k < 7 && !theirs && s.Word(k) && s.Items[k].Cap; k++ {
		theirs = u.Speaker != "" && strings.HasSuffix(u.Speaker, s.Items[k].Span.Of(r.Src))
	}
	if !theirs && !r.opensBy(n) {
		return statements.Date{}
	}
	return r.possible(weekday(s.Lex, s.Lower(1), r.base()))
}

// afterMatch dates what was said "after the match", to the day that one of the
// sentences before tells with the score.
func (r *Report) afterMatch(i int) statements.Date {
	u, s := &r.said[i], r.sentence(i)
	k := r.itemAt(s, u.Source.End)
	after := false
	for end := k + 8; k < end && k < len(s.Items) && !inContent(u, s, k); k++ {
		the := s.Lower(k) == "after" && s.Lower(k+1) == "the"
		before := s.Lower(k) == "before" && s.Lower(k+1) == "the" && s.Lex.Has("hours", s.Lower(k-1))
		if (the || before) && s.Lower(k+2) == "vote" || voted[s.Lower(k)] && s.Items[k].Start < u.Cue.Start {
			return r.voteDay(i)
		}
		after = after || the && games[s.Lower(k+2)]
	}
	if !after {
		return statements.Date{}
	}
	u.vague = true // not on the day of what the speaker says elsewhere
	for n := u.Sentence - 1; n >= max(0, u.Sentence-longestMatch); n-- {
		b, scored, day := &r.Sents[n], false, statements.Date{}
		for at := range b.Items {
			scored = scored || result.MatchString(b.Lower(at))
			if b.Is(at, lexicon.Weekday) && !ofAnother(b, at) && day.IsZero() {
				day, _ = r.day(b, at, at+1)
			}
		}
		if scored {
			return r.possible(day)
		}
	}
	return statements.Date{}
}

// result is how a match ended: "2-1".
var result = regexp.MustCompile(`^\d{1,2}[-–]\d{1,2}$`)

// longestMatch is how many sentences before "after the match" the score stands.
const longestMatch = 3

// briefed gives the day on which the lead has a firm or a land say something to
// the officer who then says it: "…, the firm said on Thursday. “It is late,” Ann
// Lee, the finance chief, told a conference call.", "Norvania demanded on Tuesday
// … “It is late,” Foreign Minister Ann Lee said."
func (r *Report) briefed() {
	for i := 1; i < min(len(r.said), longestLead); i++ {
		u, s, lead := &r.said[i], r.sentence(i), &r.said[i-1]
		if r.sentence(i-1).Headline || lead.Day.IsZero() || lead.letter || lead.before || r.para(i) == r.para(i-1) {
			continue
		}
		if r.open(i) && r.para(i) == r.para(i-1)+1 && !s.Headline &&
			(r.nobody(lead, r.sentence(i-1)) && r.officer(u, s) && r.onCall(u, s) || r.land(lead) && r.minister(u, s) && !elsewhere(s, r, u) && !r.another(u, s)) {
			u.Day = lead.Day
		}
		return
	}
}

// land reports whether the source of u is one name, and nobody's: "Norvania".
func (r *Report) land(u *Utterance) bool {
	name := u.Source.Of(r.Src)
	if name == "" || strings.Contains(name, " ") || strings.ToLower(name) == name {
		return false
	}
	return !slices.ContainsFunc(r.said, func(o Utterance) bool { return strings.HasSuffix(o.Speaker, " "+name) })
}

// ofLand gives a land that leads the day on which its minister says so in the
// paragraph after: "Norvania has warned … Foreign Minister Ann Lee said on
// Thursday that". A headline of the land alone is of its minister's day as well.
func (r *Report) ofLand() {
	day, land, at := statements.Date{}, "", 0
	for i := range min(len(r.said), longestLead) {
		u, s := &r.said[i], r.sentence(i)
		switch {
		case s.Headline:
		case r.spreads(i) && (r.minister(u, s) || land == "" && r.officeOf(u, s) != ""):
			if day, at = u.Day, i; land == "" {
				land = r.officeOf(u, s)
			}
		case day.IsZero() && land == "" && r.open(i) && r.land(u) && !stance(s, r, u):
			land = u.Speaker
			continue
		}
		if !s.Headline {
			break
		}
	}
	for i := 0; i < at && land != ""; i++ {
		if u := &r.said[i]; r.open(i) && u.Speaker == land && r.land(u) {
			u.Day = day
		}
	}
}

// officeOf gives the land whose minister the source of u is: "Norvania's foreign
// minister, Ann Lee".
func (r *Report) officeOf(u *Utterance, s *cues.Sentence) string {
	k := r.itemAt(s, u.Source.Start)
	if k+2 >= len(s.Items) || !s.Items[k].Cap || s.Items[k+1].Kind != text.Clitic {
		return ""
	}
	for n := k + 2; n < k+5 && n < len(s.Items); n++ {
		if ministers[s.Lower(n)] {
			return s.Items[k].Span.Of(r.Src)
		}
	}
	return ""
}

// minister reports whether the source of u begins with an office of state and
// does not say of which land: "Foreign Minister Ann Lee".
func (r *Report) minister(u *Utterance, s *cues.Sentence) bool {
	k := r.itemAt(s, u.Source.Start)
	for end := k + 3; k < end && k < len(s.Items); k++ {
		switch {
		case ministers[s.Lower(k)]:
			return true
		case s.Is(k, lexicon.Demonym|lexicon.Place) || !s.Is(k, lexicon.Role|lexicon.Office|lexicon.Adjective):
			return false
		}
	}
	return false
}

// ministers are those who speak for a land.
var ministers = words("minister president premier chancellor")

// nobody reports whether the source of u is a body or thing, and no person: "the
// council", "the state-owned utility".
func (r *Report) nobody(u *Utterance, s *cues.Sentence) bool {
	small := true
	for k := r.itemAt(s, u.Source.Start); k < r.itemAt(s, u.Source.End); k++ {
		if s.Is(k, lexicon.Role|lexicon.Pronoun&^lexicon.PronounN) && !s.Is(k, lexicon.Determiner) {
			return false
		}
		small = small && !s.Items[k].Cap
	}
	return !u.Source.IsZero() && (small || institution(s, r, u))
}

// officer reports whether the source of u is told by an office.
func (r *Report) officer(u *Utterance, s *cues.Sentence) bool {
	for k := r.itemAt(s, u.Source.Start); k < r.itemAt(s, u.Source.End); k++ {
		if s.Is(k, lexicon.Role) && !s.Items[k].Cap {
			return true
		}
	}
	return false
}

// onCall reports whether u was said to a press conference, a call or a briefing.
func (r *Report) onCall(u *Utterance, s *cues.Sentence) bool {
	for k := range s.Items {
		if calls[s.Lower(k)] && !r.inAny(u, s, k) {
			return true
		}
	}
	return false
}

// calls are where a firm tells its news.
var calls = words("call conference briefing")
