package bot

import (
	"context"
	"log/slog"
	"time"

	"golang.org/x/sync/errgroup"
)

// Poller visits feeds as they fall due until ctx ends.
type Poller interface {
	Run(ctx context.Context, tick time.Duration) error
}

// Bot is everything that runs at the same time.
type Bot struct {
	Poller  Poller
	Backlog *Backlog
	Courier *Courier
	// Watchman tells of silent sources; nil tells nobody.
	Watchman *Watchman
	// Digests has digests come at their hours; nil leaves out the empty ones.
	Digests *Digests
	Log     *slog.Logger
}

const (
	pollTick    = 200 * time.Millisecond // finest schedule is a second
	backlogTick = time.Second
	silenceTick = 30 * time.Second // the first look is one later: feeds are visited before
)

// Run polls, reads and delivers until ctx ends. It returns when all of it has
// stopped: first the polls, then the courier.
func (b *Bot) Run(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return b.Poller.Run(ctx, pollTick) })
	g.Go(func() error { return b.backlogs(ctx) })
	g.Go(func() error { return b.Courier.Run(ctx) })
	g.Go(func() error { return b.silences(ctx) })
	if b.Digests != nil {
		g.Go(func() error { return b.Digests.Run(ctx) })
	}
	return g.Wait()
}

// backlogs serves new watches with what the archive holds.
func (b *Bot) backlogs(ctx context.Context) error {
	for {
		if _, err := b.Backlog.Run(ctx); err != nil && ctx.Err() == nil {
			b.Log.Error("backlog", "error", err)
		}
		if sleep(ctx, backlogTick) != nil {
			return nil
		}
	}
}

// silences tells places of silent sources.
func (b *Bot) silences(ctx context.Context) error {
	for b.Watchman != nil && sleep(ctx, silenceTick) == nil {
		if _, err := b.Watchman.Look(ctx); err != nil && ctx.Err() == nil {
			b.Log.Error("silence", "error", err)
		}
	}
	return nil
}
