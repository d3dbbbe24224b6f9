package ask

import (
	"strings"
	"time"

	"onrecord/statements"
)

// moment is a day or a period as a question words it. What it leaves open
// (the year of "December") is filled in by span.
type moment struct {
	day    int
	month  time.Month
	year   int
	season int  // 1 winter to 4 autumn
	past   bool // "last December": not the one that we are in
	third  int  // early 1, mid 2, late 3
	half   int  // the first 1, the second 2
	bad    bool // a day that no calendar has, or that two calendars dispute

	from, to statements.Date // already fixed
}

// months and weekdays are known by their names and their first three letters.
var (
	months   = map[string]time.Month{"sept": time.September}
	weekdays = map[string]time.Weekday{"tues": time.Tuesday, "thurs": time.Thursday}
)

func init() {
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		months[name], months[name[:3]] = m, m
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		weekdays[name], weekdays[name[:3]] = d, d
	}
}

var seasons = map[string]int{"winter": 1, "spring": 2, "summer": 3, "autumn": 4, "fall": 4}

var counts = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "couple": 2, "few": 3, "several": 5,
}

// span is the days that m means, seen from today; hint is a year to use where
// m has none, 0 for the last one that has begun.
func (m moment) span(today statements.Date, hint int) (from, to statements.Date) {
	if !m.from.IsZero() {
		return m.from, m.to
	}
	year := m.year
	if year == 0 {
		year = hint
	}
	if year == 0 {
		year = today.Year
		if m.season == 1 && today.Month == time.December && !m.past {
			year++ // the winter that has just begun
		}
		if f, t := m.in(year); today.Before(f) || m.past && !t.Before(today) {
			year--
		}
	}
	from, to = m.in(year)
	switch m.half {
	case 1:
		return from, from.AddDays(14)
	case 2:
		return from.AddDays(15), to
	}
	if m.third > 0 {
		days := int(to.Time().Sub(from.Time()).Hours()/24) + 1
		from, to = from.AddDays(days*(m.third-1)/3), from.AddDays(days*m.third/3-1)
	}
	return from, to
}

// in is the days of m in a year. Winter is counted by the year of its January.
func (m moment) in(year int) (from, to statements.Date) {
	switch {
	case m.day > 0:
		d := statements.Date{Year: year, Month: m.month, Day: m.day}
		return d, d
	case m.month > 0:
		return statements.Date{Year: year, Month: m.month, Day: 1}, statements.DateOf(time.Date(year, m.month+1, 0, 0, 0, 0, 0, time.UTC))
	case m.season > 0:
		first := time.Date(year, time.Month(3*m.season-3), 1, 0, 0, 0, 0, time.UTC)
		return statements.DateOf(first), statements.DateOf(first.AddDate(0, 3, -1))
	}
	return statements.Date{Year: year, Month: time.January, Day: 1}, statements.Date{Year: year, Month: time.December, Day: 31}
}

// fixed is a moment of known days.
func fixed(from, to statements.Date) moment { return moment{from: from, to: to} }
