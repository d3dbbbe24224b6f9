package handlers

import (
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// CompareCards sets two sides one under the other: phones stack columns anyhow,
// and quotes want the width. No verdict is drawn.
func CompareCards(in locales.Tongue, c Compared) []Card {
	first, second := sideCard(in, c.Sides[0]), sideCard(in, c.Sides[1])
	first.Lead = append([]Block{{Runs: comparedRuns(in, c)}}, understoodAs(in, c.Sides[0].Query)...)
	second.Footer = in.Say("Best two of each, newest first · no verdict is drawn · %s, %s healthy", in.Count(c.Coverage.Feeds, "%s feed", "%s feeds"), c.Coverage.Healthy)
	if c.Private {
		first.Buttons = append(first.Buttons, Button{Label: in.Say("Share"), Action: "share", ID: c.ID, Typed: "share"})
	}
	if c.Sides[0].Sum()+c.Sides[1].Sum() > 0 {
		first.Buttons = append(first.Buttons,
			Button{Label: in.Say("See more"), Action: "cmpmore", ID: c.ID, Typed: "both"},
			Button{Label: in.Say("Draw timeline"), Action: "timeline", ID: c.ID, Typed: "draw"})
	}
	return []Card{first, second}
}

// comparedRuns is who and who, on what, when; or who, on what, when and when.
func comparedRuns(in locales.Tongue, c Compared) []Run {
	a, b := c.Sides[0], c.Sides[1]
	runs := []Run{{Text: short(a.Speaker.Name, mostName), Bold: true}}
	if b.Speaker.ID != a.Speaker.ID {
		runs = runsIn{in}.Say("%s and %s", runs, Run{Text: short(b.Speaker.Name, mostName), Bold: true})
	}
	if topic := topicOf(a.Query); topic != "" {
		runs = runsIn{in}.Say("%s on %s", runs, Run{Text: topic, Bold: true})
	}
	when := in.Period(a.Query.Since, a.Query.Until)
	if other := in.Period(b.Query.Since, b.Query.Until); other != when {
		when = in.Say("%s and %s", when, other)
	}
	return append(runs, Run{Text: ", " + when, Ours: true})
}

// sideCard is one side: byline, sums by kind, the best two.
func sideCard(in locales.Tongue, s Side) Card {
	c := Card{Form: FormCompare}
	who := []Run{{Text: short(s.Speaker.Name, mostName), Bold: true}}
	if role := short(roleOf(s), mostRole); role != "" {
		who = append(who, Run{Text: ", " + role})
	}
	c.Body = []Block{{Runs: who}}
	when := ""
	if !s.Query.Since.IsZero() || !s.Query.Until.IsZero() {
		when = ", " + in.Period(s.Query.Since, s.Query.Until)
	}
	if s.Sum() == 0 {
		c.Body = append(c.Body, Block{Look: Small, Runs: []Run{{Text: in.Say("Nothing on record") + when, Ours: true}}})
		return c
	}
	c.Accent = accentOf(s.Found[0].Found.Statement)
	c.Body = append(c.Body, Block{Look: Small, Runs: []Run{{Text: s.sums(in) + when, Ours: true}}})
	for i, a := range s.Found {
		if i > 0 {
			c.Body = append(c.Body, Block{Look: Gap})
		}
		said := quote(a.Found.Article, a.Found.Statement, mostAnswer, a.Words)
		c.Body = append(c.Body, Block{Look: said.Look, Runs: said.Runs}, Block{Runs: provenance(in, a.Found, said.cut())})
		c.Body = append(c.Body, changedSince(in, a.Found)...)
	}
	return c
}

// roleOf is the role of the newest statement that has one: that of the period,
// not of today.
func roleOf(s Side) string {
	for _, a := range s.Found {
		if a.Found.Statement.Role != "" && a.Found.Statement.Known != statements.Unresolved {
			return a.Found.Statement.Role
		}
	}
	return ""
}

// sums are the utterances of a side by kind.
func (s Side) sums(in locales.Tongue) string {
	var parts []string
	if s.Verbatim > 0 {
		parts = append(parts, in.Say("%s verbatim", s.Verbatim))
	}
	if s.Reported > 0 {
		parts = append(parts, in.Say("%s reported", s.Reported))
	}
	return in.Count(s.Sum(), "%s statement", "%s statements") + in.Say(": ") + strings.Join(parts, ", ")
}
