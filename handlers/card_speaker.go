package handlers

import (
	"fmt"
	"strings"
	"time"

	"onrecord/statements"
	"onrecord/statements/ask"
)

// How much of a speaker one card shows.
const (
	lastSpoken    = 3
	mostRoles     = 5
	mostAliases   = 8
	mostTallies   = 3
	mostEdits     = 10
	mostOneName   = 10  // speakers of one name
	mostNamesakes = 4   // of them, those with a button
	mostSpokenOf  = 100 // characters of each statement
)

// SpeakerCard says who somebody is to the archive: what was last heard, which
// roles and names, about what and where. found are the newest statements.
func SpeakerCard(p statements.Profile, found []statements.Found, topics []statements.Tally, cov statements.Coverage) Card {
	c := Card{Form: FormSpeaker}
	who := []Run{{Text: short(p.Name, mostName), Bold: true}}
	if role := short(fullest(p), mostRole); role != "" {
		who = append(who, Run{Text: ", " + role})
	}
	c.Lead = []Block{{Runs: who}}
	if len(found) > 0 {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: lastSpoke(found[0])}}})
	}
	c.Body = append([]Block{{Runs: []Run{{Text: spokenSums(p, cov), Ours: true}}}}, lastWords(found)...)
	c.Fields = speakerFields(p, topics)
	c.Footer = strings.Join(append([]string{fmt.Sprintf("Speaker %d", p.ID)}, howOften(p)...), " · ")
	c.Buttons = []Button{{Label: "Watch", Action: "watchspk", ID: fmt.Sprint(p.ID), Typed: "watch add speaker " + typedName(p.Name)}}
	if len(found) > 0 {
		newest := found[0].Statement.ID
		c.Buttons = append(c.Buttons, Button{Label: "Draw timeline", Action: "timeline", ID: fmt.Sprint(p.ID), Typed: fmt.Sprintf("timeline %d", p.ID)})
		c.Buttons = append(c.Buttons, Button{Label: "See all", Action: "more", ID: fmt.Sprint(newest), Typed: "more " + ref(newest)})
	}
	return c
}

// fullest is the speaker's newest role, in the fullest wording that articles
// have for it.
func fullest(p statements.Profile) string {
	for _, r := range foldRoles(p.Roles) {
		if p.Role != "" && ask.HoldsRole(r.Role, p.Role) {
			return r.Role
		}
	}
	return p.Role
}

// typedName is a name as it is typed: in marks, and without any of its own.
func typedName(name string) string { return `"` + strings.ReplaceAll(name, `"`, "") + `"` }

func lastSpoke(f statements.Found) string {
	place := short(f.Statement.Place, mostName)
	if place != "" {
		place = " in " + place
	}
	switch p := f.Article.Published; {
	case !f.Statement.SaidOn.IsZero():
		return "Last spoke" + place + " on " + day(f.Statement.SaidOn)
	case !p.IsZero():
		return "Last on record" + place + " in an article of " + day(statements.DateOf(p.Time))
	}
	return "Last on record" + place + ", date not given"
}

// spokenSums counts the statements by kind.
func spokenSums(p statements.Profile, cov statements.Coverage) string {
	sum := count(p.Statements, "statement")
	if !cov.From.IsZero() {
		sum += " since " + shortDay(cov.From)
	}
	var parts []string
	for _, k := range []struct {
		kind  statements.Kind
		words string
	}{{statements.Direct, "verbatim"}, {statements.Mixed, "partly"}, {statements.Indirect, "reported"}} {
		if n := p.Kinds[k.kind]; n > 0 {
			parts = append(parts, number(n)+" "+k.words)
		}
	}
	if len(parts) == 0 {
		return sum
	}
	return sum + ": " + strings.Join(parts, ", ")
}

// lastWords are the newest statements, each with where it comes from.
func lastWords(found []statements.Found) []Block {
	var out []Block
	for i, f := range found[:min(lastSpoken, len(found))] {
		if i > 0 {
			out = append(out, Block{Look: Gap})
		}
		s := quote(f.Article, f.Statement, mostSpokenOf, nil)
		out = append(out, Block{Look: s.Look, Runs: s.Runs}, Block{Runs: provenance(f, s.cut())})
	}
	return out
}

