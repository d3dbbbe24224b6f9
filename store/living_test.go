package store_test

import (
	"fmt"
	"testing"
	"time"

	"onrecord/statements"
)

const remark = "We will not sign a quota that our fishermen on the northern quays cannot live with through the winter"

// report keeps the n-th article with the remark and, if there is any, something
// else that she said, for the watches.
func report(t *testing.T, a archive, n int, at time.Time, other string, ws ...statements.Watch) int {
	t.Helper()
	lines := []line{{"Mira Solheim", "", remark}}
	if other != "" {
		lines = append(lines, line{"Mira Solheim", "", other})
	}
	in := arrivalOf(fmt.Sprintf("https://outlet%d.example/talks", n), fmt.Sprint("Report ", n), lines...)
	in.Article.Outlet, in.Outlet.Name, in.At = fmt.Sprint("Outlet ", n), fmt.Sprint("Outlet ", n), at
	in.Article.Published.Time = noon.Add(time.Duration(n) * time.Minute)
	_, version, err := a.Watches(t.Context())
	ok(t, err)
	in.Watches = version
	for _, w := range ws {
		in.Alerts = append(in.Alerts, spoke(w, len(lines)))
	}
	return get(a.KeepArticle(t.Context(), in))(t).Deliveries
}

func edits(t *testing.T, a archive, at time.Time) []statements.Delivery {
	t.Helper()
	return get(a.LeaseEdits(t.Context(), "discord", at, 9, minute))(t)
}

func outletsOf(d statements.Delivery) []string {
	var out []string
	for _, f := range d.Entries[0].Found[0].Others {
		out = append(out, f.Article.Outlet)
	}
	return out
}

var _ = promise("LeaseEdits a later report changes the message that told of the first", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	same(t, "messages of the first report", report(t, a, 1, noon, "", w), 1)
	d := lease(t, a, noon)[0]
	ok(t, a.SettleDelivery(ctx, d.ID, "m1", noon))
	same(t, "nothing to edit", len(edits(t, a, after(time.Hour))), 0)

	same(t, "messages of the second", report(t, a, 2, after(minute), "", w), 0)
	same(t, "nothing new to send", len(lease(t, a, after(minute))), 0)
	same(t, "next edit", get(a.NextEdit(ctx, "discord"))(t).UTC(), after(2*minute))
	same(t, "too early", len(edits(t, a, after(minute))), 0)
	list := edits(t, a, after(2*minute))
	same(t, "edits", len(list), 1)
	same(t, "message", list[0].MessageID, "m1")
	same(t, "also in", outletsOf(list[0]), []string{"Outlet 2"})
	same(t, "leased", len(edits(t, a, after(2*minute))), 0)

	// A third one comes while the message is being edited.
	report(t, a, 3, after(2*minute), "", w)
	ok(t, a.SettleEdit(ctx, d.ID, after(2*minute)))
	same(t, "not at once", len(edits(t, a, after(3*minute))), 0)
	list = edits(t, a, after(4*minute))
	same(t, "also in", outletsOf(list[0]), []string{"Outlet 2", "Outlet 3"})
	ok(t, a.SettleEdit(ctx, d.ID, after(4*minute)))
	same(t, "all is shown", len(edits(t, a, after(time.Hour))), 0)
	same(t, "no next edit", get(a.NextEdit(ctx, "discord"))(t).IsZero(), true)
})

var _ = promise("LeaseEdits only what is new makes a new message", func(t *testing.T, a archive) {
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	report(t, a, 1, noon, "", w)
	same(t, "messages", report(t, a, 2, noon, "The herring belong to nobody, and least of all to the Calder trawlers", w), 1)
	first := lease(t, a, noon)[0]
	same(t, "the first tells of both outlets at once", outletsOf(first), []string{"Outlet 2"})
	ok(t, a.SettleDelivery(t.Context(), first.ID, "m1", noon))
	same(t, "nothing to edit", len(edits(t, a, after(time.Hour))), 0)
	second := lease(t, a, noon)[0]
	same(t, "the second tells what is new", said(second.Entries[0].Found), []string{"The herring belong to nobody, and least of all to the Calder trawlers"})
})

var _ = promise("SettleEdit what joins while the message is sent is shown later", func(t *testing.T, a archive) {
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	report(t, a, 1, noon, "", w)
	d := lease(t, a, noon)[0]
	report(t, a, 2, noon, "", w)
	ok(t, a.SettleDelivery(t.Context(), d.ID, "m1", noon))
	same(t, "edits", len(edits(t, a, after(2*minute))), 1)
})

var _ = promise("KeepArticle two watches of a place, and two places", func(t *testing.T, a archive) {
	ws := []statements.Watch{}
	for _, w := range []statements.Watch{
		{Speaker: "Mira Solheim", Place: "discord:1"}, {Speaker: "Mira Solheim", Keywords: "quota", Place: "discord:1"}, {Speaker: "Mira Solheim", Place: "discord:2"},
	} {
		w, _ = addWatch(t, a, w)
		ws = append(ws, w)
	}
	same(t, "messages", report(t, a, 1, noon, "", ws...), 2)
	list := lease(t, a, noon)
	same(t, "entries of one message", len(list[0].Entries), 2)
	same(t, "messages of a repeat", report(t, a, 2, noon, "", ws...), 0)
})

var _ = promise("RetryEdit a message that is gone is left alone", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	report(t, a, 1, noon, "", w)
	d := lease(t, a, noon)[0]
	ok(t, a.SettleDelivery(ctx, d.ID, "m1", noon))
	report(t, a, 2, noon, "", w)
	edits(t, a, after(2*minute))
	ok(t, a.RetryEdit(ctx, d.ID, after(3*minute)))
	same(t, "put off", len(edits(t, a, after(3*minute-time.Millisecond))), 0)
	same(t, "again", len(edits(t, a, after(3*minute))), 1)
	ok(t, a.RetryEdit(ctx, d.ID, time.Time{}))
	same(t, "given up", len(edits(t, a, after(time.Hour))), 0)
})

var _ = promise("NextEdit of another surface", func(t *testing.T, a archive) {
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	report(t, a, 1, noon, "", w)
	ok(t, a.SettleDelivery(t.Context(), lease(t, a, noon)[0].ID, "m1", noon))
	report(t, a, 2, noon, "", w)
	same(t, "console", get(a.NextEdit(t.Context(), "console"))(t).IsZero(), true)
	same(t, "discord", get(a.NextEdit(t.Context(), "discord"))(t).UTC(), after(2*minute))
})

var _ = promise("RemoveWatch whoever joined its message is told", func(t *testing.T, a archive) {
	first, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	other, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Keywords: "quota", Place: "discord:1"})
	report(t, a, 1, noon, "", first)
	same(t, "messages", report(t, a, 2, noon, "", other), 0)
	get(a.RemoveWatch(t.Context(), "console", first.ID))(t)
	list := lease(t, a, noon)
	same(t, "messages", len(list), 1)
	same(t, "entries", len(list[0].Entries), 1)
	same(t, "watch", list[0].Entries[0].Watch.ID, other.ID)
})
