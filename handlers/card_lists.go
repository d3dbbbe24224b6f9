package handlers

import (
	"fmt"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// watchesPerPage is how many watches one card lists.
const watchesPerPage = 10

// WatchListCard lists a page of the watches of one server.
func WatchListCard(in locales.Tongue, ws []statements.Watch, page int) Card {
	if len(ws) == 0 {
		return emptyList(in.Say("Nothing is watched here yet."), runsIn{in}.Say("Begin with %s: a person, words, or both.", command("watch add")))
	}
	return listedWatches(in, ws, page, "watches", watchCount(in, len(ws)))
}

// FollowingCard lists a page of what one user follows.
func FollowingCard(in locales.Tongue, ws []statements.Watch, page int) Card {
	if len(ws) == 0 {
		return emptyList(in.Say("You follow nothing yet."), runsIn{in}.Say("Begin with %s: a person, words, or both; it is told to you alone.", command("follow")))
	}
	c := listedWatches(in, ws, page, "follows", in.Say("You follow %s", len(ws)))
	c.Footer = strings.Join(nonEmpty(c.Footer, in.Say("/unfollow and a number ends one")), " · ")
	return c
}

func emptyList(text string, begin []Run) Card {
	return Card{Form: FormList, Lead: []Block{{Runs: []Run{{Text: text, Bold: true}}}, {Runs: begin}}}
}

// listedWatches is a page of watches, whose buttons turn the list of that name.
func listedWatches(in locales.Tongue, ws []statements.Watch, page int, name, heading string) Card {
	c := Card{Form: FormList, Lead: []Block{{Runs: []Run{{Text: heading, Bold: true}}}}}
	pages := (len(ws) + watchesPerPage - 1) / watchesPerPage
	page = min(max(page, 1), pages)
	for _, w := range ws[(page-1)*watchesPerPage : min(page*watchesPerPage, len(ws))] {
		c.Body = append(c.Body, watchLines(in, w)...)
	}
	if pages > 1 {
		c.Footer = in.Say("page %s of %s", page, pages)
	}
	if page > 1 {
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Previous"), Action: "page", ID: name, Arg: fmt.Sprint(page - 1), Typed: "previous"})
	}
	if page < pages {
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Next"), Action: "page", ID: name, Arg: fmt.Sprint(page + 1), Typed: "next"})
	}
	return c
}

func watchCount(in locales.Tongue, n int) string {
	return in.Count(n, "%s watch", "%s watches")
}

// watchLines is a watch as it was understood: number, who, words, where to.
func watchLines(in locales.Tongue, w statements.Watch) []Block {
	runs := append([]Run{{Text: fmt.Sprintf("%d · ", w.ID)}}, watchRuns(in, w)...)
	var small []Run
	switch place := placeRun(in, w.Place); {
	case w.Owner != "":
		small = runsIn{in}.Say("in %s", place)
	case w.Server == "":
		small = runsIn{in}.Say("in %s, from the configuration", place)
	default:
		small = runsIn{in}.Say("in %s, made by %s", place, author(in, w.By))
	}
	if !w.Created.IsZero() && w.Server != "" {
		small = append(small, Run{Text: ", " + in.ShortDay(statements.DateOf(w.Created))})
	}
	out := []Block{{Runs: runs}, {Look: Small, Runs: small}}
	if when := timingRuns(in, w); when != nil {
		out = append(out, Block{Look: Small, Runs: when})
	}
	return out
}

// placeRun names a place in the surface's own way.
func placeRun(in locales.Tongue, place string) Run {
	_, id, ok := strings.Cut(place, ":")
	switch {
	case place == "console":
		return Run{Text: in.Say("the console"), Place: place}
	case !ok:
		return Run{Text: in.Say("the %s", place), Place: place}
	case strings.HasPrefix(id, "@"):
		return Run{Text: in.Say("direct messages")}
	}
	return Run{Text: in.Say("channel %s", fmt.Sprint(id)), Place: place}
}
