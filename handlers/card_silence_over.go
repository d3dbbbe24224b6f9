package handlers

import (
	"fmt"
	"strings"

	"onrecord/statements"
)

// over is the card of what is silent no more.
func (w silenceWords) over(c *Card, h *statements.Hush) {
	c.Accent = Neutral
	last := h.Sources[0]
	for _, q := range h.Sources {
		if q.Over.After(last.Over) {
			last = q
		}
	}
	c.Footer = healthyShort(h)
	if len(h.Sources) > 1 {
		c.Lead = []Block{
			{Runs: bold(fmt.Sprintf("%s are back since %s", count(len(h.Sources), "source"), w.clock(last.Over)))},
			{Runs: []Run{{Text: "Each had been silent for a while; what came of it:", Ours: true}}},
		}
		for i, q := range h.Sources {
			if i == mostSilent {
				c.Footer = fmt.Sprintf("%d more · ", len(h.Sources)-i) + c.Footer
				break
			}
			c.Body = append(c.Body, Block{Runs: append(sourceRuns(q), w.cameBack(q))})
		}
		return
	}
	title, had := w.again(last)
	c.Lead = []Block{{Runs: title}, {Runs: []Run{{Text: strings.TrimSpace(had + " " + sentence(made(last))), Ours: true}}}}
	c.Body = []Block{{Runs: w.was(last)}}
	if last.Feed != 0 {
		c.Footer = fmt.Sprintf("Feed %d · ", last.Feed) + c.Footer
	}
}

// again is the headline of a source that is back, and how long it had been
// silent.
func (w silenceWords) again(q statements.Quieted) (title []Run, had string) {
	name, at, long := sourceName(q), w.clock(q.Over), lasted(q.Over.Sub(q.Since))
	switch {
	case q.Removed:
		return headed("", name, " is read no more"), "It was removed while it was silent."
	case q.Kind == statements.SilenceOurs:
		return bold("We reach the network again since " + at), "Nothing could be read for " + long + ", and none of it was their fault."
	case q.Kind == statements.SilenceGone:
		return headed("", name, " is back since "+at), "It had been gone for " + long + "."
	case q.Kind == statements.SilenceStubs:
		return headed("Articles of ", name, " have their text again"), "They had come without it for " + long + "."
	case q.Kind == statements.SilenceFewer:
		return headed("", name, " brings as much as usual again"), "It had brought less for " + long + "."
	case q.Kind == statements.SilenceQuiet:
		return headed("", name, " is back since "+at), "It had been quiet for " + long + "."
	}
	return headed("", name, " is back since "+at), "It had failed for " + long + "."
}

// cameBack says in one line of several what came of a silence.
func (w silenceWords) cameBack(q statements.Quieted) Run {
	if q.Removed {
		return Run{Text: " is read no more; it was removed", Ours: true}
	}
	line := " is back since " + w.clock(q.Over) + ", after " + lasted(q.Over.Sub(q.Since))
	if m := made(q); m != "" {
		line += "; " + m
	}
	return Run{Text: line, Ours: true}
}

// made says what was late and what is missing; "" where that is not known.
func made(q statements.Quieted) string {
	if q.Kind.Measured() || q.Removed {
		return ""
	}
	var parts []string
	say := func(n int, noun, done string) {
		switch {
		case n == 1:
			parts = append(parts, "1 "+noun+" was "+done+" late")
		case n > 1:
			parts = append(parts, number(n)+" "+noun+"s were "+done+" late")
		}
	}
	say(q.ReadLate, "item", "read")
	say(q.SentLate, "alert", "sent")
	switch {
	case q.Missing:
		parts = append(parts, "and some items may be missing: the feed held newer ones alone")
	case q.Feed != 0:
		parts = append(parts, "nothing is missing")
	case len(parts) == 0:
		parts = append(parts, "nothing was late")
	}
	return strings.Join(parts, ", ")
}

// was says from when to when a source was silent, and why.
func (w silenceWords) was(q statements.Quieted) []Run {
	from, to := q.Since.In(w.zone), q.Over.In(w.zone)
	until := to.Format("15:04 MST")
	if statements.DateOf(from) != statements.DateOf(to) {
		until = clock(to, w.zone)
	}
	line := fmt.Sprintf("Down from %s to %s", clock(from, w.zone), until)
	if q.Kind.Measured() {
		line = fmt.Sprintf("Noticed %s, over %s", clock(from, w.zone), until)
	}
	if q.Kind == statements.SilenceOurs || q.Why == "" {
		return []Run{{Text: line, Ours: true}}
	}
	return []Run{{Text: line + ": ", Ours: true}, {Text: past(lowered(saidWhy(q)))}}
}
