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

// DeliveryCard is the card of what a place is owed.
func DeliveryCard(in locales.Tongue, d statements.Delivery, now time.Time, zone *time.Location) Card {
	switch {
	case d.Form == statements.FormSilence:
		return SilenceCard(in, d, now, zone)
	case d.Form == statements.FormNotice:
		return NoticeCard(in, d)
	case d.Form == statements.FormDigest:
		return DigestCard(in, d, now, zone)
	case d.Form == statements.FormBacklog || articles(d) > 1:
		return BacklogCard(in, d)
	case d.Form == statements.FormKeyword || len(allFound(d)) == 0:
		return KeywordCard(in, d, now, zone)
	}
	return AlertCard(in, d, now, zone)
}

// AlertCard says that somebody who is watched has spoken: the words, the name,
// where and when, and why it was sent. All statements are of one article.
func AlertCard(in locales.Tongue, d statements.Delivery, now time.Time, zone *time.Location) Card {
	found := allFound(d)
	if len(found) == 0 {
		return KeywordCard(in, d, now, zone)
	}
	shown := chosen(found, wordsOf(d))
	c := Card{Form: FormAlert, Place: d.Place, At: d.Created, Accent: accentOf(shown[0].Statement), Roles: roles(d)}
	lead, shown, cut := leadOf(in, shown, len(found), zone)
	c.Lead = lead
	c.Body = origin(in, found[0], now, zone)
	if whenAndWhere(found) {
		c.Body = append(c.Body, Block{Runs: []Run{{Text: saidOn(in, found[0].Statement)}}})
	}
	c.Body = append(c.Body, alsoIn(in, shown, now)...)
	switch {
	case edited(found) > 0:
		c.Accent, c.Fields = Trouble, changeFields(in, shown, zone)
	case len(found) == 1:
		if other := wordings(in, found[0]); other != nil {
			c.Fields = append(c.Fields, Field{Name: in.Say("Other wordings"), Body: other})
		}
		if runs := around(in, found[0]); runs != nil {
			c.Fields = append(c.Fields, Field{Name: in.Say("Context"), Body: []Block{{Runs: runs}}})
		}
	}
	if before := lastSaid(in, d.Before); before != nil && edited(found) == 0 {
		c.Fields = append(c.Fields, Field{Name: in.Say("Last said on this"), Typed: in.Say("Last said"), Body: before})
	}
	kind := kindWords(in, found[0].Statement, cut)
	if len(found) > 1 {
		kind = in.Count(len(found), "%s statement", "%s statements")
	}
	if edited(found) > 0 {
		kind = changeKind(in, found)
	}
	c.Footer = footer(owedTo(in, d), kind, numbers(in, shown))
	c.Buttons = alertButtons(in, d.ID, found)
	if followed(d) {
		c.Buttons = without(c.Buttons, "review")
	}
	return c
}

// alertButtons are the verbs under an alert.
func alertButtons(in locales.Tongue, delivery string, found []statements.Found) []Button {
	return []Button{
		{Label: in.Say("Show context"), Action: "context", ID: delivery, Typed: "context " + refOf(found)},
		{Label: in.Say("See more"), Action: "more", ID: delivery, Typed: "more " + ref(found[0].Statement.ID)},
		{Label: in.Say("Mute"), Action: "mute", ID: delivery, Typed: "mute " + refOf(found)},
		{Label: in.Say("Review"), Action: "review", ID: delivery, Typed: "review " + refOf(found)},
	}
}

// refOf is what shows the context of statements when it is typed: the number
// of the only one, or that of the article of several.
func refOf(found []statements.Found) string {
	if len(found) == 1 {
		return ref(found[0].Statement.ID)
	}
	return articleRef(found[0].Article.ID)
}

// leadOf makes the words and bylines of as many of the chosen statements as
// fit, and says which those are and whether one of them is cut. all is how many
// there are to tell of.
func leadOf(in locales.Tongue, found []statements.Found, all int, zone *time.Location) (lead []Block, shown []statements.Found, cut bool) {
	words := fitting(found)
	same := whenAndWhere(found)
	for from, to := 0, 0; from < len(words); from = to {
		for to = from + 1; to < len(words) && oneVoice(found[from], found[to]); {
			to++
		}
		if from > 0 {
			lead = append(lead, Block{Look: Gap})
		}
		lead = append(lead, oneBar(words[from:to])...)
		lead = append(lead, signature(in, found[from], same)...)
		for i := from; i < to; i++ {
			if words[i].cut() {
				cut = true
				lead = append(lead, cutNote(in, words[i], ref(found[i].Statement.ID)))
			}
			lead = append(lead, changeNote(in, found[i], zone)...)
		}
	}
	if rest := all - len(words); rest > 0 {
		lead = append(lead, Block{Look: Small, Runs: runsIn{in}.Say("and %s more; %s has all", rest, showContext(in, articleRef(found[0].Article.ID)))})
	}
	return lead, found[:len(words)], cut
}

// fitting cuts the words of as many statements as one message holds: always
// those of the first.
func fitting(found []statements.Found) []said {
	const bylineAndMarks = 120
	var out []said
	room := mostLead
	for i, f := range found {
		s := quote(f.Article, f.Statement, mostQuote, nil)
		room -= s.Shown + bylineAndMarks
		if i > 0 && room < 0 {
			break
		}
		out = append(out, s)
	}
	return out
}

