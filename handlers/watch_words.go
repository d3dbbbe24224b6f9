package handlers

import (
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
		if len(runs) > 0 {
			runs = append(runs, Run{Text: in.Say(" on ")})
		} else {
			runs = append(runs, Run{Text: in.Say("the words ")})
		}
		runs = append(runs, Run{Text: short(w.Keywords, mostHeadline), Bold: true})
	}
	if only := onlyWords(in, w.Only); only != "" {
		runs = append(runs, Run{Text: ", " + only})
	}
	return runs
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
		parts = append(parts, in.Say("in %s", in.List(languageNames(in, o.Languages), len(o.Languages))))
	}
	if o.Verbatim {
		parts = append(parts, "verbatim")
	}
	if o.Sure > 0 {
		parts = append(parts, in.Say("where the speaker is sure by %.2f", o.Sure))
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
	if t.Digest != "" {
		parts = append(parts, in.Say("digest %s", timing.Said(t.Digest)))
	}
	if t.Quiet != "" {
		parts = append(parts, in.Say("quiet %s", t.Quiet))
	}
	if t.Zone != "" && (t.Digest != "" || t.Quiet != "") {
		parts[len(parts)-1] += in.Say(" in %s", t.Zone)
	}
	if t.Most > 0 {
		parts = append(parts, in.Say("at most %s an hour", t.Most))
	}
	if w.Role != "" {
		parts = append(parts, in.Say("mentions "))
	}
	if len(parts) == 0 {
		return nil
	}
	runs := []Run{{Text: strings.Join(parts, "; ")}}
	if w.Role != "" {
		runs = append(runs, Run{Text: in.Say("role %s", w.Role), Role: w.Role})
	}
	return runs
}
