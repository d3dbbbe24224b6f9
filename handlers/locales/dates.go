package locales

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"onrecord/statements"
)

// Layout writes a moment by a layout of package time. The layout and the names
// of months and weekdays are the language's.
func (t Tongue) Layout(layout string, at time.Time) string {
	if t.lang == Marked {
		return mark(at.Format(layout))
	}
	if named.FindString(layout) != layout { // else it would be that of January
		layout = t.in("layout", layout)
	}
	var b strings.Builder
	rest := 0
	for _, w := range named.FindAllStringIndex(layout, -1) {
		b.WriteString(at.Format(layout[rest:w[0]]))
		b.WriteString(t.name(at.Format(layout[w[0]:w[1]]), strings.Contains(strings.ReplaceAll(layout, "2006", ""), "2")))
		rest = w[1]
	}
	return b.String() + at.Format(layout[rest:])
}

// name is what a month or a weekday is called beside a day, or without one:
// "20 мая 2026", "май 2026".
func (t Tongue) name(english string, day bool) string {
	if !day && t.translated() && files[t.lang]().IsTranslatedC(english, "alone") {
		return t.in("alone", english)
	}
	return t.in("layout", english)
}

// named are the words of a layout that stand for names.
var named = regexp.MustCompile(`Monday|Mon|January|Jan`)

// Day writes d in words: Fri 20 Nov 2026.
func (t Tongue) Day(d statements.Date) string { return t.Layout("Mon 2 Jan 2006", d.Time()) }

// ShortDay leaves the day of the week out: 20 Nov 2026.
func (t Tongue) ShortDay(d statements.Date) string { return t.Layout("2 Jan 2006", d.Time()) }

// Clock writes a moment for the operator: 21 Nov 2026 04:10 UTC.
func (t Tongue) Clock(at time.Time, zone *time.Location) string {
	return t.Layout("2 Jan 2006 15:04 MST", at.In(zone))
}

// Period writes the days of a question: "any time", "since 1 May 2026",
// "1 to 21 Nov 2026".
func (t Tongue) Period(since, until statements.Date) string {
	switch {
	case since.IsZero() && until.IsZero():
		return t.Say("any time")
	case until.IsZero():
		return t.Say("since %s", since)
	case since.IsZero():
		return t.Say("until %s", until)
	case since == until:
		return t.Say("on %s", t.Day(since))
	}
	return t.Between(since, until)
}

// Between writes a span of days and says the month and the year once.
func (t Tongue) Between(since, until statements.Date) string {
	layout := "2 Jan 2006"
	if since.Year == until.Year {
		layout = "2 Jan"
		if since.Month == until.Month {
			layout = "2"
		}
	}
	return t.Say("%s to %s", t.Layout(layout, since.Time()), until)
}

// Span writes how long something took or has lasted: 6 days, 5 h, 24 min.
func (t Tongue) Span(d time.Duration) string {
	switch {
	case d < time.Minute:
		return t.Say("less than a minute")
	case d < 90*time.Minute:
		return t.Say("%s min", int(d.Round(time.Minute).Minutes()))
	case d < 48*time.Hour:
		return t.Say("%s h", int(d.Round(time.Hour).Hours()))
	}
	return t.Count(int(d.Hours()/24), "%s day", "%s days")
}

// Number writes n in groups of three: 12,400. CLDR has what stands between
// them; a space among them does not break a line.
func (t Tongue) Number(n int) string {
	return message.NewPrinter(t.tag()).Sprintf("%d", n)
}

// Decimal writes a share or a confidence to hundredths: 0.95.
func (t Tongue) Decimal(x float64) string {
	return message.NewPrinter(t.tag()).Sprintf("%.2f", x)
}

func (t Tongue) tag() language.Tag {
	if !t.translated() {
		return language.English
	}
	return language.Make(t.lang)
}
