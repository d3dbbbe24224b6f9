package handlers

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/watch"
)

// How much of a trace a card names.
const (
	mostCarriers = 5
	mostTold     = 8
)

// WhyCard says what became of an article, step by step; of one of its
// statements also how its speaker is known. server says whether there are
// watches to tell of.
func WhyCard(in locales.Tongue, t statements.Trace, statement int64, server bool, zone *time.Location) Card {
	c := Card{Form: FormStatus, Footer: articleNo(in, t.Article.ID)}
	headline := short(t.Article.Title, mostHeadline)
	if headline == "" {
		headline = in.Say("Without a headline")
	}
	c.Lead = []Block{{Runs: runsIn{in}.Say("What became of %s", Run{Text: headline, Bold: true})}}
	c.Body = []Block{{Runs: []Run{{Text: outlet(in, t.Article), Link: link(t.Article.URL)}}}}
	field := func(name string, r Run) {
		c.Fields = append(c.Fields, Field{Name: name, Body: []Block{{Runs: []Run{r}}}})
	}
	step := func(name, text string) { field(name, Run{Text: text}) }
	step(in.Say("Brought"), broughtBy(in, t, zone))
	field(in.Say("Page"), Run{Text: readAs(in, t.Article, zone), Ours: true})
	if looks := lookedAgain(in, t.Looks, zone); looks != "" {
		field(in.Say("Again"), Run{Text: looks, Ours: true})
	}
	field(in.Say("Read"), Run{Text: readOut(in, t.Statements), Ours: true})
	for _, f := range t.Statements {
		if f.Statement.ID == statement {
			step(in.Say("Speaker"), speakerKnown(in, f))
			c.Footer = in.Say("No. %s in No. %s", fmt.Sprint(statement), articleRef(t.Article.ID))
			c.Lead = append(c.Lead, changedSince(in, f)...)
		}
	}
	if also := elsewhere(in, t); also != "" {
		step(in.Say("Also in"), also)
	}
	c.Fields = append(c.Fields, Field{Name: in.Say("Watches"), Body: toldLines(in, t.Told, server, zone)})
	number := articleRef(t.Article.ID)
	if statement != 0 {
		number = fmt.Sprint(statement)
	}
	if len(t.Statements) > 0 {
		typed := number
		if statement != 0 {
			typed = ref(statement)
		}
		c.Buttons = []Button{{Label: in.Say("Show context"), Action: "context", ID: number, Typed: "context " + typed}}
	}
	return c
}

// articleNo is an article's number as cards show it.
func articleNo(in locales.Tongue, id int64) string { return in.Say("No. %s", articleRef(id)) }

// broughtBy is who brought the article, and when.
func broughtBy(in locales.Tongue, t statements.Trace, zone *time.Location) string {
	if len(t.Carriers) == 0 {
		return in.Say("Kept %s", in.Clock(t.Kept, zone))
	}
	var out []string
	for i, o := range t.Carriers {
		if i == mostCarriers {
			out = append(out, in.Say("%s more", len(t.Carriers)-i))
			break
		}
		out = append(out, short(o.Name, mostName)+" "+in.Clock(o.At, zone))
	}
	return strings.Join(out, "; ")
}

// readAs is when the text was read, how long it is, and whether it is all.
func readAs(in locales.Tongue, a statements.Article, zone *time.Location) string {
	text := in.Count(utf8.RuneCountInString(a.Text), "%s character of text", "%s characters of text")
	if a.Stub {
		text += in.Say(", the feed's teaser: the page itself could not be read")
	}
	if !a.Fetched.IsZero() {
		text = in.Say("read %s; %s", in.Clock(a.Fetched, zone), text)
	}
	if !a.Published.IsZero() {
		text += in.Say("; published %s", in.Day(statements.DateOf(a.Published.Time)))
	}
	return text
}

// readOut counts the statements by kind.
func readOut(in locales.Tongue, found []statements.Found) string {
	if len(found) == 0 {
		return in.Say("nobody speaks in it, as far as it was read")
	}
	of := map[statements.Kind]int{}
	for _, f := range found {
		of[kindOf(f.Statement)]++
	}
	var kinds []string
	if n := of[statements.Direct]; n > 0 {
		kinds = append(kinds, in.Say("%s verbatim", n))
	}
	if n := of[statements.Mixed]; n > 0 {
		kinds = append(kinds, in.Say("%s partly verbatim", n))
	}
	if n := of[statements.Indirect]; n > 0 {
		kinds = append(kinds, in.Say("%s reported", n))
	}
	return in.Count(len(found), "%s statement", "%s statements") + in.Say(": ") + in.List(kinds, len(kinds))
}

