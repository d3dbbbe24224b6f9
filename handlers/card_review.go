package handlers

import (
	"fmt"
	"math"
	"slices"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// mostReviewed is how many code points of a statement a reviewer sees.
const mostReviewed = 400

// ReviewCard asks a reviewer whether a statement is right: its words, its
// byline, and what was said of it here, the newest first.
func ReviewCard(in locales.Tongue, f statements.Found, past []statements.Correction, zone *time.Location) Card {
	c := statementCard(in, f)
	standing := len(past) > 0 && past[0].Undone.IsZero()
	switch {
	case standing:
		c.Lead = append(c.Lead, Block{Look: Gap}, Block{Runs: append(reviewRuns(in, past[0]), Run{Text: "."})}, Block{Look: Small, Runs: []Run{{Text: reviewedBy(in, past[0], zone)}}})
	default:
		c.Lead = append(c.Lead, Block{Look: Gap}, Block{Runs: []Run{{Text: in.Say("Is this right? Your answer is kept with your name and corrects what follows.")}}})
	}
	id, no := fmt.Sprint(f.Statement.ID), ref(f.Statement.ID)
	add := func(label, action, typed string) {
		c.Buttons = append(c.Buttons, Button{Label: label, Action: action, ID: id, Typed: "review " + no + " " + typed})
	}
	if !standing {
		add(in.Say("Confirm"), "right", "right")
	}
	add(in.Say("Change speaker"), "wrongspk", "wrong NAME")
	if !f.Rejected() {
		add(in.Say("Reject"), "reject", "reject")
	}
	add(in.Say("Merge duplicate"), "dup", "duplicate NUMBER")
	if standing {
		c.Buttons = append(c.Buttons, undoButton(in, past[0]))
	}
	c.Footer = numberAndOutlet(in, f)
	return c
}

func numberAndOutlet(in locales.Tongue, f statements.Found) string {
	return no(in, f.Statement.ID) + " · " + outlet(in, f.Article)
}

func undoButton(in locales.Tongue, c statements.Correction) Button {
	return Button{Label: in.Say("Undo"), Action: "unreview", ID: fmt.Sprint(c.ID), Typed: "review " + ref(c.Statement) + " undo"}
}

// statementCard is a statement and its byline, without where it comes from.
func statementCard(in locales.Tongue, f statements.Found) Card {
	s := quote(f.Article, f.Statement, mostReviewed, nil)
	c := Card{Form: FormReview, Accent: accentOf(f.Statement), Lead: []Block{{Look: s.Look, Runs: s.Runs}}}
	c.Lead = append(c.Lead, Block{Runs: append(byline(in, f.Article, f.Statement), Run{Text: kindNote(in, f.Statement)})})
	if doubtful(f.Statement) {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: howKnown(in, f.Article, f.Statement)}}})
	}
	return c
}

// WhoCard asks who said a statement.
func WhoCard(in locales.Tongue, f statements.Found, people []statements.Speaker) Card {
	c := statementCard(in, f)
	no := ref(f.Statement.ID)
	c.Lead = append(c.Lead, Block{Look: Gap}, Block{Runs: []Run{{Text: in.Say("Who said it?"), Bold: true}}})
	if len(people) == 0 {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: in.Say("The article names nobody else.")}}})
	}
	c.Pick = &Pick{Label: in.Say("One of those whom the article names"), Action: "speakeris", ID: fmt.Sprint(f.Statement.ID)}
	for i, p := range people {
		label := short(p.Name, mostName)
		if p.Role != "" {
			label += ", " + short(p.Role, mostChoiceRole)
		}
		value := p.Name
		if p.ID > 0 {
			value = fmt.Sprint(p.ID)
		}
		c.Pick.Choices = append(c.Pick.Choices, Choice{Name: label, Value: value})
		if i < mostTypedPeople {
			c.Body = append(c.Body, Block{Runs: []Run{{Text: "review " + no + " wrong " + typedName(p.Name), Typed: true}}})
		}
	}
	c.Lead = append(c.Lead, Block{Runs: append(
		clicked(runsIn{in}.Say("Somebody else: %s with the number %s and, under wrong, a name.", command("review"), ours(fmt.Sprint(f.Statement.ID)))),
		typed(runsIn{in}.Say("Somebody else: %s", Run{Text: "review " + no + " wrong NAME"}))...)})
	c.Footer = numberAndOutlet(in, f)
	return c
}

const (
	mostChoiceRole  = 40
	mostTypedPeople = 8
)

