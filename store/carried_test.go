package store_test

import (
	"strings"
	"testing"

	"onrecord/statements"
)

// longer makes an article long enough to be known by its text.
var longer = "\n\n" + strings.Repeat("The harbour office counted boats, crates, nets and gulls along the north quay until the lamps were lit and the last ferry had left for the islands. ", 3) +
	"Nobody who waited on the steps of the customs house could say when the delegations would meet again, or whether the ice would let them."

// One text in two papers is one article: a watch on the second paper is told
// when that brings it, and once.
var _ = promise("KeepArticle of another outlet", func(t *testing.T, a archive) {
	ctx := t.Context()
	wire, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Outlets: []string{"Fjord Wire"}}})
	words, _ := addWatch(t, a, statements.Watch{Keywords: "talks", Place: "discord:7", Only: statements.Only{Outlets: []string{"Fjord Wire"}}})
	any, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:8"})
	keep := func(outlet, url string, lines []line, alerts ...statements.Alert) statements.Kept {
		t.Helper()
		in := arrivalOf(url, "Talks", lines...)
		in.Outlet.Name, in.Article.Outlet = outlet, outlet
		in.Article.Text += longer
		in.Watches, in.Alerts = version, alerts
		return get(a.KeepArticle(ctx, in))(t)
	}
	said := []line{{"Jun Castellan", "", "Perhaps"}, {"Mira Solheim", "", "No"}}
	her := func(w statements.Watch) statements.Alert {
		return statements.Alert{Watch: w, Form: statements.FormAlert, Statements: []int{1}, Reason: "spoke"}
	}
	first := keep("Harbor Courier", "https://courier.example/1", said, her(any))
	keyword := statements.Alert{Watch: words, Form: statements.FormKeyword, Reason: "“talks” in the title", Words: []string{"Talks"}}
	for range 2 {
		again := keep("Fjord Wire", "https://wire.example/1", said, her(wire), her(any), keyword)
		if again.New || again.ArticleID != first.ArticleID {
			t.Fatalf("the same text is another article: %+v, first %+v", again, first)
		}
	}
	told := map[string]statements.Delivery{}
	for _, surface := range []string{"console", "discord"} {
		for _, d := range get(a.LeaseDeliveries(ctx, surface, after(minute), 9, minute))(t) {
			told[d.Place] = d
		}
	}
	same(t, "places told", len(told), 3)
	d := told["console"]
	same(t, "the watch on the second outlet", len(d.Entries), 1)
	same(t, "who", names(d.Entries[0].Found), []string{"Mira Solheim"})
	same(t, "carried by", d.Entries[0].Also[0].Name, "Fjord Wire")
	same(t, "the watch on words there", told["discord:7"].Form, statements.FormKeyword)
	same(t, "the watch on any outlet", len(told["discord:8"].Entries), 1)

	// Alerts of an older version are matched again.
	in := arrivalOf("https://wire.example/2", "Talks", said...)
	in.Article.Text += longer
	in.Article.Outlet, in.Watches, in.Alerts = "Fjord Wire", version-1, []statements.Alert{her(wire)}
	_, err := a.KeepArticle(ctx, in)
	is(t, err, statements.ErrWatchesChanged)
})
