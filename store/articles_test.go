package store_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/statements"
)

var _ = promise("Known", func(t *testing.T, a archive) {
	ctx := t.Context()
	same(t, "before", get(a.Known(ctx, "https://courier.example/1"))(t), false)
	get(a.KeepArticle(ctx, arrivalOf("https://courier.example/1", "Talks stall")))(t)
	same(t, "after", get(a.Known(ctx, "https://courier.example/1"))(t), true)
	same(t, "another", get(a.Known(ctx, "https://courier.example/2"))(t), false)
})

var _ = promise("KeepArticle", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	in := from(arrivalOf("https://courier.example/1", "Talks stall",
		line{"Mira Solheim", "foreign minister", "We will not sign"}, line{"Tomas Brandvold", "", "The lamp is old"}), f.ID, "1")
	in.Article.Byline, in.Article.Summary, in.Article.Stub = "Ida Holm", "Talks end.", true
	in.Article.Published = statements.Moment{Time: time.Date(2026, 11, 20, 23, 30, 0, 0, time.FixedZone("", -5*3600))}
	in.Statements[0].SaidOn = statements.Date{Year: 2026, Month: time.November, Day: 19}
	in.Statements[0].Place = "Vell"
	in.Statements[1].Known, in.Statements[1].Kind, in.Statements[1].Speaker = statements.Unresolved, statements.Indirect, ""
	in.Statements[1].Verbatim, in.Statements[1].Cue = nil, statements.Span{}

	kept := get(a.KeepArticle(ctx, in))(t)
	if kept.ArticleID == 0 || !kept.New || kept.Deliveries != 0 {
		t.Errorf("kept %+v", kept)
	}
	got := get(a.Article(ctx, kept.ArticleID))(t)
	want := in.Article
	want.ID = kept.ArticleID
	same(t, "the article", got.Article, want)
	if name, offset := got.Article.Published.Time.Zone(); offset != -5*3600 {
		t.Errorf("published in zone %q, %d seconds east", name, offset)
	}
	for i, st := range got.Statements {
		wantSt := in.Statements[i]
		wantSt.ID = st.Statement.ID
		same(t, fmt.Sprint("statement ", i), st.Statement, wantSt)
		same(t, fmt.Sprint("article of statement ", i), st.Article, want)
		if (st.SpeakerID != 0) != (i == 0) {
			t.Errorf("statement %d has speaker %d", i, st.SpeakerID)
		}
	}
	same(t, "quote", got.Statements[0].Statement.Quotes(got.Article.Text), []string{"We will not sign"})
	same(t, "items left", len(get(unseen(a, ctx, f.ID, []string{"1"}))(t)), 0)
})

var _ = promise("KeepArticle nothing known", func(t *testing.T, a archive) {
	in := statements.Arrival{Watches: 1, At: noon, Article: statements.Article{URL: "https://courier.example/1"}}
	kept := get(a.KeepArticle(t.Context(), in))(t)
	got := get(a.Article(t.Context(), kept.ArticleID))(t)
	same(t, "the article", got, statements.Archived{Article: statements.Article{ID: kept.ArticleID, URL: "https://courier.example/1"}})
})

var _ = promise("KeepArticle twice", func(t *testing.T, a archive) {
	ctx := t.Context()
	one, two := addFeed(t, a, "https://courier.example/feed"), addFeed(t, a, "https://wire.example/feed")
	w, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	in := from(arrivalOf("https://courier.example/1", "Talks stall", line{"Mira Solheim", "", "No"}), one.ID, "1")
	in.Watches, in.Alerts = version, []statements.Alert{spoke(w, 1)}
	first := get(a.KeepArticle(ctx, in))(t)
	same(t, "messages", first.Deliveries, 1)

	same(t, "the same item", get(a.KeepArticle(ctx, in))(t), statements.Kept{ArticleID: first.ArticleID})
	moved := from(arrivalOf("https://courier.example/1-new-headline", "Talks have stalled"), one.ID, "1")
	same(t, "the same item under another address", get(a.KeepArticle(ctx, moved))(t), statements.Kept{ArticleID: first.ArticleID})

	again := from(in, two.ID, "x")
	again.Outlet = statements.Outlet{Name: "Fjord Wire", URL: "https://wire.example/x"}
	again.Article.Text = "another text"
	again.Watches = version - 1 // nobody is alerted, so it does not matter
	same(t, "the same address from another feed", get(a.KeepArticle(ctx, again))(t), statements.Kept{ArticleID: first.ArticleID})
	same(t, "unseen by the other feed", len(get(unseen(a, ctx, two.ID, []string{"x"}))(t)), 0)

	got := get(a.Article(ctx, first.ArticleID))(t)
	same(t, "also", got.Also, []statements.Outlet{again.Outlet})
	same(t, "text", got.Article.Text, in.Article.Text)
	same(t, "statements", len(got.Statements), 1)
	due, _, err := a.Owed(ctx, "console", noon)
	ok(t, err)
	same(t, "messages owed", due, 1)
})

