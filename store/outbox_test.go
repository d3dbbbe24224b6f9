package store_test

import (
	"fmt"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"onrecord/statements"
)

// owe puts n alerts for each place into the outbox, by turns, and gives the
// version of the watches.
func owe(t *testing.T, a archive, n int, places ...string) {
	t.Helper()
	var watches []statements.Watch
	var version int64
	for _, p := range places {
		var w statements.Watch
		w, version = addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: p})
		watches = append(watches, w)
	}
	for i := range n {
		in := arrivalOf(fmt.Sprint("https://courier.example/", i), fmt.Sprint("Talks ", i), line{"Mira Solheim", "", "No"})
		in.At, in.Watches = noon, version
		for _, w := range watches {
			in.Alerts = append(in.Alerts, spoke(w, 1))
		}
		same(t, "messages", get(a.KeepArticle(t.Context(), in))(t).Deliveries, len(places))
	}
}

func lease(t *testing.T, a archive, at time.Time) []statements.Delivery {
	t.Helper()
	return get(a.LeaseDeliveries(t.Context(), "discord", at, 99, minute))(t)
}

func titles(list []statements.Delivery) []string {
	var out []string
	for _, d := range list {
		out = append(out, d.Place+" "+d.Entries[0].Article.Title)
	}
	return out
}

var _ = promise("LeaseDeliveries", func(t *testing.T, a archive) {
	ctx := t.Context()
	owe(t, a, 3, "discord:1", "discord:2")
	same(t, "another surface", len(get(a.LeaseDeliveries(ctx, "console", noon, 9, minute))(t)), 0)
	first := lease(t, a, noon)
	same(t, "one a place", titles(first), []string{"discord:1 Talks 0", "discord:2 Talks 0"})
	d := first[0]
	if !regexp.MustCompile(`^[a-z0-9]{13}$`).MatchString(d.ID) || d.ID == first[1].ID {
		t.Errorf("ids %q and %q", d.ID, first[1].ID)
	}
	if d.Uncertain || !d.Begun.IsZero() || d.Attempts != 0 || !d.Created.Equal(noon) {
		t.Errorf("a first attempt: %+v", d)
	}
	same(t, "nothing while they are sent", len(lease(t, a, noon)), 0)
	ok(t, a.SettleDelivery(ctx, d.ID, "m", noon))
	same(t, "the next of that place", titles(lease(t, a, noon)), []string{"discord:1 Talks 1"})
	same(t, "at most one", len(get(a.LeaseDeliveries(ctx, "discord", after(minute), 1, minute))(t)), 1)
})

var _ = promise("LeaseDeliveries after a crash", func(t *testing.T, a archive) {
	ctx := t.Context()
	owe(t, a, 2, "discord:1")
	first := lease(t, a, noon)[0]
	other := archive{a.open(), a.open} // the process was killed, this is the next
	same(t, "before the lease ends", len(lease(t, other, after(minute-time.Millisecond))), 0)
	again := lease(t, other, after(minute))
	same(t, "when it ends", titles(again), []string{"discord:1 Talks 0"})
	d := again[0]
	if d.ID != first.ID || !d.Uncertain || !d.Begun.Equal(noon) {
		t.Errorf("a message of unknown fate: %+v", d)
	}
	// The doubt stays, whatever later attempts are sure of.
	ok(t, other.RetryDelivery(ctx, d.ID, after(2*minute), "429", true))
	d = lease(t, other, after(2*minute))[0]
	if !d.Uncertain || !d.Begun.Equal(noon) || d.Attempts != 1 {
		t.Errorf("after a certain failure: %+v", d)
	}
	// The first holder comes back late: what it says of failures is void.
	ok(t, a.RetryDelivery(ctx, d.ID, noon, "late", true))
	ok(t, a.UnleaseDelivery(ctx, d.ID))
	ok(t, a.PauseDelivery(ctx, d.ID, "late"))
	same(t, "while the second holder sends", len(lease(t, a, after(2*minute))), 0)
	// What it says of success is true.
	ok(t, a.SettleDelivery(ctx, d.ID, "m1", after(2*minute)))
	same(t, "the next", titles(lease(t, a, after(2*minute))), []string{"discord:1 Talks 1"})
})

var _ = promise("LeaseDeliveries by many", func(t *testing.T, a archive) {
	const each = 15
	places := []string{"discord:1", "discord:2", "discord:3", "discord:4"}
	owe(t, a, each, places...)
	stores := []archive{a, {a.open(), a.open}, {a.open(), a.open}}
	var mu sync.Mutex
	sent := map[string][]string{}
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			s := stores[i%3]
			for {
				got, err := s.LeaseDeliveries(t.Context(), "discord", noon, 2, time.Hour)
				if err != nil {
					t.Error(err)
					return
				}
				for _, d := range got {
					mu.Lock()
					sent[d.Place] = append(sent[d.Place], d.Entries[0].Article.Title)
					mu.Unlock()
					if err := s.SettleDelivery(t.Context(), d.ID, "m", noon); err != nil {
						t.Error(err)
						return
					}
				}
				if due, _, err := s.Owed(t.Context(), "discord", noon); err != nil || due == 0 {
					return
				}
			}
		})
	}
	wg.Wait()
	var want []string
	for i := range each {
		want = append(want, fmt.Sprint("Talks ", i))
	}
	for _, p := range places {
		same(t, "sent in order to "+p, sent[p], want)
	}
})

