package handlers

import (
	"fmt"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// MuteCard asks for how long, and promises that nothing is lost. typed is what
// was typed for it, "" for a button.
func MuteCard(in locales.Tongue, m Muting, typed string) Card {
	n, names := len(m.Watches), watchNames(in, m.Watches)
	runs := runsIn{in}.Count(n, "Mute %[2]s here. What it would have sent is kept and told when the mute ends.",
		"Mute %[2]s here. What they would have sent is kept and told when the mute ends.", names)
	if m.Place != "" && !strings.Contains(m.Place, "@") {
		runs = runsIn{in}.Count(n, "Mute %[2]s in this channel. What it would have sent is kept and told when the mute ends.",
			"Mute %[2]s in this channel. What they would have sent is kept and told when the mute ends.", names)
	}
	c := Card{Form: FormDone, Lead: []Block{{Runs: runs}}}
	id := m.Delivery
	if id == "" && len(m.Watches) > 0 {
		id = fmt.Sprint(m.Watches[0].ID)
	}
	if typed == "" {
		typed = "NUMBER"
	}
	c.Buttons = []Button{
		{Label: in.Say("Mute 1 hour"), Action: "mute1h", ID: id, Typed: "mute " + typed + " for 1h"},
		{Label: in.Say("Mute until midnight"), Action: "muteday", ID: id, Typed: "mute " + typed + " for midnight"},
	}
	if m.Delivery != "" {
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Mute this topic"), Action: "mutetopic", ID: id, Typed: "mute " + typed + " for topic"})
	}
	return c
}

// mutedCard says until when, and how much waits.
func (d *Desk) mutedCard(in locales.Tongue, ms []statements.Mute) Card {
	held := 0
	var ids []string
	for _, m := range ms {
		held += m.Held
		ids = append(ids, fmt.Sprint(m.ID))
	}
	first := ms[0]
	c := Card{Form: FormDone}
	text := in.Say("Muted until you unmute it.")
	if !first.Until.IsZero() {
		text = in.Say("Muted until %s.", d.unmutedAt(in, first))
	}
	if first.Topic != nil {
		text = in.Say("Muted, until you unmute it: what %s tells of %s.", short(watchTitle(in, first.Watch), mostName), in.List(shortAll(first.Topic.Words), 4))
	}
	kept := in.Say(" What would have come is kept: /digest now shows it.")
	if held > 0 {
		kept = in.Count(held, " %s alert would have come: /digest now shows it.", " %s alerts would have come: /digest now shows them.")
	}
	c.Lead = []Block{{Runs: []Run{{Text: text}, {Text: kept, Ours: true}}}}
	typed := "unmute"
	if len(ids) == 1 {
		typed += " " + ids[0]
	} else {
		typed += " all"
	}
	c.Buttons = []Button{{Label: in.Say("Unmute"), Action: "unmute", ID: strings.Join(ids[:min(len(ids), mostUnmuted)], "x"), Typed: typed}}
	return c
}

// mostUnmuted is how many mutes one button ends: its id has room for no more.
const mostUnmuted = 6

// muteEnds is until when a mute lasts, in the watch's zone.
func (d *Desk) muteEnds(in locales.Tongue, m statements.Mute) string {
	if m.Until.IsZero() {
		return in.Say("muted until you unmute it")
	}
	return in.Say("muted until %s", d.unmutedAt(in, m))
}

// unmutedAt is when a mute ends: 10:18 UTC, Mon 23 Nov 09:00 UTC.
func (d *Desk) unmutedAt(in locales.Tongue, m statements.Mute) string {
	t := m.Until.In(d.in(m.Watch.Timing))
	if d.today(t) {
		return in.Layout("15:04 MST", t)
	}
	return in.Layout("Mon 2 Jan 15:04 MST", t)
}

// today reports whether t is of this day, in its zone.
func (d *Desk) today(t time.Time) bool {
	return statements.DateOf(t) == statements.DateOf(d.now().In(t.Location()))
}

// until names a moment to come: at 10:18 UTC, on Mon 23 Nov 09:00 UTC.
func (d *Desk) until(in locales.Tongue, t time.Time) string {
	if d.today(t) {
		return in.Say("at %s", in.Layout("15:04 MST", t))
	}
	return in.Say("on %s", in.Layout("Mon 2 Jan 15:04 MST", t))
}

// muteRuns are the name of a muted watch and its topic.
func muteRuns(in locales.Tongue, m statements.Mute) []Run {
	name := Run{Text: short(watchTitle(in, m.Watch), mostName), Bold: true}
	if m.Topic == nil {
		return []Run{name}
	}
	return runsIn{in}.Say("%[1]s of %[2]s", name, in.List(shortAll(m.Topic.Words), 4)) // what a watch tells of a topic
}

// muteLines are what a status tells of mutes, a few of them.
func (d *Desk) muteLines(in locales.Tongue, ms []statements.Mute) []Block {
	const most = 5
	var out []Block
	for i, m := range ms {
		if i == most {
			return append(out, Block{Runs: []Run{{Text: in.Say("%s more", len(ms)-i)}}})
		}
		out = append(out, Block{Runs: append(muteRuns(in, m), Run{Text: in.Say(": ") + d.muteEnds(in, m) + ", " + alertsWait(in, m.Held)})})
	}
	return out
}
