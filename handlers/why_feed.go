package handlers

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// visitsTold is how many visits to a feed a card tells of.
const visitsTold = 5

// feedNamed is what stands after the word feed: a name, an address or a number.
func feedNamed(typed string) (string, bool) {
	word, rest, ok := strings.Cut(strings.TrimSpace(typed), " ")
	rest = strings.TrimSpace(rest)
	return rest, ok && strings.EqualFold(word, "feed") && rest != ""
}

// whyFeed says how a feed is, and why. Its address is for those who may change
// it: there may be a key in it.
func (d *Desk) whyFeed(ctx context.Context, r Request, typed string) (Reply, error) {
	in := r.in()
	fs, err := d.Feeds.Feeds(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("read the feeds: %w", err)
	}
	f, err := chosenFeed(fs, typed)
	if err != nil {
		return Reply{}, err
	}
	yields, err := d.Yields.Yields(ctx, d.now())
	if err != nil {
		return Reply{}, fmt.Errorf("read what the feeds bring: %w", err)
	}
	visits, err := d.Checks.Visits(ctx, f.ID, visitsTold)
	if err != nil {
		return Reply{}, fmt.Errorf("read the visits to feed %d: %w", f.ID, err)
	}
	return private(WhyFeedCard(in, f, yields[f.ID], visits, r.User.ManageServer, d.now(), d.zone())), nil
}

// pressWhy explains the feed of a button, or lists those of a message.
func (d *Desk) pressWhy(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	ids, err := d.silentFeeds(ctx, p)
	if err != nil || len(ids) == 0 {
		return gone(in), err
	}
	var out Reply
	for _, id := range ids[:min(len(ids), mostExplained)] {
		one, err := d.whyFeed(ctx, p.Request, fmt.Sprint(id))
		if err != nil {
			return Reply{}, err
		}
		out.Cards = append(out.Cards, one.Cards...)
	}
	out.Private = true
	if n := len(ids) - mostExplained; n > 0 {
		out.Cards[len(out.Cards)-1].Footer += in.Say(" · %s more", n)
	}
	return out, nil
}

// mostExplained is how many feeds one press explains.
const mostExplained = 4

// WhyFeedCard says how a feed is, what it brings, and how the last visits went.
// whole shows its address too.
func WhyFeedCard(in locales.Tongue, f statements.Feed, y statements.Yield, visits []statements.Visit, whole bool, now time.Time, zone *time.Location) Card {
	c := Card{Form: FormStatus, Footer: in.Say("Feed %s", fmt.Sprint(f.ID))}
	state := f.State(y, now, zone)
	c.Lead = []Block{{Runs: []Run{{Text: feedTitle(f), Bold: true}, {Text: ": " + short(publicly(in.Tell(state.Words), f, whole), mostContext)}}}}
	if state.Sick() {
		c.Accent = Trouble
		id := fmt.Sprint(f.ID)
		c.Buttons = []Button{{Label: in.Say("Check now"), Action: "feedcheck", ID: "f" + id, Typed: "feed check " + id}}
	}
	field := func(name string, runs ...Run) {
		c.Fields = append(c.Fields, Field{Name: name, Body: []Block{{Runs: runs}}})
	}
	if whole {
		field(in.Say("Address"), Run{Text: bareURL(f.URL)})
		if !state.Hint.IsZero() {
			field(in.Say("What to do"), Run{Text: short(in.Tell(state.Hint), mostContext)})
		}
	}
	read := []Run{{Text: in.Say("never")}}
	if !f.LastOK.IsZero() {
		read = runsIn{in}.Say("last well %s", Run{Ago: f.LastOK})
	}
	if f.NextAt.After(now) && !f.Paused {
		read = runsIn{in}.Say("%s, next %s", read, Run{Ago: f.NextAt})
	}
	field(in.Say("Read"), read...)
	field(in.Say("Brings"), Run{Text: brings(in, y)})
	if len(visits) > 0 {
		var lines []Block
		for _, v := range visits {
			lines = append(lines, Block{Runs: []Run{{Text: in.Clock(v.At, zone) + " " + short(visited(in, v, f, whole), mostContext)}}})
		}
		c.Fields = append(c.Fields, Field{Name: in.Say("Last visits with news"), Typed: in.Say("Last visits"), Body: lines})
	}
	return c
}

// feedTitle is what everybody may call a feed.
func feedTitle(f statements.Feed) string {
	if f.Name != "" {
		return short(f.Name, mostName)
	}
	return hostOf(f.URL)
}

// brings says what a feed brought in the last seven days and in a usual week.
func brings(in locales.Tongue, y statements.Yield) string {
	if len(y.Weeks) == 0 {
		return in.Say("nothing new in nine weeks, or since it was first read")
	}
	w := y.Weeks[0]
	line := in.Say("%s, %s and %s in the last 7 days", in.Count(w.Items, "%s item", "%s items"), in.Count(w.Articles, "%s article", "%s articles"), in.Count(w.Statements, "%s statement", "%s statements"))
	if w.Stubs > 0 {
		line = in.Say("%s, %s of the articles without their text", line, w.Stubs)
	}
	if n, ok := y.Norm(); ok {
		line = in.Say("%s; usually %s, %s and %s a week", line, in.Count(n.Items, "%s item", "%s items"), in.Count(n.Articles, "%s article", "%s articles"), in.Count(n.Statements, "%s statement", "%s statements"))
	}
	return line
}

// visited is how a visit went.
func visited(in locales.Tongue, v statements.Visit, f statements.Feed, whole bool) string {
	if v.Problem != "" {
		first, _, _ := strings.Cut(v.Problem, ". ")
		return publicly(in.Tell(statements.Retold(strings.TrimRight(first, "."))), f, whole)
	}
	return in.Say("%s of %s new, %s", v.New, in.Count(v.Items, "%s item", "%s items"), in.Count(v.Statements, "%s statement", "%s statements"))
}

// publicly takes a feed's address out of words that everybody reads.
func publicly(words string, f statements.Feed, whole bool) string {
	if whole {
		return words
	}
	fields := strings.Split(words, " ")
	host := hostOf(f.URL)
	for i, w := range fields {
		if at := strings.Index(w, host); at >= 0 {
			fields[i] = host
			if end := strings.IndexFunc(w[at:], func(r rune) bool { return r > unicode.MaxASCII }); end >= 0 {
				fields[i] += w[at+end:] // no address goes on there
			}
		}
	}
	return strings.Join(fields, " ")
}
