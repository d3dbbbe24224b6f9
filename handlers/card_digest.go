package handlers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/statements"
	"onrecord/statements/timing"
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
func DigestCard(d statements.Delivery, now time.Time, zone *time.Location) Card {
	g := gatherDigest(d, zone)
	c := Card{Form: FormDigest, Accent: Neutral, Place: d.Place, At: d.Created, Roles: roles(d)}
	if !g.of.At.IsZero() && g.of.At.Before(now) {
		c.At = g.of.At
	}
	c.Lead = []Block{{Runs: g.title()}}
	if d.Digest != nil && d.Digest.Kind == statements.GatherDigest {
		c.Buttons = []Button{{Label: "Reschedule", Action: "digestset", ID: d.ID, Typed: "digest set"}}
	}
	all := Button{Label: "Show all", Action: "digestall", ID: d.ID, Typed: fmt.Sprintf("digest all %d", g.of.Number)}
	if g.total() == 0 {
		c.Lead = append(c.Lead, Block{Runs: g.nothing()})
		if c.Buttons == nil { // a message is looked up by what its buttons carry
			c.Buttons = []Button{all}
		}
		return c
	}
	c.Lead = append(c.Lead, Block{Runs: []Run{{Text: g.sums(now), Ours: true}}})
	var shown int
	c.Parts, shown = g.parts()
	c.Footer = g.footer(g.total() - shown)
	c.Buttons = append([]Button{all}, c.Buttons...)
	return c
}

// digested is a digest in the order in which it is read.
type digested struct {
	d        statements.Delivery
	of       statements.Digest
	zone     *time.Location
	voices   []voice
	articles []statements.Entry // that words were found in, whoever spoke
}

// voice is what one speaker said.
type voice struct {
	key   string
	found []statements.Found
	words map[int64][]string // by statement: the watched words that were found
}

func gatherDigest(d statements.Delivery, zone *time.Location) digested {
	g := digested{d: d, zone: zone}
	if d.Digest != nil {
		g.of = *d.Digest
	}
	if z, err := time.LoadLocation(zoneName(d, g.of)); err == nil {
		g.zone = z
	} else if g.zone == nil {
		g.zone = time.UTC
	}
	seen, read := map[int64]bool{}, map[int64]bool{}
	at := map[string]int{}
	for _, e := range d.Entries {
		if e.Whole && e.Watch.Speaker == "" {
			if !read[e.Article.ID] {
				read[e.Article.ID] = true
				g.articles = append(g.articles, e)
			}
			continue
		}
		for _, f := range showable(e.Found) {
			if f.Rejected() {
				continue
			}
			once := f.Cluster
			if once == 0 {
				once = -f.Statement.ID
			}
			if seen[once] || f.Rejected() { // reviewers took it back while it waited
				continue
			}
			seen[once] = true
			key := voiceKey(f)
			i, ok := at[key]
			if !ok {
				i = len(g.voices)
				at[key] = i
				g.voices = append(g.voices, voice{key: key, words: map[int64][]string{}})
			}
			g.voices[i].found = append(g.voices[i].found, f)
			g.voices[i].words[f.Statement.ID] = e.Words
		}
	}
	slices.SortStableFunc(g.voices, func(a, b voice) int { return len(b.found) - len(a.found) })
	return g
}

// zoneName is the time zone of a digest's hours; "local" if its watches name
// none, which no zone is called.
func zoneName(d statements.Delivery, of statements.Digest) string {
	name := of.Timing.Zone
	if of.Kind == statements.GatherQuiet && len(d.Entries) > 0 {
		name = d.Entries[0].Watch.Timing.Zone
	}
	if name == "" {
		return "local"
	}
	return name
}

// voiceKey is the same for what one person said: a name that is not resolved is
// nobody's but the article's.
func voiceKey(f statements.Found) string {
	switch s := f.Statement; {
	case s.Speaker == "" || s.Known == statements.Unresolved:
		return fmt.Sprintf("unnamed %d %s", f.Article.ID, sourceOf(f.Article, s))
	case f.SpeakerID != 0:
		return fmt.Sprint(f.SpeakerID)
	default:
		return s.Speaker
	}
}

// total is how many statements and articles there are to tell.
func (g digested) total() int {
	n := len(g.articles)
	for _, v := range g.voices {
		n += len(v.found)
	}
	return n
}