func speakerFields(p statements.Profile, topics []statements.Tally) []Field {
	var fields []Field
	add := func(name string, lines ...Block) {
		if len(lines) > 0 {
			fields = append(fields, Field{Name: name, Body: lines})
		}
	}
	var roles []Block
	for _, r := range foldRoles(p.Roles) {
		roles = append(roles, Block{Runs: []Run{{Text: roleLine(r)}}})
	}
	add("Roles", roles[:min(mostRoles, len(roles))]...)
	var also []string
	for _, s := range p.Spellings {
		if s.Name != p.Name {
			also = append(also, short(s.Name, mostName))
		}
	}
	if len(also) > 0 {
		add("Also written", Block{Runs: []Run{{Text: list(also, mostAliases)}}})
	}
	add("Topics", tallies(topics)...)
	add("Outlets", tallies(p.Outlets)...)
	return fields
}

func tallies(ts []statements.Tally) []Block {
	var parts []string
	for _, t := range ts[:min(mostTallies, len(ts))] {
		parts = append(parts, short(t.Name, mostName)+" "+number(t.N))
	}
	if len(parts) == 0 {
		return nil
	}
	return []Block{{Runs: []Run{{Text: strings.Join(parts, " · ")}}}}
}

// foldRoles puts the wordings of one role together under the fullest of them:
// "foreign minister" goes with "Norvania's foreign minister". What editors set
// stands for itself and comes first.
func foldRoles(roles []statements.DatedRole) []statements.DatedRole {
	var set, read []statements.DatedRole
next:
	for _, r := range roles {
		if r.ID != 0 {
			set = append(set, r)
			continue
		}
		for _, s := range set {
			if ask.HoldsRole(s.Role, r.Role) {
				continue next
			}
		}
		for i, have := range read {
			if fuller := ask.HoldsRole(r.Role, have.Role); fuller || ask.HoldsRole(have.Role, r.Role) {
				if fuller {
					read[i].Role = r.Role
				}
				read[i].Seen += r.Seen
				if r.Since.Before(read[i].Since) {
					read[i].Since = r.Since
				}
				if read[i].Until.Before(r.Until) {
					read[i].Until = r.Until
				}
				continue next
			}
		}
		read = append(read, r)
	}
	return append(set, read...)
}

// roleLine is a role with its days: those that an editor set, or those between
// which articles have it.
func roleLine(r statements.DatedRole) string {
	role := short(r.Role, mostRole)
	if r.ID != 0 {
		if r.Since.IsZero() && r.Until.IsZero() {
			return role + ", set by an editor"
		}
		return role + ", " + period(r.Since, r.Until) + ", set by an editor"
	}
	if r.Since == r.Until {
		return role + ", read on " + shortDay(r.Since)
	}
	return role + ", read " + between(r.Since, r.Until)
}