// speakerKnown says how it is known who spoke, and how sure that is.
func speakerKnown(in locales.Tongue, f statements.Found) string {
	s := f.Statement
	if unnamed(s) {
		return in.Say("not named: the article has ‘%s’", short(sourceOf(f.Article, s), mostRole))
	}
	how := in.Say("known by %s", string(s.Known))
	switch s.Known {
	case statements.ByName:
		how = in.Say("named there")
	case statements.ByRole:
		how = in.Say("known by the role")
	case statements.ByPronoun:
		how = in.Say("known by a pronoun")
	case statements.Carried:
		how = in.Say("taken over from the statement before")
	case statements.Inferred:
		how = in.Say("inferred")
	case statements.ByEditor:
		how = in.Say("said by an editor here")
	}
	text := short(s.Speaker, mostName) + ", " + how
	if who := short(sourceOf(f.Article, s), mostRole); who != "" && who != s.Speaker {
		text = in.Say("%s as ‘%s’", text, who)
	}
	return in.Say("%s, confidence %s", text, s.Confidence)
}

// elsewhere is who else carries the article, and who else reports its utterances.
func elsewhere(in locales.Tongue, t statements.Trace) string {
	var parts []string
	if len(t.Also) > 0 {
		parts = append(parts, in.Say("the same text in %s", in.List(shortAll(namesOfOutlets(t.Also)), mostCarriers)))
	}
	if len(t.Reported) > 0 {
		parts = append(parts, in.Say("the same words in articles of %s", in.List(shortAll(t.Reported), mostCarriers)))
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
func toldLines(in locales.Tongue, told []statements.Told, server bool, zone *time.Location) []Block {
	if len(told) == 0 {
		text := in.Say("none of this server matched")
		if !server {
			text = in.Say("belong to a server, and here is none")
		}
		return []Block{{Runs: []Run{{Text: text}}}}
	}
	var out []Block
	for i, t := range told {
		if i == mostTold {
			return append(out, Block{Runs: []Run{{Text: in.Say("%s more", len(told)-i)}}})
		}
		reason := in.Tell(watch.Told(t.Reason))
		if t.Joined {
			reason = in.Say("told before, by another report of the same words")
		}
		runs := []Run{{Text: short(watchTitle(in, t.Watch), mostName), Bold: true}, {Text: in.Say(": ") + short(reason, mostHeadline) + "; "}}
		out = append(out, Block{Runs: append(append(runs, placeRun(in, t.Place)), Run{Text: in.Say(": ") + messageState(in, t, zone)})})
	}
	return out
}

// messageState says whether a message is there, owed or held back.
func messageState(in locales.Tongue, t statements.Told, zone *time.Location) string {
	switch t.State {
	case statements.StateSent:
		text := in.Say("sent %s", in.Clock(t.Sent, zone))
		if t.Attempts > 0 {
			text = in.Count(t.Attempts, "%[2]s after %[1]s failed attempt", "%[2]s after %[1]s failed attempts", text)
		}
		if !t.Edited.IsZero() {
			text = in.Say("%s, edited last %s", text, in.Clock(t.Edited, zone))
		}
		return text
	case statements.StatePaused:
		return in.Say("held back, the place refuses it") + because(in, t.Why)
	}
	if why := heldBy(in, t, zone); why != "" {
		return why
	}
	return in.Say("owed since %s", in.Clock(t.Created, zone)) + because(in, t.Why)
}

// heldBy says what a message waits for.
func heldBy(in locales.Tongue, t statements.Told, zone *time.Location) string {
	what := ""
	switch t.Held {
	case statements.GatherDigest:
		what = in.Say("waits for its digest")
	case statements.GatherQuiet:
		what = in.Say("held by quiet hours")
	case statements.GatherRest:
		what = in.Say("over the most of an hour")
	case statements.GatherMute:
		what = in.Say("muted")
	}
	switch {
	case what == "" || t.Attempts > 0:
		return ""
	case t.At.IsZero():
		return in.Say("%s until somebody ends it; digest now tells it", what)
	}
	return in.Say("%s, told %s", what, in.Clock(t.At, zone))
}

func because(in locales.Tongue, why string) string {
	if why == "" {
		return ""
	}
	return " (" + short(in.Tell(statements.Retold(why)), mostHeadline) + ")"
}

// UnseenCard is for an address under which there is no article.
func UnseenCard(in locales.Tongue, address string, brought []statements.Carrier, zone *time.Location) Card {
	c := Card{Form: FormNone}
	if len(brought) == 0 {
		c.Lead = []Block{
			{Runs: []Run{{Text: in.Say("Never seen: "), Bold: true, Ours: true}, {Text: short(address, mostHeadline)}}},
			{Runs: hint(in.Say("No feed brought this address. `feed list` shows what is read; `feed add` takes its site."))},
		}
		return c
	}
	var by []string
	for _, b := range brought {
		by = append(by, short(b.Name, mostName)+" "+in.Clock(b.At, zone))
	}
	c.Lead = []Block{
		{Runs: []Run{{Text: in.Say("Brought, and not an article: "), Bold: true, Ours: true}, {Text: short(address, mostHeadline)}}},
		{Runs: []Run{{Text: in.Say("It came as an item of %s. What it is about is on record under another address, or could not be read.", in.List(by, mostCarriers))}}},
	}
	return c
}
