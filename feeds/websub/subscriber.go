package websub

import (
	"context"
	"log/slog"
	"net/url"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"onrecord/feeds"
	"onrecord/statements"
)

// Web asks hubs; *feeds.Client does.
type Web interface {
	Post(ctx context.Context, address string, form url.Values) (*feeds.Fetched, error)
}

// Store keeps what was agreed with hubs; *store.Store does.
type Store interface {
	Subscriptions(ctx context.Context) ([]statements.Subscription, error)
	Subscription(ctx context.Context, token statements.Secret) (statements.Subscription, error)
	AddSubscription(ctx context.Context, s statements.Subscription) (statements.Subscription, error)
	ChangeSubscription(ctx context.Context, token statements.Secret, change func(*statements.Subscription) bool) (statements.Subscription, bool, error)
	// MakeDue makes a feed due at a time, if it would be later and no good
	// visit to it has begun since another time.
	MakeDue(ctx context.Context, feedID int64, at, since time.Time) (bool, error)
}

// Subscriber has hubs push feeds. Its fields are set before its first use.
type Subscriber struct {
	Web   Web
	Store Store
	// Public is the address under which hubs reach Handler. Empty ends what was
	// agreed with them: Run tells them so and returns.
	Public string
	// MaxBytes caps a push; 0 is 10 MB.
	MaxBytes int64
	Now      func() time.Time // nil is time.Now
	Log      *slog.Logger     // nil is silent

	mu      sync.Mutex
	current map[int64]statements.Subscription // by feed; those that are not left
	offers  map[int64]Offer                   // to be taken
	owed    map[int64]owed
	missed  map[int64]int // to be written down
	started time.Time     // from then on we listen
	told    map[int64]time.Time
	rang    chan struct{} // something is to be asked
	pushed  chan struct{} // something is to be made due
	due     chan struct{} // something was made due
	ready   sync.Once
	bodies  chan struct{} // seats for pushes that come in
}

const (
	// lookAround is how often the store is read for what others changed.
	lookAround = time.Minute
	// abreast is how many hubs are asked at the same time.
	abreast = 8
	// mostBytes caps a push where nothing else is said.
	mostBytes = 10 << 20
)

func (s *Subscriber) setUp() {
	s.ready.Do(func() {
		s.current, s.offers, s.owed = map[int64]statements.Subscription{}, map[int64]Offer{}, map[int64]owed{}
		s.missed, s.told = map[int64]int{}, map[int64]time.Time{}
		s.rang, s.pushed, s.due = make(chan struct{}, 1), make(chan struct{}, 1), make(chan struct{}, 1)
		s.bodies = make(chan struct{}, mostPushes)
	})
}

// Run keeps what is agreed with hubs until ctx ends. What goes wrong is logged:
// feeds are polled in any case.
func (s *Subscriber) Run(ctx context.Context) error {
	s.setUp()
	if s.Public == "" {
		if err := s.end(ctx); err != nil {
			s.failed(ctx, "end what was agreed with hubs", err)
		}
		return nil
	}
	if err := s.begin(ctx); err != nil {
		s.failed(ctx, "have feeds polled that were pushed", err)
	}
	var g errgroup.Group
	g.Go(func() error { return s.loop(ctx, s.rang, s.tend) })
	g.Go(func() error { return s.loop(ctx, s.pushed, s.tendPushes) })
	return g.Wait()
}

// loop runs turn whenever it rings and when turn says so.
func (s *Subscriber) loop(ctx context.Context, rings <-chan struct{}, turn func(context.Context) time.Time) error {
	for {
		next := turn(ctx)
		timer := time.NewTimer(max(next.Sub(s.now()), 10*time.Millisecond))
		select {
		case <-ctx.Done():
			timer.Stop()
			return nil
		case <-rings:
			timer.Stop()
		case <-timer.C:
		}
	}
}

// begin makes those feeds due that were left to their hubs, over a minute.
func (s *Subscriber) begin(ctx context.Context) error {
	subs, err := s.read(ctx)
	if err != nil {
		return err
	}
	now := s.now()
	s.mu.Lock()
	s.started = now
	s.mu.Unlock()
	for _, sub := range subs {
		if sub.PushedAt.IsZero() {
			continue
		}
		at := now.Add(time.Duration(sub.FeedID%60) * time.Second)
		if _, err := s.Store.MakeDue(ctx, sub.FeedID, at, at); err != nil {
			return err
		}
	}
	return nil
}

// read brings what is known of the subscriptions up to date and gives all of
// them.
func (s *Subscriber) read(ctx context.Context) ([]statements.Subscription, error) {
	subs, err := s.Store.Subscriptions(ctx)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.current)
	for _, sub := range subs {
		s.noteLocked(sub)
	}
	return subs, nil
}

// note takes over what was written down.
func (s *Subscriber) note(sub statements.Subscription) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.noteLocked(sub)
}

func (s *Subscriber) noteLocked(sub statements.Subscription) {
	old, ok := s.current[sub.FeedID]
	switch sub.State {
	case statements.SubscriptionLeaving, statements.SubscriptionOver:
		if ok && old.ID == sub.ID {
			delete(s.current, sub.FeedID)
		}
		return
	}
	// What is known here and not written yet.
	sub.Missed += s.missed[sub.FeedID]
	if o := s.owed[sub.FeedID]; o.unwritten() && sub.State == statements.SubscriptionActive {
		sub.PushedAt, sub.Missed = o.pushed, 0
	}
	s.current[sub.FeedID] = sub
}

func ring(bell chan struct{}) {
	select {
	case bell <- struct{}{}:
	default: // it rings already
	}
}

// callback is the public address that ends in a token.
func (s *Subscriber) callback(token statements.Secret) statements.Secret {
	return statements.Secret(strings.TrimRight(s.Public, "/")+"/") + token
}

// misled reports a subscription whose hub calls an address that is no longer
// ours.
func (s *Subscriber) misled(sub statements.Subscription) bool {
	return sub.State != statements.SubscriptionLeaving && sub.Callback != s.callback(sub.Token)
}

// now is in whole milliseconds, as the store keeps times: they are compared.
func (s *Subscriber) now() time.Time {
	if s.Now == nil {
		return time.Now().Truncate(time.Millisecond)
	}
	return s.Now().Truncate(time.Millisecond)
}

func (s *Subscriber) log() *slog.Logger {
	if s.Log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return s.Log
}

// host is a hub as it is called in logs.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}
