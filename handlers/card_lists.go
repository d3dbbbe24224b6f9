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
