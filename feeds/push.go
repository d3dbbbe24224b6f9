package feeds

import (
	"context"
	"time"

	"onrecord/statements"
)

// Push has feeds tell of news by themselves; polling goes on more slowly then.
// Its methods do not wait for anything.
type Push interface {
	// Answered sees what came from a feed: it may offer a hub.
	Answered(f statements.Feed, got *Fetched)
	// After is when a feed is due after a good visit. If it was only polled, it
	// would be due at next.
	After(f statements.Feed, v statements.Visit, next time.Time) time.Time
	// Rings has something when a feed was made due.
	Rings() <-chan struct{}
}

// nap is sleep that a push cuts short. It reports whether it was not.
func (p *Poller) nap(ctx context.Context, d time.Duration) bool {
	if p.Push == nil {
		return sleep(ctx, d)
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-p.Push.Rings():
	case <-ctx.Done():
	}
	return false
}

// answered tells push what came, if anybody asked for that.
func (p *Poller) answered(f statements.Feed, got *Fetched) {
	if p.Push != nil && len(got.Body) > 0 {
		p.Push.Answered(f, got)
	}
}

// unlessPushed is when a feed is due after a good visit, which would be due at
// next without its hub.
func (p *Poller) unlessPushed(f statements.Feed, v statements.Visit, next time.Time) time.Time {
	if p.Push == nil {
		return next
	}
	return p.Push.After(f, v, next)
}
