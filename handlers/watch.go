package handlers

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/text"
)

// mostWatched bounds the watches of one server.
const mostWatched = 500

// watchAdd makes a watch. A speaker whom nobody has heard of yet is fine, and
// said.
func (d *Desk) watchAdd(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	w, err := d.wanted(r)
	if err != nil {
		return Reply{}, err
	}
	here, err := d.watchesOf(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	for _, old := range here {
		if same(old, w) {
			return Reply{}, watchedAlready(old)
		}
	}
	if len(here) >= mostWatched {
		return Reply{}, &statements.Problem{Text: statements.Say("This server has %s watches, and that is the most.", len(here)),
			Hint: statements.Say("Remove one first: `watch remove` and its number.")}
	}
	kept, note, tried, err := d.begin(ctx, in, w)
	if errors.Is(err, statements.ErrExists) {
		return Reply{}, watchedAlready(kept)
	}
	if err != nil {
		return Reply{}, err
	}
	c := watching(in, kept, note)
	c.Lead = append(c.Lead, rateLines(in, tried, "watch preview")...)
	return private(c), nil
}

// begin tries a watch on the past and keeps it. note says who is meant;
// statements.ErrExists comes with the watch that is there.
func (d *Desk) begin(ctx context.Context, in locales.Tongue, w statements.Watch) (kept statements.Watch, note string, tried Preview, err error) {
	if note, err = d.acquaintance(ctx, in, w.Speaker); err != nil {
		return w, "", tried, err
	}
	if tried, err = d.preview(ctx, w); err != nil {
		return w, "", tried, err
	}
	if kept, err = d.Watches.AddWatch(ctx, w); err != nil {
		return kept, "", tried, fmt.Errorf("add a watch: %w", err)
	}
	d.changed()
	return kept, note, tried, nil
}

func watchedAlready(w statements.Watch) error {
	return &statements.Problem{Text: statements.Say("That is watched already, as number %s.", fmt.Sprint(w.ID)),
		Hint: statements.Say("`watch edit %s` changes it; `watch list` shows all of them.", fmt.Sprint(w.ID))}
}

// wanted reads the options of watch add.
func (d *Desk) wanted(r Request) (statements.Watch, error) {
	w := statements.Watch{Server: r.Server, Place: r.Place, Backlog: r.Options["backlog"] == "yes", By: r.User.Name, Created: d.now()}
	if err := readWatch(&w, r.Options, "watch add"); err != nil {
		return w, err
	}
	return w, ofServer(w, r)
}

// ofServer refuses a place of another surface, and somebody's direct messages:
// those are for what somebody follows himself.
func ofServer(w statements.Watch, r Request) error {
	if surface(w.Place) != surface(r.Server) || strings.Contains(w.Place, "@") {
		return &statements.Problem{Text: statements.Say("‘%s’ is no channel of this server.", short(w.Place, mostName)), Hint: statements.Say("Leave channel out to be told here.")}
	}
	return nil
}

// surface is what a place or a server begins with: discord, console.
func surface(place string) string {
	before, _, _ := strings.Cut(place, ":")
	return before
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// same reports whether two watches wait for the same in the same place.
func same(a, b statements.Watch) bool {
	return a.Place == b.Place && text.Fold(a.Speaker) == text.Fold(b.Speaker) && a.Keywords == b.Keywords && a.Only.String() == b.Only.String()
}

// acquaintance says whether a name is on record, and which names are near it.
func (d *Desk) acquaintance(ctx context.Context, in locales.Tongue, name string) (string, error) {
	if name == "" {
		return "", nil
	}
	meant, near, err := d.speaker(ctx, name)
	if err != nil {
		return "", err
	}
	switch {
	case meant[0].ID != 0 || meant[0].Statements > 0:
		return in.Say("On record so far: %s.", names(in, meant)), nil
	case len(near) > 0:
		return in.Say("Nobody of that name is on record yet. Near it: %s.", names(in, near)), nil
	}
	return in.Say("Nobody of that name is on record yet; the watch waits for the first words."), nil
}

// watching says what was made.
func watching(in locales.Tongue, w statements.Watch, note string) Card {
	c := Card{Form: FormDone, Lead: []Block{{Runs: runsIn{in}.Say("Watching %s, in %s.", watchRuns(in, w), placeRun(in, w.Place))}}}
	if when := timingRuns(in, w); when != nil {
		when[0].Text = capital(when[0].Text)
		c.Lead = append(c.Lead, Block{Runs: when})
	}
	if note != "" {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: note}}})
	}
	if w.Backlog {
		c.Lead = append(c.Lead, Block{Runs: []Run{{Text: in.Say("What is on record already follows, folded.")}}})
	}
	c.Footer = in.Say("Watch %s · /watch remove %s ends it", fmt.Sprint(w.ID), fmt.Sprint(w.ID))
	return c
}