var _ = promise("KeepArticle watches changed", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	in := from(arrivalOf("https://courier.example/1", "Talks stall", line{"Mira Solheim", "", "No"}), f.ID, "1")
	_, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	_, err := a.KeepArticle(ctx, in)
	is(t, err, statements.ErrWatchesChanged)
	// What is refused leaves nothing behind.
	same(t, "known", get(a.Known(ctx, in.Article.URL))(t), false)
	same(t, "unseen", len(get(unseen(a, ctx, f.ID, []string{"1"}))(t)), 1)
	same(t, "speakers", len(get(a.FindSpeakers(ctx, "Solheim", 9))(t)), 0)
	in.Watches = version
	get(a.KeepArticle(ctx, in))(t)
})

// A failure in the middle, here an alert that names a statement that the
// article does not have, takes everything back.
var _ = promise("KeepArticle all or nothing", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	w, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	in := from(arrivalOf("https://courier.example/1", "Talks stall", line{"Mira Solheim", "", "No"}), f.ID, "1")
	in.Watches, in.Alerts = version, []statements.Alert{spoke(w, 1), spoke(w, 2)}
	if _, err := a.KeepArticle(ctx, in); err == nil {
		t.Fatal("an alert of a statement that is not there was kept")
	}
	c := get(a.Coverage(ctx))(t)
	same(t, "articles and statements", []int{c.Articles, c.Statements}, []int{0, 0})
	same(t, "unseen", len(get(unseen(a, ctx, f.ID, []string{"1"}))(t)), 1)
	same(t, "speakers", len(get(a.FindSpeakers(ctx, "", 9))(t)), 0)
	same(t, "hits", get(a.CountStatements(ctx, about("talks")))(t), 0)
	due, _, err := a.Owed(ctx, "console", after(time.Hour))
	ok(t, err)
	same(t, "messages owed", due, 0)
})

