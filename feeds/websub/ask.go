package websub

import (
	"context"
	"crypto/rand"
	"errors"
	"maps"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"golang.org/x/sync/errgroup"

	"onrecord/feeds"
	"onrecord/statements"
)

// tend takes the hubs that were offered and asks those that are to be asked. It
// gives when it is to be called again.
func (s *Subscriber) tend(ctx context.Context) time.Time {
	now := s.now()
	next := now.Add(lookAround)
	subs, err := s.read(ctx)
	if err == nil && s.takeOffers(ctx) > 0 {
		subs, err = s.read(ctx)
	}
	if err != nil {
		s.failed(ctx, "read what was agreed with hubs", err)
		return next
	}
	var g errgroup.Group
	g.SetLimit(abreast)
	var silent sync.Map // hubs that do not answer: their others wait until the next time
	for _, sub := range subs {
		switch {
		case ctx.Err() != nil:
		case wants(sub, now), s.misled(sub):
			g.Go(func() error {
				if _, ok := silent.Load(sub.Hub); !ok && !s.moveOn(ctx, sub) {
					silent.Store(sub.Hub, true)
				}
				return nil
			})
		case sub.DueAt.Before(next):
			next = sub.DueAt
		}
	}
	_ = g.Wait()
	return next
}

// failed tells of an error of our own, unless we are being stopped.
func (s *Subscriber) failed(ctx context.Context, what string, err error) {
	if ctx.Err() == nil && !errors.Is(err, statements.ErrNotFound) {
		s.log().Error(what, "err", err)
	}
}

// Answered implements feeds.Push: it looks whether the feed offers a hub that
// is news.
func (s *Subscriber) Answered(f statements.Feed, got *feeds.Fetched) {
	o := Discover(got.Links, got.Body, got.URL)
	if o.Hub == "" {
		return
	}
	s.setUp()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.isNews(f.ID, o) {
		s.offers[f.ID] = o
		ring(s.rang)
	}
}

// oneOffer is how long a feed's hub stays whatever else the feed offers: it
// leads us to one new place a day.
const oneOffer = 24 * time.Hour

// isNews reports whether a feed's offer is another than the one that was taken.
func (s *Subscriber) isNews(feed int64, o Offer) bool {
	sub, ok := s.current[feed]
	switch {
	case !ok:
		return true
	case sub.Hub == o.Hub && (sub.Topic == o.Topic || sub.State == statements.SubscriptionDropped):
		return false
	}
	return sub.AskedAt.IsZero() || s.now().Sub(sub.AskedAt) >= oneOffer
}

// takeOffers takes the hubs that were offered and gives how many.
func (s *Subscriber) takeOffers(ctx context.Context) int {
	s.mu.Lock()
	offers := s.offers
	s.offers = map[int64]Offer{}
	// What was offered before the store was read may be known since then.
	maps.DeleteFunc(offers, func(feed int64, o Offer) bool { return !s.isNews(feed, o) })
	s.mu.Unlock()
	for feed, o := range offers {
		if err := s.take(ctx, feed, o); err != nil {
			s.failed(ctx, "take the hub of a feed", err)
		}
	}
	return len(offers)
}

func (s *Subscriber) take(ctx context.Context, feed int64, o Offer) error {
	token := statements.Secret(rand.Text()) // 26 characters, 130 bits
	sub, err := s.Store.AddSubscription(ctx, statements.Subscription{
		FeedID: feed, Hub: o.Hub, Topic: o.Topic,
		Callback: s.callback(token), Token: token, Secret: statements.Secret(rand.Text()),
	})
	if err != nil {
		return err
	}
	s.note(sub)
	return nil
}

// moveOn does what is to be done about one subscription. It gives false if the
// hub did not answer.
func (s *Subscriber) moveOn(ctx context.Context, sub statements.Subscription) bool {
	if s.misled(sub) && !sub.Orphan {
		if err := s.take(ctx, sub.FeedID, Offer{Hub: sub.Hub, Topic: sub.Topic}); err != nil {
			s.failed(ctx, "take a feed's hub again", err)
		}
		ring(s.rang)
		return true
	}
	mode, was := "", sub.State
	sub, changed, err := s.Store.ChangeSubscription(ctx, sub.Token, func(sub *statements.Subscription) bool {
		mode = ""
		if was = sub.State; !wants(*sub, s.now()) {
			return false // somebody else was quicker
		}
		mode = step(sub, s.now())
		return true
	})
	if err != nil {
		s.failed(ctx, "move a subscription on", err)
		return true
	}
	s.note(sub)
	if changed {
		s.changed(ctx, was, sub)
	}
	return mode == "" || s.ask(ctx, sub, mode)
}