// watchesOf gives the watches of the server that r comes from, and those of
// the configuration that tell the very place it comes from; in a direct message
// what the asker follows. Nobody sees more.
func (d *Desk) watchesOf(ctx context.Context, r Request) ([]statements.Watch, error) {
	return d.watchesFrom(ctx, r, seenFrom(r))
}

func (d *Desk) watchesFrom(ctx context.Context, r Request, server string) ([]statements.Watch, error) {
	if server == "" {
		return nil, nil
	}
	all, _, err := d.Watches.Watches(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the watches: %w", err)
	}
	var out []statements.Watch
	for _, w := range all {
		if w.Server == server || w.Server == "" && w.Place == r.Place && server == r.Server {
			out = append(out, w)
		}
	}
	return out, nil
}

func (d *Desk) watchList(ctx context.Context, r Request) (Reply, error) {
	return d.listPage(ctx, r, "watches", 1)
}

// listPage is a page of the watches, of what the asker follows, or of the feeds.
func (d *Desk) listPage(ctx context.Context, r Request, what string, page int) (Reply, error) {
	in := r.in()
	if what == "feeds" {
		fs, err := d.Feeds.Feeds(ctx)
		if err != nil {
			return Reply{}, fmt.Errorf("read the feeds: %w", err)
		}
		yields, err := d.Yields.Yields(ctx, d.now())
		if err != nil {
			return Reply{}, fmt.Errorf("read what the feeds bring: %w", err)
		}
		return Reply{Cards: FeedListCards(in, fs, yields, page, d.now(), d.zone()), Private: true}, nil
	}
	read, card := d.watchesOf, WatchListCard
	if what == "follows" {
		read, card = d.followed, FollowingCard
	}
	ws, err := read(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	return private(card(in, ws, page)), nil
}

// watchRemove ends a watch, by its number or its name.
func (d *Desk) watchRemove(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	here, err := d.watchesOf(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	w, err := chosenWatch(in, here, r.Options["watch"])
	if err != nil {
		return Reply{}, err
	}
	if w.Server == "" {
		return Reply{}, fromConfiguration()
	}
	gone, err := d.Watches.RemoveWatch(ctx, r.Server, w.ID)
	if errors.Is(err, statements.ErrNotFound) {
		return Reply{}, noSuchWatch(r.Options["watch"])
	}
	if err != nil {
		return Reply{}, fmt.Errorf("remove watch %d: %w", w.ID, err)
	}
	d.changed()
	return private(Card{Form: FormDone, Lead: []Block{{Runs: runsIn{in}.Say("No longer watching %s.", watchRuns(in, gone))}}}), nil
}

// chosenWatch finds a watch by its number, or by a name that only one has, in
// English or as the reader sees it.
func chosenWatch(in locales.Tongue, ws []statements.Watch, typed string) (statements.Watch, error) {
	var named []statements.Watch
	id, err := strconv.ParseInt(strings.TrimPrefix(typed, "#"), 10, 64)
	for _, w := range ws {
		if err == nil && w.ID == id {
			return w, nil
		}
		if want := text.Fold(typed); text.Fold(w.Name()) == want || text.Fold(watchTitle(in, w)) == want {
			named = append(named, w)
		}
	}
	switch len(named) {
	case 1:
		return named[0], nil
	case 0:
		return statements.Watch{}, noSuchWatch(typed)
	}
	return statements.Watch{}, &statements.Problem{Text: statements.Say("%s watches have the name ‘%s’.", len(named), short(typed, mostName)),
		Hint: statements.Say("Use the number: `watch list` shows it.")}
}

func noSuchWatch(typed string) error {
	return &statements.Problem{Text: statements.Say("This server has no watch ‘%s’.", short(typed, mostName)), Hint: statements.Say("`watch list` shows all with their numbers.")}
}

// changed tells whoever waits that watches or feeds are other ones now.
func (d *Desk) changed() {
	if d.Changed != nil {
		d.Changed()
	}
}
