package handlers

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// mostNotices is how many of them a card holds.
const mostNotices = 10

// NoticeCard says once what an admin has to do something about, or that a day
// was calm.
func NoticeCard(in locales.Tongue, d statements.Delivery) Card {
	c := Card{Form: FormNotice, Accent: Trouble, Place: d.Place, At: d.Created}
	if len(d.Notices) == 0 {
		return c
	}
	if n := d.Notices[0]; n.Kind == statements.NoticeCalm {
		c.Accent = Neutral
		line := in.Say("All quiet:")
		c.Lead = []Block{{Runs: []Run{{Text: line, Bold: true, Ours: true}, ours(in.Say(" nothing was said that is watched here.") + " " + healthyOf(in, n.Healthy, n.Feeds))}}}
		if len(n.Sick) > 0 {
			c.Body = []Block{{Runs: []Run{{Text: in.Say("Not %s", in.List(shortAll(slices.Sorted(slices.Values(n.Sick))), mostMissed))}}}}
		}
		return c
	}
	title := in.Say("A place is closed to us")
	switch n := len(d.Notices); {
	case n > 1:
		title = in.Count(n, "%s thing needs an admin", "%s things need an admin")
	case d.Notices[0].Kind == statements.NoticeGone:
		title = in.Say("A feed is gone")
	}
	c.Lead = []Block{{Runs: []Run{{Text: title, Bold: true, Ours: true}}}, {Runs: []Run{{Text: in.Say("Nothing is lost meanwhile, and this is said once."), Ours: true}}}}
	for i, n := range d.Notices {
		if i == mostNotices {
			c.Footer = in.Say("%s more", len(d.Notices)-i)
			break
		}
		c.Body = append(c.Body, noticed(in, n)...)
	}
	return c
}

// noticed is one notice: what, why, and what to do.
func noticed(in locales.Tongue, n statements.Notice) []Block {
	why, _, _ := strings.Cut(n.Why, ". ")
	why = in.Tell(statements.Retold(strings.TrimRight(why, ". ")))
	if n.Kind == statements.NoticeGone {
		name := n.Name
		if name == "" {
			name = in.Say("Feed %s", fmt.Sprint(n.Feed))
		}
		return []Block{
			{Runs: []Run{{Text: short(name, mostName), Bold: true}, {Text: in.Say(" · feed %s: %s", fmt.Sprint(n.Feed), short(why, mostContext))}}},
			{Look: Small, Runs: []Run{{Text: in.Say("It is read no more. /feed check %s tries it again, /feed remove %s ends it; or add its new address.", fmt.Sprint(n.Feed), fmt.Sprint(n.Feed)), Ours: true}}},
		}
	}
	waits := in.Say("nothing waits for it")
	if n.Waiting > 0 {
		waits = in.Count(n.Waiting, "%s message waits for it, and is sent when it takes it again", "%s messages wait for it, and are sent when it takes them again")
	}
	return []Block{
		{Runs: []Run{placeRun(in, n.Place), {Text: ": " + short(why, mostContext) + "; " + waits}}},
		{Look: Small, Runs: []Run{{Text: in.Say("Let the bot see the channel and send messages there; it tries again every quarter of an hour. Or /watch remove what tells it."), Ours: true}}},
	}
}
