package dates

import (
	"strings"
	"time"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// Said looks for the day in the items [first, end) of a sentence: the words
// around a cue, without the content. base is the day to count back from. vague
// says that the words speak of another time without naming its day.
func Said(s *cues.Sentence, first, end int, base statements.Date) (day statements.Date, vague bool) {
	for i := max(first, 0); i < min(end, len(s.Items)); i++ {
		if s.IsQuote(i) || !s.Word(i) || ofAnother(s, i) {
			continue
		}
		if d, v, ok := dayAt(s, i, base); ok {
			return d, v
		}
		vague = vague || vagueAt(s, i)
	}
	return statements.Date{}, vague
}

// dayAt reads the day that begins at item i.
func dayAt(s *cues.Sentence, i int, base statements.Date) (day statements.Date, vague, ok bool) {
	switch f := s.Items[i].Flags; {
	case s.Lower(i) == "last" && s.Lower(i+1) == "night" && !base.IsZero():
		return base.AddDays(-1), false, true
	case compound(s, i) != "":
		return weekday(s.Lex, compound(s, i), base), false, true
	case f&lexicon.Weekday != 0 && !s.Is(i-1, lexicon.Possessive):
		if s.Lower(i-1) == "last" && !base.IsZero() {
			if d := weekday(s.Lex, s.Lower(i), base); weekBefore(d, base) {
				return d, false, true
			}
		}
		if s.Is(i-1, lexicon.That) || s.Lower(i-1) == "last" || s.Lower(i-1) == "next" {
			return day, true, true
		}
		for k := i + 1; k < i+4; k++ { // "on Wednesday, 4 March"
			if m, n := monthDay(s, k); n > 0 {
				return nearest(m, n, yearAfter(s, k), base), base.IsZero(), true
			}
		}
		return weekday(s.Lex, s.Lower(i), base), false, true
	case f&lexicon.Month != 0 && phraseAt(s, i-1, "last"):
		return day, true, true // "last October"
	case f&lexicon.Month != 0:
		if m, n := monthDay(s, i); n > 0 {
			return nearest(m, n, yearAfter(s, i), base), base.IsZero(), true
		}
	case base.IsZero():
	case ago(s, i) > 0:
		return base.AddDays(-ago(s, i)), false, true
	case phraseAt(s, i, "today"):
		return base, false, true
	case s.Lex.Has("yesterday", s.Lower(i)) && !base.IsZero():
		return base.AddDays(-1), false, true
	}
	return day, false, false
}

// weekBefore reports whether d lies in the calendar week before that of base:
// "last Friday", read on a Tuesday, is one day only, and read on a Saturday two.
func weekBefore(d, base statements.Date) bool {
	y, w := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).ISOWeek()
	by, bw := time.Date(base.Year, base.Month, base.Day, 0, 0, 0, 0, time.UTC).ISOWeek()
	return d.Before(base) && (y != by || w != bw)
}

// compound is the weekday in a German word that has the time of day, too:
// "Donnerstagabend"; "" is none.
func compound(s *cues.Sentence, i int) string {
	if s.Lex.Lang != "de" {
		return ""
	}
	for _, end := range [...]string{"abend", "morgen", "nachmittag", "vormittag", "mittag", "nacht"} {
		if day, ok := strings.CutSuffix(s.Lower(i), end); ok && s.Lex.Flags(day)&lexicon.Weekday != 0 {
			return day
		}
	}
	return ""
}

// ofAnother reports whether the day at item i is not when something was said
// but a part of a name or a limit: "Monday's talks", "since Monday".
func ofAnother(s *cues.Sentence, i int) bool {
	if s.Is(i, lexicon.Weekday) && !s.Is(i-1, lexicon.Preposition) && s.Is(i+1, lexicon.Auxiliary) {
		return true // "said Tuesday was a holiday"
	}
	if attributive(s, i) {
		return true
	}
	before := i - 1
	if dayNumber(s, before) > 0 {
		before-- // "until 4 March"
	}
	return i+1 < len(s.Items) && s.Items[i+1].Kind == text.Clitic || limits[s.Lower(before)] && s.Is(i, lexicon.Time)
}

// attributive reports whether the day of a month at item i only tells which of its
// kind a thing is, "the March 9 flood"; "at the March 9 hearing" is when.
func attributive(s *cues.Sentence, i int) bool {
	first, end := i, i+1
	switch {
	case !s.Is(i, lexicon.Month):
		return false
	case dayNumber(s, i+1) > 0:
		end++
	case dayNumber(s, i-1) > 0:
		first--
	default:
		return false
	}
	if sittings[s.Lower(end)] || gatherings[s.Lower(end)] || s.Is(end, lexicon.Venue) {
		return false
	}
	if s.Lex.Lang != "en" || !s.Is(first-1, lexicon.Determiner) || !s.Word(end) {
		return false
	}
	return !s.Is(end, lexicon.Preposition|lexicon.Coordinator|lexicon.That|lexicon.Auxiliary|lexicon.Time|lexicon.PronounRelative|lexicon.ClauseOpener) && s.Items[end].Kind == text.Letters
}

// limits stand before a day on which something begins or ends, or that something is for.
var limits = words("for für pour para by until till before since from bis vor seit ab depuis dès avant jusqu'à desde hasta до с")

// vagueAt reports whether another time without a day begins at item i:
// "previously", "last year", "in December", "in 2023".
func vagueAt(s *cues.Sentence, i int) bool {
	return vaguePhrase(s, i) || s.Is(i-1, lexicon.Preposition) && !limits[s.Lower(i-1)] && (s.Is(i, lexicon.Month) || yearAt(s, i) > 0)
}

// vaguePhrase reports whether words for another time begin at item i.
func vaguePhrase(s *cues.Sentence, i int) bool {
	return phraseAt(s, i, "vague-time") || phraseAt(s, i, "vague-day")
}

// phraseAt reports whether an entry of that list of the lexicon begins at item i.
func phraseAt(s *cues.Sentence, i int, list string) bool {
	for _, phrase := range s.Lex.Phrases(list, s.Lower(i)) {
		if _, ok := s.Match(i, phrase); ok {
			return true
		}
	}
	return false
}
