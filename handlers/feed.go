package handlers

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// address completes an address that was typed without its scheme.
func address(typed string) string {
	if typed != "" && !strings.Contains(typed, "://") {
		return "https://" + typed
	}
	return typed
}

// checkFeed says what can be said before anything is fetched.
func (d *Desk) checkFeed(ctx context.Context, f statements.Feed) error {
	if !isWeb(f.URL) {
		return &statements.Problem{Text: statements.Say("‘%s’ is no address of the web.", short(f.URL, mostName)),
			Hint: statements.Say("It begins with https://, for example https://harborcourier.example/feed.xml.")}
	}
	if d.Schedule != nil && f.Schedule != "" {
		if err := d.Schedule(f.Schedule); err != nil {
			return &statements.Problem{Text: statements.Say("‘%s’ is no schedule for a feed.", short(f.Schedule, mostName)),
				Hint: statements.Say("Write @every 10m, or five fields of cron such as 0 * * * *.")}
		}
	}
	fs, err := d.Feeds.Feeds(ctx)
	if err != nil {
		return fmt.Errorf("read the feeds: %w", err)
	}
	for _, old := range fs {
		if old.URL == f.URL && !old.Paused {
			return readAlready(old)
		}
	}
	return nil
}

func readAlready(f statements.Feed) error {
	return &statements.Problem{Text: statements.Say("%s is read already.", feedName(f)), Hint: statements.Say("`feed list` shows all of them.")}
}

func (d *Desk) feedList(ctx context.Context, r Request) (Reply, error) {
	return d.listPage(ctx, r, "feeds", 1)
}

// feedRemove ends the reading of a feed, by its number, name or address.
func (d *Desk) feedRemove(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	fs, err := d.Feeds.Feeds(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("read the feeds: %w", err)
	}
	f, err := chosenFeed(fs, r.Options["feed"])
	if err != nil {
		return Reply{}, err
	}
	if f.Origin == statements.OriginConfig {
		return Reply{}, &statements.Problem{Text: statements.Say("%s stands in the configuration.", feedName(f)), Hint: statements.Say("The operator takes it out there and starts the bot again.")}
	}
	err = d.Feeds.RemoveFeed(ctx, f.ID)
	if errors.Is(err, statements.ErrNotFound) {
		return Reply{}, noSuchFeed(r.Options["feed"])
	}
	if err != nil {
		return Reply{}, fmt.Errorf("remove feed %d: %w", f.ID, err)
	}
	d.changed()
	return private(Card{Form: FormDone, Lead: []Block{
		{Runs: runsIn{in}.Say("No longer reading %s.", Run{Text: feedName(f), Bold: true})},
		{Runs: []Run{{Text: in.Say("What it brought stays on record.")}}},
	}}), nil
}

// chosenFeed finds a feed by its number or address, or by a name that only
// one has.
func chosenFeed(fs []statements.Feed, typed string) (statements.Feed, error) {
	id, err := strconv.ParseInt(strings.TrimPrefix(typed, "#"), 10, 64)
	var named []statements.Feed
	for _, f := range fs {
		if err == nil && f.ID == id || f.URL == typed {
			return f, nil
		}
		if text.Fold(f.Name) == text.Fold(typed) {
			named = append(named, f)
		}
	}
	switch len(named) {
	case 1:
		return named[0], nil
	case 0:
		return statements.Feed{}, noSuchFeed(typed)
	}
	return statements.Feed{}, &statements.Problem{Text: statements.Say("%s feeds have the name ‘%s’.", len(named), short(typed, mostName)),
		Hint: statements.Say("Use the number: `feed list` shows it.")}
}

func noSuchFeed(typed string) error {
	return &statements.Problem{Text: statements.Say("No feed has the number, name or address ‘%s’.", short(typed, mostName)), Hint: statements.Say("`feed list` shows all of them.")}
}
