package handlers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/handlers/locales"
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
func SilenceCard(in locales.Tongue, d statements.Delivery, now time.Time, zone *time.Location) Card {
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
		w.over(in, &c, h)
	case len(open) == 1 && len(h.Sources) == 1:
		w.lasting(in, &c, open[0], h)
	default:
		w.several(in, &c, open, h)
	}
	if len(open) > 0 && c.Buttons == nil {
		c.Buttons = silenceButtons(in, d.ID, open)
	}
	return c
}

// silenceButtons are about the only source, or about all of the message's.
func silenceButtons(in locales.Tongue, delivery string, open []statements.Quieted) []Button {
	if len(open) == 1 {
		if open[0].Feed == 0 {
			return nil
		}
		id := fmt.Sprint(open[0].Feed)
		return []Button{
			{Label: in.Say("Check now"), Action: "feedcheck", ID: "f" + id, Typed: "feed check " + id},
			{Label: in.Say("Explain"), Action: "why", ID: "f" + id, Typed: "why feed " + id},
		}
	}
	return []Button{
		{Label: in.Say("Check now"), Action: "feedcheck", ID: delivery, Typed: "feed check all"},
		{Label: in.Say("Explain"), Action: "why", ID: delivery, Typed: "feed list"},
	}
}

// silenceWords write times as the place reads them.
type silenceWords struct {
	now  time.Time
	zone *time.Location
}

// lasting is the card of one source that is silent.
func (w silenceWords) lasting(in locales.Tongue, c *Card, q statements.Quieted, h *statements.Hush) {
	title, means := w.headline(in, q)
	c.Lead = []Block{
		{Runs: append(title, tail(in, q)...)},
		{Runs: []Run{ours(means + " " + healthy(in, h))}},
	}
	c.Body = append([]Block{{Runs: w.fault(in, q)}}, missed(in, q, h.Feeds)...)
	c.Footer = in.Say("told once, this message changes when it recovers")
	if q.Feed != 0 {
		c.Footer = in.Say("Feed %s · %s", fmt.Sprint(q.Feed), c.Footer)
	}
}

// headline is what is wrong with a source, and what that means.
func (w silenceWords) headline(in locales.Tongue, q statements.Quieted) (title []Run, means string) {
	name, since := sourceName(in, q), w.clock(in, q.Since)
	switch q.Kind {
	case statements.SilenceOurs:
		return bold(in.Say("We cannot reach the network since %s", since)), in.Say("No source is being read.")
	case statements.SilenceGone:
		return headed(in.Say("%s is gone since %s", name, since), name), in.Say("It says that it will not come back, and is read no more until somebody adds it again.")
	case statements.SilenceStubs:
		return headed(in.Say("Articles of %s come without their text", name), name), in.Say("What is said in them cannot be read.")
	case statements.SilenceFewer:
		return headed(in.Say("%s brings less than usual", name), name), in.Say("Fewer alerts come of it than it used to give.")
	case statements.SilenceQuiet:
		return headed(in.Say("%s has been quiet since %s", name, since), name), in.Say("It can be read, and nothing new is in it.")
	}
	return headed(in.Say("%s has failed since %s", name, since), name), in.Say("What it carries is not being read.")
}

// tail is what goes on after the bold words of a headline.
func tail(in locales.Tongue, q statements.Quieted) []Run {
	if q.Kind == statements.SilenceOurs {
		return []Run{{Text: in.Say("; nothing is their fault"), Ours: true}}
	}
	return nil
}

// fault says whose fault it is, how often it was tried, and when again.
func (w silenceWords) fault(in locales.Tongue, q statements.Quieted) []Run {
	if q.Kind == statements.SilenceOurs {
		return runsIn{in}.Count(q.Tries, "%s source could not be reached since %s, %s; all are tried again soon, and nothing is put off",
			"%s sources could not be reached since %s, %s; all are tried again soon, and nothing is put off", ours(in.Clock(q.Since, w.zone)), Run{Ago: q.Since})
	}
	runs := []Run{{Text: saidWhy(in, q)}}
	if q.Kind.Measured() || q.Tries == 0 {
		return runs
	}
	tried := runsIn{in}.Count(q.Tries, "%s try since %s, %s", "%s tries since %s, %s", ours(in.Clock(q.Since, w.zone)), Run{Ago: q.Since})
	if q.Kind == statements.SilenceFailing && q.Next.After(w.now) {
		tried = runsIn{in}.Say("%s; next try %s", tried, Run{Ago: q.Next})
	}
	return append(append(runs, ours(" ")), tried...)
}

