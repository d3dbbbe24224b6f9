package handlers

import (
	"fmt"
	"strings"
	"time"

	"onrecord/statements"
)

// How much a card of silent sources names.
const (
	mostSilent   = 10 // sources
	mostMissed   = 5  // names that a source usually carries
	mostCovering = 5  // outlets that carry them too
)

// SilenceCard says why no alert comes from some sources, and, when they are
// back, what that brought. It is always drawn anew from all that its message
// tells.
func SilenceCard(d statements.Delivery, now time.Time, zone *time.Location) Card {
	c := Card{Form: FormSilence, Accent: Trouble, Place: d.Place, At: d.Created}
	h := d.Hush
	if h == nil || len(h.Sources) == 0 {
		return c
	}
	if z, err := time.LoadLocation(h.Zone); err == nil && h.Zone != "" {
		zone = z
	}
	w := silenceWords{now, zone}
	open := h.Open()
	switch {
	case len(open) == 0:
		w.over(&c, h)
	case len(open) == 1 && len(h.Sources) == 1:
		w.lasting(&c, open[0], h)
	default:
		w.several(&c, open, h)
	}
	if len(open) > 0 && c.Buttons == nil {
		c.Buttons = silenceButtons(d.ID, open)
	}
	return c
}

// silenceButtons are about the only source, or about all of the message's.
func silenceButtons(delivery string, open []statements.Quieted) []Button {
	if len(open) == 1 {
		if open[0].Feed == 0 {
			return nil
		}
		id := fmt.Sprint(open[0].Feed)
		return []Button{
			{Label: "Check now", Action: "feedcheck", ID: "f" + id, Typed: "feed check " + id},
			{Label: "Explain", Action: "why", ID: "f" + id, Typed: "why feed " + id},
		}
	}
	return []Button{
		{Label: "Check now", Action: "feedcheck", ID: delivery, Typed: "feed check all"},
		{Label: "Explain", Action: "why", ID: delivery, Typed: "feed list"},
	}
}

// silenceWords write times as the place reads them.
type silenceWords struct {
	now  time.Time
	zone *time.Location
}

// lasting is the card of one source that is silent.
func (w silenceWords) lasting(c *Card, q statements.Quieted, h *statements.Hush) {
	title, means := w.headline(q)
	c.Lead = []Block{
		{Runs: append(title, tail(q)...)},
		{Runs: []Run{{Text: means + " " + healthy(h) + ".", Ours: true}}},
	}
	c.Body = append([]Block{{Runs: w.fault(q)}}, missed(q, h.Feeds)...)
	c.Footer = "told once, this message changes when it recovers"
	if q.Feed != 0 {
		c.Footer = fmt.Sprintf("Feed %d · %s", q.Feed, c.Footer)
	}
}

// headline is what is wrong with a source, and what that means.
func (w silenceWords) headline(q statements.Quieted) (title []Run, means string) {
	name, since := sourceName(q), w.clock(q.Since)
	switch q.Kind {
	case statements.SilenceOurs:
		return bold("We cannot reach the network since " + since), "No source is being read."
	case statements.SilenceGone:
		return headed("", name, " is gone since "+since), "It says that it will not come back, and is read no more until somebody adds it again."
	case statements.SilenceStubs:
		return headed("Articles of ", name, " come without their text"), "What is said in them cannot be read."
	case statements.SilenceFewer:
		return headed("", name, " brings less than usual"), "Fewer alerts come of it than it used to give."
	case statements.SilenceQuiet:
		return headed("", name, " has been quiet since "+since), "It can be read, and nothing new is in it."
	}
	return headed("", name, " has failed since "+since), "What it carries is not being read."
}

// tail is what goes on after the bold words of a headline.
func tail(q statements.Quieted) []Run {
	if q.Kind == statements.SilenceOurs {
		return []Run{{Text: "; nothing is their fault", Ours: true}}
	}
	return nil
}

// fault says whose fault it is, how often it was tried, and when again.
func (w silenceWords) fault(q statements.Quieted) []Run {
	if q.Kind == statements.SilenceOurs {
		return []Run{{Text: count(q.Tries, "source") + " could not be reached since " + clock(q.Since, w.zone) + ", ", Ours: true}, {Ago: q.Since},
			{Text: "; all are tried again soon, and nothing is put off", Ours: true}}
	}
	runs := []Run{{Text: saidWhy(q) + "."}}
	if q.Kind.Measured() || q.Tries == 0 {
		return runs
	}
	runs = append(runs, Run{Text: fmt.Sprintf(" %s since %s, ", tries(q.Tries), clock(q.Since, w.zone)), Ours: true}, Run{Ago: q.Since})
	if q.Kind == statements.SilenceFailing && q.Next.After(w.now) {
		runs = append(runs, Run{Text: "; next try "}, Run{Ago: q.Next})
	}
	return runs
}

