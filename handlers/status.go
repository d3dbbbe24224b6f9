package handlers

import (
	"context"
	"fmt"
	"slices"

	"onrecord/statements"
)

// testedDays is how long a watch's alerts are counted for whether it is noisy.
const testedDays = 7

// status is the command: what is on record, and what is watched here.
func (d *Desk) status(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	stats, err := d.Stats.Stats(ctx, seenFrom(r))
	if err != nil {
		return Reply{}, fmt.Errorf("read the state of the archive: %w", err)
	}
	ws, err := d.watchesOf(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	fs, err := d.Feeds.Feeds(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("read the feeds: %w", err)
	}
	yields, err := d.Yields.Yields(ctx, d.now())
	if err != nil {
		return Reply{}, fmt.Errorf("read what the feeds bring: %w", err)
	}
	tested, err := d.Reviews.Tested(ctx, r.Server, d.now().AddDate(0, 0, -testedDays), d.now())
	if err != nil {
		return Reply{}, err
	}
	var closed []statements.Notice
	if r.Server != "" && r.User.ManageServer {
		if closed, err = d.Notices.Closed(ctx, r.Server); err != nil {
			return Reply{}, err
		}
	}
	held, err := d.heldHere(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	feeds := listed(fs, yields, d.now(), d.zone())
	less, cutOff := lesser(feeds)
	s := Status{Failing: titles(feeds.sick, statements.FeedFailing, statements.FeedPaused), Unread: titles(feeds.well, statements.FeedUnread), Closed: closed, Held: held, Tested: tested, Less: less, CutOff: cutOff, Stats: stats, Watches: ws, Server: r.Server != "", Started: d.Started, Version: d.Version}
	c := StatusCard(in, s, d.now())
	meaning, err := d.meaningField(ctx, in)
	if err != nil {
		return Reply{}, err
	}
	c.Fields = append(c.Fields, meaning...)
	mutes, err := d.mutesOf(ctx, r, here(r))
	if err != nil {
		return Reply{}, err
	}
	if lines := d.muteLines(in, mutes); lines != nil {
		c.Fields = append(c.Fields, Field{Name: in.Say("Muted here"), Body: lines})
	}
	return private(c), nil
}

// heldHere counts the alerts that gather for the place of a request.
func (d *Desk) heldHere(ctx context.Context, r Request) (n int, err error) {
	waits, err := d.gathered(ctx, r)
	for _, g := range waits {
		n += g.Alerts
	}
	return n, err
}

// titles are what everybody may call those feeds that are of a kind.
func titles(of []stated, kinds ...statements.FeedKind) (out []string) {
	for _, f := range of {
		if slices.Contains(kinds, f.state.Kind) {
			out = append(out, feedTitle(f.Feed))
		}
	}
	return out
}

// lesser names the feeds that can be reached and bring less than they should,
// and counts those that our own network keeps from us.
func lesser(l feedList) (names []string, cutOff int) {
	for _, f := range l.sick {
		if f.state.Kind == statements.FeedDamaged || f.state.Kind == statements.FeedQuiet {
			names = append(names, feedName(f.Feed))
		}
	}
	return names, len(l.cutOff)
}
