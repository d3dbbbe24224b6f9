package feeds

import (
	"context"
	"log/slog"
	"time"

	"onrecord/statements"
)

// Store is what the poller remembers with.
type Store interface {
	// ClaimFeeds leases at most n feeds that are due, longest due first.
	ClaimFeeds(ctx context.Context, now time.Time, n int, lease time.Duration) ([]statements.Feed, error)
	// UnseenItems gives those of the keys that this feed has not brought yet.
	UnseenItems(ctx context.Context, feedID int64, keys []string) ([]string, error)
	// KeepVisit writes down a visit and ends its lease.
	KeepVisit(ctx context.Context, v statements.Visit) error
}

// Arrived is an article that an item of a feed brought.
type Arrived struct {
	Feed    statements.Feed
	Item    Item
	Article statements.Article
	Outlet  statements.Outlet
	Quiet   bool // first sight of the feed: backlog
	At      time.Time
}

// Kept counts what keeping an Arrived wrote.
type Kept struct {
	Articles   int
	Statements int
	Alerts     int
}

// Poller visits feeds. Its fields are set before its first use.
type Poller struct {
	Client *Client
	Store  Store
	// Keep stores what arrived, in one transaction.
	Keep func(ctx context.Context, a Arrived) (Kept, error)
	// Known reports whether the article with this address is stored already;
	// its page is not fetched again then. Nil knows nothing.
	Known   func(ctx context.Context, canonicalURL string) (bool, error)
	Workers int
	Every   time.Duration
	Now     func() time.Time // nil is time.Now
	Log     *slog.Logger     // nil is silent
}

// Cycle visits every feed that is due, once, and gives the visits in the order
// in which they were kept. A feed that fails is a visit with a Problem, not an
// error.
func (p *Poller) Cycle(ctx context.Context) ([]statements.Visit, error) { return nil, nil }

// Run visits feeds as they fall due until ctx ends, looking every tick. It
// finishes the visits that it has begun before it returns.
func (p *Poller) Run(ctx context.Context, tick time.Duration) error { return nil }
