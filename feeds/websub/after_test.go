package websub_test

import (
	"testing"
	"time"

	"onrecord/feeds"
	"onrecord/feeds/websub"
	"onrecord/statements"
)

// A feed is visited less when its hub has pushed, and not before.
func TestPollingMakesWay(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(24 * time.Hour)
	r.is("pause before the first push", r.visit(0, 10*time.Minute), 10*time.Minute)
	r.pass(10 * time.Minute)
	r.push(form)
	r.is("due", r.due(), true)
	r.pass(time.Second)
	slow := r.visit(1, 10*time.Minute)
	if slow < websub.Rest || slow > websub.Rest+30*time.Minute {
		t.Errorf("pause of a feed that is pushed: %v", slow)
	}
	r.pass(slow)
	r.is("pause of one that is quieter than that", r.visit(0, 12*time.Hour), 12*time.Hour)
	r.pass(21 * time.Hour)
	r.is("pause when the lease is over", r.visit(0, 10*time.Minute), 10*time.Minute)
}

func TestOwnScheduleStays(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(24 * time.Hour)
	r.push(form)
	r.due()
	f := r.it()
	f.Schedule = "@every 10m"
	r.pass(time.Second)
	next := r.sub.After(f, statements.Visit{FeedID: r.feed, At: r.at, New: 1}, r.at.Add(10*time.Minute))
	r.is("pause", next.Sub(r.at), 10*time.Minute)
}

// Caches may have the old feed after a push: it is looked again after one
// minute, two, four, and so on.
func TestCachesAreWaitedFor(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(24 * time.Hour)
	r.push(form)
	r.due()
	r.pass(time.Second)
	var pauses []time.Duration
	for range 6 {
		d := r.visit(0, 4*time.Hour)
		pauses = append(pauses, d.Round(time.Minute))
		r.pass(d)
	}
	want := []time.Duration{1 * time.Minute, 1 * time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 16 * time.Minute}
	for i := range want {
		r.is("pause", pauses[i], want[i])
	}
	r.is("pause at last", r.visit(0, 4*time.Hour), 4*time.Hour)
	r.is("missed", r.state(statements.SubscriptionActive).Missed, 0)

	r.push(form)
	r.due()
	r.pass(time.Second)
	r.pass(r.visit(0, 10*time.Minute))
	if slow := r.visit(1, 10*time.Minute); slow < websub.Rest {
		t.Errorf("pause when the push has borne fruit late: %v", slow)
	}
	r.is("missed then", r.state(statements.SubscriptionActive).Missed, 0)
}

// A push in the middle of a visit may be about what that has not read.
func TestPushDuringAVisit(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(24 * time.Hour)
	began := r.it()
	v := statements.Visit{FeedID: r.feed, At: r.at}
	r.pass(time.Second)
	r.push(form)
	r.sub.Turn(t.Context())
	r.is("pause after a visit in which it came", r.sub.After(began, v, r.at.Add(5*time.Hour)).Sub(r.at), time.Duration(0))
	// It may also come after that was decided, and before it is written down.
	v.NextAt = r.at.Add(5 * time.Hour)
	r.ok(r.store.KeepVisit(t.Context(), v))
	r.is("due at once", r.due(), false)
	r.pass(11 * time.Second)
	r.is("due soon", r.due(), true)
	r.visit(1, 5*time.Hour)
	for range 20 {
		r.pass(time.Minute)
		r.is("due when that visit is over", r.due(), false)
	}
}

// A hub is dropped when three visits in a row find what it did not push.
func TestHubNeverPushes(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(10 * 24 * time.Hour)
	for range 2 {
		r.pass(10 * time.Minute)
		r.visit(0, 10*time.Minute) // nothing to push
	}
	for range 2 {
		r.pass(10 * time.Minute)
		r.is("pause", r.visit(2, 10*time.Minute), 10*time.Minute)
		r.state(statements.SubscriptionActive)
	}
	r.pass(10 * time.Minute)
	r.visit(1, 10*time.Minute)
	s := r.state(statements.SubscriptionDropped)
	r.is("words", r.words(), "not pushed by HUB (it did not push what was new), asked again on 27 Nov")
	leaving := r.one(r.hub.asked())
	r.is("mode", leaving.Get("hub.mode"), "unsubscribe")
	r.is("answer", r.verify(leaving, 0), "200 challenge")
	r.is("answer to a push", r.pushed(form, "x"), "410 This subscription is over.")
	r.pass(s.DueAt.Sub(r.at) - time.Second)
	r.offered()
	r.is("asked within the week", len(r.hub.asked()), 0)
	r.pass(time.Second)
	r.sub.Turn(t.Context())
	r.is("answer after a week", r.verify(r.one(r.hub.asked()), time.Hour), "200 challenge")
	r.is("pause until it pushes", r.visit(0, 10*time.Minute), 10*time.Minute)
}

// A push that comes after the visit that found the item is a push.
func TestHubIsLate(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(10 * 24 * time.Hour)
	for range 6 {
		r.pass(10 * time.Minute)
		r.visit(1, 10*time.Minute)
		r.pass(time.Minute)
		r.push(form)
		r.sub.Turn(t.Context())
		r.visit(0, 10*time.Minute)
	}
	r.state(statements.SubscriptionActive)
}

// One that has pushed and stops is noticed by the next visit.
func TestHubStops(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(10 * 24 * time.Hour)
	r.push(form)
	r.due()
	r.pass(time.Second)
	r.pass(r.visit(1, 10*time.Minute))
	for i := range 3 {
		r.is("pause", r.visit(1, 10*time.Minute), 10*time.Minute)
		if i < 2 {
			r.is("missed", r.state(statements.SubscriptionActive).Missed, i+1)
		}
		r.pass(10 * time.Minute)
	}
	r.state(statements.SubscriptionDropped)
}

// Nobody knows what was pushed while we were away.
func TestStartVisitsWhatWasPushed(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(10 * 24 * time.Hour)
	r.push(form)
	r.due()
	r.pass(time.Second)
	r.visit(1, 10*time.Minute)
	r.pass(time.Minute)
	again := &websub.Subscriber{Web: r.sub.Web, Store: r.store, Public: r.sub.Public, Now: r.sub.Now}
	r.ok(again.Begin(t.Context()))
	if wait := r.it().NextAt.Sub(r.at); wait > time.Minute {
		t.Errorf("the feed is visited after %v", wait)
	}
	r.pass(time.Minute)
	r.sub = again
	r.is("pause until the hub pushes again", r.visit(0, 10*time.Minute), 10*time.Minute)
	r.is("missed", r.state(statements.SubscriptionActive).Missed, 0)
}

// What a feed offers before we have read what was agreed is no news.
func TestStartAsksNobodyAgain(t *testing.T) {
	r := newRoom(t)
	r.agreed(10 * 24 * time.Hour)
	again := &websub.Subscriber{Web: r.sub.Web, Store: r.store, Public: r.sub.Public, Now: r.sub.Now}
	again.Answered(r.it(), &feeds.Fetched{URL: feedAt, Links: []string{"<" + r.hub.URL + `/>; rel="hub"`}, Body: []byte("<feed/>")})
	r.ok(again.Begin(t.Context()))
	again.Turn(t.Context())
	r.is("times the hub was asked", len(r.hub.asked()), 0)
	r.state(statements.SubscriptionActive)
}
