package handlers

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"onrecord/statements"
)

// How much of a trace a card names.
const (
	mostCarriers = 5
	mostTold     = 8
)

// WhyCard says what became of an article, step by step; of one of its
// statements also how its speaker is known. server says whether there are
// watches to tell of.
func WhyCard(t statements.Trace, statement int64, server bool, zone *time.Location) Card {
	c := Card{Form: FormStatus, Footer: articleNo(t.Article.ID)}
	headline := short(t.Article.Title, mostHeadline)
	if headline == "" {
		headline = "Without a headline"
	}
	c.Lead = []Block{{Runs: []Run{{Text: "What became of "}, {Text: headline, Bold: true}}}}
	c.Body = []Block{{Runs: []Run{{Text: outlet(t.Article), Link: link(t.Article.URL)}}}}
	field := func(name string, r Run) {
		c.Fields = append(c.Fields, Field{Name: name, Body: []Block{{Runs: []Run{r}}}})
	}
	step := func(name, text string) { field(name, Run{Text: text}) }
	step("Brought", broughtBy(t, zone))
	field("Page", Run{Text: readAs(t.Article, zone), Ours: true})
	if looks := lookedAgain(t.Looks, zone); looks != "" {
		field("Again", Run{Text: looks, Ours: true})
	}
	field("Read", Run{Text: readOut(t.Statements), Ours: true})
	for _, f := range t.Statements {
		if f.Statement.ID == statement {
			step("Speaker", speakerKnown(f))
			c.Footer = no(statement) + " in " + c.Footer
			c.Lead = append(c.Lead, changedSince(f)...)
		}
	}
	if also := elsewhere(t); also != "" {
		step("Also in", also)
	}
	c.Fields = append(c.Fields, Field{Name: "Watches", Body: toldLines(t.Told, server, zone)})
	number := articleRef(t.Article.ID)
	if statement != 0 {
		number = fmt.Sprint(statement)
	}
	if len(t.Statements) > 0 {
		typed := number
		if statement != 0 {
			typed = ref(statement)
		}
		c.Buttons = []Button{{Label: "Show context", Action: "context", ID: number, Typed: "context " + typed}}
	}
	return c
}

// articleNo is an article's number as cards show it.
func articleNo(id int64) string { return "No. " + articleRef(id) }

// broughtBy is who brought the article, and when.
func broughtBy(t statements.Trace, zone *time.Location) string {
	if len(t.Carriers) == 0 {
		return "Kept " + clock(t.Kept, zone)
	}
	var out []string
	for i, o := range t.Carriers {
		if i == mostCarriers {
			out = append(out, fmt.Sprintf("%d more", len(t.Carriers)-i))
			break
		}
		out = append(out, short(o.Name, mostName)+" "+clock(o.At, zone))
	}
	return strings.Join(out, "; ")
}

// readAs is when the text was read, how long it is, and whether it is all.
func readAs(a statements.Article, zone *time.Location) string {
	text := count(utf8.RuneCountInString(a.Text), "character") + " of text"
	if a.Stub {
		text += ", the feed's teaser: the page itself could not be read"
	}
	if !a.Fetched.IsZero() {
		text = "read " + clock(a.Fetched, zone) + "; " + text
	}
	if !a.Published.IsZero() {
		text += "; published " + day(statements.DateOf(a.Published.Time))
	}
	return text
}

// readOut counts the statements by kind.
func readOut(found []statements.Found) string {
	if len(found) == 0 {
		return "nobody speaks in it, as far as it was read"
	}
	of := map[statements.Kind]int{}
	for _, f := range found {
		of[kindOf(f.Statement)]++
	}
	var kinds []string
	for _, k := range []struct {
		kind statements.Kind
		word string
	}{{statements.Direct, "verbatim"}, {statements.Mixed, "partly verbatim"}, {statements.Indirect, "reported"}} {
		if n := of[k.kind]; n > 0 {
			kinds = append(kinds, number(n)+" "+k.word)
		}
	}
	return count(len(found), "statement") + ": " + list(kinds, len(kinds))
}

