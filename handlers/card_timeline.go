package handlers

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/timeline"
)

const (
	// mostPeak is how many characters of a statement stand at a peak.
	mostPeak = 120
	// longestBar is the highest bar of a list, in characters.
	longestBar = 20
	// listColumn is how wide one of the two columns of a list is.
	listColumn = 38
)

// TimelineCard shows when somebody spoke of something and when nobody was
// listening: a picture where there are pictures, a list of bars where there
// are none, and what stands at the peaks.
func TimelineCard(in locales.Tongue, c Charted) Card {
	if c.Line.Sum() == 0 {
		return NothingCard(in, Answered{Query: c.Query, Coverage: c.Coverage})
	}
	card := Card{Form: FormTimeline, Picture: c.picture()}
	card.Lead = append([]Block{{Runs: titleRuns(in, c)}}, understoodAs(in, c.Query)...)
	card.Lead = append(card.Lead, barLines(in, c.Line)...)
	for i, p := range c.Peaks {
		if i > 0 {
			card.Body = append(card.Body, Block{Look: Gap})
		}
		card.Body = append(card.Body, peakLines(in, c.Line.Step, p)...)
	}
	card.Footer = strings.Join(c.notes(in), " · ")
	card.Buttons = c.buttons(in)
	return card
}

// picture is the name of its file: of several in one reply each has its own.
func (c Charted) picture() string {
	if c.Nth == 0 {
		return "timeline.png"
	}
	return fmt.Sprintf("timeline-%d.png", c.Nth+1)
}

// titleRuns is who, on what, when and how much.
func titleRuns(in locales.Tongue, c Charted) []Run {
	return append(understood(in, c.Query), Run{Text: ", " + c.when(in) + in.Say(": ") + in.Count(c.Line.Sum(), "%s statement", "%s statements"), Ours: true})
}

// when is the time of the bars.
func (c Charted) when(in locales.Tongue) string {
	if c.Line.Since.IsZero() {
		return in.Say("any time")
	}
	return in.Period(c.Line.Since, c.Line.Until)
}

// titleOf is what stands over the picture.
func titleOf(in locales.Tongue, q statements.Query) string {
	var b strings.Builder
	for _, r := range understood(in, q) {
		b.WriteString(r.Text)
	}
	return b.String()
}

// barLines lists the bars in two columns, for where there is no picture.
func barLines(in locales.Tongue, t timeline.Timeline) []Block {
	cells := make([]string, 0, len(t.Bars))
	most := max(t.Highest(), 1)
	for i, b := range t.Bars {
		if b.Unread && i > 0 && t.Bars[i-1].Unread {
			continue
		}
		cell := fmt.Sprintf("%8s ", barName(in, t.Step, b.From))
		switch n := b.Sum(); {
		case b.Unread:
			cell += unreadTo(in, t, i)
		case n == 0:
			cell += "0"
		default:
			cell += strings.Repeat("▎", max(1, (n*longestBar+most/2)/most)) + " " + in.Number(n)
		}
		cells = append(cells, cell)
	}
	rows := (len(cells) + 1) / 2
	out := []Block{{Look: Gap}}
	for i := range rows {
		line := cells[i]
		if i+rows < len(cells) {
			line += strings.Repeat(" ", max(1, listColumn-len([]rune(line)))) + cells[i+rows]
		}
		out = append(out, Block{Runs: []Run{{Text: line, Code: true, Typed: true}}})
	}
	return out
}

// barName is the day that a bar begins with, or its month.
func barName(in locales.Tongue, step timeline.Step, from statements.Date) string {
	if step == timeline.Month {
		return in.Layout("Jan 2006", from.Time())
	}
	return in.Layout("2 Jan", from.Time())
}

// unreadTo says that nothing was read, and where the stretch of such bars ends, if
// it is of more than one.
func unreadTo(in locales.Tongue, t timeline.Timeline, i int) string {
	last := i
	for last+1 < len(t.Bars) && t.Bars[last+1].Unread {
		last++
	}
	if last == i {
		return in.Say("not read")
	}
	return in.Say("to %s: not read", barName(in, t.Step, t.Bars[last].From))
}

// peakLines is a high bar and what most outlets carry of it.
func peakLines(in locales.Tongue, step timeline.Step, p Peak) []Block {
	head := in.Say("%s in the week from %s", p.Bar.Sum(), in.Layout("2 Jan", p.Bar.From.Time()))
	switch step {
	case timeline.Day:
		head = in.Say("%[1]s on %[2]s", p.Bar.Sum(), in.Day(p.Bar.From)) // statements on a day
	case timeline.Month:
		head = in.Say("%[1]s in %[2]s", p.Bar.Sum(), in.Layout("January 2006", p.Bar.From.Time())) // statements in a month
	}
	out := []Block{{Runs: []Run{{Text: head, Bold: true, Ours: true}}}}
	if p.Found.Statement.ID == 0 {
		return out
	}
	s := quote(p.Found.Article, p.Found.Statement, mostPeak, nil)
	return append(out, Block{Look: s.Look, Runs: s.Runs}, Block{Runs: provenance(in, p.Found, s.cut())})
}

// notes are what has to be known to read the bars.
func (c Charted) notes(in locales.Tongue) []string {
	out := []string{in.Say("verbatim %s, reported %s", c.Line.Verbatim, c.Line.Reported)}
	gaps := c.Line.Gaps()
	var when []string
	for _, g := range gaps {
		if g.From == g.To {
			when = append(when, in.ShortDay(g.From))
		} else {
			when = append(when, in.Between(g.From, g.To))
		}
	}
	if len(when) > 0 {
		out = append(out, in.Say("nothing was read %s", in.List(when, 3)))
	}
	if c.Undated > 0 {
		out = append(out, in.Say("%s more without a date", c.Undated))
	}
	if c.Cut {
		out = append(out, in.Say("counted among the %s that have most of the words", mostCounted))
	}
	if since := c.Query.Since; !since.IsZero() && since.Before(c.Line.Since) {
		out = append(out, in.Say("%s years are shown at most", mostYears))
	}
	return append(out, in.Say("%s, %s healthy", in.Count(c.Coverage.Feeds, "%s feed", "%s feeds"), c.Coverage.Healthy))
}

func (c Charted) buttons(in locales.Tongue) []Button {
	if c.ID == "" {
		return nil
	}
	var out []Button
	if c.Private {
		out = append(out, Button{Label: in.Say("Share"), Action: "share", ID: c.ID, Typed: "share"})
	}
	out = append(out, Button{Label: in.Say("Export"), Action: "timecsv", ID: c.ID, Typed: "csv"})
	for _, p := range c.Peaks {
		if p.Found.Statement.ID != 0 {
			return append(out, Button{Label: in.Say("Show context"), Action: "context", ID: c.ID, Typed: "context " + ref(p.Found.Statement.ID)})
		}
	}
	return out
}

// chartCSV is the numbers of a timeline, a line a bar.
func chartCSV(t timeline.Timeline) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"from", "to", "verbatim", "reported", "read"}}
	for _, bar := range t.Bars {
		rows = append(rows, []string{bar.From.String(), bar.To.String(), strconv.Itoa(bar.Verbatim), strconv.Itoa(bar.Reported), strconv.FormatBool(!bar.Unread)})
	}
	_ = w.WriteAll(rows) // into memory
	return b.Bytes()
}
