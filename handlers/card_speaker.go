package handlers

import (
	"fmt"
	"strings"
	"time"

	"onrecord/handlers/locales"
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
func SpeakerCard(in locales.Tongue, p statements.Profile, found []statements.Found, topics []statements.Tally, cov statements.Coverage) Card {
	c := Card{Form: FormSpeaker}
	who := []Run{{Text: short(p.Name, mostName), Bold: true}}
	if role := short(fullest(p), mostRole); role != "" {
		who = append(who, Run{Text: ", " + role})
	}
	c.Lead = []Block{{Runs: who}}
	if len(found) > 0 {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: lastSpoke(in, found[0])}}})
	}
	c.Body = append([]Block{{Runs: []Run{{Text: spokenSums(in, p, cov), Ours: true}}}}, lastWords(in, found)...)
	c.Fields = speakerFields(in, p, topics)
	c.Footer = strings.Join(append([]string{in.Say("Speaker %s", fmt.Sprint(p.ID))}, howOften(in, p)...), " · ")
	c.Buttons = []Button{{Label: in.Say("Watch"), Action: "watchspk", ID: fmt.Sprint(p.ID), Typed: "watch add speaker " + typedName(p.Name)}}
	if len(found) > 0 {
		newest := found[0].Statement.ID
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Draw timeline"), Action: "timeline", ID: fmt.Sprint(p.ID), Typed: fmt.Sprintf("timeline %d", p.ID)})
		c.Buttons = append(c.Buttons, Button{Label: in.Say("See all"), Action: "more", ID: fmt.Sprint(newest), Typed: "more " + ref(newest)})
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

func lastSpoke(in locales.Tongue, f statements.Found) string {
	place := short(f.Statement.Place, mostName)
	switch p := f.Article.Published; {
	case !f.Statement.SaidOn.IsZero() && place != "":
		return in.Say("Last spoke in %s on %s", place, in.Day(f.Statement.SaidOn))
	case !f.Statement.SaidOn.IsZero():
		return in.Say("Last spoke on %s", in.Day(f.Statement.SaidOn))
	case !p.IsZero() && place != "":
		return in.Say("Last on record in %s in an article of %s", place, in.Day(statements.DateOf(p.Time)))
	case !p.IsZero():
		return in.Say("Last on record in an article of %s", in.Day(statements.DateOf(p.Time)))
	case place != "":
		return in.Say("Last on record in %s, date not given", place)
	}
	return in.Say("Last on record, date not given")
}

// spokenSums counts the statements by kind.
func spokenSums(in locales.Tongue, p statements.Profile, cov statements.Coverage) string {
	sum := in.Count(p.Statements, "%s statement", "%s statements")
	if !cov.From.IsZero() {
		sum = in.Say("%s since %s", sum, cov.From)
	}
	var parts []string
	if n := p.Kinds[statements.Direct]; n > 0 {
		parts = append(parts, in.Say("%s verbatim", n))
	}
	if n := p.Kinds[statements.Mixed]; n > 0 {
		parts = append(parts, in.Say("%s partly", n))
	}
	if n := p.Kinds[statements.Indirect]; n > 0 {
		parts = append(parts, in.Say("%s reported", n))
	}
	if len(parts) == 0 {
		return sum
	}
	return sum + in.Say(": ") + strings.Join(parts, ", ")
}

// lastWords are the newest statements, each with where it comes from.
func lastWords(in locales.Tongue, found []statements.Found) []Block {
	var out []Block
	for i, f := range found[:min(lastSpoken, len(found))] {
		if i > 0 {
			out = append(out, Block{Look: Gap})
		}
		s := quote(f.Article, f.Statement, mostSpokenOf, nil)
		out = append(out, Block{Look: s.Look, Runs: s.Runs}, Block{Runs: provenance(in, f, s.cut())})
	}
	return out
}

func speakerFields(in locales.Tongue, p statements.Profile, topics []statements.Tally) []Field {
	var fields []Field
	add := func(name string, lines ...Block) {
		if len(lines) > 0 {
			fields = append(fields, Field{Name: name, Body: lines})
		}
	}
	var roles []Block
	for _, r := range foldRoles(p.Roles) {
		roles = append(roles, Block{Runs: []Run{{Text: roleLine(in, r)}}})
	}
	add(in.Say("Roles"), roles[:min(mostRoles, len(roles))]...)
	var also []string
	for _, s := range p.Spellings {
		if s.Name != p.Name {
			also = append(also, short(s.Name, mostName))
		}
	}
	if len(also) > 0 {
		add(in.Say("Also written"), Block{Runs: []Run{{Text: in.List(also, mostAliases)}}})
	}
	add(in.Say("Topics"), tallies(in, topics)...)
	add(in.Say("Outlets"), tallies(in, p.Outlets)...)
	return fields
}

func tallies(in locales.Tongue, ts []statements.Tally) []Block {
	var parts []string
	for _, t := range ts[:min(mostTallies, len(ts))] {
		parts = append(parts, short(t.Name, mostName)+" "+in.Number(t.N))
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
func roleLine(in locales.Tongue, r statements.DatedRole) string {
	role := short(r.Role, mostRole)
	if r.ID != 0 {
		if r.Since.IsZero() && r.Until.IsZero() {
			return in.Say("%s, set by an editor", role)
		}
		return in.Say("%s, %s, set by an editor", role, in.Period(r.Since, r.Until))
	}
	if r.Since == r.Until {
		return in.Say("%s, read on %s", role, r.Since)
	}
	return in.Say("%s, read %s", role, in.Between(r.Since, r.Until))
}

// howOften says how the speaker is known in the statements.
func howOften(in locales.Tongue, p statements.Profile) []string {
	var parts []string
	for _, k := range []struct {
		words statements.Said
		known []statements.Known
	}{
		{statements.Say("named in %s"), []statements.Known{statements.ByName}},
		{statements.Say("by role in %s"), []statements.Known{statements.ByRole}},
		{statements.Say("by pronoun in %s"), []statements.Known{statements.ByPronoun}},
		{statements.Say("inferred in %s"), []statements.Known{statements.Inferred, statements.Carried}},
		{statements.Say("corrected in %s"), []statements.Known{statements.ByEditor}},
	} {
		n := 0
		for _, known := range k.known {
			n += p.Known[known]
		}
		if n > 0 {
			parts = append(parts, in.Say(k.words.Format, n))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{strings.Join(parts, ", ")}
}

// NamesakesCard asks which of several speakers is meant.
func NamesakesCard(in locales.Tongue, typed string, meant []statements.Speaker) Card {
	c := Card{Form: FormList, Lead: []Block{{Runs: []Run{{Text: in.Count(len(meant), "%s speaker goes by ‘%s’.", "%s speakers go by ‘%s’.", short(typed, mostName)), Bold: true}}}}}
	for _, s := range meant[:min(mostOneName, len(meant))] {
		runs := []Run{{Text: fmt.Sprintf("%d · ", s.ID)}, {Text: short(s.Name, mostName), Bold: true}}
		if role := short(s.Role, mostRole); role != "" {
			runs = append(runs, Run{Text: ", " + role})
		}
		c.Body = append(c.Body, Block{Runs: append(runs, Run{Text: " · " + in.Count(s.Statements, "%s statement", "%s statements")})})
	}
	for _, s := range meant[:min(mostNamesakes, len(meant))] {
		c.Buttons = append(c.Buttons, Button{Label: fmt.Sprintf("%s, %d", short(s.Name, mostName), s.ID), Action: "speaker", ID: fmt.Sprint(s.ID), Typed: fmt.Sprintf("speaker show %d", s.ID)})
	}
	return c
}

// EditCard says what an edit of the registry did, or that it is undone.
func EditCard(in locales.Tongue, e statements.Edit) Card {
	c := Card{Form: FormDone, Lead: []Block{{Runs: editRuns(in, e)}}}
	c.Footer = in.Say("Edit %s · /speaker undo %s takes it back", fmt.Sprint(e.ID), fmt.Sprint(e.ID))
	if !e.Undone.IsZero() {
		c.Lead = append([]Block{{Runs: []Run{{Text: in.Say("Undone:"), Bold: true, Ours: true}}}}, c.Lead...)
		c.Footer = in.Say("Edit %s · what came since went where it belongs", fmt.Sprint(e.ID))
	}
	return c
}

// editRuns is an edit as a sentence.
func editRuns(in locales.Tongue, e statements.Edit) []Run {
	who := Run{Text: short(e.Speaker.Name, mostName), Bold: true}
	other := Run{Text: short(e.Other.Name, mostName), Bold: true}
	what := Run{Text: short(e.Detail, mostRole), Bold: true}
	went := Run{Text: in.Say(": ") + in.Count(e.Moved, "%s statement", "%s statements") + "."}
	with := func(runs []Run) []Run { return append(runs, went) }
	switch e.What {
	case statements.EditMerge:
		return with(runsIn{in}.Say("%s is one with %s", who, other))
	case statements.EditSplit:
		if e.Detail == e.Other.Name {
			return with(runsIn{in}.Say("%s is not %s", what, who))
		}
		if e.Detail != "" {
			return with(runsIn{in}.Say("%s is %s, not %s", what, other, who))
		}
		return with(runsIn{in}.Say("Said by %s, not by %s", other, who))
	case statements.EditName:
		return runsIn{in}.Say("%s is shown as %s.", who, what)
	case statements.EditAlias:
		return runsIn{in}.Say("%s means %s from now on, in articles, watches and questions.", what, who)
	case statements.EditUnname:
		return with(runsIn{in}.Say("%s no longer means %s", what, who))
	case statements.EditRole:
		return runsIn{in}.Say("%s is %s.", who, what)
	}
	return runsIn{in}.Say("%s is no longer set to be %s.", who, what)
}

// EditsCard lists edits of the registry, of one speaker or of all. The registry
// is that of the whole bot; who edits it is known in his own server alone.
func EditsCard(in locales.Tongue, of statements.Speaker, edits []statements.Edit, server string, zone *time.Location) Card {
	c := Card{Form: FormList}
	lead := []Run{{Text: in.Say("Edits of the registry, newest first"), Bold: true}}
	if of.ID != 0 {
		lead = runsIn{in}.Say("%s, newest first", inBold(runsIn{in}.Say("Edits of %s", Run{Text: short(of.Name, mostName)})))
	}
	if len(edits) == 0 {
		lead = []Run{{Text: in.Say("Nobody has edited that yet."), Bold: true}}
	}
	c.Lead = []Block{{Runs: lead}}
	for _, e := range edits {
		by, undone := in.Say("in another server, %s", in.Clock(e.At, zone)), in.Say("undone %s", in.Clock(e.Undone, zone))
		if e.Server == server {
			by = in.Say("by %s, %s", author(in, e.By), in.Clock(e.At, zone))
			if e.UndoneBy == e.By {
				undone = in.Say("undone by %s, %s", author(in, e.UndoneBy), in.Clock(e.Undone, zone))
			}
		}
		if !e.Undone.IsZero() {
			by += "; " + undone
		}
		c.Body = append(c.Body, Block{Runs: append([]Run{{Text: fmt.Sprintf("%d · ", e.ID)}}, editRuns(in, e)...)},
			Block{Look: Small, Runs: []Run{{Text: by}}})
	}
	return c
}
