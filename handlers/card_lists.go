package handlers

import (
	"fmt"
	"strings"

	"onrecord/statements"
)

// watchesPerPage is how many watches one card lists.
const watchesPerPage = 10

// WatchListCard lists a page of the watches of one server.
func WatchListCard(ws []statements.Watch, page int) Card {
	if len(ws) == 0 {
		return emptyList("Nothing is watched here yet.", "watch add", ": a person, words, or both.")
	}
	return listedWatches(ws, page, "watches", watchCount(len(ws)))
}

// FollowingCard lists a page of what one user follows.
func FollowingCard(ws []statements.Watch, page int) Card {
	if len(ws) == 0 {
		return emptyList("You follow nothing yet.", "follow", ": a person, words, or both; it is told to you alone.")
	}
	c := listedWatches(ws, page, "follows", "You follow "+number(len(ws)))
	c.Footer = strings.TrimPrefix(c.Footer+" · /unfollow and a number ends one", " · ")
	return c
}

func emptyList(text, command, what string) Card {
	return Card{Form: FormList, Lead: []Block{
		{Runs: []Run{{Text: text, Bold: true}}},
		{Runs: []Run{{Text: "Begin with "}, {Text: command, Cmd: command}, {Text: what, Ours: true}}},
	}}
}

// listedWatches is a page of watches, whose buttons turn the list of that name.
func listedWatches(ws []statements.Watch, page int, name, heading string) Card {
	c := Card{Form: FormList, Lead: []Block{{Runs: []Run{{Text: heading, Bold: true}}}}}
	pages := (len(ws) + watchesPerPage - 1) / watchesPerPage
	page = min(max(page, 1), pages)
	for _, w := range ws[(page-1)*watchesPerPage : min(page*watchesPerPage, len(ws))] {
		c.Body = append(c.Body, watchLines(w)...)
	}
	if pages > 1 {
		c.Footer = fmt.Sprintf("page %d of %d", page, pages)
	}
	if page > 1 {
		c.Buttons = append(c.Buttons, Button{Label: "Previous", Action: "page", ID: name, Arg: fmt.Sprint(page - 1), Typed: "previous"})
	}
	if page < pages {
		c.Buttons = append(c.Buttons, Button{Label: "Next", Action: "page", ID: name, Arg: fmt.Sprint(page + 1), Typed: "next"})
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
	if w.Owner != "" {
		small = []Run{{Text: "in "}, placeRun(w.Place)}
	}
	if !w.Created.IsZero() && w.Server != "" {
		small = append(small, Run{Text: ", " + shortDay(statements.DateOf(w.Created))})
	}
	out := []Block{{Runs: runs}, {Look: Small, Runs: small}}
	if when := timingRuns(w); when != nil {
		out = append(out, Block{Look: Small, Runs: when})
	}
	return out
}

// placeRun names a place in the surface's own way.
func placeRun(place string) Run {
	_, id, ok := strings.Cut(place, ":")
	switch {
	case !ok:
		return Run{Text: "the " + place, Place: place}
	case strings.HasPrefix(id, "@"):
		return Run{Text: "direct messages"}
	}
	return Run{Text: "channel " + id, Place: place}
}
