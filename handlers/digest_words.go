package handlers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/timing"
)

// title says what was gathered, and of which day.
func (g digested) title(in locales.Tongue) []Run {
	name := ""
	if len(g.d.Entries) > 0 {
		name = watchName(in, g.d)
	}
	many := slices.ContainsFunc(g.d.Entries, func(e statements.Entry) bool { return e.Watch.ID != g.d.Entries[0].Watch.ID })
	day := in.Layout("Monday 2 January 2006", g.hour())
	var title string
	switch g.of.Kind {
	case statements.GatherDigest:
		title = digestOf(in, g.hour(), day)
	case statements.GatherQuiet:
		title = in.Say("Held in quiet hours, %s", day)
	case statements.GatherRest:
		title = in.Say("More from %s, %s", name, day)
	case statements.GatherMute:
		title = in.Say("Held while %s was muted", name)
	default:
		title = in.Say("Held until now")
		if !many && name != "" {
			title = in.Say("Held until now: %s", name)
		}
	}
	if g.of.Part > 0 {
		title = in.Say("%s, part %s", title, g.of.Part+1)
	}
	return []Run{{Text: title, Bold: true}}
}

// hour is the digest's, in its zone.
func (g digested) hour() time.Time {
	if g.of.At.IsZero() {
		return g.d.Created.In(g.zone)
	}
	return g.of.At.In(g.zone)
}

// digestOf is the digest of a part of a day.
func digestOf(in locales.Tongue, t time.Time, day string) string {
	switch h := t.Hour(); {
	case h >= 4 && h < 12:
		return in.Say("Morning digest, %s", day)
	case h >= 12 && h < 17:
		return in.Say("Afternoon digest, %s", day)
	case h >= 17 && h < 22:
		return in.Say("Evening digest, %s", day)
	}
	return in.Say("Night digest, %s", day)
}

// sums counts what is new, and says since when.
func (g digested) sums(in locales.Tongue, now time.Time) string {
	statementsOf, people, others := 0, 0, false
	outlets := map[string]bool{}
	heard := func(f statements.Found) {
		outlets[strings.ToLower(f.Article.Outlet)] = true
		for _, c := range carriers(f.Article, f.Also, f.Others) {
			outlets[strings.ToLower(c.Name)] = true
		}
	}
	for _, v := range g.voices {
		statementsOf += len(v.found)
		if v.unnamed {
			others = true
		} else {
			people++
		}
		for _, f := range v.found {
			heard(f)
		}
	}
	for _, e := range g.articles {
		heard(statements.Found{Article: e.Article, Also: e.Also})
	}
	var parts []string
	if statementsOf > 0 {
		by := in.Count(people, "%s person", "%s people")
		switch {
		case people == 0:
			by = in.Say("people who are not named")
		case others:
			by = in.Say("%s and others who are not named", by)
		}
		parts = append(parts, in.Say("%s by %s", in.Count(statementsOf, "%s statement", "%s statements"), by))
	}
	if n := len(g.articles); n > 0 {
		parts = append(parts, in.Count(n, "%s article with watched words", "%s articles with watched words"))
	}
	return in.Say("%s in %s since %s", in.List(parts, len(parts)), in.Count(len(outlets), "%s outlet", "%s outlets"), g.moment(in, g.since(), now))
}

// moment is an hour that is past, as people name it.
func (g digested) moment(in locales.Tongue, t, now time.Time) string {
	t, now = t.In(g.zone), now.In(g.zone)
	switch {
	case statements.DateOf(t) == statements.DateOf(now):
		return in.Layout("15:04", t)
	case now.Sub(t) < 6*24*time.Hour:
		return in.Layout("Monday 15:04", t)
	}
	return in.Layout("2 Jan 2006 15:04", t)
}

// nothing is the line of a digest that has none: whom it waits for, and how the
// sources are.
func (g digested) nothing(in locales.Tongue) []Run {
	people, words := map[string]bool{}, 0
	for _, w := range g.of.Watches {
		if w.Speaker != "" {
			people[strings.ToLower(w.Speaker)] = true
		} else {
			words++
		}
	}
	var of []string
	if n := len(people); n > 0 {
		of = append(of, in.Count(n, "%s watched person", "%s watched people"))
	}
	if words > 0 {
		of = append(of, in.Count(words, "%s watch on words", "%s watches on words"))
	}
	text := in.Say("Nothing new.")
	if len(of) > 0 {
		text = in.Say("Nothing new from %s.", in.List(of, 2))
	}
	runs := []Run{ours(text)}
	switch c := g.of.Coverage; {
	case c.Feeds == 0:
	case len(c.Failing) == 0:
		runs = append(runs, ours(" "+in.Say("%s of %s sources healthy.", c.Healthy, c.Feeds)))
	default:
		failing := Run{Text: in.List(shortAll(c.Failing), mostFailing)}
		runs = append(append(runs, ours(" ")), runsIn{in}.Say("%s of %s sources healthy; not %s.", c.Healthy, c.Feeds, failing)...)
	}
	return runs
}

// footer is the digest's number, when it comes, how the feeds are, and how much
// it does not show.
func (g digested) footer(in locales.Tongue, hidden int) string {
	what := in.Say("Digest")
	if g.of.Number > 0 {
		what = in.Say("Digest %s", fmt.Sprint(g.of.Number))
	}
	if why := g.when(in); why != "" {
		what += ", " + why
	}
	if c := g.of.Coverage; c.Feeds > 0 {
		what += " · " + in.Say("%s, %s healthy", in.Count(c.Feeds, "%s feed", "%s feeds"), c.Healthy)
	}
	if hidden > 0 {
		what += " · " + in.Say("%s more", hidden)
	}
	return what
}

func (g digested) when(in locales.Tongue) string {
	of := statements.Timing{}
	if len(g.d.Entries) > 0 {
		of = g.d.Entries[0].Watch.Timing
	}
	switch g.of.Kind {
	case statements.GatherDigest:
		return in.Tell(timing.Said(g.of.Timing.Digest))
	case statements.GatherQuiet:
		return in.Say("quiet %s", of.Quiet)
	case statements.GatherRest:
		return in.Say("over %s an hour", of.Most)
	}
	return ""
}

// since is from when on a digest tells: from the hour of the one before, or,
// where something else held it, from when the first of it was read.
func (g digested) since() time.Time {
	if g.of.Kind == statements.GatherDigest && !g.of.Since.IsZero() {
		return g.of.Since
	}
	since := g.d.Created
	for _, e := range g.d.Entries {
		if at := e.Article.Fetched; !at.IsZero() && at.Before(since) {
			since = at
		}
	}
	return since
}
