package handlers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// feedsPerPage is how many healthy feeds one card lists, and mostSick how many
// of the others.
const (
	feedsPerPage = 5
	mostSick     = 10
)

// FeedListCards say how the feeds are: first those that need somebody, then a
// page of the others. yields are what each of them brings, by its id. Without
// any feed there is one card. Buttons are under the first, so that a surface
// can make one message of both.
func FeedListCards(in locales.Tongue, feeds []statements.Feed, yields map[int64]statements.Yield, page int, now time.Time, zone *time.Location) []Card {
	if len(feeds) == 0 {
		return []Card{{Form: FormList, Lead: []Block{
			{Runs: []Run{{Text: in.Say("No feed is read yet."), Bold: true}}},
			{Runs: runsIn{in}.Say("Add one: %s and its address.", command("feed add"))},
		}}}
	}
	l := listed(feeds, yields, now, zone)
	lead := Block{Runs: []Run{{Text: in.Count(len(feeds), "%s feed", "%s feeds") + ":", Bold: true, Ours: true}, {Text: " " + l.sums(in)}}}
	cards := []Card{{Form: FormList, Lead: []Block{lead}}}
	if len(l.cutOff) > 0 {
		cards[0].Accent = Trouble
		cards[0].Body = append(cards[0].Body, cutOffFeeds(in, l.cutOff)...)
	}
	if len(l.sick) > 0 {
		cards[0].Accent = Trouble
		for _, f := range l.sick[:min(mostSick, len(l.sick))] {
			cards[0].Body = append(cards[0].Body, sickFeed(in, f, now)...)
		}
		if n := len(l.sick) - mostSick; n > 0 {
			cards[0].Footer = in.Count(n, "%s more needs a look", "%s more need a look")
		}
	}
	if cards[0].Accent == Trouble {
		cards = append(cards, Card{Form: FormList})
	}
	last := &cards[len(cards)-1]
	pages := max(1, (len(l.well)+feedsPerPage-1)/feedsPerPage)
	page = min(max(page, 1), pages)
	from, to := (page-1)*feedsPerPage, min(page*feedsPerPage, len(l.well))
	for _, f := range l.well[from:to] {
		last.Body = append(last.Body, Block{Runs: wellFeed(in, f, now)})
	}
	if len(l.well) > 0 {
		last.Footer = in.Say("Healthy %s to %s of %s, last item first", from+1, to, len(l.well))
	}
	if pages > 1 {
		last.Footer += " · " + in.Say("page %s of %s", page, pages)
	}
	if page > 1 {
		cards[0].Buttons = append(cards[0].Buttons, Button{Label: in.Say("Previous"), Action: "page", ID: "feeds", Arg: fmt.Sprint(page - 1), Typed: "previous"})
	}
	if page < pages {
		cards[0].Buttons = append(cards[0].Buttons, Button{Label: in.Say("Next"), Action: "page", ID: "feeds", Arg: fmt.Sprint(page + 1), Typed: "next"})
	}
	return cards
}

// stated is a feed with its state.
type stated struct {
	statements.Feed
	state statements.FeedState
}

// feedList parts the feeds.
type feedList struct {
	sick   []stated // those that need somebody: failing longest first, then damaged and quiet ones
	cutOff []stated // out of reach because of our own network
	well   []stated // last item first, and at the end those that have not been read yet
	failed int
	unread int
}

func listed(feeds []statements.Feed, yields map[int64]statements.Yield, now time.Time, zone *time.Location) feedList {
	var l feedList
	for _, f := range feeds {
		s := stated{f, f.State(yields[f.ID], now, zone)}
		switch s.state.Kind {
		case statements.FeedOutage:
			l.cutOff = append(l.cutOff, s)
		case statements.FeedFailing, statements.FeedPaused:
			l.failed++
			l.sick = append(l.sick, s)
		case statements.FeedDamaged, statements.FeedQuiet:
			l.sick = append(l.sick, s)
		case statements.FeedUnread:
			l.unread++
			l.well = append(l.well, s)
		default:
			l.well = append(l.well, s)
		}
	}
	slices.SortStableFunc(l.sick, func(a, b stated) int {
		return cmp.Or(-cmp.Compare(needs(a), needs(b)), a.FailingSince.Compare(b.FailingSince))
	})
	slices.SortStableFunc(l.well, func(a, b stated) int { return b.LastItem.Compare(a.LastItem) })
	return l
}