// oneBar puts quotes of one speaker under one bar, with an empty line between.
// What is reported has no bar: each is a block of its own.
func oneBar(words []said) []Block {
	var out []Block
	for i, w := range words {
		if i > 0 && w.Look == Quote {
			out[0].Runs = append(append(out[0].Runs, Run{Text: "\n\n"}), w.Runs...)
			continue
		}
		out = append(out, Block{Look: w.Look, Runs: w.Runs})
	}
	return out
}

// signature is the byline under a quote, and how a doubtful speaker is known.
// Where the statements of a card differ in day or place, each says its own.
func signature(in locales.Tongue, f statements.Found, same bool) []Block {
	runs := byline(in, f.Article, f.Statement)
	if shownOtherwise(f) {
		runs = correctedByline(in, f)
	}
	note := kindNote(in, f.Statement)
	if kindOf(f.Statement) == statements.Indirect {
		note = in.Say(" · reported, not verbatim")
	}
	if when := whenWhere(in, f.Statement); !same && when != "" {
		note += " · " + when
	}
	if note != "" {
		runs = append(runs, Run{Text: note})
	}
	out := []Block{{Runs: runs}}
	if note := reviewNote(in, f); note != "" && !shownOtherwise(f) {
		out = append(out, Block{Look: Small, Runs: []Run{{Text: note}}})
	}
	if doubtful(f.Statement) && f.Review == nil {
		out = append(out, Block{Look: Small, Runs: []Run{{Text: howKnown(in, f.Article, f.Statement)}}})
	}
	return out
}

// whenWhere is as much of day and place as is known.
func whenWhere(in locales.Tongue, s statements.Statement) string {
	place := short(s.Place, mostName)
	switch {
	case s.SaidOn.IsZero():
		return place
	case place == "":
		return in.Day(s.SaidOn)
	}
	return in.Day(s.SaidOn) + ", " + place
}

// cutNote says how much of a quote is shown.
func cutNote(in locales.Tongue, s said, ref string) Block {
	return Block{Look: Small, Of: s.Total, Runs: runsIn{in}.Say("%s of %s characters; %s has the rest", s.Shown, s.Total, showContext(in, ref))}
}

// showContext names the button or the command that shows what a card leaves out.
func showContext(in locales.Tongue, ref string) []Run {
	return []Run{{Text: in.Say("Show context"), Click: true}, {Text: "context " + ref, Typed: true}}
}

// origin is the headline as a link, the outlet and the time of publication.
func origin(in locales.Tongue, f statements.Found, now time.Time, zone *time.Location) []Block {
	headline := short(f.Article.Title, mostHeadline)
	if headline == "" {
		headline = in.Say("Read the article")
	}
	second := append([]Run{{Text: outlet(in, f.Article)}}, published(in, f.Article.Published, in.Say(", published "), now, zone)...)
	return []Block{
		{Runs: []Run{{Text: headline, Link: link(f.Article.URL)}}},
		{Runs: second},
	}
}

// published is the moment of publication, relative where the hour is known.
func published(in locales.Tongue, m statements.Moment, before string, now time.Time, zone *time.Location) []Run {
	switch {
	case m.IsZero():
		return nil
	case m.DayOnly || m.ZoneUnknown:
		return []Run{{Text: before + in.ShortDay(statements.DateOf(m.Time))}}
	case m.Time.After(now.Add(time.Hour)) || now.Sub(m.Time) > 30*24*time.Hour:
		return []Run{{Text: before + in.ShortDay(statements.DateOf(m.Time.In(zone)))}}
	}
	return []Run{{Text: before}, {Ago: m.Time}}
}

// owedTo says which watches a delivery is owed to, and why.
func owedTo(in locales.Tongue, d statements.Delivery) string {
	var out []string
	for _, e := range d.Entries {
		r := in.Say("Watch %s", short(watchTitle(in, e.Watch), mostName))
		if e.Reason != "" {
			r += in.Say(": ") + in.Tell(watch.Told(e.Reason))
		}
		if len(out) == 0 || out[len(out)-1] != r {
			out = append(out, r)
		}
	}
	if len(out) > 2 {
		out = append(out[:2], in.Count(len(out)-2, "%s more watch", "%s more watches"))
	}
	return strings.Join(out, " · ")
}

// roles gathers the roles that the watches of a delivery want mentioned.
func roles(d statements.Delivery) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, e := range d.Entries {
		if !seen[e.Watch.Role] {
			seen[e.Watch.Role] = true
			out = append(out, e.Watch.Role)
		}
	}
	return out
}

// numbers is the statements' numbers as a footer ends with them.
func numbers(in locales.Tongue, found []statements.Found) string {
	ids := make([]string, 0, len(found))
	for _, f := range found {
		ids = append(ids, fmt.Sprint(f.Statement.ID))
	}
	return in.Say("No. %s", strings.Join(ids, ", "))
}

// footer joins why, what and which number. The why is cut if it is too long.
func footer(why string, rest ...string) string {
	tail := strings.Join(rest, " · ")
	return short(why, max(mostFooter-utf8.RuneCountInString(tail)-3, 20)) + " · " + tail
}
