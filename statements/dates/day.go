package dates

import (
	"slices"
	"strconv"
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
		if s.IsQuote(i) || !s.Word(i) {
			continue
		}
		f := s.Items[i].Flags
		if f&lexicon.Month != 0 {
			if m, n := monthDay(s, i); n > 0 {
				return nearest(m, n, yearAfter(s, i), base), base.IsZero()
			}
		}
		if f&lexicon.Weekday != 0 && !s.Is(i-1, lexicon.Possessive) {
			if s.Is(i-1, lexicon.That) || s.Lower(i-1) == "last" || s.Lower(i-1) == "next" {
				return statements.Date{}, true
			}
			return weekday(s, i, base), false
		}
		switch {
		case s.Lex.Has("today", s.Lower(i)):
			return base, false
		case s.Lex.Has("yesterday", s.Lower(i)) && !base.IsZero():
			return base.AddDays(-1), false
		}
		for _, l := range [...]string{"vague-time", "vague-day"} {
			for _, phrase := range s.Lex.Phrases(l, s.Lower(i)) {
				if _, ok := s.Match(i, phrase); ok {
					vague = true
				}
			}
		}
	}
	return statements.Date{}, vague
}

// weekday counts back from base to the weekday at item i; base itself counts.
func weekday(s *cues.Sentence, i int, base statements.Date) statements.Date {
	if base.IsZero() {
		return base
	}
	want := WeekdayOf(s.Lex, s.Lower(i))
	if want < 0 {
		return statements.Date{}
	}
	back := (int(base.Weekday()) - want + 7) % 7
	return base.AddDays(-back)
}

// WeekdayOf numbers a weekday's name, Sunday 0; -1 is none.
func WeekdayOf(lex *lexicon.Lexicon, lower string) int {
	for _, list := range [...]string{"weekday", "weekday-case", "weekday-short"} {
		for n, w := range lex.List(list) {
			if w != lower {
				continue
			}
			if list != "weekday-short" {
				return (n + 1) % 7
			}
			return shortDays[min(n, len(shortDays)-1)]
		}
	}
	return -1
}

// shortDays numbers mon tue tues wed thu thur thurs fri sat sun.
var shortDays = [...]int{1, 2, 2, 3, 4, 4, 4, 5, 6, 0}

// monthDay reads "Dec. 14" and "14 December" around the month at item i; a
// day of 0 is none.
func monthDay(s *cues.Sentence, i int) (time.Month, int) {
	m := MonthOf(s.Lex, s.Lower(i))
	if m == 0 {
		return 0, 0
	}
	next := i + 1
	if s.Mark(next, ".") {
		next++
	}
	for _, at := range [...]int{next, i - 1} {
		if at < 0 || at >= len(s.Items) || s.Items[at].Kind != text.Number {
			continue
		}
		digits := strings.TrimRight(s.Lower(at), "sthndr")
		if n, err := strconv.Atoi(digits); err == nil && n >= 1 && n <= 31 {
			return m, n
		}
	}
	return m, 0
}

// MonthOf numbers a month's name: English by its first three letters, others
// by their place in the list; 0 is none.
func MonthOf(lex *lexicon.Lexicon, lower string) time.Month {
	if lex.Flags(lower)&lexicon.Month == 0 {
		return 0
	}
	if lex.Lang != "en" {
		return time.Month(slices.Index(lex.List("month"), lower)%12 + 1)
	}
	if n := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", lower[:min(3, len(lower))]); n >= 0 && n%3 == 0 {
		return time.Month(n/3 + 1)
	}
	return 0
}

func yearAfter(s *cues.Sentence, i int) int {
	for j := i + 1; j < min(i+5, len(s.Items)); j++ {
		if s.Items[j].Kind != text.Number {
			continue
		}
		if y, err := strconv.Atoi(s.Lower(j)); err == nil && y >= 1900 && y <= 2100 {
			return y
		}
	}
	return 0
}

// nearest gives the day of a month its year: the one written beside it, else
// the one that puts it at most a day after base, else none.
func nearest(m time.Month, day, year int, base statements.Date) statements.Date {
	if year == 0 {
		if base.IsZero() {
			return statements.Date{}
		}
		year = base.Year
		if d := (statements.Date{Year: year, Month: m, Day: day}); base.AddDays(1).Before(d) {
			year--
		}
	}
	d := statements.Date{Year: year, Month: m, Day: day}
	if statements.DateOf(d.Time()) != d {
		return statements.Date{} // February 30
	}
	return d
}
