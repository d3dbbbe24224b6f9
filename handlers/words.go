package handlers

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"onrecord/statements"
)

// day writes d in words: Fri 20 Nov 2026.
func day(d statements.Date) string { return d.Time().Format("Mon 2 Jan 2006") }

// shortDay leaves the day of the week out: 20 Nov 2026.
func shortDay(d statements.Date) string { return d.Time().Format("2 Jan 2006") }

// period writes the days of a question: "any time", "since 1 May 2026",
// "1 to 21 Nov 2026".
func period(since, until statements.Date) string {
	switch {
	case since.IsZero() && until.IsZero():
		return "any time"
	case until.IsZero():
		return "since " + shortDay(since)
	case since.IsZero():
		return "until " + shortDay(until)
	case since == until:
		return "on " + day(since)
	}
	return between(since, until)
}

// between writes a span of days and says the month and the year once.
func between(since, until statements.Date) string {
	layout := "2 Jan 2006"
	if since.Year == until.Year {
		layout = "2 Jan"
		if since.Month == until.Month {
			layout = "2"
		}
	}
	return since.Time().Format(layout) + " to " + shortDay(until)
}

// number writes n with commas: 12,400.
func number[N int | int64](n N) string {
	s := strconv.FormatInt(int64(n), 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// count writes a number with its noun: 1 statement, 1,200 statements.
func count[N int | int64](n N, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return number(n) + " " + noun + "s"
}

// list joins words: "a", "a and b", "a, b and c"; beyond most of them it says
// how many are left out.
func list(words []string, most int) string {
	if len(words) > most {
		return strings.Join(words[:most], ", ") + " and " + count(len(words)-most, "other")
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// span writes how long something took or has lasted: 6 days, 5 h, 24 min.
func span(d time.Duration) string {
	switch {
	case d < time.Minute:
		return "less than a minute"
	case d < 90*time.Minute:
		return fmt.Sprintf("%d min", int(d.Round(time.Minute).Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h", int(d.Round(time.Hour).Hours()))
	}
	return count(int(d.Hours()/24), "day")
}

// clock writes a moment for the operator: 21 Nov 2026 04:10 UTC.
func clock(t time.Time, zone *time.Location) string {
	return t.In(zone).Format("2 Jan 2006 15:04 MST")
}
