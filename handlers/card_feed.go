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
	lead := runsIn{in}.Say("Reading %s.", Run{Text: feedName(f), Bold: true})
	if r := often(in, c.Every); r != "" {
		lead = runsIn{in}.Say("Reading %s, %s.", Run{Text: feedName(f), Bold: true}, r)
	}
	card := Card{Form: FormDone, Lead: []Block{
		{Runs: lead},
		{Runs: []Run{{Text: in.Say("What is in it now is kept without alerts; what comes from now on alerts."), Ours: true}}},
	}}
	for _, h := range c.Recent {
		card.Body = append(card.Body, headline(in, h))
	}
	if len(c.Recent) == 0 {
		card.Body = []Block{{Runs: []Run{{Text: in.Say("There is nothing in it yet."), Ours: true}}}}
	}
	card.Footer = strings.Join(nonEmpty(c.Format, in.Count(c.Items, "%s item", "%s items"), strings.ToUpper(c.Lang), in.Tell(statements.Retold(c.Reason)),
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
	c := Card{Form: FormList, Lead: []Block{{Runs: runsIn{in}.Count(len(found),
		"%[2]s has %[1]s feed. Which one is to be read?", "%[2]s has %[1]s feeds. Which one is to be read?", Run{Text: hostOf(address), Bold: true})}}}
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
		runs = append(runs, Run{Text: " · " + in.Say("last on %s", statements.DateOf(f.Newest.Time))})
	default:
		runs = append(append(runs, Run{Text: " · "}), runsIn{in}.Say("last %s", Run{Ago: f.Newest.Time})...)
	}
	why := in.Tell(statements.Retold(f.Reason))
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
	items := func(span time.Duration) int { return int(math.Round(float64(span) / float64(every))) }
	switch {
	case every <= 0:
		return ""
	case every <= 30*time.Hour:
		return in.Count(items(day), "about %s item a day", "about %s items a day")
	case every <= 5*day:
		return in.Count(items(7*day), "about %s item a week", "about %s items a week")
	case every <= 20*day:
		return in.Count(items(30*day), "about %s item a month", "about %s items a month")
	case every <= 400*day:
		return in.Count(items(365*day), "about %s item a year", "about %s items a year")
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
		{Runs: []Run{{Text: in.Count(all, "Added %[2]s of %[1]s feed.", "Added %[2]s of %[1]s feeds.", len(i.Added)), Bold: true, Ours: true}}},
	}}
	if len(i.Added) > 0 {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: in.Say("They are read one after the other; what is in them now is kept without alerts."), Ours: true}}})
	}
	line := func(n int, said string) {
		if n > 0 {
			c.Body = append(c.Body, Block{Runs: []Run{ours(said)}})
		}
	}
	line(i.There, in.Count(i.There, "%s is read already.", "%s are read already."))
	line(i.List.Doubled, in.Count(i.List.Doubled, "%s entry stands in the list twice.", "%s entries stand in the list twice."))
	line(i.List.Unread, in.Count(i.List.Unread, "%s entry has no address of the web.", "%s entries have no address of the web."))
	line(i.List.Folders, in.Count(i.List.Folders, "%s folder is left out: feeds have none here.", "%s folders are left out: feeds have none here."))
	line(i.Left, in.Count(i.Left, "%s was not come to in time; import the list again for it.", "%s were not come to in time; import the list again for them."))
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
	c := Card{Form: FormDone, Lead: []Block{{Runs: runsIn{in}.Say("%s as OPML, which other readers take.",
		Run{Text: in.Count(feeds, "%s feed", "%s feeds"), Bold: true})}}}
	if hidden > 0 {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: in.Count(hidden, "%s address had a password in it, which is left out.", "%s addresses had passwords in them, which are left out."), Ours: true}}})
	}
	return c
}