// WhoseCard asks which statement one is a duplicate of.
func WhoseCard(in locales.Tongue, f statements.Found, alike []statements.Found) Card {
	c := statementCard(in, f)
	no := ref(f.Statement.ID)
	c.Lead = append(c.Lead, Block{Look: Gap}, Block{Runs: []Run{{Text: in.Say("Which one does it report, too?"), Bold: true}}})
	if len(alike) == 0 {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: in.Say("Nothing else of these days is on record from the same speaker.")}}})
	}
	c.Pick = &Pick{Label: in.Say("What the same speaker said in those days"), Action: "dupof", ID: fmt.Sprint(f.Statement.ID)}
	for _, o := range alike {
		words := oneLine(o.Statement.Text(o.Article.Text))
		c.Pick.Choices = append(c.Pick.Choices, Choice{Name: short(fmt.Sprintf("%d %s: %s", o.Statement.ID, outlet(in, o.Article), words), 100), Value: fmt.Sprint(o.Statement.ID)})
		s := quote(o.Article, o.Statement, mostPreview, nil)
		typed := func(runs []Run) []Run { // the list has them where there is one
			out := slices.Clone(runs)
			for i := range out {
				out[i].Typed = true
			}
			return out
		}
		c.Body = append(c.Body, Block{Look: s.Look, Runs: typed(s.Runs)}, Block{Runs: []Run{{Text: outlet(in, o.Article) + " · review " + no + " duplicate " + ref(o.Statement.ID), Typed: true}}})
	}
	c.Lead = append(c.Lead, Block{Runs: append(
		clicked(runsIn{in}.Say("Another one: %s with the number %s and, under duplicate, the other's.", command("review"), ours(fmt.Sprint(f.Statement.ID)))),
		typed(runsIn{in}.Say("Another one: %s", Run{Text: "review " + no + " duplicate NUMBER"}))...)})
	c.Footer = numberAndOutlet(in, f)
	return c
}

// CorrectedCard says what a correction changed, where else it took effect, and
// how it is taken back. rule is the name that could always be the speaker's, ""
// for none.
func CorrectedCard(in locales.Tongue, c statements.Correction, rule string) Card {
	card := Card{Form: FormDone}
	undone := !c.Undone.IsZero()
	lead := reviewRuns(in, c)
	if undone {
		lead = append([]Run{{Text: in.Say("Taken back: "), Bold: true, Ours: true}}, lead...)
	}
	card.Lead = []Block{{Runs: append(lead, Run{Text: "."})}}
	card.Lead = append(card.Lead, Block{Runs: effect(in, c)})
	card.Footer = in.Say("No. %s · in this server alone", fmt.Sprint(c.Statement))
	if undone {
		return card
	}
	no := ref(c.Statement)
	if rule != "" {
		card.Lead = append(card.Lead, Block{Look: Small, Runs: []Run{{Text: in.Say("Other statements under the name ‘%s’ stay as they are; Always gives that name to %s here", short(rule, mostName), short(c.Speaker.Name, mostName))}}})
		card.Buttons = append(card.Buttons, Button{Label: in.Say("Always"), Action: "always", ID: fmt.Sprint(c.Statement), Typed: "review " + no + " wrong " + typedName(c.Speaker.Name) + " always"})
	}
	card.Buttons = append(card.Buttons, undoButton(in, c))
	return card
}

// effect is where a correction took effect.
func effect(in locales.Tongue, c statements.Correction) []Run {
	if c.What == statements.VerdictRight {
		return runsIn{in}.Say("It counts for the watches that told it: %s has the sum.", command("status"))
	}
	var runs []Run
	switch undone, places := !c.Undone.IsZero(), placeRuns(in, c.Places); {
	case places == nil && undone:
		runs = runsIn{in}.Say("Answers, searches and alerts of this server have it as before; no alert here shows it")
	case places == nil:
		runs = runsIn{in}.Say("Answers, searches and alerts of this server have it so from now on; no alert here shows it")
	case undone:
		runs = runsIn{in}.Say("Answers, searches and alerts of this server have it as before, and so do the messages in %s", places)
	default:
		runs = runsIn{in}.Say("Answers, searches and alerts of this server have it so from now on, and so do the messages in %s", places)
	}
	if c.Written != "" {
		runs = append(runs, Run{Text: in.Say("; watches go by that name, too")})
	}
	return append(runs, Run{Text: "."})
}

const mostPlaces = 5

// placeRuns names a few places; nil where there are none.
func placeRuns(in locales.Tongue, places []string) []Run {
	var runs []Run
	for i, p := range places {
		if i == mostPlaces {
			return runsIn{in}.Say("%s and %s more", runs, len(places)-i)
		}
		if i > 0 {
			runs = append(runs, Run{Text: ", "})
		}
		runs = append(runs, placeRun(in, p))
	}
	return runs
}

// reviewRuns is a correction as a sentence without its stop.
func reviewRuns(in locales.Tongue, c statements.Correction) []Run {
	number := in.Say("No. %s", fmt.Sprint(c.Statement))
	was := Run{Text: short(c.Was.Name, mostName), Bold: true}
	if c.Was.Name == "" {
		was = Run{Text: in.Say("unnamed")}
	}
	switch c.What {
	case statements.VerdictRight:
		return runsIn{in}.Say("%s is right as %s said it", number, was)
	case statements.VerdictReject:
		return runsIn{in}.Say("%s is no statement, and was shown as one of %s", number, was)
	case statements.VerdictDuplicate:
		return []Run{{Text: in.Say("%s reports what No. %s does", number, fmt.Sprint(c.Other))}}
	}
	who := Run{Text: short(c.Speaker.Name, mostName), Bold: true}
	runs := runsIn{in}.Say("%s was said by %s, not by %s", number, who, was)
	if c.Was.Name == "" {
		runs = runsIn{in}.Say("%s was said by %s, whom the article left unnamed", number, who)
	}
	if c.Written != "" {
		runs = append(runs, runsIn{in}.Say("; ‘%s’ is always %s here", short(c.Written, mostName), who)...)
	}
	return runs
}

