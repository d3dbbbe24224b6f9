package handlers

import (
	"fmt"
	"slices"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/watch"
)

// How much of a digest one message shows; the rest is behind Show all.
const (
	mostDigested   = 5    // speakers, or one less and articles
	mostOfTopic    = 3    // statements of a speaker on a topic
	mostTopics     = 3    // of a speaker
	mostDigestBody = 4400 // code points of all parts together
	mostFailing    = 3    // feeds that are named
)

// DigestCard tells what was gathered: grouped by who spoke, most statements
// first, and by topic. A digest of a watch's schedule that has nothing to tell
// says so.
func DigestCard(in locales.Tongue, d statements.Delivery, now time.Time, zone *time.Location) Card {
	g := gatherDigest(d, zone)
	c := Card{Form: FormDigest, Accent: Neutral, Place: d.Place, At: d.Created, Roles: roles(d)}
	if !g.of.At.IsZero() && g.of.At.Before(now) {
		c.At = g.of.At
	}
	c.Lead = []Block{{Runs: g.title(in)}}
	if d.Digest != nil && d.Digest.Kind == statements.GatherDigest {
		c.Buttons = []Button{{Label: in.Say("Reschedule"), Action: "digestset", ID: d.ID, Typed: "digest set"}}
	}
	all := Button{Label: in.Say("Show all"), Action: "digestall", ID: d.ID, Typed: fmt.Sprintf("digest all %d", g.of.Number)}
	if g.total() == 0 {
		c.Lead = append(c.Lead, Block{Runs: g.nothing(in)})
		if c.Buttons == nil { // a message is looked up by what its buttons carry
			c.Buttons = []Button{all}
		}
		return c
	}
	c.Lead = append(c.Lead, Block{Runs: []Run{{Text: g.sums(in, now), Ours: true}}})
	var shown int
	c.Parts, shown = g.parts(in)
	c.Footer = g.footer(in, g.total()-shown)
	c.Buttons = append([]Button{all}, c.Buttons...)
	return c
}

// parts are one for each of the first speakers and one for the articles, and how
// many statements and articles they show.
func (g digested) parts(in locales.Tongue) (out []Part, shown int) {
	most, rest := mostDigested, 0
	if len(g.articles) > 0 {
		most, rest = most-1, 1
	}
	most = min(most, len(g.voices))
	room := mostDigestBody
	for i, v := range g.voices[:most] {
		left := most + rest - i
		p, n := v.part(in, room/left)
		room -= length(p.Body)
		out, shown = append(out, p), shown+n
	}
	if len(g.articles) > 0 {
		p, n := g.articlePart(in, room)
		out, shown = append(out, p), shown+n
	}
	return out, shown
}

// part is a voice as it is told, within a number of code points.
func (v voice) part(in locales.Tongue, room int) (p Part, shown int) {
	first := v.surest()
	p.Accent = accentOf(v.found[0].Statement)
	p.Body = []Block{{Runs: byline(in, first.Article, first.Statement)}}
	room -= length(p.Body)
	for i, t := range v.byTopic(in) {
		if i == mostTopics {
			break
		}
		var head []Block
		if t.name == "" && i > 0 {
			t.name = in.Say("Also")
		}
		if t.name != "" {
			head = []Block{{Look: Small, Runs: []Run{{Text: t.name}}}}
		}
		for _, f := range t.found[:min(len(t.found), mostOfTopic)] {
			entry := append(slices.Clone(head), digestEntry(in, f, !doubtful(first.Statement))...)
			if shown > 0 {
				entry = append([]Block{{Look: Gap}}, entry...)
			}
			if room -= length(entry); shown > 0 && room < 0 {
				return p, shown
			}
			p.Body = append(p.Body, entry...)
			head = nil
			shown++
		}
	}
	return p, shown
}

// surest is the statement of a voice whose speaker is known best: the byline is
// made of it, and what is less sure says so.
func (v voice) surest() statements.Found {
	for _, f := range v.found {
		if !doubtful(f.Statement) {
			return f
		}
	}
	return v.found[0]
}

// digestEntry is a statement under a byline: the words, then where and when, the
// outlets, the kind if it is not verbatim.
func digestEntry(in locales.Tongue, f statements.Found, sure bool) []Block {
	s := quote(f.Article, f.Statement, mostBacklog, nil)
	when := in.Say("date not given")
	switch p := f.Article.Published; {
	case !f.Statement.SaidOn.IsZero():
		when = in.ShortDay(f.Statement.SaidOn)
	case !p.IsZero():
		when = in.Say("published %s", statements.DateOf(p.Time))
	}
	if place := short(f.Statement.Place, mostName); place != "" {
		when = place + ", " + when
	}
	runs := []Run{{Text: when + " · "}, {Text: outlet(in, f.Article), Link: link(f.Article.URL)}}
	if n := len(carriers(f.Article, f.Also, f.Others)); n > 0 {
		runs = append(runs[:1], runsIn{in}.Say("%s and %s more", runs[1], n)...)
	}
	tail := kindNote(in, f.Statement)
	if sure && doubtful(f.Statement) {
		tail += in.Say(" · speaker inferred")
	}
	if s.cut() {
		tail += in.Say(" · cut")
	}
	if tail != "" {
		runs = append(runs, Run{Text: tail})
	}
	runs = append(runs, Run{Text: " · " + no(in, f.Statement.ID), Typed: true})
	return append([]Block{{Look: s.Look, Runs: s.Runs}, {Runs: runs}}, changedSince(in, f)...)
}

// articlePart lists the articles that watched words stand in.
func (g digested) articlePart(in locales.Tongue, room int) (p Part, shown int) {
	p = Part{Accent: Keyword, Body: []Block{{Runs: []Run{{Text: in.Say("Watched words in articles"), Bold: true}}}}}
	for _, e := range g.articles {
		headline := short(e.Article.Title, mostHeadline)
		if headline == "" {
			headline = in.Say("Without a headline")
		}
		runs := []Run{{Text: outlet(in, e.Article)}}
		if e.Reason != "" {
			runs = append(runs, Run{Text: " · " + short(in.Tell(watch.Told(e.Reason)), mostHeadline)})
		}
		runs = append(runs, Run{Text: " · " + articleNo(in, e.Article.ID), Typed: true})
		entry := []Block{{Runs: []Run{{Text: headline, Link: link(e.Article.URL)}}}, {Look: Small, Runs: runs}}
		if room -= length(entry); shown > 0 && (room < 0 || shown == 2*mostDigested) {
			break
		}
		p.Body = append(p.Body, entry...)
		shown++
	}
	return p, shown
}
