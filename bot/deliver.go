package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// Outbox holds what is owed.
type Outbox interface {
	// LeaseDeliveries takes what is due for a surface, oldest first and at most
	// one for a place, and writes down that an attempt has begun.
	LeaseDeliveries(ctx context.Context, surface string, now time.Time, n int, lease time.Duration) ([]statements.Delivery, error)
	Owed(ctx context.Context, surface string, now time.Time) (due int, next time.Time, err error)
	// ResumePlaces has the places that were closed tried again.
	ResumePlaces(ctx context.Context, surface string) (int, error)
	Fates
	Edits
}

// Edits are messages that are there and have more to tell by now.
type Edits interface {
	LeaseEdits(ctx context.Context, surface string, now time.Time, n int, lease time.Duration) ([]statements.Delivery, error)
	SettleEdit(ctx context.Context, id string, at time.Time) error
	// RetryEdit: the zero time gives it up.
	RetryEdit(ctx context.Context, id string, at time.Time) error
	NextEdit(ctx context.Context, surface string) (time.Time, error)
}

// Fates are the ways in which an attempt ends.
type Fates interface {
	SettleDelivery(ctx context.Context, id, messageID string, at time.Time) error
	// RetryDelivery: certain says that the message is surely not there.
	RetryDelivery(ctx context.Context, id string, at time.Time, why string, certain bool) error
	PauseDelivery(ctx context.Context, id, why string) error
	UnleaseDelivery(ctx context.Context, id string) error
}

// Surface is where people read.
type Surface interface {
	// Prefix is the part of a place before the colon.
	Prefix() string
	// Post shows a card in a place. The nonce is the delivery's id: a surface
	// that has seen it lately gives the message that it made then.
	Post(ctx context.Context, place string, card handlers.Card, nonce string) (messageID string, err error)
	// Find looks for the message of a delivery whose fate is not known.
	// The attempt began at since.
	Find(ctx context.Context, place, id string, since time.Time) (messageID string, found bool, err error)
	// Edit has a message that is there show another card. Nobody is notified.
	Edit(ctx context.Context, place, messageID string, card handlers.Card, nonce string) error
}

// fate is what a surface's error may say about itself.
type fate interface {
	error
	// Fate: whether to try again and after what time at the earliest, whether
	// the message is certainly not there, whether the place is closed to us.
	Fate() (retry bool, after time.Duration, certain, gone bool)
}

// Courier brings what the outbox owes to one surface.
type Courier struct {
	Outbox  Outbox
	Surface Surface
	Draw    func(statements.Delivery) handlers.Card
	Tongue  locales.Tongue // of a card that cannot be drawn; English if zero
	Now     func() time.Time
	Log     *slog.Logger
	Workers int           // posts at the same time, each in another place
	Look    time.Duration // how often the outbox is looked at unasked: other processes fill it too

	wake chan struct{}
	once sync.Once
}

const (
	// lease is how long an attempt may take before another process may take
	// the delivery over: a look-up and Discord's slowest answer. grace is what
	// an attempt gets after a stop was asked for.
	lease = time.Minute
	grace = 8 * time.Second

	// Backoff of deliveries without a Retry-After: doubling between these.
	firstRetry = time.Second
	lastRetry  = 10 * time.Minute

	// firstEditRetry is how long a failed edit waits: nobody is waiting for it.
	firstEditRetry = 30 * time.Second

	// knock is how often a place that was closed to us is tried again: rights
	// that were taken away by mistake are given back without a word to us.
	knock = 15 * time.Minute
)

// Wake has the courier look at the outbox at once. It never waits.
func (c *Courier) Wake() {
	select {
	case c.bell() <- struct{}{}:
	default:
	}
}

func (c *Courier) bell() chan struct{} {
	c.once.Do(func() { c.wake = make(chan struct{}, 1) })
	return c.wake
}

// Run delivers until ctx ends, and lets the attempts that it has begun end
// well for a few seconds more. A slow place holds up nobody else.
func (c *Courier) Run(ctx context.Context) error {
	busy := make(chan struct{}, c.Workers)
	slow, cancel := c.outlive(ctx)
	defer cancel()
	var wg sync.WaitGroup
	defer wg.Wait()
	var knocked time.Time
	for ctx.Err() == nil {
		if now := c.Now(); now.Sub(knocked) >= knock {
			knocked = now
			c.resume(ctx)
		}
		due, err := c.lease(ctx, cap(busy)-len(busy))
		if err != nil && ctx.Err() == nil {
			c.Log.Error("outbox", "error", err)
		}
		for _, job := range due {
			busy <- struct{}{}
			wg.Go(func() {
				if err := job(slow); err != nil {
					c.Log.Error("outbox", "error", err)
				}
				<-busy
				c.Wake()
			})
		}
		switch {
		case len(busy) == cap(busy):
			c.pause(ctx, c.Look) // whoever is done rings
		case len(due) == 0:
			c.rest(ctx)
		}
	}
	return nil
}

