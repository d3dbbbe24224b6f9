package feeds

import (
	"time"

	"onrecord/statements"
)

// Push has feeds tell of news by themselves; polling goes on more slowly then.
// Its methods are called in the middle of visits and do not wait for anything.
type Push interface {
	// Answered sees what came from a feed: it may offer a hub.
	Answered(f statements.Feed, got *Fetched)
	// After is when a feed is due after a good visit. If it was only polled, it
	// would be due at next.
	After(f statements.Feed, v statements.Visit, next time.Time) time.Time
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