// needs is how much a feed needs somebody; what fails comes before what is less
// than it was.
func needs(f stated) statements.FeedKind {
	if f.state.Kind == statements.FeedPaused {
		return statements.FeedFailing
	}
	return f.state.Kind
}

func (l feedList) sums(in locales.Tongue) string {
	var parts []string
	add := func(n int, said string) {
		if n > 0 {
			parts = append(parts, said)
		}
	}
	damaged, well := len(l.sick)-l.failed, len(l.well)-l.unread
	add(len(l.cutOff), in.Say("%s out of reach of our network", len(l.cutOff)))
	add(l.failed, in.Say("%s failing", l.failed))
	add(damaged, in.Say("%s damaged or quiet", damaged))
	add(l.unread, in.Say("%s not read yet", l.unread))
	add(well, in.Say("%s healthy", well))
	return strings.Join(parts, ", ")
}

// cutOffFeeds says once for all of them that our network is down.
func cutOffFeeds(in locales.Tongue, fs []stated) []Block {
	since := fs[0].FailingSince
	for _, f := range fs {
		if f.FailingSince.Before(since) {
			since = f.FailingSince
		}
	}
	return []Block{
		{Runs: runsIn{in}.Say("%s, since %s", Run{Text: in.Say("Our own network is down"), Bold: true}, Run{Ago: since})},
		{Look: Small, Runs: []Run{{Text: in.Say("%s could not be reached; nothing is put off, and all are tried again soon", in.Count(len(fs), "%s feed", "%s feeds"))}}},
	}
}

// sickFeed says what is wrong with a feed, whose fault it is, and what comes.
func sickFeed(in locales.Tongue, f stated, now time.Time) []Block {
	small := []Run{{Text: short(in.Tell(f.state.Words), mostContext)}}
	if f.state.Next.After(now) {
		small = runsIn{in}.Say("%s, next try %s", small, Run{Ago: f.state.Next})
	}
	if !f.state.Hint.IsZero() {
		small = append(small, Run{Text: ". " + short(in.Tell(f.state.Hint), mostContext)})
	}
	return []Block{{Runs: []Run{{Text: feedName(f.Feed), Bold: true}, {Text: in.Say(" · feed %s", fmt.Sprint(f.ID))}}}, {Look: Small, Runs: small}}
}

// wellFeed is one line on a feed that does its work.
func wellFeed(in locales.Tongue, f stated, now time.Time) []Run {
	runs := []Run{{Text: feedName(f.Feed), Bold: true}, {Text: " " + short(in.Tell(f.state.Words), mostContext)}}
	if now.Sub(f.LastItem) < 7*24*time.Hour { // or the words say so
		runs = runsIn{in}.Say("%s, the last %s", runs, Run{Ago: f.LastItem})
	}
	if !f.state.Push.IsZero() {
		runs = append(runs, Run{Text: ", " + short(in.Tell(f.state.Push), mostContext)})
	}
	tail := in.Say(" · feed %s", fmt.Sprint(f.ID))
	if f.Schedule != "" {
		tail += " · " + short(f.Schedule, mostName)
	}
	if f.Origin == statements.OriginConfig {
		tail += in.Say(" · from the configuration")
	}
	return append(runs, Run{Text: tail})
}

// feedName is what people call a feed.
func feedName(f statements.Feed) string {
	if f.Name != "" {
		return short(f.Name, mostName)
	}
	return short(f.URL, mostName)
}
