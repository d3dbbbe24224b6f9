package handlers

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// Checks has a feed visited now.
type Checks interface {
	// CheckFeed makes a feed due at once, one that is paused too.
	CheckFeed(ctx context.Context, id int64) (statements.Feed, error)
	// Visits gives the newest n visits that brought something or went wrong.
	Visits(ctx context.Context, feedID int64, n int) ([]statements.Visit, error)
}

// everyFeed means all feeds that fail.
const everyFeed = "all"

// feedCheck is the command: a feed is visited now, and not when it is due.
func (d *Desk) feedCheck(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	fs, err := d.Feeds.Feeds(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("read the feeds: %w", err)
	}
	if strings.EqualFold(r.Options["feed"], everyFeed) {
		var ids []int64
		for _, f := range fs {
			if f.Seen && !f.Healthy() {
				ids = append(ids, f.ID)
			}
		}
		if len(ids) == 0 {
			return private(Card{Form: FormDone, Lead: []Block{{Runs: []Run{{Text: in.Say("No feed fails."), Bold: true}}}}}), nil
		}
		return d.check(ctx, in, ids)
	}
	f, err := chosenFeed(fs, r.Options["feed"])
	if err != nil {
		return Reply{}, err
	}
	return d.check(ctx, in, []int64{f.ID})
}

// check makes feeds due. One that was removed in between is passed over.
func (d *Desk) check(ctx context.Context, in locales.Tongue, ids []int64) (Reply, error) {
	var names []string
	for _, id := range ids {
		f, err := d.Checks.CheckFeed(ctx, id)
		if errors.Is(err, statements.ErrNotFound) {
			continue
		}
		if err != nil {
			return Reply{}, fmt.Errorf("make feed %d due: %w", id, err)
		}
		names = append(names, feedName(f))
	}
	if len(names) == 0 {
		return Reply{}, noSuchFeed(fmt.Sprint(ids[0]))
	}
	d.changed()
	return private(Card{Form: FormDone, Lead: []Block{
		{Runs: runsIn{in}.Say("Reading %s now.", boldNames(in, names))},
		{Runs: runsIn{in}.Say("If that works, the message about it changes by itself; %s says how it went.", command("feed list"))},
	}}), nil
}

// pressFeedCheck has the feed of a button read now, or those of a message that
// tells of several: by who may type it.
func (d *Desk) pressFeedCheck(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	c, _ := commandOf("feed check")
	if err := admitted(c, p.Request); err != nil {
		return Reply{}, err
	}
	ids, err := d.silentFeeds(ctx, p)
	if err != nil || len(ids) == 0 {
		return gone(in), err
	}
	return d.check(ctx, in, ids)
}

// silentFeeds are the feeds that a button under a message of silent sources is
// about.
func (d *Desk) silentFeeds(ctx context.Context, p Press) ([]int64, error) {
	if id, ok := feedRef(p.ID); ok {
		return []int64{id}, nil
	}
	owed, err := d.owed(ctx, p)
	if err != nil || owed.Hush == nil {
		return nil, err
	}
	var ids []int64
	for _, q := range owed.Hush.Open() {
		if q.Feed != 0 {
			ids = append(ids, q.Feed)
		}
	}
	return ids, nil
}

// feedRef reads the number of a feed: "f12", "feed 12".
func feedRef(s string) (id int64, ok bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), ""))
	rest, ok := strings.CutPrefix(s, "feed")
	if !ok {
		rest, ok = strings.CutPrefix(s, "f")
	}
	id, err := strconv.ParseInt(strings.TrimPrefix(rest, "#"), 10, 64)
	return id, ok && err == nil && id > 0
}
