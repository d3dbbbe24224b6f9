package feeds

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"onrecord/statements"
)

// Store is what the poller remembers with.
type Store interface {
	// ClaimFeeds leases at most n feeds that are due, longest due first.
	ClaimFeeds(ctx context.Context, now time.Time, n int, lease time.Duration) ([]statements.Feed, error)
	// SeenItems gives those of the keys that this feed has brought, each with
	// the mark of the text that its article was made of; 0 is another source.
	SeenItems(ctx context.Context, feedID int64, keys []string) (map[string]int64, error)
	// KeepVisit writes down a visit and ends its lease. Its ETag, LastModified
	// and BodyHash are what the feed is to have from now on, empty ones too.
	KeepVisit(ctx context.Context, v statements.Visit) error
	// KeepUnchanged is KeepVisit for visits that found nothing new and leave
	// what the store has of their feeds; all are kept or none.
	KeepUnchanged(ctx context.Context, visits []statements.Visit) error
}

// Arrived is an article that an item of a feed brought.
type Arrived struct {
	Feed    statements.Feed
	Item    Item
	Article statements.Article
	Outlet  statements.Outlet
	Quiet   bool // first sight of the feed: backlog
	// Known says that the article is stored already: Article has no more than
	// URL and Title, and only the outlet is news.
	Known bool
	At    time.Time
	// Look is the page that the article was read from; no URL: it was made of
	// the feed, and Body is a hash of that text.
	Look statements.Look
	Body int64
}

// Kept counts what keeping an Arrived wrote.
type Kept struct {
	Articles   int
	Statements int
	Alerts     int
}

const (
	// leaseFor is how long a claimed feed belongs to us. It is short, because
	// after a crash nobody visits the feed until it ends; a visit that takes
	// longer is claimed again by ourselves, which prolongs it.
	leaseFor = 10 * time.Second
	// slowAfter is when a visit stops counting as one of the Workers: feeds
	// that hang must not hold up the others.
	slowAfter = 2 * time.Second
	// slowAtOnce is how many slow visits there may be for each worker.
	slowAtOnce = 4
)

// Poller visits feeds. Its fields are set before its first use.
type Poller struct {
	Client *Client
	Store  Store
	// Keep stores what arrived, in one transaction.
	Keep func(ctx context.Context, a Arrived) (Kept, error)
	// Known reports whether the article with this address is stored already;
	// its page is not fetched again then. Nil knows nothing.
	Known func(ctx context.Context, canonicalURL string) (bool, error)
	// Edited is told of an item whose text in the feed is another one than that
	// which its article was made of. Nil is not told.
	Edited  func(ctx context.Context, e Edited) error
	Workers int // visits at the same time; 0 is 16
	// Every is the pause between visits to a feed without a schedule of its
	// own; 0 follows the rhythm of its items.
	Every time.Duration
	Push  Push             // nil: feeds are only polled
	Now   func() time.Time // nil is time.Now
	Log   *slog.Logger     // nil is silent

	pending waiting
	weather weather
	mu      sync.Mutex
	under   map[int64]bool      // feeds that are being visited
	ended   map[int64]bool      // and those whose visit has ended since the last claim began
	dueAt   map[int64]time.Time // feeds that are due soon
}

// Cycle visits every feed that is due, once, and gives the visits in the order
// in which they were kept. A feed that fails is a visit with a Problem, not an
// error.
func (p *Poller) Cycle(ctx context.Context) ([]statements.Visit, error) {
	start := p.now()
	pool, still := p.newPool(), p.newStill(ctx)
	// Due is due at the start: a feed on a short schedule is visited once.
	due := &claims{ask: func(most int) batch {
		feeds, err := p.Store.ClaimFeeds(ctx, start, most, leaseFor+p.now().Sub(start))
		return batch{feeds, len(feeds), most, start, err}
	}}
	var mu sync.Mutex
	var visits []statements.Visit
	var errs []error
	seen := map[int64]bool{}
	for pool.room(ctx) {
		looked := time.Now()
		b := due.take(pool.claim)
		if b.err != nil {
			errs = append(errs, fmt.Errorf("claim the feeds that are due: %w", b.err))
			break
		}
		fresh := slices.DeleteFunc(b.feeds, func(f statements.Feed) bool { return seen[f.ID] })
		if len(fresh) == 0 {
			break
		}
		if b.full() && pool.quickly() {
			due.begin(pool.claim)
		}
		for _, f := range fresh {
			seen[f.ID] = true
			pool.run(ctx, hostOf(f.URL), func() {
				p.visit(ctx, f, still, func(v statements.Visit, err error) {
					mu.Lock()
					defer mu.Unlock()
					if err != nil {
						errs = append(errs, err)
						return
					}
					visits = append(visits, v)
				})
			})
		}
		pool.claimed(b.count, time.Since(looked))
	}
	due.wait()
	pool.wait()
	still.close()
	return visits, errors.Join(append(errs, ctx.Err())...)
}