// missed says what a source usually carries that is watched in the place, and
// who carries it too.
func missed(in locales.Tongue, q statements.Quieted, feeds int) []Block {
	var out []Block
	switch names := boldNames(in, q.Speakers); {
	case q.Weekly > 0 && names != nil:
		out = append(out, Block{Runs: runsIn{in}.Count(q.Weekly, "Usually %s statement a week, among them %s", "Usually %s statements a week, among them %s", names)})
	case q.Weekly > 0:
		out = append(out, Block{Runs: runsIn{in}.Count(q.Weekly, "Usually %s statement a week", "Usually %s statements a week")})
	case names != nil:
		out = append(out, Block{Runs: runsIn{in}.Say("Usually carries %s", names)})
	}
	if len(q.Words) > 0 {
		var words []string
		for _, k := range q.Words {
			words = append(words, "‘"+short(k, mostName)+"’")
		}
		out = append(out, Block{Runs: []Run{{Text: in.Say("Its articles matched %s", in.List(words, mostMissed))}}})
	}
	switch {
	case len(q.Others) > 0:
		names := strings.Join(shortAll(q.Others[:min(len(q.Others), mostCovering)]), ", ")
		if n := len(q.Others) - mostCovering; n > 0 {
			names = in.Say("%s and %s more", names, n)
		}
		out = append(out, Block{Runs: runsIn{in}.Say("Still covering them: %s", Run{Text: names})})
	case len(q.Speakers)+len(q.Words) > 0 && feeds > 1:
		out = append(out, Block{Runs: []Run{{Text: in.Say("No other source that can be read has carried them lately")}}})
	}
	return out
}

// boldNames is a list of names, each of them bold.
func boldNames(in locales.Tongue, names []string) []Run {
	more := len(names) - mostMissed
	if more > 0 {
		names = names[:mostMissed]
	}
	var out []Run
	for i, n := range names {
		name := Run{Text: short(n, mostName), Bold: true}
		switch {
		case i == 0:
			out = []Run{name}
		case i == len(names)-1 && more <= 0:
			out = runsIn{in}.Say("%s and %s", out, name)
		default:
			out = append(out, Run{Text: ", "}, name)
		}
	}
	if more > 0 {
		return runsIn{in}.Say("%s and %s more", out, more)
	}
	return out
}

// several is the card of some sources that are silent, and of some that are
// back by now.
func (w silenceWords) several(in locales.Tongue, c *Card, open []statements.Quieted, h *statements.Hush) {
	title, means := w.headline(in, open[0])
	if n := len(open); n > 1 {
		since := w.clock(in, open[0].Since)
		title = bold(in.Count(n, "%s source has failed since %s", "%s sources have failed since %s", since))
		means = in.Say("What they carry is not being read.")
		if slices.ContainsFunc(open, func(q statements.Quieted) bool { return q.Kind != statements.SilenceFailing }) {
			title = bold(in.Count(n, "%s source is silent since %s", "%s sources are silent since %s", since))
			means = in.Say("What they carry does not come, or not as it should.")
		}
	}
	if len(open) == 1 {
		title = append(title, tail(in, open[0])...)
	}
	c.Lead = []Block{{Runs: title}, {Runs: []Run{ours(means + " " + healthy(in, h))}}}
	left := 0
	for i, q := range h.Sources {
		switch {
		case i >= mostSilent:
			left++
		case q.Over.IsZero():
			c.Body = append(c.Body, w.one(in, q, h.Feeds)...)
		default:
			c.Body = append(c.Body, Block{Runs: w.cameBack(in, q)})
		}
	}
	c.Footer = in.Say("told once, this message changes when they recover")
	if left > 0 {
		c.Footer = in.Say("%s more · %s", left, c.Footer)
	}
}

// one is a silent source among several.
func (w silenceWords) one(in locales.Tongue, q statements.Quieted, feeds int) []Block {
	head := sourceRuns(in, q)
	if q.Feed != 0 {
		head = append(head, Run{Text: in.Say(" · feed %s", fmt.Sprint(q.Feed))})
	}
	out := []Block{{Runs: head}, {Look: Small, Runs: w.fault(in, q)}}
	for _, b := range missed(in, q, feeds) {
		out = append(out, Block{Look: Small, Runs: b.Runs})
	}
	return out
}
