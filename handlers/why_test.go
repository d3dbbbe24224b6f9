package handlers_test

import (
	"strings"
	"testing"
	"time"

	"onrecord/feeds"
	"onrecord/handlers"
	"onrecord/statements"
)

// holdsAll reports what an answer lacks, and what it must not show.
func holdsAll(t *testing.T, what, got string, want, lack []string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("%s lacks %q:\n%s", what, w, got)
		}
	}
	for _, w := range lack {
		if strings.Contains(got, w) {
			t.Errorf("%s shows %q:\n%s", what, w, got)
		}
	}
}

func TestWhy(t *testing.T) {
	ctx := t.Context()
	st := quotas(t, 0)
	ours, err := st.AddWatch(ctx, statements.Watch{Server: "discord:1", Place: "discord:10", Speaker: "Mira Solheim", By: "Ada", Created: noon})
	if err != nil {
		t.Fatal(err)
	}
	secret, err := st.AddWatch(ctx, statements.Watch{Server: "discord:2", Place: "discord:20", Keywords: "secret plan", By: "Bob", Created: noon})
	if err != nil {
		t.Fatal(err)
	}
	feed, err := st.AddFeed(ctx, statements.Feed{URL: "https://courier.example/feed", Name: "Harbor Courier", By: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	_, version, err := st.Watches(ctx)
	if err != nil {
		t.Fatal(err)
	}
	text := "Herring talks stall\n\n“We will not sign,” the minister said."
	span := []statements.Span{{Start: strings.Index(text, "We"), End: strings.Index(text, ",”")}}
	source := statements.Span{Start: strings.Index(text, "the minister"), End: strings.Index(text, " said")}
	_, err = st.KeepArticle(ctx, statements.Arrival{At: noon, Watches: version, FeedID: feed.ID, ItemKey: "https://courier.example/item",
		Outlet:     statements.Outlet{Name: "Harbor Courier", URL: "https://courier.example/talks"},
		Article:    statements.Article{URL: "https://courier.example/talks", Outlet: "Harbor Courier", Title: "Herring talks stall", Lang: "en", Text: text, Fetched: noon},
		Statements: []statements.Statement{{Speaker: "Mira Solheim", Known: statements.ByRole, Kind: statements.Direct, Confidence: 0.83, Source: source, Content: span, Verbatim: span}},
		Alerts: []statements.Alert{{Watch: ours, Form: statements.FormAlert, Reason: "spoke", Statements: []int{0}},
			{Watch: secret, Form: statements.FormKeyword, Reason: "“secret” in the title"}}})
	if err != nil {
		t.Fatal(err)
	}
	d := deskOn(st)
	d.Canonical = feeds.Canonical
	all := []string{"What became of Herring talks stall", "Harbor Courier", "Brought: Harbor Courier", "59 characters of text", "1 statement: 1 verbatim",
		"Mira Solheim: spoke; ", "owed since 20 Nov 2026"}
	for _, what := range []string{"No.2", "A2", "https://courier.example/talks?utm_source=x#top"} {
		holdsAll(t, "why "+what, type1(t, d, "why", "what", what), all, []string{"secret", "discord:20", "Bob"})
	}
	holdsAll(t, "why No.2", type1(t, d, "why", "what", "No.2"), []string{"Speaker: Mira Solheim, known by the role as ‘the minister’, confidence 0.83", "No. 2 in No. A2"}, nil)

	owed, err := st.LeaseDeliveries(ctx, "discord", noon.Add(time.Minute), 9, time.Minute)
	if err != nil || len(owed) != 2 {
		t.Fatalf("owed %d, %v", len(owed), err)
	}
	if err := st.SettleDelivery(ctx, owed[0].ID, "m", noon.Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	holdsAll(t, "a sent message", type1(t, d, "why", "what", owed[0].ID), []string{"What became of Herring talks stall", "sent 20 Nov 2026 12:01"}, nil)
	holdsAll(t, "another server's message", type1(t, d, "why", "what", owed[1].ID), []string{"No message of this server"}, []string{"secret", "Herring"})
	if err := st.PauseDelivery(ctx, owed[1].ID, "no access"); err != nil {
		t.Fatal(err)
	}
	theirs := d.Serve(ctx, handlers.Request{Command: "why", Options: map[string]string{"what": "A2"}, Server: "discord:2", Place: "discord:21"})
	holdsAll(t, "the other server", words(theirs), []string{"secret plan", "held back, the place refuses it (no access)"}, []string{"Mira Solheim: spoke"})
	direct := d.Serve(ctx, handlers.Request{Command: "why", Options: map[string]string{"what": "A2"}, Place: "discord:10"})
	holdsAll(t, "a direct message", words(direct), []string{"belong to a server"}, []string{"spoke; ", "secret"})

	holdsAll(t, "an item", type1(t, d, "why", "what", "https://courier.example/item"), []string{"Brought, and not an article", "an item of Harbor Courier 20 Nov 2026"}, nil)
	holdsAll(t, "an unknown address", type1(t, d, "why", "what", "https://nowhere.example/x"), []string{"Never seen: https://nowhere.example/x"}, nil)
	for _, what := range []string{"48213", "A48213", "the herring talks"} {
		holdsAll(t, "why "+what, type1(t, d, "why", "what", what), []string{what}, []string{"What became of", "broke"})
	}
}
