package store_test

import (
	"errors"
	"testing"

	"onrecord/statements"
)

var _ = promise("Trace", func(t *testing.T, a archive) {
	ctx := t.Context()
	feed := addFeed(t, a, "https://courier.example/feed")
	ours, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	others, err := a.AddWatch(ctx, statements.Watch{Server: "discord:2", Place: "discord:20", Keywords: "secret plan", By: "Bob", Created: noon})
	ok(t, err)
	_, version, err := a.Watches(ctx)
	ok(t, err)
	first := from(arrivalOf("https://courier.example/1", "Herring talks stall", line{"Mira Solheim", "", "We will not sign a quota that our fishermen cannot live with"}), feed.ID, "https://courier.example/1")
	first.Watches, first.Alerts = version, []statements.Alert{spoke(ours, 1), spoke(others, 1)}
	kept := get(a.KeepArticle(ctx, first))(t)

	got := get(a.Trace(ctx, kept.ArticleID, "console", "console"))(t)
	same(t, "title", got.Article.Title, "Herring talks stall")
	same(t, "statements", names(got.Statements), []string{"Mira Solheim"})
	same(t, "kept", got.Kept.Equal(noon), true)
	same(t, "carriers", len(got.Carriers), 1)
	if len(got.Told) != 1 || got.Told[0].Watch.ID != ours.ID || got.Told[0].Reason != "spoke" || got.Told[0].State != statements.StateOwed || got.Told[0].Joined {
		t.Fatalf("told: %+v", got.Told)
	}
	owed := get(a.LeaseDeliveries(ctx, "console", after(minute), 9, minute))(t)
	ok(t, a.SettleDelivery(ctx, owed[0].ID, "m1", after(minute)))
	got = get(a.Trace(ctx, kept.ArticleID, "console", "console"))(t)
	same(t, "sent", got.Told[0].State+" "+got.Told[0].Delivery, "sent "+owed[0].ID)
	same(t, "sent at", got.Told[0].Sent.Equal(after(minute)), true)

	second := arrivalOf("https://wire.example/2", "Ministers leave Vell", line{"Mira Solheim", "", "We will not sign a quota that our fishermen cannot live with"})
	second.Article.Outlet, second.Article.Text = "Fjord Wire", second.Article.Text+" Nothing else was said on that day, and the boats left the harbour one after the other."
	second.Watches, second.Alerts = version, []statements.Alert{spoke(ours, 1)}
	joined := get(a.KeepArticle(ctx, second))(t)
	got = get(a.Trace(ctx, joined.ArticleID, "console", "console"))(t)
	same(t, "reported", got.Reported, []string{"Harbor Courier"})
	if len(got.Told) != 1 || !got.Told[0].Joined || got.Told[0].Delivery != owed[0].ID {
		t.Errorf("the second report: %+v", got.Told)
	}

	same(t, "another server", get(a.Trace(ctx, kept.ArticleID, "discord:3", "discord:30"))(t).Told, []statements.Told(nil))
	same(t, "no server, the place of another's watch", get(a.Trace(ctx, kept.ArticleID, "", "discord:20"))(t).Told, []statements.Told(nil))
	if _, err := a.Trace(ctx, 12345, "console", "console"); !errors.Is(err, statements.ErrNotFound) {
		t.Errorf("an article that is not there: %v", err)
	}
})

var _ = promise("ArticleAt", func(t *testing.T, a archive) {
	kept := get(a.KeepArticle(t.Context(), arrivalOf("https://courier.example/1", "Herring talks stall", line{"Mira Solheim", "", "No"})))(t)
	same(t, "its number", get(a.ArticleAt(t.Context(), "https://courier.example/1"))(t), kept.ArticleID)
	if _, err := a.ArticleAt(t.Context(), "https://courier.example/2"); !errors.Is(err, statements.ErrNotFound) {
		t.Errorf("an address that is not there: %v", err)
	}
})

var _ = promise("BroughtBy", func(t *testing.T, a archive) {
	feed := addFeed(t, a, "https://courier.example/feed")
	get(a.KeepArticle(t.Context(), from(arrivalOf("https://courier.example/1", "Herring talks stall"), feed.ID, "https://courier.example/item")))(t)
	got := get(a.BroughtBy(t.Context(), "https://courier.example/item"))(t)
	if len(got) != 1 || got[0].Name != "Harbor Courier" || !got[0].At.Equal(noon) {
		t.Errorf("brought by %v", got)
	}
	same(t, "nobody", get(a.BroughtBy(t.Context(), "https://courier.example/2"))(t), []statements.Carrier(nil))
})