func tries(n int) string {
	if n == 1 {
		return "1 try"
	}
	return number(n) + " tries"
}

// missed says what a source usually carries that is watched in the place, and
// who carries it too.
func missed(q statements.Quieted, feeds int) []Block {
	var out []Block
	var usual []Run
	if q.Weekly > 0 {
		usual = []Run{{Text: "Usually " + count(q.Weekly, "statement") + " a week"}}
	}
	if len(q.Speakers) > 0 {
		before := "Usually carries "
		if usual != nil {
			before = ", among them "
		}
		usual = append(append(usual, Run{Text: before}), boldNames(q.Speakers)...)
	}
	if usual != nil {
		out = append(out, Block{Runs: usual})
	}
	if len(q.Words) > 0 {
		var words []string
		for _, k := range q.Words {
			words = append(words, "‘"+short(k, mostName)+"’")
		}
		out = append(out, Block{Runs: []Run{{Text: "Its articles matched " + list(words, mostMissed)}}})
	}
	switch {
	case len(q.Others) > 0:
		names := strings.Join(shortAll(q.Others[:min(len(q.Others), mostCovering)]), ", ")
		if n := len(q.Others) - mostCovering; n > 0 {
			names += fmt.Sprintf(" and %d more", n)
		}
		out = append(out, Block{Runs: []Run{{Text: "Still covering them: ", Ours: true}, {Text: names}}})
	case len(q.Speakers)+len(q.Words) > 0 && feeds > 1:
		out = append(out, Block{Runs: []Run{{Text: "No other source that can be read has carried them lately"}}})
	}
	return out
}

// boldNames is a list of names, each of them bold.
func boldNames(names []string) []Run {
	more := len(names) - mostMissed
	if more > 0 {
		names = names[:mostMissed]
	}
	var out []Run
	for i, n := range names {
		switch {
		case i > 0 && i == len(names)-1 && more <= 0:
			out = append(out, Run{Text: " and "})
		case i > 0:
			out = append(out, Run{Text: ", "})
		}
		out = append(out, Run{Text: short(n, mostName), Bold: true})
	}
	if more > 0 {
		out = append(out, Run{Text: fmt.Sprintf(" and %d more", more)})
	}
	return out
}

// several is the card of some sources that are silent, and of some that are
// back by now.
func (w silenceWords) several(c *Card, open []statements.Quieted, h *statements.Hush) {
	title, means := w.headline(open[0])
	if n := len(open); n > 1 {
		verb := "have failed"
		for _, q := range open {
			if q.Kind != statements.SilenceFailing {
				verb = "are silent"
			}
		}
		title = bold(fmt.Sprintf("%s %s since %s", count(n, "source"), verb, w.clock(open[0].Since)))
		means = "What they carry does not come, or not as it should."
		if verb == "have failed" {
			means = "What they carry is not being read."
		}
	}
	if len(open) == 1 {
		title = append(title, tail(open[0])...)
	}
	c.Lead = []Block{{Runs: title}, {Runs: []Run{{Text: means + " " + healthy(h) + ".", Ours: true}}}}
	left := 0
	for i, q := range h.Sources {
		switch {
		case i >= mostSilent:
			left++
		case q.Over.IsZero():
			c.Body = append(c.Body, w.one(q, h.Feeds)...)
		default:
			c.Body = append(c.Body, Block{Runs: append(sourceRuns(q), w.cameBack(q))})
		}
	}
	c.Footer = "told once, this message changes when they recover"
	if left > 0 {
		c.Footer = fmt.Sprintf("%d more · %s", left, c.Footer)
	}
}

// one is a silent source among several.
func (w silenceWords) one(q statements.Quieted, feeds int) []Block {
	head := sourceRuns(q)
	if q.Feed != 0 {
		head = append(head, Run{Text: fmt.Sprintf(" · feed %d", q.Feed)})
	}
	out := []Block{{Runs: head}, {Look: Small, Runs: w.fault(q)}}
	for _, b := range missed(q, feeds) {
		out = append(out, Block{Look: Small, Runs: b.Runs})
	}
	return out
}