var _ = promise("KeepArticle one message a place", func(t *testing.T, a archive) {
	ctx := t.Context()
	here, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	words, _ := addWatch(t, a, statements.Watch{Keywords: "talks"})
	both, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Keywords: "sign"})
	there, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:7"})
	in := arrivalOf("https://courier.example/1", "Talks stall", line{"Mira Solheim", "", "We will not sign"}, line{"Tomas Brandvold", "", "No"}, line{"Mira Solheim", "", "Never"})
	in.Watches = version
	in.Alerts = []statements.Alert{
		{Watch: here, Form: statements.FormAlert, Statements: []int{0, 2}, Reason: "spoke"},
		{Watch: words, Form: statements.FormKeyword, Reason: "“talks” in the title", Words: []string{"Talks"}},
		{Watch: both, Form: statements.FormAlert, Statements: []int{0}, Reason: "spoke, said “sign”", Words: []string{"sign"}},
		{Watch: there, Form: statements.FormAlert, Statements: []int{0, 2}, Reason: "spoke"},
		{Watch: there, Form: statements.FormAlert, Statements: []int{0, 2}, Reason: "spoke"}, // twice the same
	}
	same(t, "messages", get(a.KeepArticle(ctx, in))(t).Deliveries, 3)

	first := get(a.LeaseDeliveries(ctx, "console", noon, 9, minute))(t)
	same(t, "first messages", len(first), 1)
	d := first[0]
	same(t, "form", d.Form, statements.FormAlert)
	same(t, "entries", len(d.Entries), 2)
	same(t, "watches", []statements.Watch{d.Entries[0].Watch, d.Entries[1].Watch}, []statements.Watch{here, both})
	same(t, "who spoke", names(d.Entries[0].Found), []string{"Mira Solheim", "Mira Solheim"})
	same(t, "what was said", d.Entries[1].Found[0].Statement.Text(d.Entries[1].Article.Text), "We will not sign")
	same(t, "statements of the second watch", len(d.Entries[1].Found), 1)
	same(t, "reason", d.Entries[1].Reason, "spoke, said “sign”")
	same(t, "words", d.Entries[1].Words, []string{"sign"})
	ok(t, a.SettleDelivery(ctx, d.ID, "m1", noon))

	d = get(a.LeaseDeliveries(ctx, "console", noon, 9, minute))(t)[0]
	same(t, "form", d.Form, statements.FormKeyword)
	same(t, "all statements", names(d.Entries[0].Found), []string{"Mira Solheim", "Tomas Brandvold", "Mira Solheim"})
	d = get(a.LeaseDeliveries(ctx, "discord", noon, 9, minute))(t)[0]
	same(t, "place", d.Place, "discord:7")
	same(t, "entries elsewhere", len(d.Entries), 1)
})

var _ = promise("KeepArticle by many", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	stores := []archive{a, {a.open(), a.open}}
	var feeds []int64
	for i := range 4 {
		feeds = append(feeds, addFeed(t, a, fmt.Sprintf("https://%d.example/feed", i)).ID)
	}
	const articles = 12
	var wg sync.WaitGroup
	for i, feed := range feeds {
		wg.Go(func() {
			for n := range articles {
				// The same people in every order: two that wait for each other.
				people := []line{{"Mira Solheim", "", "No"}, {"Tomas Brandvold", "", "Yes"}, {"Jun Castellan", "", "Perhaps"}}
				for range i {
					people = append(people[1:], people[0])
				}
				in := from(arrivalOf(fmt.Sprintf("https://courier.example/%d", n), "Talks stall", people...), feed, fmt.Sprint(n))
				in.Watches, in.Alerts = version, []statements.Alert{spoke(w, 3)}
				if _, err := stores[i%2].KeepArticle(ctx, in); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	c := get(a.Coverage(ctx))(t)
	same(t, "articles and statements", []int{c.Articles, c.Statements}, []int{articles, 3 * articles})
	for _, sp := range get(a.FindSpeakers(ctx, "", 9))(t) {
		same(t, "statements of "+sp.Name, sp.Statements, articles)
	}
	due, _, err := a.Owed(ctx, "console", noon)
	ok(t, err)
	same(t, "messages owed", due, articles)
})

var _ = promise("KeepArticle quiet", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	loud, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	backlog, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "console:b", Backlog: true})
	for i := range 23 {
		in := from(arrivalOf(fmt.Sprintf("https://courier.example/%d", i), fmt.Sprint("Talks ", i), line{"Mira Solheim", "", "No"}), f.ID, fmt.Sprint(i))
		in.Watches, in.Quiet, in.Alerts = version, true, []statements.Alert{spoke(loud, 1), spoke(backlog, 1)}
		same(t, "messages", get(a.KeepArticle(ctx, in))(t).Deliveries, 1)
	}
	same(t, "messages before they are gathered", len(get(a.LeaseDeliveries(ctx, "console", noon, 9, minute))(t)), 0)
	_, next, err := a.Owed(ctx, "console", noon)
	ok(t, err)
	if next.IsZero() || next.After(after(5*time.Second)) {
		t.Errorf("the backlog is due at %v", next)
	}
	var sizes []int
	for {
		due := get(a.LeaseDeliveries(ctx, "console", next, 9, minute))(t)
		if len(due) == 0 {
			break
		}
		same(t, "form", due[0].Form, statements.FormBacklog)
		same(t, "watch", due[0].Entries[0].Watch, backlog)
		same(t, "title", due[0].Entries[0].Article.Title, fmt.Sprint("Talks ", len(sizes)*10))
		same(t, "found", names(due[0].Entries[0].Found), []string{"Mira Solheim"})
		sizes = append(sizes, len(due[0].Entries))
		ok(t, a.SettleDelivery(ctx, due[0].ID, "m", next))
	}
	same(t, "entries of the messages", sizes, []int{10, 10, 3})
})

