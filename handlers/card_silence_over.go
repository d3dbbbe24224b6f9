package handlers

import (
	"fmt"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// over is the card of what is silent no more.
func (w silenceWords) over(in locales.Tongue, c *Card, h *statements.Hush) {
	c.Accent = Neutral
	last := h.Sources[0]
	for _, q := range h.Sources {
		if q.Over.After(last.Over) {
			last = q
		}
	}
	c.Footer = healthyShort(in, h)
	if len(h.Sources) > 1 {
		c.Lead = []Block{
			{Runs: bold(in.Say("%s are back since %s", in.Count(len(h.Sources), "%s source", "%s sources"), w.clock(last.Over)))},
			{Runs: []Run{{Text: in.Say("Each had been silent for a while; what came of it:"), Ours: true}}},
		}
		for i, q := range h.Sources {
			if i == mostSilent {
				c.Footer = in.Say("%s more · %s", len(h.Sources)-i, c.Footer)
				break
			}
			c.Body = append(c.Body, Block{Runs: append(sourceRuns(in, q), w.cameBack(in, q))})
		}
		return
	}
	title, had := w.again(in, last)
	c.Lead = []Block{{Runs: title}, {Runs: []Run{{Text: strings.TrimSpace(had + " " + sentence(made(in, last))), Ours: true}}}}
	c.Body = []Block{{Runs: w.was(in, last)}}
	if last.Feed != 0 {
		c.Footer = in.Say("Feed %s · %s", fmt.Sprint(last.Feed), c.Footer)
	}
}

// again is the headline of a source that is back, and how long it had been
// silent.
func (w silenceWords) again(in locales.Tongue, q statements.Quieted) (title []Run, had string) {
	name, at, long := sourceName(in, q), w.clock(q.Over), lasted(in, q.Over.Sub(q.Since))
	switch {
	case q.Removed:
		return headed("", name, in.Say(" is read no more")), in.Say("It was removed while it was silent.")
	case q.Kind == statements.SilenceOurs:
		return bold(in.Say("We reach the network again since %s", at)), in.Say("Nothing could be read for %s, and none of it was their fault.", long)
	case q.Kind == statements.SilenceGone:
		return headed("", name, in.Say(" is back since %s", at)), in.Say("It had been gone for %s.", long)
	case q.Kind == statements.SilenceStubs:
		return headed(in.Say("Articles of "), name, in.Say(" have their text again")), in.Say("They had come without it for %s.", long)
	case q.Kind == statements.SilenceFewer:
		return headed("", name, in.Say(" brings as much as usual again")), in.Say("It had brought less for %s.", long)
	case q.Kind == statements.SilenceQuiet:
		return headed("", name, in.Say(" is back since %s", at)), in.Say("It had been quiet for %s.", long)
	}
	return headed("", name, in.Say(" is back since %s", at)), in.Say("It had failed for %s.", long)
}

// cameBack says in one line of several what came of a silence.
func (w silenceWords) cameBack(in locales.Tongue, q statements.Quieted) Run {
	if q.Removed {
		return Run{Text: in.Say(" is read no more; it was removed"), Ours: true}
	}
	line := in.Say(" is back since %s, after %s", w.clock(q.Over), lasted(in, q.Over.Sub(q.Since)))
	if m := made(in, q); m != "" {
		line += "; " + m
	}
	return Run{Text: line, Ours: true}
}

// made says what was late and what is missing; "" where that is not known.
func made(in locales.Tongue, q statements.Quieted) string {
	if q.Kind.Measured() || q.Removed {
		return ""
	}
	var parts []string
	say := func(n int, noun, done string) {
		switch {
		case n == 1:
			parts = append(parts, in.Say("1 %s was %s late", noun, done))
		case n > 1:
			parts = append(parts, in.Say("%s %ss were %s late", n, noun, done))
		}
	}
	say(q.ReadLate, "item", "read")
	say(q.SentLate, "alert", "sent")
	switch {
	case q.Missing:
		parts = append(parts, in.Say("and some items may be missing: the feed held newer ones alone"))
	case q.Feed != 0:
		parts = append(parts, in.Say("nothing is missing"))
	case len(parts) == 0:
		parts = append(parts, in.Say("nothing was late"))
	}
	return strings.Join(parts, ", ")
}

// was says from when to when a source was silent, and why.
func (w silenceWords) was(in locales.Tongue, q statements.Quieted) []Run {
	from, to := q.Since.In(w.zone), q.Over.In(w.zone)
	until := to.Format("15:04 MST")
	if statements.DateOf(from) != statements.DateOf(to) {
		until = in.Clock(to, w.zone)
	}
	line := in.Say("Down from %s to %s", in.Clock(from, w.zone), until)
	if q.Kind.Measured() {
		line = in.Say("Noticed %s, over %s", in.Clock(from, w.zone), until)
	}
	if q.Kind == statements.SilenceOurs || q.Why == "" {
		return []Run{{Text: line, Ours: true}}
	}
	return []Run{{Text: line + ": ", Ours: true}, {Text: past(in, lowered(saidWhy(in, q)))}}
}
