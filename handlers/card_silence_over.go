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
			{Runs: bold(in.Count(len(h.Sources), "%s source is back since %s", "%s sources are back since %s", w.clock(in, last.Over)))},
			{Runs: []Run{{Text: in.Say("Each had been silent for a while; what came of it:"), Ours: true}}},
		}
		for i, q := range h.Sources {
			if i == mostSilent {
				c.Footer = in.Say("%s more · %s", len(h.Sources)-i, c.Footer)
				break
			}
			c.Body = append(c.Body, Block{Runs: w.cameBack(in, q)})
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
	name, at, long := sourceName(in, q), w.clock(in, q.Over), lasted(in, q.Over.Sub(q.Since))
	switch {
	case q.Removed:
		return headed(in.Say("%s is read no more", name), name), in.Say("It was removed while it was silent.")
	case q.Kind == statements.SilenceOurs:
		return bold(in.Say("We reach the network again since %s", at)), in.Say("Nothing could be read for %s, and none of it was their fault.", long)
	case q.Kind == statements.SilenceGone:
		return headed(in.Say("%s is back since %s", name, at), name), in.Say("It had been gone for %s.", long)
	case q.Kind == statements.SilenceStubs:
		return headed(in.Say("Articles of %s have their text again", name), name), in.Say("They had come without it for %s.", long)
	case q.Kind == statements.SilenceFewer:
		return headed(in.Say("%s brings as much as usual again", name), name), in.Say("It had brought less for %s.", long)
	case q.Kind == statements.SilenceQuiet:
		return headed(in.Say("%s is back since %s", name, at), name), in.Say("It had been quiet for %s.", long)
	}
	return headed(in.Say("%s is back since %s", name, at), name), in.Say("It had failed for %s.", long)
}

// cameBack says in one line of several what came of a silence.
func (w silenceWords) cameBack(in locales.Tongue, q statements.Quieted) []Run {
	if q.Removed {
		return runsIn{in}.Say("%s is read no more; it was removed", sourceRuns(in, q))
	}
	line := runsIn{in}.Say("%s is back since %s, after %s", sourceRuns(in, q), ours(w.clock(in, q.Over)), ours(lasted(in, q.Over.Sub(q.Since))))
	if m := made(in, q); m != "" {
		line = append(line, ours("; "+m))
	}
	return line
}

// made says what was late and what is missing; "" where that is not known.
func made(in locales.Tongue, q statements.Quieted) string {
	if q.Kind.Measured() || q.Removed {
		return ""
	}
	var parts []string
	if q.ReadLate > 0 {
		parts = append(parts, in.Count(q.ReadLate, "%s item was read late", "%s items were read late"))
	}
	if q.SentLate > 0 {
		parts = append(parts, in.Count(q.SentLate, "%s alert was sent late", "%s alerts were sent late"))
	}
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
	until := in.Layout("15:04 MST", to)
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
	return []Run{{Text: line + in.Say(": "), Ours: true}, {Text: saidWhyItWas(in, q)}}
}