// title says what was gathered, and of which day.
func (g digested) title() []Run {
	name := ""
	if len(g.d.Entries) > 0 {
		name = watchName(g.d)
	}
	many := slices.ContainsFunc(g.d.Entries, func(e statements.Entry) bool { return e.Watch.ID != g.d.Entries[0].Watch.ID })
	day := g.hour().Format("Monday 2 January 2006")
	var title string
	switch g.of.Kind {
	case statements.GatherDigest:
		title = partOfDay(g.hour()) + " digest, " + day
	case statements.GatherQuiet:
		title = "Held in quiet hours, " + day
	case statements.GatherRest:
		title = "More from " + name + ", " + day
	case statements.GatherMute:
		title = "Held while " + name + " was muted"
	default:
		title = "Held until now"
		if !many && name != "" {
			title += ": " + name
		}
	}
	if g.of.Part > 0 {
		title += fmt.Sprintf(", part %d", g.of.Part+1)
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

func partOfDay(t time.Time) string {
	switch h := t.Hour(); {
	case h >= 4 && h < 12:
		return "Morning"
	case h >= 12 && h < 17:
		return "Afternoon"
	case h >= 17 && h < 22:
		return "Evening"
	}
	return "Night"
}

// sums counts what is new, and says since when.
func (g digested) sums(now time.Time) string {
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
		by := counted(people, "person", "people")
		switch {
		case people == 0:
			by = "people who are not named"
		case unnamed:
			by += " and others who are not named"
		}
		parts = append(parts, count(statementsOf, "statement")+" by "+by)
	}
	if n := len(g.articles); n > 0 {
		parts = append(parts, count(n, "article")+" with watched words")
	}
	since := g.of.Since
	if since.IsZero() {
		since = g.d.Created
	}
	return strings.Join(parts, " and ") + " in " + count(len(outlets), "outlet") + " since " + g.moment(since, now)
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
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
func (g digested) nothing() []Run {
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
		of = append(of, counted(n, "watched person", "watched people"))
	}
	if words > 0 {
		of = append(of, counted(words, "watch on words", "watches on words"))
	}
	text := "Nothing new."
	if len(of) > 0 {
		text = "Nothing new from " + list(of, 2) + "."
	}
	runs := []Run{{Text: text, Ours: true}}
	c := g.of.Coverage
	if c.Feeds == 0 {
		return runs
	}
	runs[0].Text += fmt.Sprintf(" %s of %s sources healthy", number(c.Healthy), number(c.Feeds))
	if len(c.Failing) > 0 {
		runs[0].Text += "; not "
		runs = append(runs, Run{Text: list(shortAll(c.Failing), mostFailing)})
	}
	return append(runs, Run{Text: ".", Ours: true})
}

// footer is the digest's number, when it comes, how the feeds are, and how much
// it does not show.
func (g digested) footer(hidden int) string {
	what := "Digest"
	if g.of.Number > 0 {
		what = fmt.Sprintf("Digest %d", g.of.Number)
	}
	if why := g.when(); why != "" {
		what += ", " + why
	}
	if c := g.of.Coverage; c.Feeds > 0 {
		what += fmt.Sprintf(" · %s, %s healthy", count(c.Feeds, "feed"), number(c.Healthy))
	}
	if hidden > 0 {
		what += " · " + number(hidden) + " more"
	}
	return what
}

func (g digested) when() string {
	of := statements.Timing{}
	if len(g.d.Entries) > 0 {
		of = g.d.Entries[0].Watch.Timing
	}
	switch g.of.Kind {
	case statements.GatherDigest:
		return timing.Said(g.of.Timing.Digest)
	case statements.GatherQuiet:
		return "quiet " + of.Quiet
	case statements.GatherRest:
		return fmt.Sprintf("over %d an hour", of.Most)
	}
	return ""
}

// parts are one for each of the first speakers and one for the articles, and how
// many statements and articles they show.
func (g digested) parts() (out []Part, shown int) {
	most, rest := mostDigested, 0
	if len(g.articles) > 0 {
		most, rest = most-1, 1
	}
	most = min(most, len(g.voices))
	room := mostDigestBody
	for i, v := range g.voices[:most] {
		left := most + rest - i
		p, n := v.part(room / left)
		room -= length(p.Body)
		out, shown = append(out, p), shown+n
	}
	if len(g.articles) > 0 {
		p, n := g.articlePart(room)
		out, shown = append(out, p), shown+n
	}
	return out, shown
}

// topical is what a voice says on a topic; "" is none in particular.
type topical struct {
	name  string
	found []statements.Found
}

// byTopic groups statements by the watched words that found them, or else by
// what several of them are about; most first, no topic last.
func (v voice) byTopic() []topical {
	var out []topical
	file := func(name string, f statements.Found) {
		for i := range out {
			if out[i].name == name {
				out[i].found = append(out[i].found, f)
				return
			}
		}
		out = append(out, topical{name, []statements.Found{f}})
	}
	common := topics(v.found, statements.Profile{Speaker: statements.Speaker{Name: v.found[0].Statement.Speaker}})
	for _, f := range v.found {
		name := ""
		if words := v.words[f.Statement.ID]; len(words) > 0 {
			name = list(shortAll(words[:min(len(words), 2)]), 2)
		}
		for _, t := range common {
			if name == "" && about(f, t.Name) {
				name = t.Name
			}
		}
		file(capital(name), f)
	}
	slices.SortStableFunc(out, func(a, b topical) int {
		if (a.name == "") != (b.name == "") {
			return len(b.name) - len(a.name)
		}
		return len(b.found) - len(a.found)
	})
	return out
}

// about reports whether all words of a topic stand in what was said or in the
// headline over it.
func about(f statements.Found, topic string) bool {
	in := strings.ToLower(f.Statement.Text(f.Article.Text) + " " + f.Article.Title)
	for w := range strings.FieldsSeq(topic) {
		if !strings.Contains(in, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// capital writes the first letter large.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// part is a voice as it is told, within a number of code points.
func (v voice) part(room int) (p Part, shown int) {
	first := v.surest()
	p.Accent = accentOf(v.found[0].Statement)
	p.Body = []Block{{Runs: byline(first.Article, first.Statement)}}
	room -= length(p.Body)
	for i, t := range v.byTopic() {
		if i == mostTopics {
			break
		}
		var head []Block
		if t.name == "" && i > 0 {
			t.name = "Also"
		}
		if t.name != "" {
			head = []Block{{Look: Small, Runs: []Run{{Text: t.name}}}}
		}
		for _, f := range t.found[:min(len(t.found), mostOfTopic)] {
			entry := append(slices.Clone(head), digestEntry(f, !doubtful(first.Statement))...)
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
func digestEntry(f statements.Found, sure bool) []Block {
	s := quote(f.Article, f.Statement, mostBacklog, nil)
	when := "date not given"
	switch p := f.Article.Published; {
	case !f.Statement.SaidOn.IsZero():
		when = shortDay(f.Statement.SaidOn)
	case !p.IsZero():
		when = "published " + shortDay(statements.DateOf(p.Time))
	}
	if place := short(f.Statement.Place, mostName); place != "" {
		when = place + ", " + when
	}
	runs := []Run{{Text: when + " · "}, {Text: outlet(f.Article), Link: link(f.Article.URL)}}
	if n := len(carriers(f.Article, f.Also, f.Others)); n > 0 {
		runs = append(runs, Run{Text: fmt.Sprintf(" and %d more", n)})
	}
	tail := kindNote(f.Statement)
	if sure && doubtful(f.Statement) {
		tail += " · speaker inferred"
	}
	if s.cut() {
		tail += " · cut"
	}
	if tail != "" {
		runs = append(runs, Run{Text: tail})
	}
	runs = append(runs, Run{Text: " · " + no(f.Statement.ID), Typed: true})
	return append([]Block{{Look: s.Look, Runs: s.Runs}, {Runs: runs}}, changedSince(f)...)
}

// articlePart lists the articles that watched words stand in.
func (g digested) articlePart(room int) (p Part, shown int) {
	p = Part{Accent: Keyword, Body: []Block{{Runs: []Run{{Text: "Watched words in articles", Bold: true}}}}}
	for _, e := range g.articles {
		headline := short(e.Article.Title, mostHeadline)
		if headline == "" {
			headline = "Without a headline"
		}
		runs := []Run{{Text: outlet(e.Article)}}
		if e.Reason != "" {
			runs = append(runs, Run{Text: " · " + short(e.Reason, mostHeadline)})
		}
		runs = append(runs, Run{Text: " · " + articleNo(e.Article.ID), Typed: true})
		entry := []Block{{Runs: []Run{{Text: headline, Link: link(e.Article.URL)}}}, {Look: Small, Runs: runs}}
		if room -= length(entry); shown > 0 && (room < 0 || shown == 2*mostDigested) {
			break
		}
		p.Body = append(p.Body, entry...)
		shown++
	}
	return p, shown
}
