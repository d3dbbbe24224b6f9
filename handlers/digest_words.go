package handlers

import (
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
	day := g.hour().Format("Monday 2 January 2006")
	var title string
	switch g.of.Kind {
	case statements.GatherDigest:
		title = in.Say("%s digest, %s", partOfDay(in, g.hour()), day)
	case statements.GatherQuiet:
		title = in.Say("Held in quiet hours, %s", day)
	case statements.GatherRest:
		title = in.Say("More from %s, %s", name, day)
	case statements.GatherMute:
		title = in.Say("Held while %s was muted", name)
	default:
		title = in.Say("Held until now")
		if !many && name != "" {
			title += ": " + name
		}
	}
	if g.of.Part > 0 {
		title += in.Say(", part %s", g.of.Part+1)
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

func partOfDay(in locales.Tongue, t time.Time) string {
	switch h := t.Hour(); {
	case h >= 4 && h < 12:
		return in.Say("Morning")
	case h >= 12 && h < 17:
		return in.Say("Afternoon")
	case h >= 17 && h < 22:
		return in.Say("Evening")
	}
	return in.Say("Night")
}

// sums counts what is new, and says since when.
func (g digested) sums(in locales.Tongue, now time.Time) string {
	statementsOf, people, unnamed := 0, 0, false
	outlets := map[string]bool{}
	heard := func(f statements.Found) {
		outlets[strings.ToLower(f.Article.Outlet)] = true
		for _, c := range carriers(f.Article, f.Also, f.Others) {
			outlets[strings.ToLower(c.Name)] = true
		}
	}
	for _, v := range g.voices {
		statementsOf += len(v.found)
		if strings.HasPrefix(v.key, "unnamed ") {
			unnamed = true
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
		by := counted(in, people, "person", "people")
		switch {
		case people == 0:
			by = in.Say("people who are not named")
		case unnamed:
			by += in.Say(" and others who are not named")
		}
		parts = append(parts, in.Say("%s by %s", in.Count(statementsOf, "%s statement", "%s statements"), by))
	}
	if n := len(g.articles); n > 0 {
		parts = append(parts, in.Say("%s with watched words", in.Count(n, "%s article", "%s articles")))
	}
	since := g.since()
	return in.Say("%s in %s since %s", strings.Join(parts, in.Say(" and ")), in.Count(len(outlets), "%s outlet", "%s outlets"), g.moment(since, now))
}

func counted(in locales.Tongue, n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return in.Number(n) + " " + many
}

// moment is an hour that is past, as people name it.
func (g digested) moment(t, now time.Time) string {
	t, now = t.In(g.zone), now.In(g.zone)
	switch {
	case statements.DateOf(t) == statements.DateOf(now):
		return t.Format("15:04")
	case now.Sub(t) < 6*24*time.Hour:
		return t.Format("Monday 15:04")
	}
	return t.Format("2 Jan 2006 15:04")
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
		of = append(of, counted(in, n, in.Say("watched person"), in.Say("watched people")))
	}
	if words > 0 {
		of = append(of, counted(in, words, in.Say("watch on words"), in.Say("watches on words")))
	}
	text := in.Say("Nothing new.")
	if len(of) > 0 {
		text = in.Say("Nothing new from %s.", in.List(of, 2))
	}
	runs := []Run{{Text: text, Ours: true}}
	c := g.of.Coverage
	if c.Feeds == 0 {
		return runs
	}
	runs[0].Text += in.Say(" %s of %s sources healthy", c.Healthy, c.Feeds)
	if len(c.Failing) > 0 {
		runs[0].Text += in.Say("; not ")
		runs = append(runs, Run{Text: in.List(shortAll(c.Failing), mostFailing)})
	}
	return append(runs, Run{Text: ".", Ours: true})
}

// footer is the digest's number, when it comes, how the feeds are, and how much
// it does not show.
func (g digested) footer(in locales.Tongue, hidden int) string {
	what := in.Say("Digest")
	if g.of.Number > 0 {
		what = in.Say("Digest %s", g.of.Number)
	}
	if why := g.when(in); why != "" {
		what += ", " + why
	}
	if c := g.of.Coverage; c.Feeds > 0 {
		what += in.Say(" · %s, %s healthy", in.Count(c.Feeds, "%s feed", "%s feeds"), c.Healthy)
	}
	if hidden > 0 {
		what += in.Say(" · %s more", hidden)
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
		return timing.Said(g.of.Timing.Digest)
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