// changed tells what became of a subscription, and has a feed polled that is
// pushed no more.
func (s *Subscriber) changed(ctx context.Context, was statements.SubscriptionState, sub statements.Subscription) {
	if was == sub.State {
		return
	}
	l := s.log().With("feed", sub.FeedID, "hub", host(sub.Hub))
	switch sub.State {
	case statements.SubscriptionActive:
		l.Info("a hub pushes", "until", sub.LeaseUntil.Format(time.RFC3339))
	case statements.SubscriptionDropped:
		l.Warn("a hub is dropped", "because", sub.Problem, "again", sub.DueAt.Format(time.RFC3339))
	}
	if was == statements.SubscriptionActive {
		now := s.now()
		if _, err := s.Store.MakeDue(ctx, sub.FeedID, now, now); err != nil {
			s.failed(ctx, "have a feed polled that is pushed no more", err)
		}
	}
}

// ask sends one request to a hub, and notes if it fails. It gives false if the
// hub did not answer.
func (s *Subscriber) ask(ctx context.Context, sub statements.Subscription, mode string) bool {
	form := url.Values{"hub.callback": {string(sub.Callback)}, "hub.mode": {mode}, "hub.topic": {sub.Topic}}
	if mode == subscribe {
		form.Set("hub.secret", string(sub.Secret))
		form.Set("hub.lease_seconds", strconv.Itoa(int(leaseAsked/time.Second)))
	}
	got, err := s.Web.Post(ctx, sub.Hub, form)
	if err == nil || ctx.Err() != nil {
		return true
	}
	why, was := whyNot(got, err), sub.State
	s.log().Debug("ask a hub", "feed", sub.FeedID, "hub", host(sub.Hub), "mode", mode, "problem", why)
	sub, changed, err := s.Store.ChangeSubscription(ctx, sub.Token, func(now *statements.Subscription) bool {
		was = now.State
		if !now.Waiting || !now.AskedAt.Equal(sub.AskedAt) {
			return false // it has called back nevertheless
		}
		failed(now, why, s.now())
		return true
	})
	if err != nil {
		s.failed(ctx, "note that a hub failed", err)
		return got != nil
	}
	s.note(sub)
	if changed {
		s.changed(ctx, was, sub)
	}
	return got != nil
}

// mostReason is how many characters are kept of what a hub says.
const mostReason = 200

// whyNot says why a hub could not be asked, with its own words where it has
// any.
func whyNot(got *feeds.Fetched, err error) string {
	var e *feeds.Error
	why := err.Error()
	if errors.As(err, &e) {
		why = e.Problem.Text.String()
	}
	if got == nil || !strings.HasPrefix(got.ContentType, "text/plain") {
		return plain(why)
	}
	if said := plain(string(got.Body)); said != "" {
		why = strings.TrimSuffix(why, ".") + ": " + said
	}
	return plain(why)
}

// plain makes one short line of what came from outside.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > mostReason {
		return string(r[:mostReason-1]) + "…"
	}
	return text
}

// end tells all hubs once that we leave, and forgets them: nothing of ours
// listens any more, so none can ask back. One that insists on that goes on until
// its lease ends.
func (s *Subscriber) end(ctx context.Context) error {
	subs, err := s.Store.Subscriptions(ctx)
	if err != nil {
		return err
	}
	var g errgroup.Group
	g.SetLimit(abreast)
	for _, sub := range subs {
		g.Go(func() error {
			if sub.State == statements.SubscriptionActive || sub.Waiting {
				form := url.Values{"hub.callback": {string(sub.Callback)}, "hub.mode": {unsubscribe}, "hub.topic": {sub.Topic}}
				_, _ = s.Web.Post(ctx, sub.Hub, form) // it is told once, heard or not
			}
			if ctx.Err() != nil {
				return nil // the next start goes on
			}
			_, _, err := s.Store.ChangeSubscription(ctx, sub.Token, func(s *statements.Subscription) bool {
				s.State = statements.SubscriptionOver
				return true
			})
			if err == nil && sub.State == statements.SubscriptionActive {
				_, err = s.Store.MakeDue(ctx, sub.FeedID, s.now(), s.now())
			}
			return err
		})
	}
	return g.Wait()
}
