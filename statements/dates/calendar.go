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

// weekday counts back from base to the weekday of that name; base itself counts.
func weekday(lex *lexicon.Lexicon, lower string, base statements.Date) statements.Date {
	if base.IsZero() {
		return base
	}
	want := WeekdayOf(lex, lower)
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
	before := i - 1
	if s.Mark(before, ".") || s.Lower(before) == "de" || s.Lower(before) == "of" {
		before-- // "14. März", "14 de marzo", "14th of March"
	}
	for _, at := range [...]int{next, before} {
		if n := dayNumber(s, at); n > 0 {
			return m, n
		}
	}
	return m, 0
}

// dayNumber is the day of a month that item i is: "4", "4th", "1er"; 0 is none.
func dayNumber(s *cues.Sentence, i int) int {
	if i < 0 || i >= len(s.Items) || s.Items[i].Kind != text.Number {
		return 0
	}
	n, err := strconv.Atoi(strings.TrimRight(s.Lower(i), "sthndre"))
	if err != nil || n < 1 || n > 31 {
		return 0
	}
	return n
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

// yearAfter is the year that belongs to the month at item i: right after it,
// or after its day, with a comma or a small word between at most.
func yearAfter(s *cues.Sentence, i int) int {
	j := i + 1
	if s.Mark(j, ".") {
		j++
	}
	if _, n := monthDay(s, i); n > 0 && dayNumber(s, j) == n {
		j++
	}
	if s.Mark(j, ",") || s.Lower(j) == "de" {
		j++
	}
	return yearAt(s, j)
}

// yearAt is the year that item i is; 0 is none.
func yearAt(s *cues.Sentence, i int) int {
	if i < 0 || i >= len(s.Items) || s.Items[i].Kind != text.Number {
		return 0
	}
	if y, err := strconv.Atoi(s.Lower(i)); err == nil && y >= 1900 && y <= 2100 {
		return y
	}
	return 0
}

// words is a set of words.
func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// longestBack is how many days back a day without a year is looked for.
const longestBack = 300

// nearest gives the day of a month its year: the one written beside it, else
// the one that puts it at most a day after base, else none. A day that would
// be most of a year back lies ahead, or the base is wrong: it is none either.
func nearest(m time.Month, day, year int, base statements.Date) statements.Date {
	if year == 0 {
		if base.IsZero() {
			return statements.Date{}
		}
		year = base.Year
		if d := (statements.Date{Year: year, Month: m, Day: day}); base.AddDays(1).Before(d) {
			year--
			if (statements.Date{Year: year, Month: m, Day: day}).AddDays(longestBack).Before(base) {
				return statements.Date{}
			}
		}
	}
	d := statements.Date{Year: year, Month: m, Day: day}
	if statements.DateOf(d.Time()) != d {
		return statements.Date{} // February 30
	}
	return d
}
