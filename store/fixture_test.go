package store_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
)

// noon is when the tests begin.
var noon = time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC)

func after(d time.Duration) time.Time { return noon.Add(d) }

const minute = time.Minute

// line is a statement to put into an article.
type line struct {
	who, role, said string
}

// arrivalOf makes an arrival of an article in which each line is a sentence:
// “said”, who, role, said. Its spans are right. Watches is the version that a
// fresh archive has.
func arrivalOf(url, title string, lines ...line) statements.Arrival {
	a := statements.Arrival{
		At: noon, Watches: 1, Outlet: statements.Outlet{Name: "Harbor Courier", URL: url},
		Article: statements.Article{
			URL: url, Outlet: "Harbor Courier", Title: title, Lang: "en", Fetched: noon,
			Published: statements.Moment{Time: noon.Add(-time.Hour)},
		},
	}
	var b strings.Builder
	b.WriteString(title + "\n\nThe talks in Vell went on for a day. ")
	for _, l := range lines {
		st := statements.Statement{Speaker: l.who, Role: l.role, Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9}
		b.WriteString("“")
		st.Content = []statements.Span{{Start: b.Len(), End: b.Len() + len(l.said)}}
		st.Verbatim = st.Content
		b.WriteString(l.said + ",” ")
		st.Source = statements.Span{Start: b.Len(), End: b.Len() + len(l.who)}
		b.WriteString(l.who + " ")
		st.Cue = statements.Span{Start: b.Len(), End: b.Len() + len("said")}
		b.WriteString("said. ")
		a.Statements = append(a.Statements, st)
	}
	b.WriteString("The harbour stayed closed.")
	a.Article.Text = b.String()
	return a
}

// from makes the arrival one of a feed's items.
func from(a statements.Arrival, feed int64, item string) statements.Arrival {
	a.FeedID, a.ItemKey = feed, item
	return a
}

// unseen gives those of the keys that a feed has not brought.
func unseen(s interface {
	SeenItems(ctx context.Context, feed int64, keys []string) (map[string]int64, error)
}, ctx context.Context, feed int64, keys []string) (out []string, err error) {
	seen, err := s.SeenItems(ctx, feed, keys)
	for _, k := range keys {
		if _, is := seen[k]; !is && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out, err
}

// addFeed adds a feed with nothing special about it.
func addFeed(t testing.TB, a archive, url string) statements.Feed {
	t.Helper()
	return get(a.AddFeed(t.Context(), statements.Feed{URL: url, Name: "Harbor Courier", By: "Ida"}))(t)
}

// addWatch adds a watch of the server "console" and gives it with the version
// of the watches since.
func addWatch(t testing.TB, a archive, w statements.Watch) (statements.Watch, int64) {
	t.Helper()
	if w.Place == "" {
		w.Place = "console"
	}
	w.Server, w.By, w.Created = "console", "Ida", noon
	w = get(a.AddWatch(t.Context(), w))(t)
	_, version, err := a.Watches(t.Context())
	ok(t, err)
	return w, version
}

// spoke makes an alert that the first n statements matched.
func spoke(w statements.Watch, n int) statements.Alert {
	alert := statements.Alert{Watch: w, Form: statements.FormAlert, Reason: "spoke"}
	for i := range n {
		alert.Statements = append(alert.Statements, i)
	}
	return alert
}

// names are the speakers of what was found, in order.
func names(found []statements.Found) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Statement.Speaker)
	}
	return out
}

// background is the context of what is no test.
func background() context.Context { return context.Background() }