// howOften says how the speaker is known in the statements.
func howOften(p statements.Profile) []string {
	var parts []string
	for _, k := range []struct {
		words string
		known []statements.Known
	}{
		{"named in", []statements.Known{statements.ByName}},
		{"by role in", []statements.Known{statements.ByRole}},
		{"by pronoun in", []statements.Known{statements.ByPronoun}},
		{"inferred in", []statements.Known{statements.Inferred, statements.Carried}},
		{"corrected in", []statements.Known{statements.ByEditor}},
	} {
		n := 0
		for _, known := range k.known {
			n += p.Known[known]
		}
		if n > 0 {
			parts = append(parts, k.words+" "+number(n))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{strings.Join(parts, ", ")}
}

// NamesakesCard asks which of several speakers is meant.
func NamesakesCard(typed string, meant []statements.Speaker) Card {
	c := Card{Form: FormList, Lead: []Block{{Runs: []Run{{Text: number(len(meant)) + " speakers go by ‘" + short(typed, mostName) + "’.", Bold: true}}}}}
	for _, s := range meant[:min(mostOneName, len(meant))] {
		runs := []Run{{Text: fmt.Sprintf("%d · ", s.ID)}, {Text: short(s.Name, mostName), Bold: true}}
		if role := short(s.Role, mostRole); role != "" {
			runs = append(runs, Run{Text: ", " + role})
		}
		c.Body = append(c.Body, Block{Runs: append(runs, Run{Text: " · " + count(s.Statements, "statement")})})
	}
	for _, s := range meant[:min(mostNamesakes, len(meant))] {
		c.Buttons = append(c.Buttons, Button{Label: fmt.Sprintf("%s, %d", short(s.Name, mostName), s.ID), Action: "speaker", ID: fmt.Sprint(s.ID), Typed: fmt.Sprintf("speaker show %d", s.ID)})
	}
	return c
}

// EditCard says what an edit of the registry did, or that it is undone.
func EditCard(e statements.Edit) Card {
	c := Card{Form: FormDone, Lead: []Block{{Runs: editRuns(e)}}}
	c.Footer = fmt.Sprintf("Edit %d · /speaker undo %d takes it back", e.ID, e.ID)
	if !e.Undone.IsZero() {
		c.Lead = append([]Block{{Runs: []Run{{Text: "Undone:", Bold: true, Ours: true}}}}, c.Lead...)
		c.Footer = fmt.Sprintf("Edit %d · what came since went where it belongs", e.ID)
	}
	return c
}

// editRuns is an edit as a sentence.
func editRuns(e statements.Edit) []Run {
	who := Run{Text: short(e.Speaker.Name, mostName), Bold: true}
	other := Run{Text: short(e.Other.Name, mostName), Bold: true}
	what := Run{Text: short(e.Detail, mostRole), Bold: true}
	went := Run{Text: ": " + count(e.Moved, "statement") + "."}
	switch e.What {
	case statements.EditMerge:
		return []Run{who, {Text: " is one with "}, other, went}
	case statements.EditSplit:
		if e.Detail == e.Other.Name {
			return []Run{what, {Text: " is not "}, who, went}
		}
		if e.Detail != "" {
			return []Run{what, {Text: " is "}, other, {Text: ", not "}, who, went}
		}
		return []Run{{Text: "Said by "}, other, {Text: ", not by "}, who, went}
	case statements.EditName:
		return []Run{who, {Text: " is shown as "}, what, {Text: "."}}
	case statements.EditAlias:
		return []Run{what, {Text: " means "}, who, {Text: " from now on, in articles, watches and questions."}}
	case statements.EditUnname:
		return []Run{what, {Text: " no longer means "}, who, went}
	case statements.EditRole:
		return []Run{who, {Text: " is "}, what, {Text: "."}}
	}
	return []Run{who, {Text: " is no longer set to be "}, what, {Text: "."}}
}

// EditsCard lists edits of the registry, of one speaker or of all. The registry
// is that of the whole bot; who edits it is known in his own server alone.
func EditsCard(of statements.Speaker, edits []statements.Edit, server string, zone *time.Location) Card {
	c := Card{Form: FormList}
	lead := []Run{{Text: "Edits of the registry, newest first", Bold: true}}
	if of.ID != 0 {
		lead = []Run{{Text: "Edits of ", Bold: true}, {Text: short(of.Name, mostName), Bold: true}, {Text: ", newest first"}}
	}
	if len(edits) == 0 {
		lead = []Run{{Text: "Nobody has edited that yet.", Bold: true}}
	}
	c.Lead = []Block{{Runs: lead}}
	for _, e := range edits {
		by, undone := "in another server", "undone "
		if e.Server == server {
			by = "by " + short(e.By, mostName)
			if e.UndoneBy == e.By {
				undone = "undone by " + short(e.UndoneBy, mostName) + ", "
			}
		}
		by += ", " + clock(e.At, zone)
		if !e.Undone.IsZero() {
			by += "; " + undone + clock(e.Undone, zone)
		}
		c.Body = append(c.Body, Block{Runs: append([]Run{{Text: fmt.Sprintf("%d · ", e.ID)}}, editRuns(e)...)},
			Block{Look: Small, Runs: []Run{{Text: by}}})
	}
	return c
}
