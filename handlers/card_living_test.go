package handlers

import (
	"strings"
	"testing"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// of makes a statement that an outlet has published.
func of(id int64, outlet, words string, at time.Time) statements.Found {
	text := outlet + "\n\n“" + words + ",” Mira Solheim said."
	from := strings.Index(text, words)
	span := []statements.Span{{Start: from, End: from + len(words)}}
	return statements.Found{
		Statement: statements.Statement{ID: id, Speaker: "Mira Solheim", Known: statements.ByName, Kind: statements.Direct, Content: span, Verbatim: span, Confidence: 1},
		Article: statements.Article{ID: id, URL: "https://" + strings.ToLower(outlet) + ".example/", Outlet: outlet, Title: outlet, Lang: "en", Text: text,
			Published: statements.Moment{Time: at}},
	}
}

func TestAlertNamesTheOtherOutlets(t *testing.T) {
	now := time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)
	first := of(1, "Courier", "We will not sign", now.Add(-4*time.Minute))
	first.Others = []statements.Found{
		of(2, "Wire", "We will not sign", now.Add(-26*time.Minute)),
		of(3, "Tribune", "We won’t sign", now.Add(-2*time.Minute)),
		of(4, "Courier", "We will never sign", now),
	}
	first.Also = []statements.Outlet{{Name: "wire"}, {Name: "Mirror"}, {Name: "Links of the day", URL: first.Article.URL}}
	card := AlertCard(locales.English, statements.Delivery{ID: "d", Entries: []statements.Entry{{Found: []statements.Found{first}, Article: first.Article}}}, now, time.UTC)
	last := card.Body[len(card.Body)-1].Runs
	if textOf(last) != "Also in 3 outlets, first Wire " || !last[len(last)-1].Clock.Equal(now.Add(-26*time.Minute)) {
		t.Errorf("got %q, %+v", textOf(last), last)
	}
	if card.Fields[0].Name != "Other wordings" || len(card.Fields[0].Body) != 2 || textOf(card.Fields[0].Body[0].Runs) != "Tribune “We won’t sign”" {
		t.Errorf("fields %+v", card.Fields)
	}
}

func TestEachStatementNamesItsOwnOutlets(t *testing.T) {
	now := time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)
	one, two := of(1, "Courier", "We will not sign", now), of(5, "Courier", "The herring are ours", now)
	two.Others = []statements.Found{of(6, "Wire", "The herring are ours", now.Add(-48*time.Hour))}
	list := []statements.Found{one, two}
	card := AlertCard(locales.English, statements.Delivery{ID: "d", Entries: []statements.Entry{{Found: list, Article: one.Article}}}, now, time.UTC)
	last := card.Body[len(card.Body)-1].Runs
	if textOf(last) != "“The herring are ours” also in Wire " || last[len(last)-1].Ago.IsZero() {
		t.Errorf("got %q", textOf(last))
	}
	if len(card.Fields) != 0 {
		t.Errorf("fields %+v", card.Fields)
	}
}
