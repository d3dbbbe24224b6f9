package handlers

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"onrecord/statements"
)

// feedsPerPage is how many healthy feeds one card lists; mostSick how many of
// the others, and watchesPerPage how many watches.
const (
	feedsPerPage   = 5
	mostSick       = 10
	watchesPerPage = 10
)

// FeedListCards say how the feeds are: first those that need somebody, then a
// page of the healthy ones. Without any feed there is one card. Buttons are
// under the first, so that a surface can make one message of both.
func FeedListCards(feeds []statements.Feed, page int, now time.Time, zone *time.Location) []Card {
	sick, healthy, waiting := sorted(feeds)
	lead := Block{Runs: []Run{{Text: count(len(feeds), "feed") + ":", Bold: true, Ours: true}, {Text: " " + sums(sick, healthy, waiting)}}}
	if len(feeds) == 0 {
		return []Card{{Form: FormList, Lead: []Block{
			{Runs: []Run{{Text: "No feed is read yet.", Bold: true}}},
			{Runs: []Run{{Text: "Add one: ", Ours: true}, {Text: "feed add", Cmd: "feed add"}, {Text: " and its address."}}},
		}}}
	}
	cards := []Card{{Form: FormList, Lead: []Block{lead}}}
	if len(sick) > 0 {
		cards[0].Accent = Trouble
		for _, f := range sick[:min(mostSick, len(sick))] {
			cards[0].Body = append(cards[0].Body, sickFeed(f, now, zone)...)
		}
		if n := len(sick) - mostSick; n > 0 {
			cards[0].Footer = fmt.Sprintf("%d more are failing", n)
		}
		cards = append(cards, Card{Form: FormList})
	}
	well := append(healthy, waiting...)
	last := &cards[len(cards)-1]
	pages := max(1, (len(well)+feedsPerPage-1)/feedsPerPage)
	page = min(max(page, 1), pages)
	from, to := (page-1)*feedsPerPage, min(page*feedsPerPage, len(well))
	for _, f := range well[from:to] {
		last.Body = append(last.Body, Block{Runs: wellFeed(f)})
	}
	if len(well) > 0 {
		last.Footer = fmt.Sprintf("Healthy %d to %d of %d, last item first", from+1, to, len(well))
	}
	if pages > 1 {
		last.Footer += fmt.Sprintf(" · page %d of %d", page, pages)
	}
	if page > 1 {
		cards[0].Buttons = append(cards[0].Buttons, Button{Label: "Previous", Action: "page", ID: "feeds", Arg: fmt.Sprint(page - 1), Typed: "previous"})
	}
	if page < pages {
		cards[0].Buttons = append(cards[0].Buttons, Button{Label: "Next", Action: "page", ID: "feeds", Arg: fmt.Sprint(page + 1), Typed: "next"})
	}
	return cards
}

// sorted parts the feeds: failing ones, longest first; healthy ones, last item
// first; and those that have not been read yet.
func sorted(feeds []statements.Feed) (sick, healthy, waiting []statements.Feed) {
	for _, f := range feeds {
		switch {
		case f.Failures > 0 || f.Paused:
			sick = append(sick, f)
		case f.Seen:
			healthy = append(healthy, f)
		default:
			waiting = append(waiting, f)
		}
	}
	sort.SliceStable(sick, func(i, j int) bool { return sick[i].FailingSince.Before(sick[j].FailingSince) })
	sort.SliceStable(healthy, func(i, j int) bool { return healthy[i].LastItem.After(healthy[j].LastItem) })
	return sick, healthy, waiting
}

func sums(sick, healthy, waiting []statements.Feed) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{len(sick), "failing"}, {len(waiting), "not read yet"}, {len(healthy), "healthy"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return strings.Join(parts, ", ")
}

// sickFeed says since when a feed fails, whose fault it is, and what comes.
func sickFeed(f statements.Feed, now time.Time, zone *time.Location) []Block {
	state := []Run{{Text: feedName(f), Bold: true}, {Text: " · feed " + fmt.Sprint(f.ID)}}
	switch {
	case f.Paused:
		state = append(state, Run{Text: ", gone: it is read no more", Ours: true})
	case !f.FailingSince.IsZero():
		state = append(state, Run{Text: ", failing since " + clock(f.FailingSince, zone) + ", "}, Run{Ago: f.FailingSince})
	default:
		state = append(state, Run{Text: ", failing"})
	}
	why := short(strings.TrimRight(f.LastError, ". "), mostContext)
	if why == "" {
		why = "No reason is known"
	}
	fault := "their side"
	if !f.Theirs {
		fault = "our side"
	}
	why = fmt.Sprintf("%s (%s), %s", why, fault, tries(f.Failures))
	small := []Run{{Text: why}}
	if f.NextAt.After(now) && !f.Paused {
		small = append(small, Run{Text: ", next "}, Run{Ago: f.NextAt})
	}
	return []Block{{Runs: state}, {Look: Small, Runs: small}}
}

