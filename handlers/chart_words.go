package handlers

import (
	"strings"
	"time"

	"onrecord/handlers/chart"
	"onrecord/handlers/locales"
	"onrecord/statements/timeline"
)

// pictureWords are what stands in the picture of a timeline.
func pictureWords(in locales.Tongue, c Charted) chart.Words {
	return chart.Words{
		Title:    titleOf(in, c.Query),
		Verbatim: in.Say("verbatim, %s", c.Line.Verbatim),
		Reported: in.Say("reported, %s", c.Line.Reported),
		Each:     eachBar(in, c.Line.Step),
		Unread:   in.Say("not read"),
		Day:      func(t time.Time) string { return in.Layout("2 Jan", t) },
		Month:    func(t time.Time) string { return in.Layout("Jan", t) },
		Year:     func(t time.Time) string { return in.Layout("Jan 06", t) },
	}
}

// eachBar is what a bar counts.
func eachBar(in locales.Tongue, step timeline.Step) string {
	switch step {
	case timeline.Day:
		return in.Say("statements a day")
	case timeline.Month:
		return in.Say("statements a month")
	}
	return in.Say("statements a week")
}

// chartWords is what a picture says to who cannot see it.
func chartWords(in locales.Tongue, c Charted) string {
	said := []string{in.Say("%s by %s, %s. %s verbatim, %s reported.", capital(eachBar(in, c.Line.Step)), titleOf(in, c.Query),
		c.when(in), c.Line.Verbatim, c.Line.Reported)}
	var peaks []string
	for _, p := range c.Peaks {
		peaks = append(peaks, in.Say("%s from %s", p.Bar.Sum(), in.Layout("2 January", p.Bar.From.Time())))
	}
	if len(peaks) > 0 {
		said = append(said, in.Say("Peaks: %s.", in.List(peaks, mostPeaks)))
	}
	for _, g := range c.Line.Gaps() {
		said = append(said, in.Say("Nothing was read from %s to %s.", in.Layout("2 January", g.From.Time()), in.Layout("2 January", g.To.Time())))
	}
	return short(strings.Join(said, " "), mostAlt)
}

// mostAlt is how long the words for a picture are at most.
// https://discord.com/developers/docs/resources/message#attachment-object
const mostAlt = 1024