// reviewedBy is by whom and when something was said, and taken back.
func reviewedBy(in locales.Tongue, c statements.Correction, zone *time.Location) string {
	text := in.Say("by %s, %s", author(in, c.By), in.Clock(c.At, zone))
	if !c.Undone.IsZero() {
		text += in.Say("; taken back by %s, %s", short(c.UndoneBy, mostName), in.Clock(c.Undone, zone))
	}
	return text
}

// ReviewsCard lists what was reviewed in a server.
func ReviewsCard(in locales.Tongue, list []statements.Correction, zone *time.Location) Card {
	c := Card{Form: FormList, Lead: []Block{{Runs: []Run{{Text: in.Say("Reviewed here, newest first"), Bold: true}}}}}
	if len(list) == 0 {
		c.Lead = []Block{{Runs: []Run{{Text: in.Say("Nobody has reviewed anything here yet."), Bold: true}}},
			{Runs: hint(in.Say("Begin with the Review button under an alert, or `review 48213`."))}}
	}
	for _, one := range list {
		c.Body = append(c.Body, Block{Runs: append(reviewRuns(in, one), Run{Text: "."})}, Block{Look: Small, Runs: []Run{{Text: reviewedBy(in, one, zone)}}})
	}
	return c
}

// followed reports whether a message tells one person alone: reviews are a
// server's.
func followed(d statements.Delivery) bool {
	return slices.ContainsFunc(d.Entries, func(e statements.Entry) bool { return e.Watch.Owner != "" })
}

// shownOtherwise reports whether a message showed the statement before a
// reviewer corrected it.
func shownOtherwise(f statements.Found) bool { return f.Review != nil && f.Review.After }

// shownAs is whom a message showed a statement as said by: its place in a message
// stays where it was.
func shownAs(f statements.Found) string {
	if shownOtherwise(f) && f.Review.Statement == f.Statement.ID {
		return f.Review.Was.Name
	}
	return f.Statement.Speaker
}

// alikeReviewed reports whether reviewers made the same of two statements.
func alikeReviewed(a, b statements.Found) bool {
	if a.Review == nil || b.Review == nil {
		return a.Review == b.Review && a.Merged == b.Merged
	}
	return a.Review.ID == b.Review.ID && a.Review.After == b.Review.After
}

// correctedByline is the byline in a message that showed a statement before a
// reviewer of the place corrected it.
func correctedByline(in locales.Tongue, f statements.Found) []Run {
	was := Run{Text: short(f.Review.Was.Name, mostName), Bold: true, Struck: true}
	if was.Text == "" {
		was.Text = in.Say("Unnamed")
	}
	if f.Review.Statement != f.Statement.ID { // a rule made with another statement
		was.Text = short(statements.ReadName(f.Statement), mostName)
	}
	if f.Rejected() {
		return runsIn{in}.Say("%s, rejected by a reviewer: not a statement", was)
	}
	return runsIn{in}.Say("%s, corrected to %s by a reviewer", was, Run{Text: short(f.Statement.Speaker, mostName), Bold: true})
}

// reviewNote says of a statement that is shown as a reviewer had it, how it was
// read.
func reviewNote(in locales.Tongue, f statements.Found) string {
	switch {
	case f.Rejected():
		return in.Say("A reviewer here said that this is no statement")
	case f.Review != nil && f.Statement.Heard != "":
		return in.Say("Read as ‘%s’; a reviewer here said who that is", short(f.Statement.Heard, mostName))
	case f.Review != nil:
		return in.Say("A reviewer here said who that is")
	case f.Merged:
		return in.Say("Merged with other reports by a reviewer")
	}
	return ""
}

// testedLines say how right each watch was, the noisy ones by name.
func testedLines(in locales.Tongue, list []statements.Tested) []Block {
	var out []Block
	for i, t := range list {
		if i == mostWatches {
			return append(out, Block{Look: Small, Runs: []Run{{Text: in.Say("and %s more", len(list)-i)}}})
		}
		name := Run{Text: short(watchTitle(in, t.Watch), mostName), Bold: true}
		line := runsIn{in}.Say("%s %s of %s right", name, t.Right, t.Of)
		if t.PerDay > noisyADay {
			line = runsIn{in}.Say("%s %s of %s right, noisy: %s a day", name, t.Right, t.Of, int(math.RoundToEven(t.PerDay)))
		}
		out = append(out, Block{Runs: line})
	}
	return out
}

// reviewStage is what reviewers here said of a statement, for /why: what is in
// force and what was taken back, the newest first.
func reviewStage(in locales.Tongue, past []statements.Correction, zone *time.Location) []Block {
	var out []Block
	for _, c := range past {
		runs := append(reviewRuns(in, c), Run{Text: "; " + reviewedBy(in, c, zone)})
		out = append(out, Block{Runs: runs})
	}
	return out
}
