package handlers

import (
	"fmt"
	"math"
	"net/url"
	"strings"
	"time"

	"onrecord/statements"
)

// mostOffered is how many feeds a choice shows: a row of buttons holds five.
const mostOffered = 5

// FeedAddedCard shows a feed that is read from now on, and what is in it.
func FeedAddedCard(f statements.Feed, c statements.Candidate) Card {
	lead := []Run{{Text: "Reading "}, {Text: feedName(f), Bold: true}}
	if r := often(c.Every); r != "" {
		lead = append(lead, Run{Text: ", " + r})
	}
	card := Card{Form: FormDone, Lead: []Block{
		{Runs: append(lead, Run{Text: "."})},
		{Runs: []Run{{Text: "What is in it now is kept without alerts; what comes from now on alerts.", Ours: true}}},
	}}
	for _, h := range c.Recent {
		card.Body = append(card.Body, headline(h))
	}
	if len(c.Recent) == 0 {
		card.Body = []Block{{Runs: []Run{{Text: "There is nothing in it yet.", Ours: true}}}}
	}
	card.Footer = strings.Join(nonEmpty(c.Format, count(c.Items, "item"), strings.ToUpper(c.Lang), c.Reason,
		fmt.Sprintf("Feed %d", f.ID), fmt.Sprintf("/feed remove %d ends it", f.ID)), " · ")
	return card
}

// headline is one item of a preview.
func headline(h statements.Headline) Block {
	title := short(h.Title, mostHeadline)
	if title == "" {
		title = "Without a title"
	}
	runs := []Run{{Text: title}}
	if isWeb(h.URL) {
		runs[0].Link = h.URL
	}
	switch m := h.Published; {
	case m.IsZero():
	case m.DayOnly || m.ZoneUnknown:
		runs = append(runs, Run{Text: " · " + shortDay(statements.DateOf(m.Time))})
	default:
		runs = append(runs, Run{Text: " · "}, Run{Ago: m.Time})
	}
	return Block{Runs: runs}
}

// FeedChoiceCard offers the feeds that an address led to. id is of the note
// that its buttons are about.
func FeedChoiceCard(address string, found []statements.Candidate, id string) Card {
	shown := found[:min(len(found), mostOffered)]
	c := Card{Form: FormList, Lead: []Block{{Runs: []Run{
		{Text: hostOf(address), Bold: true}, {Text: " has " + count(len(found), "feed") + ". Which one is to be read?"},
	}}}}
	for i, f := range shown {
		n := fmt.Sprint(i + 1)
		c.Body = append(c.Body, offered(n, f)...)
		c.Buttons = append(c.Buttons, Button{Label: "Add " + n, Action: "feedpick", ID: id, Arg: n, Typed: n, Strong: i == 0})
	}
	if len(shown) > 1 && len(shown) == len(found) {
		c.Buttons = append(c.Buttons, Button{Label: "Add all", Action: "feedpick", ID: id, Arg: "all", Typed: "all"})
	}
	if n := len(found) - len(shown); n > 0 {
		c.Footer = fmt.Sprintf("%d more; give one's own address to add it", n)
	}
	return c
}

// offered is one feed of a choice: what it is called, how lively it is, and
// what is in it.
func offered(n string, f statements.Candidate) []Block {
	runs := []Run{{Text: n + " · "}, {Text: candidateName(f), Bold: true}}
	if r := often(f.Every); r != "" {
		runs = append(runs, Run{Text: " · " + r})
	}
	switch {
	case f.Newest.IsZero():
		runs = append(runs, Run{Text: " · " + count(f.Items, "item")})
	case f.Newest.DayOnly || f.Newest.ZoneUnknown:
		runs = append(runs, Run{Text: " · last on " + shortDay(statements.DateOf(f.Newest.Time))})
	default:
		runs = append(runs, Run{Text: " · last "}, Run{Ago: f.Newest.Time})
	}
	why := f.Reason
	if f.Comments {
		why = "comments of readers, " + why
	}
	small := strings.Join(nonEmpty(f.Format, why, bareURL(f.URL)), " · ")
	blocks := []Block{{Runs: runs}, {Look: Small, Runs: []Run{{Text: short(small, mostContext)}}}}
	if len(f.Recent) > 0 {
		blocks = append(blocks, Block{Look: Small, Runs: []Run{{Text: "newest: " + short(f.Recent[0].Title, mostHeadline)}}})
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
func often(every time.Duration) string {
	const day = 24 * time.Hour
	about := func(span time.Duration, unit string) string {
		n := int(math.Round(float64(span) / float64(every)))
		return "about " + count(n, "item") + " " + unit
	}
	switch {
	case every <= 0:
		return ""
	case every <= 30*time.Hour:
		return about(day, "a day")
	case every <= 5*day:
		return about(7*day, "a week")
	case every <= 20*day:
		return about(30*day, "a month")
	case every <= 400*day:
		return about(365*day, "a year")
	}
	return "less than an item a year"
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
func FeedsImportedCard(i FeedsImported) Card {
	all := len(i.List.Feeds)
	c := Card{Form: FormDone, Lead: []Block{
		{Runs: []Run{{Text: fmt.Sprintf("Added %s of %s.", number(len(i.Added)), count(all, "feed")), Bold: true, Ours: true}}},
	}}
	if len(i.Added) > 0 {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: "They are read one after the other; what is in them now is kept without alerts.", Ours: true}}})
	}
	say := func(n int, one, many string) {
		switch {
		case n == 1:
			c.Body = append(c.Body, Block{Runs: []Run{{Text: "1 " + one, Ours: true}}})
		case n > 1:
			c.Body = append(c.Body, Block{Runs: []Run{{Text: number(n) + " " + many, Ours: true}}})
		}
	}
	say(i.There, "is read already.", "are read already.")
	say(i.List.Doubled, "entry stands in the list twice.", "entries stand in the list twice.")
	say(i.List.Unread, "entry has no address of the web.", "entries have no address of the web.")
	say(i.List.Folders, "folder is left out: feeds have none here.", "folders are left out: feeds have none here.")
	say(i.Left, "was not come to in time; import the list again for it.", "were not come to in time; import the list again for them.")
	if i.List.Cut {
		c.Body = append(c.Body, Block{Runs: []Run{{Text: "The list is longer than is read at once; split it for the rest.", Ours: true}}})
	}
	if i.List.Damaged {
		c.Body = append(c.Body, Block{Runs: []Run{{Text: "The list is damaged: something at its end may be missing.", Ours: true}}})
	}
	if i.List.Title != "" {
		c.Footer = short(i.List.Title, mostName)
	}
	return c
}

// FeedsExportedCard goes with a list of feeds.
func FeedsExportedCard(feeds, hidden int) Card {
	c := Card{Form: FormDone, Lead: []Block{{Runs: []Run{
		{Text: count(feeds, "feed"), Bold: true}, {Text: " as OPML, which other readers take.", Ours: true},
	}}}}
	if hidden > 0 {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: count(hidden, "address") + " had a password in it, which is left out.", Ours: true}}})
		if hidden > 1 {
			c.Lead[1].Runs[0].Text = number(hidden) + " addresses had passwords in them, which are left out."
		}
	}
	return c
}
