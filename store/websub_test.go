package store_test

import (
	"sync"
	"testing"
	"time"

	"onrecord/statements"
)

func addSubscription(t testing.TB, a archive, feed int64, hub, token string) statements.Subscription {
	t.Helper()
	return get(a.AddSubscription(t.Context(), statements.Subscription{
		FeedID: feed, Hub: hub, Topic: "https://courier.example/feed", Secret: "herring",
		Callback: statements.Secret("https://bot.example/" + token), Token: statements.Secret(token),
	}))(t)
}

// change keeps what f leaves of a subscription.
func change(t testing.TB, a archive, s statements.Subscription, f func(*statements.Subscription)) statements.Subscription {
	t.Helper()
	s, changed, err := a.ChangeSubscription(t.Context(), s.Token, func(s *statements.Subscription) bool {
		f(s)
		return true
	})
	ok(t, err)
	same(t, "changed", changed, true)
	return s
}

var _ = promise("AddSubscription", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	first := addSubscription(t, a, f.ID, "https://hub.example/", "one")
	same(t, "the subscription", first, statements.Subscription{
		ID: first.ID, FeedID: f.ID, Hub: "https://hub.example/", Topic: "https://courier.example/feed", Secret: "herring",
		Callback: "https://bot.example/one", Token: "one", State: statements.SubscriptionAsking,
	})
	same(t, "what is there", get(a.Subscriptions(ctx))(t), []statements.Subscription{first})

	second := addSubscription(t, a, f.ID, "https://other.example/", "two")
	same(t, "one that was never asked for is forgotten", get(a.Subscriptions(ctx))(t), []statements.Subscription{second})

	second = change(t, a, second, func(s *statements.Subscription) {
		s.State, s.AskedAt, s.DueAt, s.Waiting, s.Failures = statements.SubscriptionActive, noon, after(time.Hour), true, 2
	})
	third := addSubscription(t, a, f.ID, "https://hub.example/", "three")
	second.State, second.DueAt, second.Waiting, second.Failures = statements.SubscriptionLeaving, time.Time{}, false, 0
	same(t, "one that was asked for is left", get(a.Subscriptions(ctx))(t), []statements.Subscription{second, third})

	_, err := a.AddSubscription(ctx, statements.Subscription{FeedID: 4711, Token: "four"})
	is(t, err, statements.ErrNotFound)
	ok(t, a.RemoveFeed(ctx, f.ID))
	_, err = a.AddSubscription(ctx, statements.Subscription{FeedID: f.ID, Token: "five"})
	is(t, err, statements.ErrNotFound)
})

var _ = promise("AddSubscription at once", func(t *testing.T, a archive) {
	f := addFeed(t, a, "https://courier.example/feed")
	stores := []archive{a, {a.open(), a.open}}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			_, err := stores[i%2].AddSubscription(t.Context(), statements.Subscription{FeedID: f.ID, Token: statements.Secret(rune('a' + i))})
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	same(t, "those that stay", len(get(a.Subscriptions(t.Context()))(t)), 1)
})

var _ = promise("Subscription", func(t *testing.T, a archive) {
	f := addFeed(t, a, "https://courier.example/feed")
	s := addSubscription(t, a, f.ID, "https://hub.example/", "one")
	addSubscription(t, a, addFeed(t, a, "https://wire.example/feed").ID, "https://hub.example/", "two")
	same(t, "the subscription", get(a.Subscription(t.Context(), "one"))(t), s)
	_, err := a.Subscription(t.Context(), "three")
	is(t, err, statements.ErrNotFound)
})

var _ = promise("Subscriptions", func(t *testing.T, a archive) {
	ctx := t.Context()
	same(t, "at first", len(get(a.Subscriptions(ctx))(t)), 0)
	gone, paused, there := addFeed(t, a, "https://a.example/feed"), addFeed(t, a, "https://b.example/feed"), addFeed(t, a, "https://c.example/feed")
	for i, f := range []statements.Feed{gone, paused, there} {
		addSubscription(t, a, f.ID, "https://hub.example/", string(rune('x'+i)))
	}
	ok(t, a.RemoveFeed(ctx, gone.ID))
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: paused.ID, At: noon, NextAt: after(time.Hour), Problem: "It is gone.", Gone: true}))
	var orphans []bool
	for _, s := range get(a.Subscriptions(ctx))(t) {
		orphans = append(orphans, s.Orphan)
	}
	same(t, "whose feeds are read no more", orphans, []bool{true, true, false})
})

