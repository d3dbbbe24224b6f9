package handlers

import (
	"slices"
	"strconv"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/timing"
)

// watchRuns is what a watch waits for, and what narrows it.
func watchRuns(in locales.Tongue, w statements.Watch) []Run {
	var runs []Run
	if w.Speaker != "" {
		runs = append(runs, Run{Text: short(w.Speaker, mostName), Bold: true})
	}
	if w.Keywords != "" {
		words := Run{Text: short(w.Keywords, mostHeadline), Bold: true}
		if w.Speaker == "" {
			runs = runsIn{in}.Say("the words %s", words)
		} else {
			runs = runsIn{in}.Say("%s on %s", runs, words)
		}
	}
	if only := onlyWords(in, w.Only); only != "" {
		runs = append(runs, Run{Text: ", " + only})
	}
	return runs
}

// watchTitle is Watch.Name for people: its speaker, its words, or both, and in
// brackets what narrows it.
func watchTitle(in locales.Tongue, w statements.Watch) string {
	name := w.Speaker
	switch {
	case w.Speaker == "":
		name = w.Keywords
	case w.Keywords != "":
		name = in.Say("%s on %s", w.Speaker, w.Keywords)
	}
	parts := slices.Clone(w.Only.Outlets)
	if w.Only.Verbatim {
		parts = append(parts, in.Say("verbatim"))
	}
	parts = append(parts, w.Only.Languages...)
	if w.Only.Sure > 0 {
		parts = append(parts, in.Say("sure by %s", strconv.FormatFloat(w.Only.Sure, 'g', 3, 64)))
	}
	if len(parts) > 0 {
		name += " (" + strings.Join(parts, ", ") + ")"
	}
	return name
}

// mostOutletsSaid is how many outlets a line names.
const mostOutletsSaid = 4

// onlyWords is what narrows a watch, in words: "only in Fjord Wire, verbatim".
func onlyWords(in locales.Tongue, o statements.Only) string {
	var parts []string
	if len(o.Outlets) > 0 {
		parts = append(parts, in.Say("in %s", in.List(shortAll(o.Outlets), mostOutletsSaid)))
	}
	if len(o.Languages) > 0 {
		parts = append(parts, in.Say("in %[1]s", in.List(languageNames(in, o.Languages), len(o.Languages))))
	}
	if o.Verbatim {
		parts = append(parts, in.Say("verbatim"))
	}
	if o.Sure > 0 {
		parts = append(parts, in.Say("where the speaker is sure by %s", o.Sure))
	}
	if len(parts) == 0 {
		return ""
	}
	return in.Say("only %s", strings.Join(parts, ", "))
}

// timingRuns is when a watch tells, and whom it calls; nothing where it tells at
// once and calls nobody.
func timingRuns(in locales.Tongue, w statements.Watch) []Run {
	t := w.Timing
	var parts []string
	if t.Digest != "" && t.Quiet == "" && t.Zone != "" {
		parts = append(parts, in.Say("digest %s in %s", timing.Said(t.Digest), t.Zone))
	} else if t.Digest != "" {
		parts = append(parts, in.Say("digest %s", timing.Said(t.Digest)))
	}
	if t.Quiet != "" && t.Zone != "" {
		parts = append(parts, in.Say("quiet %s in %s", t.Quiet, t.Zone))
	} else if t.Quiet != "" {
		parts = append(parts, in.Say("quiet %s", t.Quiet))
	}
	if t.Most > 0 {
		parts = append(parts, in.Say("at most %s an hour", t.Most))
	}
	var runs []Run
	if len(parts) > 0 {
		runs = []Run{{Text: strings.Join(parts, "; ")}}
	}
	if w.Role == "" {
		return runs
	}
	if len(runs) > 0 {
		runs = append(runs, Run{Text: "; "})
	}
	return append(runs, runsIn{in}.Say("mentions %s", Run{Text: in.Say("role %s", w.Role), Role: w.Role})...)
}