// A message that somebody is sending takes no more entries.
var _ = promise("KeepArticle quiet while it is sent", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Backlog: true})
	keep := func(i int) {
		in := arrivalOf(fmt.Sprintf("https://courier.example/%d", i), "Talks", line{"Mira Solheim", "", "No"})
		in.Watches, in.Quiet, in.Alerts = version, true, []statements.Alert{spoke(w, 1)}
		get(a.KeepArticle(ctx, in))(t)
	}
	keep(1)
	keep(2)
	d := get(a.LeaseDeliveries(ctx, "console", after(minute), 9, minute))(t)[0]
	keep(3)
	same(t, "entries of the one that is sent", len(get(a.Delivery(ctx, d.ID))(t).Entries), 2)
	ok(t, a.SettleDelivery(ctx, d.ID, "m", after(minute)))
	d = get(a.LeaseDeliveries(ctx, "console", after(minute), 9, minute))(t)[0]
	same(t, "entries of the next", len(d.Entries), 1)
})

// Text that a database might refuse keeps its length, so that spans hold.
var _ = promise("KeepArticle strange bytes", func(t *testing.T, a archive) {
	ctx := t.Context()
	in := arrivalOf("https://courier.example/\x00\xff", "Talks\x00 \xc3\x28", line{"Mira\x00 Solheim", "", "We will not sign"})
	in.Article.Text += "\x00\xff" + strings.Repeat("x", 200_000) + " " + strings.Repeat("ab ", 100_000)
	kept := get(a.KeepArticle(ctx, in))(t)
	got := get(a.Article(ctx, kept.ArticleID))(t)
	same(t, "length", len(got.Article.Text), len(in.Article.Text))
	same(t, "quote", got.Statements[0].Statement.Text(got.Article.Text), "We will not sign")
	same(t, "known", get(a.Known(ctx, in.Article.URL))(t), true)
})

func TestKilledBeforeTheCommit(t *testing.T) {
	// What a killed process leaves is what a transaction leaves that is never
	// committed; a context that ends is the nearest that one process can do.
	each(t, func(t *testing.T, a archive) {
		f := addFeed(t, a, "https://courier.example/feed")
		for i := range 30 {
			ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i)*200*time.Microsecond)
			in := from(arrivalOf(fmt.Sprint("https://courier.example/", i), "Talks stall", line{"Mira Solheim", "", "No"}), f.ID, fmt.Sprint(i))
			_, err := a.KeepArticle(ctx, in)
			cancel()
			known := func() bool {
				t.Helper()
				return get(a.Known(t.Context(), in.Article.URL))(t)
			}
			unseen := func() bool {
				t.Helper()
				return len(get(unseen(a, t.Context(), f.ID, []string{in.ItemKey}))(t)) == 1
			}
			// A server may get the commit and lose us: then it is done a moment later.
			for end := time.Now().Add(5 * time.Second); known() == unseen() && time.Now().Before(end); {
				time.Sleep(time.Millisecond)
			}
			if known() == unseen() || err == nil && !known() {
				t.Errorf("article %d: error %v, known %v, unseen %v", i, err, known(), unseen())
			}
		}
		c := get(a.Coverage(t.Context()))(t)
		same(t, "statements", c.Statements, c.Articles)
		same(t, "indexed", get(a.CountStatements(t.Context(), about("talks")))(t), c.Articles)
	})
}

// agencyText is long enough to be known by its words.
const agencyText = `The harbour board of Vell voted on Saturday to raise the mooring fees by 12 per cent from January, the third rise in as many years.

The fishers' association called the decision a mistake and said that it would go to court. Its secretary put the cost for a boat of ten metres at 400 crowns a year.

The board says that it needs the money for the northern quay, which has been closed to heavy vessels since a storm broke two of its piles in March.`