var _ = promise("ChangeSubscription", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	s := addSubscription(t, a, f.ID, "https://hub.example/", "one")
	want := s
	want.State, want.Waiting, want.AskedAt, want.VerifiedAt = statements.SubscriptionActive, true, noon, after(minute)
	want.LeaseUntil, want.DueAt, want.PushedAt = after(time.Hour), after(2*minute), after(3*minute)
	want.Missed, want.Failures, want.Problem = 2, 3, "hub.example has a problem of its own."
	got := change(t, a, s, func(s *statements.Subscription) { *s = want })
	same(t, "what it gives", got, want)
	same(t, "what is kept", get(a.Subscription(ctx, "one"))(t), want)

	got, changed, err := a.ChangeSubscription(ctx, "one", func(s *statements.Subscription) bool { s.Missed = 9; return false })
	ok(t, err)
	same(t, "changed", changed, false)
	same(t, "what is kept of no change", get(a.Subscription(ctx, "one"))(t), want)
	_ = got

	_, _, err = a.ChangeSubscription(ctx, "two", func(*statements.Subscription) bool { return true })
	is(t, err, statements.ErrNotFound)
	change(t, a, s, func(s *statements.Subscription) { s.State = statements.SubscriptionOver })
	same(t, "one that is over", len(get(a.Subscriptions(ctx))(t)), 0)
})

// A hub may call several times at once, and only one call counts.
var _ = promise("ChangeSubscription at once", func(t *testing.T, a archive) {
	f := addFeed(t, a, "https://courier.example/feed")
	s := addSubscription(t, a, f.ID, "https://hub.example/", "one")
	stores := []archive{a, {a.open(), a.open}}
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() {
			_, _, err := stores[i%2].ChangeSubscription(t.Context(), s.Token, func(s *statements.Subscription) bool {
				s.Missed++
				return true
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	same(t, "changes", get(a.Subscription(t.Context(), s.Token))(t).Missed, 10)
})

var _ = promise("MakeDue", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	visit := func(at, next time.Time) {
		ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: at, NextAt: next}))
	}
	visit(noon, after(3*time.Hour))
	same(t, "since before the last visit", get(a.MakeDue(ctx, f.ID, after(minute), noon))(t), false)
	same(t, "due feeds", len(get(a.ClaimFeeds(ctx, after(minute), 9, minute))(t)), 0)
	same(t, "since then", get(a.MakeDue(ctx, f.ID, after(minute), after(minute)))(t), true)
	same(t, "what is due already", get(a.MakeDue(ctx, f.ID, after(2*minute), after(minute)))(t), false)
	same(t, "due feeds before", len(get(a.ClaimFeeds(ctx, noon, 9, minute))(t)), 0)
	same(t, "due feeds then", len(get(a.ClaimFeeds(ctx, after(minute), 9, minute))(t)), 1)

	visit(after(2*minute), after(3*time.Hour))
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: after(3 * minute), NextAt: after(3 * time.Hour), Problem: "It asks for patience.", Theirs: true}))
	same(t, "a feed that fails", get(a.MakeDue(ctx, f.ID, after(time.Hour), after(time.Hour)))(t), false)

	visit(after(2*minute), after(3*time.Hour))
	ok(t, a.RemoveFeed(ctx, f.ID))
	same(t, "a feed that is removed", get(a.MakeDue(ctx, f.ID, after(time.Hour), after(time.Hour)))(t), false)
	same(t, "a feed that is not there", get(a.MakeDue(ctx, 4711, noon, noon))(t), false)
})

var _ = promise("Feeds with a hub", func(t *testing.T, a archive) {
	pushed, plain := addFeed(t, a, "https://courier.example/feed"), addFeed(t, a, "https://wire.example/feed")
	s := addSubscription(t, a, pushed.ID, "https://old.example/", "one")
	change(t, a, s, func(s *statements.Subscription) { s.AskedAt = noon })
	s = addSubscription(t, a, pushed.ID, "https://hub.example/", "two") // and the first is left
	change(t, a, s, func(s *statements.Subscription) { s.State, s.PushedAt = statements.SubscriptionActive, noon })
	got := map[int64]statements.Push{}
	for _, f := range get(a.Feeds(t.Context()))(t) {
		got[f.ID] = f.Push
	}
	same(t, "what is told", got, map[int64]statements.Push{
		pushed.ID: {Hub: "hub.example", State: statements.SubscriptionActive, Last: noon}, plain.ID: {},
	})
})
