package handlers

import (
	"fmt"
	"math"
	"net/url"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// mostOffered is how many feeds a choice shows: a row of buttons holds five.
const mostOffered = 5

// FeedAddedCard shows a feed that is read from now on, and what is in it.
func FeedAddedCard(in locales.Tongue, f statements.Feed, c statements.Candidate) Card {
	lead := []Run{{Text: in.Say("Reading ")}, {Text: feedName(f), Bold: true}}
	if r := often(in, c.Every); r != "" {
		lead = append(lead, Run{Text: ", " + r})
	}
	card := Card{Form: FormDone, Lead: []Block{
		{Runs: append(lead, Run{Text: "."})},
		{Runs: []Run{{Text: in.Say("What is in it now is kept without alerts; what comes from now on alerts."), Ours: true}}},
	}}
	for _, h := range c.Recent {
		card.Body = append(card.Body, headline(in, h))
	}
	if len(c.Recent) == 0 {
		card.Body = []Block{{Runs: []Run{{Text: in.Say("There is nothing in it yet."), Ours: true}}}}
	}
	card.Footer = strings.Join(nonEmpty(c.Format, in.Count(c.Items, "%s item", "%s items"), strings.ToUpper(c.Lang), c.Reason,
		in.Say("Feed %s", fmt.Sprint(f.ID)), in.Say("/feed remove %s ends it", fmt.Sprint(f.ID))), " · ")
	return card
}

// headline is one item of a preview.
func headline(in locales.Tongue, h statements.Headline) Block {
	title := short(h.Title, mostHeadline)
	if title == "" {
		title = in.Say("Without a title")
	}
	runs := []Run{{Text: title}}
	if isWeb(h.URL) {
		runs[0].Link = h.URL
	}
	switch m := h.Published; {
	case m.IsZero():
	case m.DayOnly || m.ZoneUnknown:
		runs = append(runs, Run{Text: " · " + in.ShortDay(statements.DateOf(m.Time))})
	default:
		runs = append(runs, Run{Text: " · "}, Run{Ago: m.Time})
	}
	return Block{Runs: runs}
}

// FeedChoiceCard offers the feeds that an address led to. id is of the note
// that its buttons are about.
func FeedChoiceCard(in locales.Tongue, address string, found []statements.Candidate, id string) Card {
	shown := found[:min(len(found), mostOffered)]
	c := Card{Form: FormList, Lead: []Block{{Runs: []Run{
		{Text: hostOf(address), Bold: true}, {Text: in.Say(" has %s. Which one is to be read?", in.Count(len(found), "%s feed", "%s feeds"))},
	}}}}
	for i, f := range shown {
		n := fmt.Sprint(i + 1)
		c.Body = append(c.Body, offered(in, n, f)...)
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Add %s", n), Action: "feedpick", ID: id, Arg: n, Typed: n, Strong: i == 0})
	}
	if len(shown) > 1 && len(shown) == len(found) {
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Add all"), Action: "feedpick", ID: id, Arg: "all", Typed: "all"})
	}
	if n := len(found) - len(shown); n > 0 {
		c.Footer = in.Say("%s more; give one's own address to add it", n)
	}
	return c
}

// offered is one feed of a choice: what it is called, how lively it is, and
// what is in it.
func offered(in locales.Tongue, n string, f statements.Candidate) []Block {
	runs := []Run{{Text: n + " · "}, {Text: candidateName(f), Bold: true}}
	if r := often(in, f.Every); r != "" {
		runs = append(runs, Run{Text: " · " + r})
	}
	switch {
	case f.Newest.IsZero():
		runs = append(runs, Run{Text: " · " + in.Count(f.Items, "%s item", "%s items")})
	case f.Newest.DayOnly || f.Newest.ZoneUnknown:
		runs = append(runs, Run{Text: in.Say(" · last on %s", statements.DateOf(f.Newest.Time))})
	default:
		runs = append(runs, Run{Text: in.Say(" · last ")}, Run{Ago: f.Newest.Time})
	}
	why := f.Reason
	if f.Comments {
		why = in.Say("comments of readers, %s", why)
	}
	small := strings.Join(nonEmpty(f.Format, why, bareURL(f.URL)), " · ")
	blocks := []Block{{Runs: runs}, {Look: Small, Runs: []Run{{Text: short(small, mostContext)}}}}
	if len(f.Recent) > 0 {
		blocks = append(blocks, Block{Look: Small, Runs: []Run{{Text: in.Say("newest: %s", short(f.Recent[0].Title, mostHeadline))}}})
	}
	return blocks
}

func candidateName(c statements.Candidate) string {
	if c.Title != "" {
		return short(c.Title, mostName)
	}
	return short(bareURL(c.URL), mostName)
}

// often says in words how often something comes every so long.
func often(in locales.Tongue, every time.Duration) string {
	const day = 24 * time.Hour
	about := func(span time.Duration, unit string) string {
		n := int(math.Round(float64(span) / float64(every)))
		return in.Say("about %s %s", in.Count(n, "%s item", "%s items"), unit)
	}
	switch {
	case every <= 0:
		return ""
	case every <= 30*time.Hour:
		return about(day, in.Say("a day"))
	case every <= 5*day:
		return about(7*day, in.Say("a week"))
	case every <= 20*day:
		return about(30*day, in.Say("a month"))
	case every <= 400*day:
		return about(365*day, in.Say("a year"))
	}
	return in.Say("less than an item a year")
}

func nonEmpty(words ...string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// bareURL is an address as people read it: without what may hold a secret.
func bareURL(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	u.User = nil
	return strings.TrimPrefix(strings.TrimPrefix(u.String(), "https://"), "http://")
}

func hostOf(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return short(strings.TrimPrefix(u.Hostname(), "www."), mostName)
	}
	return short(address, mostName)
}

// FeedsImported is what became of a list of feeds.
type FeedsImported struct {
	List  statements.FeedList
	Added []statements.Feed
	There int  // read already
	Left  int  // not come to in time
	Mine  bool // shown where commands are typed by the operator
}

// FeedsImportedCard tells it, and what of the list was left out.
func FeedsImportedCard(in locales.Tongue, i FeedsImported) Card {
	all := len(i.List.Feeds)
	c := Card{Form: FormDone, Lead: []Block{
		{Runs: []Run{{Text: in.Say("Added %s of %s.", len(i.Added), in.Count(all, "%s feed", "%s feeds")), Bold: true, Ours: true}}},
	}}
	if len(i.Added) > 0 {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: in.Say("They are read one after the other; what is in them now is kept without alerts."), Ours: true}}})
	}
	say := func(n int, one, many string) {
		switch {
		case n == 1:
			c.Body = append(c.Body, Block{Runs: []Run{{Text: "1 " + one, Ours: true}}})
		case n > 1:
			c.Body = append(c.Body, Block{Runs: []Run{{Text: in.Number(n) + " " + many, Ours: true}}})
		}
	}
	say(i.There, in.Say("is read already."), in.Say("are read already."))
	say(i.List.Doubled, in.Say("entry stands in the list twice."), in.Say("entries stand in the list twice."))
	say(i.List.Unread, in.Say("entry has no address of the web."), in.Say("entries have no address of the web."))
	say(i.List.Folders, in.Say("folder is left out: feeds have none here."), in.Say("folders are left out: feeds have none here."))
	say(i.Left, in.Say("was not come to in time; import the list again for it."), in.Say("were not come to in time; import the list again for them."))
	if i.List.Cut {
		c.Body = append(c.Body, Block{Runs: []Run{{Text: in.Say("The list is longer than is read at once; split it for the rest."), Ours: true}}})
	}
	if i.List.Damaged {
		c.Body = append(c.Body, Block{Runs: []Run{{Text: in.Say("The list is damaged: something at its end may be missing."), Ours: true}}})
	}
	if i.List.Title != "" {
		c.Footer = short(i.List.Title, mostName)
	}
	return c
}

// FeedsExportedCard goes with a list of feeds.
func FeedsExportedCard(in locales.Tongue, feeds, hidden int) Card {
	c := Card{Form: FormDone, Lead: []Block{{Runs: []Run{
		{Text: in.Count(feeds, "%s feed", "%s feeds"), Bold: true}, {Text: in.Say(" as OPML, which other readers take."), Ours: true},
	}}}}
	if hidden > 0 {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: in.Say("%s had a password in it, which is left out.", in.Count(hidden, "%s address", "%s addresss")), Ours: true}}})
		if hidden > 1 {
			c.Lead[1].Runs[0].Text = in.Say("%s addresses had passwords in them, which are left out.", hidden)
		}
	}
	return c
}
