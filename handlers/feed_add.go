package handlers

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/reasons"
)

// feedAdd finds the feeds of an address. One that is clearly meant is added;
// among several the asker chooses.
func (d *Desk) feedAdd(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	f := statements.Feed{
		URL: address(r.Options["url"]), Name: oneLine(r.Options["name"]), Schedule: oneLine(r.Options["schedule"]),
		Origin: statements.OriginChat, By: r.User.Name, NextAt: d.now(),
	}
	if err := d.checkFeed(ctx, f); err != nil {
		return Reply{}, err
	}
	found, err := d.Intake.Find(ctx, f.URL)
	if err != nil {
		return Reply{}, fmt.Errorf("look for feeds: %w", err)
	}
	if c, ok := clear(found); ok {
		card, err := d.addFound(ctx, in, f, c)
		return private(card), err
	}
	return d.offerFeeds(ctx, r, f, found)
}

// clear gives the one feed that is meant: the only one, or the only one that
// brings anything but comments.
func clear(found []statements.Candidate) (statements.Candidate, bool) {
	n := 0
	for _, c := range found {
		if !c.Comments && c.Items > 0 {
			n++
		}
	}
	if n == 1 || len(found) == 1 {
		return found[0], true // comments and empty ones are last
	}
	return statements.Candidate{}, false
}

// addFound adds a feed that was found.
func (d *Desk) addFound(ctx context.Context, in locales.Tongue, f statements.Feed, c statements.Candidate) (Card, error) {
	f.URL = c.URL
	if f.Name == "" {
		f.Name = short(c.Title, mostName)
	}
	kept, err := d.Feeds.AddFeed(ctx, f)
	if errors.Is(err, statements.ErrExists) {
		if kept.URL == "" {
			kept = f
		}
		return Card{}, readAlready(kept)
	}
	if err != nil {
		return Card{}, fmt.Errorf("add a feed: %w", err)
	}
	d.changed()
	return FeedAddedCard(in, kept, c), nil
}

// feedNote is what the buttons of a choice are about.
type feedNote struct {
	User, Server string
	Feed         statements.Feed // as it was asked for
	Found        []statements.Candidate
}

func noteName(id string) string { return "feed choice " + id }

// offerFeeds asks which of several feeds is meant.
func (d *Desk) offerFeeds(ctx context.Context, r Request, f statements.Feed, found []statements.Candidate) (Reply, error) {
	in := r.in()
	fs, err := d.Feeds.Feeds(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("read the feeds: %w", err)
	}
	for i := range found {
		if slices.ContainsFunc(fs, func(f statements.Feed) bool { return f.URL == found[i].URL }) {
			found[i].Reason = reasons.ReadAlready.With(found[i].Reason)
		}
	}
	id := strings.ToLower(rand.Text()[:13])
	note, err := json.Marshal(feedNote{User: r.User.ID, Server: r.Server, Feed: f, Found: found[:min(len(found), mostOffered)]})
	if err != nil {
		return Reply{}, fmt.Errorf("write down a choice of feeds: %w", err)
	}
	if err := d.Notes.Remember(ctx, noteName(id), string(note)); err != nil {
		return Reply{}, fmt.Errorf("keep a choice of feeds: %w", err)
	}
	return private(FeedChoiceCard(in, f.URL, found, id)), nil
}

// pressFeedPick adds a feed of a choice, or all of them.
func (d *Desk) pressFeedPick(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	c, _ := commandOf("feed add")
	if err := admitted(c, p.Request); err != nil {
		return Reply{}, err
	}
	kept, err := d.Notes.Recall(ctx, noteName(p.ID))
	if err != nil {
		return Reply{}, fmt.Errorf("recall a choice of feeds: %w", err)
	}
	var note feedNote
	if kept == "" || json.Unmarshal([]byte(kept), &note) != nil {
		return gone(in), nil
	}
	if note.Server != p.Server || note.User != p.User.ID {
		return Reply{}, &statements.Problem{Text: statements.Say("This choice is somebody else's."), Hint: statements.Say("Use `feed add` with the address yourself.")}
	}
	chosen := slices.DeleteFunc(slices.Clone(note.Found), func(c statements.Candidate) bool { return c.Comments })
	if p.Arg != "all" {
		n, err := strconv.Atoi(p.Arg)
		if err != nil || n < 1 || n > len(note.Found) {
			return gone(in), nil
		}
		chosen = note.Found[n-1 : n]
	}
	return d.addChosen(ctx, in, note.Feed, chosen)
}

// addChosen adds feeds; of several, one that is read already is passed over.
func (d *Desk) addChosen(ctx context.Context, in locales.Tongue, f statements.Feed, chosen []statements.Candidate) (Reply, error) {
	reply := Reply{Private: true, Update: true}
	if len(chosen) > 1 {
		f.Name = "" // it cannot be the name of all
	}
	var last error
	for _, c := range chosen {
		card, err := d.addFound(ctx, in, f, c)
		var p *statements.Problem
		if err != nil && !errors.As(err, &p) {
			return Reply{}, err
		}
		if err != nil {
			last = err
			continue
		}
		reply.Cards = append(reply.Cards, card)
	}
	if len(reply.Cards) == 0 {
		return Reply{}, last
	}
	return reply, nil
}