func tries(n int) string {
	if n == 1 {
		return "1 try"
	}
	return fmt.Sprintf("%d tries", n)
}

// wellFeed is one line on a feed that does its work.
func wellFeed(f statements.Feed) []Run {
	runs := []Run{{Text: feedName(f), Bold: true}}
	switch {
	case !f.Seen:
		runs = append(runs, Run{Text: " not read yet"})
	case f.LastItem.IsZero():
		runs = append(runs, Run{Text: " nothing new yet"})
	default:
		runs = append(runs, Run{Text: " "}, Run{Ago: f.LastItem})
	}
	tail := fmt.Sprintf(" · feed %d", f.ID)
	if f.Schedule != "" {
		tail += " · " + short(f.Schedule, mostName)
	}
	if f.Origin == statements.OriginConfig {
		tail += " · from the configuration"
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

// WatchListCard lists a page of the watches of one server.
func WatchListCard(ws []statements.Watch, page int) Card {
	c := Card{Form: FormList}
	if len(ws) == 0 {
		c.Lead = []Block{
			{Runs: []Run{{Text: "Nothing is watched here yet.", Bold: true}}},
			{Runs: []Run{{Text: "Begin with "}, {Text: "watch add", Cmd: "watch add"}, {Text: ": a person, words, or both.", Ours: true}}},
		}
		return c
	}
	c.Lead = []Block{{Runs: []Run{{Text: watchCount(len(ws)), Bold: true}}}}
	pages := (len(ws) + watchesPerPage - 1) / watchesPerPage
	page = min(max(page, 1), pages)
	for _, w := range ws[(page-1)*watchesPerPage : min(page*watchesPerPage, len(ws))] {
		c.Body = append(c.Body, watchLines(w)...)
	}
	if pages > 1 {
		c.Footer = fmt.Sprintf("page %d of %d", page, pages)
	}
	if page > 1 {
		c.Buttons = append(c.Buttons, Button{Label: "Previous", Action: "page", ID: "watches", Arg: fmt.Sprint(page - 1), Typed: "previous"})
	}
	if page < pages {
		c.Buttons = append(c.Buttons, Button{Label: "Next", Action: "page", ID: "watches", Arg: fmt.Sprint(page + 1), Typed: "next"})
	}
	return c
}

func watchCount(n int) string {
	if n == 1 {
		return "1 watch"
	}
	return number(n) + " watches"
}

// watchLines is a watch as it was understood: number, who, words, where to.
func watchLines(w statements.Watch) []Block {
	runs := append([]Run{{Text: fmt.Sprintf("%d · ", w.ID)}}, watchRuns(w)...)
	by := "made by " + short(w.By, mostName)
	if w.Server == "" {
		by = "from the configuration"
	}
	small := []Run{{Text: "in "}, placeRun(w.Place), {Text: ", " + by}}
	if !w.Created.IsZero() && w.Server != "" {
		small = append(small, Run{Text: ", " + shortDay(statements.DateOf(w.Created))})
	}
	return []Block{{Runs: runs}, {Look: Small, Runs: small}}
}

// watchRuns is what a watch waits for.
func watchRuns(w statements.Watch) []Run {
	var runs []Run
	if w.Speaker != "" {
		runs = append(runs, Run{Text: short(w.Speaker, mostName), Bold: true})
	}
	if w.Keywords != "" {
		if len(runs) > 0 {
			runs = append(runs, Run{Text: " on "})
		} else {
			runs = append(runs, Run{Text: "the words "})
		}
		runs = append(runs, Run{Text: short(w.Keywords, mostHeadline), Bold: true})
	}
	return runs
}

// placeRun names a place in the surface's own way.
func placeRun(place string) Run {
	_, id, ok := strings.Cut(place, ":")
	if !ok {
		return Run{Text: "the " + place, Place: place}
	}
	return Run{Text: "channel " + id, Place: place}
}
