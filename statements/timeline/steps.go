package timeline

import "onrecord/statements"

// Step is what one bar stands for.
type Step int

// The steps. A week begins on Monday.
const (
	Week Step = iota
	Day
	Month
)

// String names a step: "day".
func (s Step) String() string {
	return [...]string{"week", "day", "month"}[s]
}

// Under ten weeks bars are days, over sixty they are months: more bars than
// some seventy cannot be told apart at the width of a phone.
const (
	daysUnder  = 10 * 7
	monthsOver = 60 * 7
)

func stepOf(since, until statements.Date) Step {
	days := int(until.Time().Sub(since.Time()).Hours()/24) + 1
	switch {
	case days < daysUnder:
		return Day
	case days > monthsOver:
		return Month
	}
	return Week
}

// begin is the first day of the step that d lies in.
func (s Step) begin(d statements.Date) statements.Date {
	switch s {
	case Day:
		return d
	case Month:
		return statements.Date{Year: d.Year, Month: d.Month, Day: 1}
	}
	return d.AddDays(-(int(d.Weekday()) + 6) % 7)
}

// next is the first day of the step after the one that begins at d.
func (s Step) next(d statements.Date) statements.Date {
	switch s {
	case Day:
		return d.AddDays(1)
	case Month:
		return statements.DateOf(d.Time().AddDate(0, 1, 0))
	}
	return d.AddDays(7)
}

func later(a, b statements.Date) statements.Date {
	if a.Before(b) {
		return b
	}
	return a
}

func earlier(a, b statements.Date) statements.Date {
	if b.Before(a) {
		return b
	}
	return a
}

// Label is how a step that begins on d is called under an axis or in a list.
func (s Step) Label(d statements.Date) string {
	if s == Month {
		return d.Time().Format("Jan 2006")
	}
	return d.Time().Format("_2 Jan")
}

// Turns reports whether a new month begins in the bar at i: where an axis has
// its marks.
func (t Timeline) Turns(i int) bool {
	b := t.Bars[i]
	return b.From.Day == 1 || b.From.Month != b.To.Month
}
