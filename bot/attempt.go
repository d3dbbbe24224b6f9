package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"onrecord/handlers"
	"onrecord/statements"
)

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