// Run visits feeds as they fall due until ctx ends, looking at least every
// tick while one is due within a second. It returns when the visits that it
// began are over; they are cut short by ctx too, and lose nothing by it.
func (p *Poller) Run(ctx context.Context, tick time.Duration) error {
	pool, still := p.newPool(), p.newStill(ctx)
	defer still.close()
	defer pool.wait()
	due := &claims{ask: func(most int) batch {
		p.claiming()
		looked := p.now()
		feeds, err := p.Store.ClaimFeeds(ctx, looked, most, leaseFor)
		return batch{feeds, len(feeds), most, looked, err}
	}}
	defer due.wait()
	for pool.room(ctx) {
		if p.weather.doubtful() {
			pool.claim = pool.size
		}
		began, most := time.Now(), pool.claim
		down := !p.weather.down().IsZero()
		if down {
			most = min(most, probes)
		}
		b := due.take(most)
		if b.err != nil && ctx.Err() == nil {
			p.log().Error("claim the feeds that are due", "err", b.err)
		}
		fresh := p.begin(b.feeds)
		switch { // a claim that was made ahead
		case down && len(fresh) > probes:
			p.drop(fresh[probes:])
			fresh = fresh[:probes]
		case p.now().Sub(b.looked) > leaseFor/2:
			p.drop(fresh)
			fresh = nil
		}
		if b.full() && pool.quickly() && !down {
			due.begin(pool.claim)
		}
		for i, f := range fresh {
			if !down && !p.weather.down().IsZero() {
				p.drop(fresh[i:])
				break
			}
			pool.run(ctx, hostOf(f.URL), func() {
				p.visit(ctx, f, still, func(_ statements.Visit, err error) {
					p.end(f.ID)
					if err != nil && ctx.Err() == nil {
						p.log().Error("visit a feed", "feed", f.ID, "err", err)
					}
				})
			})
		}
		pool.claimed(b.count, time.Since(began))
		switch {
		case down:
			p.shelter(ctx, tick)
		case !b.full():
			p.rest(ctx, b.looked, tick)
		}
	}
	return nil
}

// lookAround is how often the store is asked for feeds that others added or
// moved; those that we visited ourselves are remembered.
const lookAround = time.Second

// rest sleeps until a feed that we know of is due or it is time to look around;
// a tick at a time while visits go on, whose feeds may be due again sooner.
func (p *Poller) rest(ctx context.Context, looked time.Time, tick time.Duration) {
	tick = max(tick, time.Millisecond)
	for {
		now := p.now()
		wait := looked.Add(max(tick, lookAround)).Sub(now)
		if soonest, ok := p.next(); ok {
			wait = min(wait, soonest.Sub(now))
		}
		nap := wait
		if p.busy() {
			nap = min(wait, tick)
		}
		if !p.nap(ctx, max(nap, time.Millisecond)) || wait <= nap {
			return
		}
	}
}

// shelter sleeps until it is time to try a few feeds again, or one of those
// that were tried has got through.
func (p *Poller) shelter(ctx context.Context, tick time.Duration) {
	until := time.Now().Add(probeEvery)
	for time.Now().Before(until) && !p.weather.down().IsZero() && sleep(ctx, max(tick, time.Millisecond)) {
	}
}

// next is when the first of the feeds that we know of is due.
func (p *Poller) next() (soonest time.Time, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for id, at := range p.dueAt {
		if p.under[id] {
			continue
		}
		if !ok || at.Before(soonest) {
			soonest, ok = at, true
		}
	}
	return soonest, ok
}

func (p *Poller) busy() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.under) > 0
}

// claiming begins a claim. One that finds a feed while its visit goes on, past
// its lease, must not begin another when that visit has just ended.
func (p *Poller) claiming() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = map[int64]bool{}
}

// begin notes that these feeds are being visited and gives them back, but for
// those that are already: the claim has prolonged their lease.
func (p *Poller) begin(feeds []statements.Feed) (fresh []statements.Feed) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.under == nil {
		p.under = map[int64]bool{}
	}
	for _, f := range feeds {
		if p.under[f.ID] || p.ended[f.ID] {
			continue
		}
		p.under[f.ID] = true
		delete(p.dueAt, f.ID)
		fresh = append(fresh, f)
	}
	return fresh
}

// drop leaves feeds that were begun until their lease is over.
func (p *Poller) drop(feeds []statements.Feed) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, f := range feeds {
		delete(p.under, f.ID)
	}
}

func (p *Poller) end(id int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.under, id)
	if p.ended != nil {
		p.ended[id] = true
	}
}

// due remembers when a feed is due, if that is soon: the others are found by
// looking around.
func (p *Poller) due(id int64, at time.Time) {
	if at.Sub(p.now()) > lookAround {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.dueAt == nil {
		p.dueAt = map[int64]time.Time{}
	}
	p.dueAt[id] = at
}

func (p *Poller) now() time.Time {
	if p.Now == nil {
		return time.Now()
	}
	return p.Now()
}

func (p *Poller) log() *slog.Logger {
	if p.Log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return p.Log
}

func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