var _ = promise("SettleDelivery", func(t *testing.T, a archive) {
	ctx := t.Context()
	is(t, a.SettleDelivery(ctx, "nosuchmessage", "m", noon), statements.ErrNotFound)
	owe(t, a, 1, "discord:1")
	d := lease(t, a, noon)[0]
	ok(t, a.SettleDelivery(ctx, d.ID, "m1", noon))
	ok(t, a.SettleDelivery(ctx, d.ID, "m1", noon))
	ok(t, a.RetryDelivery(ctx, d.ID, noon, "too late", false))
	same(t, "after it was settled", len(lease(t, a, after(time.Hour))), 0)
	got := get(a.Delivery(ctx, d.ID))(t)
	if got.Uncertain || len(got.Entries) != 1 {
		t.Errorf("a settled message: %+v", got)
	}
})

var _ = promise("RetryDelivery", func(t *testing.T, a archive) {
	ctx := t.Context()
	owe(t, a, 2, "discord:1")
	d := lease(t, a, noon)[0]
	ok(t, a.RetryDelivery(ctx, d.ID, after(minute), "429", true))
	same(t, "before its time, and nothing younger before it", len(lease(t, a, after(minute-1))), 0)
	d = lease(t, a, after(minute))[0]
	if d.Uncertain || d.Attempts != 1 || d.Entries[0].Article.Title != "Talks 0" {
		t.Errorf("after a certain failure: %+v", d)
	}
	ok(t, a.RetryDelivery(ctx, d.ID, after(2*minute), "reset", false))
	d = lease(t, a, after(2*minute))[0]
	if !d.Uncertain || !d.Begun.Equal(after(minute)) || d.Attempts != 2 {
		t.Errorf("after an uncertain one: %+v", d)
	}
})

var _ = promise("PauseDelivery", func(t *testing.T, a archive) {
	ctx := t.Context()
	owe(t, a, 3, "discord:1", "discord:2")
	d := lease(t, a, noon)[0]
	ok(t, a.PauseDelivery(ctx, d.ID, "The channel is gone."))
	same(t, "the place waits", len(lease(t, a, after(minute-1))), 0)
	same(t, "others do not", titles(lease(t, a, after(minute))), []string{"discord:2 Talks 0"})
	due, _, err := a.Owed(ctx, "discord", noon)
	ok(t, err)
	same(t, "owed without the paused place", due, 3)
	same(t, "paused", get(a.Stats(ctx, "console"))(t).Paused, []statements.Paused{{Place: "discord:1", Why: "The channel is gone.", Waiting: 3}})
})

var _ = promise("ResumePlaces", func(t *testing.T, a archive) {
	ctx := t.Context()
	owe(t, a, 2, "discord:1")
	pause := func() { t.Helper(); ok(t, a.PauseDelivery(ctx, lease(t, a, noon)[0].ID, "The channel is gone.")) }
	pause()
	same(t, "held elsewhere", get(a.ResumePlaces(ctx, "console"))(t), 0)
	same(t, "held", get(a.ResumePlaces(ctx, "discord"))(t), 1)
	pause()
	// A watch that is added there says that the place is there again.
	addWatch(t, a, statements.Watch{Keywords: "quota", Place: "discord:1"})
	d := lease(t, a, noon)
	same(t, "in the old order", titles(d), []string{"discord:1 Talks 0"})
	same(t, "attempts", d[0].Attempts, 2)
})

var _ = promise("UnleaseDelivery", func(t *testing.T, a archive) {
	owe(t, a, 1, "discord:1")
	d := lease(t, a, noon)[0]
	ok(t, a.UnleaseDelivery(t.Context(), d.ID))
	again := lease(t, a, noon)
	same(t, "messages", len(again), 1)
	same(t, "the message", again[0], d)
})

var _ = promise("Owed", func(t *testing.T, a archive) {
	ctx := t.Context()
	owed := func(at time.Time, wantDue int, wantNext time.Time) {
		t.Helper()
		due, next, err := a.Owed(ctx, "discord", at)
		ok(t, err)
		same(t, "due", due, wantDue)
		same(t, "next", next, wantNext)
	}
	owed(noon, 0, time.Time{})
	owe(t, a, 2, "discord:1", "console")
	owed(noon, 2, time.Time{})
	d := lease(t, a, noon)[0]
	owed(noon, 2, after(minute)) // when its lease ends
	ok(t, a.RetryDelivery(ctx, d.ID, after(5*minute), "503", true))
	owed(after(2*minute), 1, after(5*minute)) // the younger waits for the older
	owed(after(5*minute), 2, time.Time{})
})

var _ = promise("Delivery", func(t *testing.T, a archive) {
	ctx := t.Context()
	_, err := a.Delivery(ctx, "nosuchmessage")
	is(t, err, statements.ErrNotFound)
	owe(t, a, 1, "discord:1")
	d := lease(t, a, noon)[0]
	got := get(a.Delivery(ctx, d.ID))(t)
	same(t, "the message", got, d)
})

// An article that others carry too says so in messages that are sent later.
var _ = promise("Delivery also", func(t *testing.T, a archive) {
	ctx := t.Context()
	owe(t, a, 1, "discord:1")
	in := arrivalOf("https://courier.example/0", "Talks 0")
	in.Outlet = statements.Outlet{Name: "Fjord Wire", URL: "https://wire.example/0"}
	get(a.KeepArticle(ctx, in))(t)
	d := lease(t, a, noon)[0]
	same(t, "also", d.Entries[0].Also, []statements.Outlet{in.Outlet})
	same(t, "also of the statement", d.Entries[0].Found[0].Also, []statements.Outlet{in.Outlet})
})

func TestDeliveryIDsDiffer(t *testing.T) {
	each(t, func(t *testing.T, a archive) {
		owe(t, a, 1, "discord:1", "discord:2", "discord:3", "discord:4", "discord:5")
		var ids []string
		for _, d := range lease(t, a, noon) {
			ids = append(ids, d.ID)
		}
		slices.Sort(ids)
		same(t, "different ids", len(slices.Compact(ids)), 5)
	})
}
