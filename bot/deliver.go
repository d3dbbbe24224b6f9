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

// attempt posts one delivery and writes down how it ended.
func (c *Courier) attempt(ctx context.Context, d statements.Delivery) error {
	if d.Uncertain {
		id, found, err := c.Surface.Find(ctx, d.Place, d.ID, d.Begun)
		if err == nil && found {
			return c.settle(ctx, d, id)
		}
		// Where the place cannot be looked into, the nonce is the guard; past
		// its window a retry of the look-up is all that is safe.
		if err != nil && c.Now().Sub(d.Begun) > nonceWindow {
			return c.failed(ctx, d, err)
		}
	}
	id, err := c.Surface.Post(ctx, d.Place, c.Draw(d), d.ID)
	if refused(err) {
		// The place is open and this card is not taken, which is a mistake of
		// ours: nobody is to miss the alert for it.
		c.Log.Error("card refused", "delivery", d.ID, "error", err)
		id, err = c.Surface.Post(ctx, d.Place, handlers.BareCard(c.Tongue, d), d.ID)
	}
	if err != nil {
		return c.failed(ctx, d, err)
	}
	return c.settle(ctx, d, id)
}

// edit has a message show what has joined it. A message that is gone stays
// gone: somebody took it away.
func (c *Courier) edit(ctx context.Context, d statements.Delivery) error {
	err := c.Surface.Edit(ctx, d.Place, d.MessageID, c.Draw(d), d.ID)
	if err == nil {
		if err := c.Outbox.SettleEdit(ctx, d.ID, c.Now()); err != nil {
			return fmt.Errorf("settle the edit of %s: %w", d.ID, err)
		}
		c.Log.Info("edited", "delivery", d.ID, "place", d.Place)
		return nil
	}
	c.Log.Warn("not edited", "delivery", d.ID, "place", d.Place, "error", err)
	at := c.Now().Add(firstEditRetry)
	var f fate
	if errors.As(err, &f) {
		retry, after, _, gone := f.Fate()
		if gone || !retry {
			at = time.Time{}
		} else {
			at = c.Now().Add(max(after, firstEditRetry))
		}
	}
	if err := c.Outbox.RetryEdit(ctx, d.ID, at); err != nil {
		return fmt.Errorf("put off the edit of %s: %w", d.ID, err)
	}
	return nil
}

// refused reports an error of the message, not of the place or of the moment.
func refused(err error) bool {
	var f fate
	if !errors.As(err, &f) {
		return false
	}
	retry, _, _, gone := f.Fate()
	return !retry && !gone
}

// nonceWindow is how long Discord surely knows a nonce: "the past few minutes",
// https://discord.com/developers/docs/resources/message#create-message.
const nonceWindow = 2 * time.Minute

func (c *Courier) settle(ctx context.Context, d statements.Delivery, messageID string) error {
	if err := c.Outbox.SettleDelivery(ctx, d.ID, messageID, c.Now()); err != nil {
		return fmt.Errorf("settle delivery %s: %w", d.ID, err)
	}
	c.Log.Info("delivered", "delivery", d.ID, "place", d.Place, "form", d.Form)
	return nil
}

func (c *Courier) failed(ctx context.Context, d statements.Delivery, cause error) error {
	retry, after, certain, gone := true, time.Duration(0), false, false
	var f fate
	if errors.As(cause, &f) {
		retry, after, certain, gone = f.Fate()
	}
	c.Log.Warn("not delivered", "delivery", d.ID, "place", d.Place, "attempt", d.Attempts+1, "error", cause)
	if gone || !retry {
		if err := c.Outbox.PauseDelivery(ctx, d.ID, cause.Error()); err != nil {
			return fmt.Errorf("pause delivery %s: %w", d.ID, err)
		}
		return nil
	}
	at := c.Now().Add(max(after, backoff(d.Attempts)))
	if err := c.Outbox.RetryDelivery(ctx, d.ID, at, cause.Error(), certain); err != nil {
		return fmt.Errorf("put off delivery %s: %w", d.ID, err)
	}
	return nil
}

func backoff(attempts int) time.Duration {
	d := firstRetry
	for ; attempts > 0 && d < lastRetry; attempts-- {
		d *= 2
	}
	return min(d, lastRetry)
}

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
