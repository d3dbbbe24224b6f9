package store_test

import (
	"testing"

	"onrecord/statements"
)

var _ = promise("BreakLeases", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://harborcourier.example/feed")
	for _, place := range []string{"console", "discord:1"} {
		w, version := addWatch(t, a, statements.Watch{Place: place, Speaker: "Mira Solheim"})
		arrival := arrivalOf("https://harborcourier.example/"+place[:7], "Talks", line{"Mira Solheim", "", "We will not sign"})
		arrival.Alerts, arrival.Watches = []statements.Alert{spoke(w, 1)}, version
		get(a.KeepArticle(ctx, arrival))(t)
	}
	killed := archive{a.open(), a.open}
	get(killed.ClaimFeeds(ctx, noon, 9, minute))(t)
	get(killed.LeaseDeliveries(ctx, "discord", noon, 9, minute))(t)
	get(killed.LeaseDeliveries(ctx, "console", noon, 9, minute))(t)

	same(t, "leased by the process that was killed", len(get(a.LeaseDeliveries(ctx, "discord", noon, 9, minute))(t)), 0)
	ok(t, a.BreakLeases(ctx, "discord"))
	feeds := get(a.ClaimFeeds(ctx, noon, 9, minute))(t)
	if len(feeds) != 1 || feeds[0].ID != f.ID {
		t.Errorf("got feeds %v, want the one that was being visited", feeds)
	}
	owed := get(a.LeaseDeliveries(ctx, "discord", noon, 9, minute))(t)
	if len(owed) != 1 || !owed[0].Uncertain || !owed[0].Begun.Equal(noon) {
		t.Errorf("got %+v, want the message with its doubt", owed)
	}
	same(t, "another surface's leases stay", len(get(a.LeaseDeliveries(ctx, "console", noon, 9, minute))(t)), 0)
})

var _ = promise("BreakLeases edits", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	report(t, a, 1, noon, "", w)
	ok(t, a.SettleDelivery(ctx, lease(t, a, noon)[0].ID, "m1", noon))
	report(t, a, 2, after(minute), "", w)
	killed := archive{a.open(), a.open}
	same(t, "leased by the process that is killed", len(edits(t, killed, after(2*minute))), 1)
	same(t, "not by another", len(edits(t, a, after(2*minute))), 0)
	ok(t, a.BreakLeases(ctx, "discord"))
	same(t, "after the start", len(edits(t, a, after(2*minute))), 1)
})

var _ = promise("Recall", func(t *testing.T, a archive) {
	same(t, "never remembered", get(a.Recall(t.Context(), "commands"))(t), "")
})

var _ = promise("Remember", func(t *testing.T, a archive) {
	for _, v := range []string{"first", "second"} {
		ok(t, a.Remember(t.Context(), "commands", v))
		other := archive{a.open(), a.open}
		same(t, "elsewhere", get(other.Recall(t.Context(), "commands"))(t), v)
	}
	same(t, "another name", get(a.Recall(t.Context(), "command"))(t), "")
})
