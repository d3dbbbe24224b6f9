package bot

import (
	"context"
	"log/slog"
	"time"
)

// Diary keeps the messages that gather alerts until their hour.
type Diary interface {
	// ArrangeDigests has one wait for the next hour of each digest, also of those
	// that will have nothing to tell. It may be called by many and at any time.
	ArrangeDigests(ctx context.Context, now time.Time) error
}

// Digests makes sure that a digest comes at each of its hours, be it to say that
// there is nothing new. What tells it is the courier, like anything else.
type Digests struct {
	Diary Diary
	Now   func() time.Time
	Log   *slog.Logger
}

// digestTick is how often the diary is looked at: an hour's message must be
// there before it, and two hours of a digest lie 15 minutes apart at least.
const digestTick = 10 * time.Second

// Run arranges digests until ctx ends, at once and then again and again.
func (d *Digests) Run(ctx context.Context) error {
	for {
		if err := d.Diary.ArrangeDigests(ctx, d.Now()); err != nil && ctx.Err() == nil {
			d.Log.Error("digests", "error", err)
		}
		if sleep(ctx, digestTick) != nil {
			return nil
		}
	}
}
