package websub_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"onrecord/feeds/websub"
	"onrecord/statements"
)

func TestFeedRemoved(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(10 * 24 * time.Hour)
	r.ok(r.store.RemoveFeed(t.Context(), r.feed))
	r.is("answer to a push", r.pushed(form, "x"), "410 This subscription is over.")
	r.sub.Turn(t.Context())
	leaving := r.one(r.hub.asked())
	r.is("mode", leaving.Get("hub.mode"), "unsubscribe")
	r.is("another topic", r.call(leaving, "hub.mode", "unsubscribe", "hub.topic", "x", "hub.challenge", "y"), "404 404 page not found")
	r.is("answer", r.verify(leaving, 0), "200 challenge")
	r.is("subscriptions", len(r.subscriptions()), 0)
	r.is("answer to a push then", r.pushed(form, "x"), "410 This subscription is over.")
	r.is("answer to a question then", r.verify(form, time.Hour), "404 404 page not found")
}

// A hub that does not take our leave is told three times.
func TestHubDoesNotLetGo(t *testing.T) {
	r := newRoom(t)
	r.agreed(10 * 24 * time.Hour)
	r.ok(r.store.RemoveFeed(t.Context(), r.feed))
	for range 50 {
		r.sub.Turn(t.Context())
		r.pass(10 * time.Minute)
	}
	r.is("times told", len(r.hub.asked()), 3)
	r.is("subscriptions", len(r.subscriptions()), 0)
}

// With another public address hubs are asked to call there.
func TestAddressChanges(t *testing.T) {
	r := newRoom(t)
	first := r.agreed(10 * 24 * time.Hour)
	bot := httptest.NewServer(http.StripPrefix("/behind/a/proxy", r.sub.Handler()))
	t.Cleanup(bot.Close)
	r.sub.Public = bot.URL + "/behind/a/proxy/"
	r.sub.Turn(t.Context())
	r.sub.Turn(t.Context())
	modes := map[string]url.Values{}
	for _, form := range r.hub.asked() {
		modes[form.Get("hub.mode")] = form
	}
	r.is("callback that is left", modes["unsubscribe"].Get("hub.callback"), first.Get("hub.callback"))
	r.is("answer at the new one", r.verify(modes["subscribe"], time.Hour), "200 challenge")
	r.is("answer at the old one", r.verify(modes["unsubscribe"], 0), "200 challenge")
	r.state(statements.SubscriptionActive)
}

// Without a public address all hubs are left, and their feeds polled.
func TestTurnedOff(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(10 * 24 * time.Hour)
	r.push(form)
	r.due()
	r.pass(time.Second)
	r.visit(1, 10*time.Minute)
	r.pass(time.Minute)
	off := &websub.Subscriber{Web: r.sub.Web, Store: r.store, Now: r.sub.Now}
	r.ok(off.Run(t.Context()))
	r.is("mode", r.one(r.hub.asked()).Get("hub.mode"), "unsubscribe")
	r.is("subscriptions", len(r.subscriptions()), 0)
	r.is("due", !r.it().NextAt.After(r.at), true)
}
