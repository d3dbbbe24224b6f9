package handlers

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/statements"
)

// mostNotices is how many of them a card holds.
const mostNotices = 10

// NoticeCard says once what an admin has to do something about, or that a day
// was calm.
func NoticeCard(d statements.Delivery) Card {
	c := Card{Form: FormNotice, Accent: Trouble, Place: d.Place, At: d.Created}
	if len(d.Notices) == 0 {
		return c
	}
	if n := d.Notices[0]; n.Kind == statements.NoticeCalm {
		c.Accent = Neutral
		line := "All quiet:"
		c.Lead = []Block{{Runs: []Run{{Text: line, Bold: true, Ours: true}, {Text: fmt.Sprintf(" nothing was said that is watched here. %s of %s are healthy.", number(n.Healthy), count(n.Feeds, "source")), Ours: true}}}}
		if len(n.Sick) > 0 {
			c.Body = []Block{{Runs: []Run{{Text: "Not " + list(shortAll(slices.Sorted(slices.Values(n.Sick))), mostMissed)}}}}
		}
		return c
	}
	title := "A place is closed to us"
	switch n := len(d.Notices); {
	case n > 1:
		title = count(n, "thing") + " need an admin"
	case d.Notices[0].Kind == statements.NoticeGone:
		title = "A feed is gone"
	}
	c.Lead = []Block{{Runs: []Run{{Text: title, Bold: true, Ours: true}}}, {Runs: []Run{{Text: "Nothing is lost meanwhile, and this is said once.", Ours: true}}}}
	for i, n := range d.Notices {
		if i == mostNotices {
			c.Footer = fmt.Sprintf("%d more", len(d.Notices)-i)
			break
		}
		c.Body = append(c.Body, noticed(n)...)
	}
	return c
}

// noticed is one notice: what, why, and what to do.
func noticed(n statements.Notice) []Block {
	why, _, _ := strings.Cut(n.Why, ". ")
	why = strings.TrimRight(why, ". ")
	if n.Kind == statements.NoticeGone {
		name := n.Name
		if name == "" {
			name = fmt.Sprintf("Feed %d", n.Feed)
		}
		return []Block{
			{Runs: []Run{{Text: short(name, mostName), Bold: true}, {Text: fmt.Sprintf(" · feed %d: %s", n.Feed, short(why, mostContext))}}},
			{Look: Small, Runs: []Run{{Text: fmt.Sprintf("It is read no more. /feed check %d tries it again, /feed remove %d ends it; or add its new address.", n.Feed, n.Feed), Ours: true}}},
		}
	}
	waits := "nothing waits for it"
	if n.Waiting > 0 {
		waits = count(n.Waiting, "message") + " wait for it, and are sent when it takes them again"
		if n.Waiting == 1 {
			waits = "1 message waits for it, and is sent when it takes it again"
		}
	}
	return []Block{
		{Runs: []Run{placeRun(n.Place), {Text: ": " + short(why, mostContext) + "; " + waits}}},
		{Look: Small, Runs: []Run{{Text: "Let the bot see the channel and send messages there; it tries again every quarter of an hour. Or /watch remove what tells it.", Ours: true}}},
	}
}