// printed is an agency's text as one paper prints it.
func printed(paper, url, title, text string) statements.Arrival {
	a := arrivalOf(url, title)
	a.Outlet.Name, a.Article.Outlet = paper, paper
	a.Article.Text = title + "\n\n" + text
	return a
}

var _ = promise("KeepArticle same text", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, version := addWatch(t, a, statements.Watch{Keywords: "fees"})
	keep := func(in statements.Arrival) statements.Kept {
		t.Helper()
		in.Watches = version
		in.Alerts = []statements.Alert{{Watch: w, Form: statements.FormAlert, Reason: "fees"}}
		return get(a.KeepArticle(ctx, in))(t)
	}
	first := keep(printed("Courier", "https://courier.example/1", "Vell raises mooring fees", agencyText))
	if !first.New || first.Deliveries != 1 {
		t.Fatalf("the first: %+v", first)
	}
	credited := printed("Echo", "https://echo.example/9", "Mooring fees to rise in Vell",
		"VELL (Coast Wire) - "+agencyText+"\n\nReporting by Jun Castellan")
	second := keep(credited)
	if second.New || second.ArticleID != first.ArticleID || second.Deliveries != 0 {
		t.Errorf("the same in another paper: %+v", second)
	}
	same(t, "its address is known", get(a.Known(ctx, "https://echo.example/9"))(t), true)
	again := keep(statements.Arrival{At: noon, Outlet: statements.Outlet{Name: "Sund News", URL: "https://echo.example/9"},
		Article: statements.Article{URL: "https://echo.example/9", Title: "Mooring fees to rise in Vell"}})
	same(t, "by that address", again, statements.Kept{ArticleID: first.ArticleID})
	var also []string
	for _, o := range get(a.Article(ctx, first.ArticleID))(t).Also {
		also = append(also, o.Name+" "+o.URL)
	}
	same(t, "outlets", also, []string{"Echo https://echo.example/9", "Sund News https://echo.example/9"})
})

var _ = promise("KeepArticle another text", func(t *testing.T, a archive) {
	ctx := t.Context()
	get(a.KeepArticle(ctx, printed("Courier", "https://courier.example/1", "Vell raises mooring fees", agencyText)))(t)
	stub := printed("Echo", "https://echo.example/2", "Vell raises mooring fees", agencyText)
	stub.Article.Stub = true
	late := printed("Echo", "https://echo.example/3", "Vell raises mooring fees", agencyText)
	late.Article.Published.Time = late.Article.Published.Time.Add(73 * time.Hour)
	for name, in := range map[string]statements.Arrival{
		"a correction":    printed("Echo", "https://echo.example/1", "Vell raises mooring fees", strings.Replace(agencyText, "12 per", "14 per", 1)),
		"a teaser":        stub,
		"days later":      late,
		"another's place": printed("Echo", "https://echo.example/4", "Snow on the pass", agencyText),
	} {
		if kept := get(a.KeepArticle(ctx, in))(t); !kept.New {
			t.Errorf("%s: %+v", name, kept)
		}
	}
})

// Two papers' feeds bring one text at the same moment: one of them makes the
// article.
var _ = promise("KeepArticle same text at once", func(t *testing.T, a archive) {
	for round := range 5 {
		var new, ids sync.Map
		var group sync.WaitGroup
		text := strings.ReplaceAll(agencyText, "board", fmt.Sprint("board", round))
		for i := range 4 {
			group.Go(func() {
				kept, err := a.KeepArticle(t.Context(), printed(fmt.Sprint("Paper ", i), fmt.Sprintf("https://paper%d.example/%d", i, round), "Vell raises mooring fees", text))
				if err != nil {
					t.Error(err)
				}
				ids.Store(kept.ArticleID, true)
				if kept.New {
					new.Store(i, true)
				}
			})
		}
		group.Wait()
		count := func(m *sync.Map) (n int) {
			m.Range(func(any, any) bool { n++; return true })
			return n
		}
		same(t, "articles", count(&ids), 1)
		same(t, "made by", count(&new), 1)
	}
})