// speakerKnown says how it is known who spoke, and how sure that is.
func speakerKnown(f statements.Found) string {
	s := f.Statement
	if s.Speaker == "" || s.Known == statements.Unresolved {
		return "not named: the article has ‘" + short(sourceOf(f.Article, s), mostRole) + "’"
	}
	how := map[statements.Known]string{
		statements.ByName: "named there", statements.ByRole: "known by the role", statements.ByPronoun: "known by a pronoun",
		statements.Carried:  "taken over from the statement before",
		statements.Inferred: "inferred", statements.ByEditor: "said by an editor here",
	}[s.Known]
	if how == "" {
		how = "known by " + string(s.Known)
	}
	text := short(s.Speaker, mostName) + ", " + how
	if who := short(sourceOf(f.Article, s), mostRole); who != "" && who != s.Speaker {
		text += " as ‘" + who + "’"
	}
	return text + fmt.Sprintf(", confidence %.2f", s.Confidence)
}

// elsewhere is who else carries the article, and who else reports its utterances.
func elsewhere(t statements.Trace) string {
	var parts []string
	if len(t.Also) > 0 {
		parts = append(parts, "the same text in "+list(shortAll(namesOfOutlets(t.Also)), mostCarriers))
	}
	if len(t.Reported) > 0 {
		parts = append(parts, "the same words in articles of "+list(shortAll(t.Reported), mostCarriers))
	}
	return strings.Join(parts, "; ")
}

func namesOfOutlets(os []statements.Outlet) []string {
	var out []string
	for _, o := range os {
		out = append(out, o.Name)
	}
	return out
}

// toldLines is a line for each watch that matched, with what became of its
// message.
func toldLines(told []statements.Told, server bool, zone *time.Location) []Block {
	if len(told) == 0 {
		text := "none of this server matched"
		if !server {
			text = "belong to a server, and here is none"
		}
		return []Block{{Runs: []Run{{Text: text}}}}
	}
	var out []Block
	for i, t := range told {
		if i == mostTold {
			return append(out, Block{Runs: []Run{{Text: fmt.Sprintf("%d more", len(told)-i)}}})
		}
		reason := t.Reason
		if t.Joined {
			reason = "told before, by another report of the same words"
		}
		runs := []Run{{Text: short(t.Watch.Name(), mostName), Bold: true}, {Text: ": " + short(reason, mostHeadline) + "; "}}
		out = append(out, Block{Runs: append(append(runs, placeRun(t.Place)), Run{Text: ": " + messageState(t, zone)})})
	}
	return out
}

// messageState says whether a message is there, owed or held back.
func messageState(t statements.Told, zone *time.Location) string {
	switch t.State {
	case statements.StateSent:
		text := "sent " + clock(t.Sent, zone)
		if t.Attempts > 0 {
			text += " after " + count(t.Attempts, "failed attempt")
		}
		if !t.Edited.IsZero() {
			text += ", edited last " + clock(t.Edited, zone)
		}
		return text
	case statements.StatePaused:
		return "held back, the place refuses it" + because(t.Why)
	}
	if why := heldBy(t, zone); why != "" {
		return why
	}
	return "owed since " + clock(t.Created, zone) + because(t.Why)
}

// heldBy says what a message waits for.
func heldBy(t statements.Told, zone *time.Location) string {
	what := map[statements.Gathering]string{
		statements.GatherDigest: "waits for its digest", statements.GatherQuiet: "held by quiet hours",
		statements.GatherRest: "over the most of an hour", statements.GatherMute: "muted",
	}[t.Held]
	switch {
	case what == "" || t.Attempts > 0:
		return ""
	case t.At.IsZero():
		return what + " until somebody ends it; digest now tells it"
	}
	return what + ", told " + clock(t.At, zone)
}

func because(why string) string {
	if why == "" {
		return ""
	}
	return " (" + short(why, mostHeadline) + ")"
}

// UnseenCard is for an address under which there is no article.
func UnseenCard(address string, brought []statements.Carrier, zone *time.Location) Card {
	c := Card{Form: FormNone}
	if len(brought) == 0 {
		c.Lead = []Block{
			{Runs: []Run{{Text: "Never seen: ", Bold: true, Ours: true}, {Text: short(address, mostHeadline)}}},
			{Runs: hint("No feed brought this address. `feed list` shows what is read; `feed add` takes its site.")},
		}
		return c
	}
	var by []string
	for _, b := range brought {
		by = append(by, short(b.Name, mostName)+" "+clock(b.At, zone))
	}
	c.Lead = []Block{
		{Runs: []Run{{Text: "Brought, and not an article: ", Bold: true, Ours: true}, {Text: short(address, mostHeadline)}}},
		{Runs: []Run{{Text: "It came as an item of " + list(by, mostCarriers) + ". What it is about is on record under another address, or could not be read."}}},
	}
	return c
}