func (c *Courier) resume(ctx context.Context) {
	n, err := c.Outbox.ResumePlaces(ctx, c.Surface.Prefix())
	switch {
	case err != nil && ctx.Err() == nil:
		c.Log.Error("outbox", "error", err)
	case n > 0:
		c.Log.Info("closed places are tried again", "held", n)
	}
}

// Drain delivers until nothing is due now and nothing falls due before wait is
// over; a delivery that is put off longer stays in the outbox.
func (c *Courier) Drain(ctx context.Context, wait time.Duration) error {
	end := c.Now().Add(wait)
	for {
		n, err := c.round(ctx)
		if err != nil {
			return err
		}
		if n > 0 {
			continue
		}
		next, err := c.next(ctx)
		if err != nil || next.IsZero() || next.After(end) {
			return err
		}
		if err := sleep(ctx, max(next.Sub(c.Now()), time.Millisecond)); err != nil {
			return err
		}
	}
}

// rest waits for the bell, for what falls due next, or for the next look.
func (c *Courier) rest(ctx context.Context) {
	pause := c.Look
	if next, err := c.next(ctx); err == nil && !next.IsZero() {
		pause = min(pause, max(next.Sub(c.Now()), 10*time.Millisecond))
	}
	c.pause(ctx, pause)
}

// pause waits for the bell, but not longer than d.
func (c *Courier) pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-c.bell():
	case <-t.C:
	}
}

// round delivers what is due, one a place, and gives how many attempts that
// were.
func (c *Courier) round(ctx context.Context) (int, error) {
	due, err := c.lease(ctx, c.Workers)
	if err != nil {
		return 0, err
	}
	slow, cancel := c.outlive(ctx)
	defer cancel()
	errs := make([]error, len(due))
	var wg sync.WaitGroup
	for i, job := range due {
		wg.Go(func() { errs[i] = job(slow) })
	}
	wg.Wait()
	return len(due), errors.Join(errs...)
}

// lease takes what is due: messages first, then edits.
func (c *Courier) lease(ctx context.Context, n int) ([]func(context.Context) error, error) {
	if n == 0 {
		return nil, nil
	}
	var out []func(context.Context) error
	due, err := c.Outbox.LeaseDeliveries(ctx, c.Surface.Prefix(), c.Now(), n, lease)
	if err != nil {
		return nil, fmt.Errorf("lease deliveries: %w", err)
	}
	for _, d := range due {
		out = append(out, func(ctx context.Context) error { return c.attempt(ctx, d) })
	}
	if n -= len(due); n == 0 {
		return out, nil
	}
	stale, err := c.Outbox.LeaseEdits(ctx, c.Surface.Prefix(), c.Now(), n, lease)
	if err != nil {
		return out, fmt.Errorf("lease edits: %w", err)
	}
	for _, d := range stale {
		out = append(out, func(ctx context.Context) error { return c.edit(ctx, d) })
	}
	return out, nil
}

// next is when something falls due that is not due yet; zero if nothing will.
func (c *Courier) next(ctx context.Context) (time.Time, error) {
	_, next, err := c.Outbox.Owed(ctx, c.Surface.Prefix(), c.Now())
	if err != nil {
		return next, err
	}
	edit, err := c.Outbox.NextEdit(ctx, c.Surface.Prefix())
	if next.IsZero() || !edit.IsZero() && edit.Before(next) {
		next = edit
	}
	return next, err
}

// outlive gives attempts a context that ends a grace after ctx does: to give
// one up half-way would leave a message whose fate nobody knows.
func (c *Courier) outlive(ctx context.Context) (context.Context, context.CancelFunc) {
	slow, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })
	return slow, func() { stop(); cancel() }
}

// nonceWindow is how long Discord surely knows a nonce: "the past few minutes",
// https://discord.com/developers/docs/resources/message#create-message.
const nonceWindow = 2 * time.Minute

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
