package feeds

import (
	"sync"
	"time"

	"onrecord/statements"
)

// batch is what one claim gave.
type batch struct {
	feeds  []statements.Feed
	count  int       // of them
	most   int       // how many it was for
	looked time.Time // what was due at that time
	err    error
}

// full reports that more may be due.
func (b batch) full() bool { return b.count >= b.most }

// claims asks for the feeds that are due, one claim after the other. Where
// visits are quick the next claim runs while the feeds of the last one are
// given to the seats: it waits for the disk, and they need not.
type claims struct {
	ask func(most int) batch

	ahead chan batch // of the claim that is under way; nil if none is
	group sync.WaitGroup
}

// take gives the batch of the claim that is under way, or else of a new one for
// at most so many.
func (c *claims) take(most int) batch {
	if c.ahead == nil {
		return c.ask(most)
	}
	b := <-c.ahead
	c.ahead = nil
	return b
}

// begin begins the next claim. The batch before it must be begun as a whole: a
// claim counts on it that the poller knows what it has.
func (c *claims) begin(most int) {
	next := make(chan batch, 1)
	c.ahead = next
	c.group.Go(func() { next <- c.ask(most) })
}

// wait ends the claims. Feeds of one that nobody took are due again when their
// lease is over.
func (c *claims) wait() { c.group.Wait() }
