package store_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/statements"
)

// paged makes the arrival one that was read from its page.
func paged(a statements.Arrival) statements.Arrival {
	a.Look = statements.Look{URL: a.Article.URL + "?utm_source=feed", ETag: `"v1"`}
	return a
}

// read keeps an article of the remark that a page gave, with an alert for each
// watch, and gives it.
func readPage(t *testing.T, a archive, ws ...statements.Watch) statements.Archived {
	t.Helper()
	in := paged(arrivalOf("https://harborcourier.example/talks", "Talks", line{"Mira Solheim", "", remark}, line{"Ilya Vantreight", "", "The offer was dead on arrival and everybody in Vell knew it"}))
	_, version, err := a.Watches(t.Context())
	ok(t, err)
	in.Watches = version
	for _, w := range ws {
		in.Alerts = append(in.Alerts, spoke(w, 1))
	}
	id := get(a.KeepArticle(t.Context(), in))(t).ArticleID
	return get(a.Article(t.Context(), id))(t)
}

// look claims the only article that is due.
func look(t *testing.T, a archive, at time.Time) statements.Look {
	t.Helper()
	list := get(a.ClaimLooks(t.Context(), at, 9, minute))(t)
	if len(list) != 1 {
		t.Fatalf("%d articles are due at %s", len(list), at)
	}
	return list[0]
}

// reworded is a look that found other words in place of the remark's end.
func reworded(old statements.Archived, l statements.Look, at time.Time) statements.Relook {
	was := old.Statements[0].Statement
	text := strings.Replace(old.Article.Text, "cannot live with", "would struggle with", 1)
	now := was
	now.Content = []statements.Span{{Start: was.Content[0].Start, End: was.Content[0].End + len("would struggle with") - len("cannot live with")}}
	now.Verbatim = now.Content
	return statements.Relook{Look: l, At: at, Sight: statements.SightChanged, Next: statements.NextLook(l.Fetched, at), Judged: true, Text: text,
		Changes: []statements.Change{{Statement: was.ID, Deed: statements.Reworded, Now: now}}}
}

var _ = promise("ClaimLooks", func(t *testing.T, a archive) {
	ctx := t.Context()
	old := readPage(t, a)
	same(t, "too early", len(get(a.ClaimLooks(ctx, after(time.Hour-minute), 9, minute))(t)), 0)
	l := look(t, a, after(time.Hour))
	same(t, "look", l, statements.Look{Article: old.Article.ID, URL: "https://harborcourier.example/talks?utm_source=feed", ETag: `"v1"`, Title: "Talks", Fetched: noon})
	same(t, "leased", len(get(a.open().ClaimLooks(ctx, after(time.Hour), 9, minute))(t)), 0)
	// Whoever had it was killed: another one takes over when the lease is over.
	other := archive{a.open(), a.open}
	again := look(t, other, after(time.Hour+minute))
	r := statements.Relook{Look: l, At: after(time.Hour), Sight: statements.SightSame, Next: after(6 * time.Hour), Judged: true}
	_, err := a.KeepLook(ctx, r)
	is(t, err, statements.ErrNotFound)
	same(t, "nothing is kept", len(get(a.Sightings(ctx, old.Article.ID))(t)), 0)
	r.Look, r.Look.ETag = again, `"v2"`
	get(other.KeepLook(ctx, r))(t)
	_, err = other.KeepLook(ctx, r)
	is(t, err, statements.ErrNotFound)
	second := look(t, a, after(6*time.Hour))
	same(t, "looks", second.Done, 1)
	same(t, "tag", second.ETag, `"v2"`)
	r = statements.Relook{Look: second, At: after(30 * time.Hour), Sight: statements.SightNoAnswer}
	get(a.KeepLook(ctx, r))(t)
	same(t, "no more", len(get(a.ClaimLooks(ctx, after(1000*time.Hour), 9, minute))(t)), 0)
	same(t, "sightings", get(a.Sightings(ctx, old.Article.ID))(t), []statements.Sighting{
		{At: after(time.Hour), Sight: statements.SightSame}, {At: after(30 * time.Hour), Sight: statements.SightNoAnswer}})
})

var _ = promise("ClaimLooks not of every article", func(t *testing.T, a archive) {
	silent := paged(arrivalOf("https://harborcourier.example/silent", "Silent"))
	get(a.KeepArticle(t.Context(), silent))(t)
	fed := arrivalOf("https://harborcourier.example/fed", "Fed", line{"Mira Solheim", "", remark})
	get(a.KeepArticle(t.Context(), fed))(t)
	same(t, "due", len(get(a.ClaimLooks(t.Context(), after(time.Hour), 9, minute))(t)), 0)
})

var _ = promise("ClaimLooks by many", func(t *testing.T, a archive) {
	const n = 30
	for i := range n {
		in := paged(arrivalOf("https://harborcourier.example/"+strings.Repeat("x", i), strings.Repeat("y", i+1), line{"Mira Solheim", "", remark + strings.Repeat(" so", i)}))
		get(a.KeepArticle(t.Context(), in))(t)
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	seen := map[int64]int{}
	for range 3 {
		s := a.open()
		wg.Go(func() {
			for {
				list, err := s.ClaimLooks(background(), after(time.Hour), 4, minute)
				if err != nil {
					t.Error(err)
				}
				if len(list) == 0 {
					return
				}
				for _, l := range list {
					mu.Lock()
					seen[l.Article]++
					mu.Unlock()
					if _, err := s.KeepLook(background(), statements.Relook{Look: l, At: after(time.Hour), Sight: statements.SightSame, Judged: true}); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	wg.Wait()
	same(t, "articles", len(seen), n)
	for id, times := range seen {
		same(t, "looks at "+strings.Repeat("I", int(id)), times, 1)
	}
})

var _ = promise("KeepLook a quote that was edited, and edited back", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	old := readPage(t, a, w)
	d := lease(t, a, noon)[0]
	ok(t, a.SettleDelivery(ctx, d.ID, "m1", noon))
	at := after(time.Hour)
	r := reworded(old, look(t, a, at), at)
	get(a.KeepLook(ctx, r))(t)

	f := get(a.Statement(ctx, old.Statements[0].Statement.ID))(t)
	same(t, "the words on record", f.Statement.Text(f.Article.Text), remark)
	if f.Changed == nil {
		t.Fatal("no change is known")
	}
	same(t, "deed", f.Changed.Deed, statements.Reworded)
	same(t, "read", f.Changed.At.UTC(), at)
	same(t, "the words now", f.Changed.Now.Text(f.Changed.Text), strings.Replace(remark, "cannot live with", "would struggle with", 1))
	same(t, "the other one", get(a.Statement(ctx, old.Statements[1].Statement.ID))(t).Changed == nil, true)
	list := edits(t, a, at)
	same(t, "messages to edit", len(list), 1)
	same(t, "what it tells", list[0].Entries[0].Found[0].Changed.Deed, statements.Reworded)
	ok(t, a.SettleEdit(ctx, list[0].ID, at))

	// The same again is no news, and keeps when it was found first.
	at = after(6 * time.Hour)
	again := reworded(old, look(t, a, at), at)
	get(a.KeepLook(ctx, again))(t)
	same(t, "nothing to edit", len(edits(t, a, after(7*time.Hour))), 0)
	same(t, "found first", get(a.Statement(ctx, f.Statement.ID))(t).Changed.At.UTC(), after(time.Hour))

	at = after(24 * time.Hour)
	get(a.KeepLook(ctx, statements.Relook{Look: look(t, a, at), At: at, Sight: statements.SightSame, Judged: true}))(t)
	same(t, "as it was", get(a.Statement(ctx, f.Statement.ID))(t).Changed == nil, true)
	same(t, "messages to edit", len(edits(t, a, at)), 1)
})

var _ = promise("KeepLook what is not judged leaves what is known", func(t *testing.T, a archive) {
	old := readPage(t, a)
	get(a.KeepLook(t.Context(), reworded(old, look(t, a, after(time.Hour)), after(time.Hour))))(t)
	l := look(t, a, after(6*time.Hour))
	get(a.KeepLook(t.Context(), statements.Relook{Look: l, At: after(6 * time.Hour), Sight: statements.SightLess, Next: after(24 * time.Hour)}))(t)
	same(t, "known", get(a.Statement(t.Context(), old.Statements[0].Statement.ID))(t).Changed != nil, true)
})

var _ = promise("KeepLook the page is gone", func(t *testing.T, a archive) {
	old := readPage(t, a)
	r := statements.Relook{Look: look(t, a, after(time.Hour)), At: after(time.Hour), Sight: statements.SightGone, Judged: true}
	for _, f := range old.Statements {
		r.Changes = append(r.Changes, statements.Change{Statement: f.Statement.ID, Deed: statements.Withdrawn})
	}
	get(a.KeepLook(t.Context(), r))(t)
	for _, f := range get(a.StatementsOf(t.Context(), old.Article.ID))(t) {
		same(t, "deed", f.Changed.Deed, statements.Withdrawn)
		same(t, "text", f.Changed.Text, "")
	}
	same(t, "looks", get(a.Trace(t.Context(), old.Article.ID, "", ""))(t).Looks, []statements.Sighting{{At: after(time.Hour), Sight: statements.SightGone}})
})

const added = "The trawlers of the Calder Republic have been in our waters since the spring, and nobody asked them to leave"

// adding is a look that found one more statement.
func adding(t *testing.T, a archive, old statements.Archived, l statements.Look, at time.Time, ws ...statements.Watch) statements.Relook {
	t.Helper()
	in := arrivalOf(old.Article.URL, old.Article.Title, line{"Mira Solheim", "", added})
	in.Article.Text, in.At = old.Article.Text+" "+in.Article.Text, at
	for i := range in.Statements {
		st := &in.Statements[i]
		for _, sp := range []*statements.Span{&st.Content[0], &st.Source, &st.Cue} {
			sp.Start, sp.End = sp.Start+len(old.Article.Text)+1, sp.End+len(old.Article.Text)+1
		}
		st.Verbatim = st.Content
	}
	_, version, err := a.Watches(t.Context())
	ok(t, err)
	in.Watches = version
	for _, w := range ws {
		in.Alerts = append(in.Alerts, spoke(w, 1))
	}
	return statements.Relook{Look: l, At: at, Sight: statements.SightChanged, Next: statements.NextLook(l.Fetched, at), Judged: true, Text: in.Article.Text, Added: in}
}

var _ = promise("KeepLook a statement that was added alerts once", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	old := readPage(t, a, w)
	ok(t, a.SettleDelivery(ctx, lease(t, a, noon)[0].ID, "m1", noon))
	at := after(time.Hour)
	r := adding(t, a, old, look(t, a, at), at, w)
	stale := r
	stale.Added.Watches--
	_, err := a.KeepLook(ctx, stale)
	is(t, err, statements.ErrWatchesChanged)
	same(t, "nothing is kept", len(get(a.Sightings(ctx, old.Article.ID))(t)), 0)
	kept := get(a.KeepLook(ctx, r))(t)
	same(t, "messages", kept.Deliveries, 1)
	list := lease(t, a, at)
	same(t, "messages", len(list), 1)
	same(t, "what it tells", said(list[0].Entries[0].Found), []string{added})
	same(t, "address", list[0].Entries[0].Article.URL, old.Article.URL)
	same(t, "nothing to edit", len(edits(t, a, after(2*time.Hour))), 0)

	// The article's own address leads to the first one, and its editions are known.
	same(t, "address", get(a.ArticleAt(ctx, old.Article.URL))(t), old.Article.ID)
	eds := get(a.Editions(ctx, old.Article.ID))(t)
	same(t, "editions", len(eds), 2)
	same(t, "statements", [2]int{len(eds[0].Statements), len(eds[1].Statements)}, [2]int{2, 1})
	same(t, "the old words", said(eds[0].Statements)[0], remark)
	same(t, "the new words", said(eds[1].Statements), []string{added})

	// A later look at the same version adds nothing.
	at = after(6 * time.Hour)
	same(t, "again", get(a.KeepLook(ctx, adding(t, a, old, look(t, a, at), at, w)))(t).New, false)
	same(t, "editions", len(get(a.Editions(ctx, old.Article.ID))(t)), 2)
})

var _ = promise("KeepLook what another outlet told already edits its message", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	old := readPage(t, a)
	other := arrivalOf("https://fjordwire.example/trawlers", "Trawlers", line{"Mira Solheim", "", added})
	other.Outlet.Name, other.Article.Outlet = "Fjord Wire", "Fjord Wire"
	_, other.Watches, _ = a.Watches(ctx)
	other.Alerts = []statements.Alert{spoke(w, 1)}
	same(t, "messages", get(a.KeepArticle(ctx, other))(t).Deliveries, 1)
	ok(t, a.SettleDelivery(ctx, lease(t, a, noon)[0].ID, "m1", noon))
	at := after(time.Hour)
	same(t, "messages", get(a.KeepLook(ctx, adding(t, a, old, look(t, a, at), at, w)))(t).Deliveries, 0)
	same(t, "edits", len(edits(t, a, at)), 1)
})

var _ = promise("Sightings of nothing", func(t *testing.T, a archive) {
	same(t, "looks", len(get(a.Sightings(t.Context(), 7))(t)), 0)
})

var _ = promise("Editions of nothing", func(t *testing.T, a archive) {
	_, err := a.Editions(t.Context(), 7)
	is(t, err, statements.ErrNotFound)
})

var _ = promise("SeenItems tells the text that an article was made of", func(t *testing.T, a archive) {
	ctx := t.Context()
	f, other := addFeed(t, a, "https://harborcourier.example/feed"), addFeed(t, a, "https://mirror.example/feed")
	fed := from(arrivalOf("https://harborcourier.example/fed", "Fed", line{"Mira Solheim", "", remark}), f.ID, "fed")
	fed.Body = -77
	get(a.KeepArticle(ctx, fed))(t)
	get(a.KeepArticle(ctx, from(arrivalOf("https://harborcourier.example/page", "Page"), f.ID, "page")))(t)
	same(t, "marks", get(a.SeenItems(ctx, f.ID, []string{"fed", "page", "new"}))(t), map[string]int64{"fed": -77, "page": 0})
	// An article that another feed brought first is not made of this one's text.
	again := fed
	again.FeedID, again.Body = other.ID, 5
	get(a.KeepArticle(ctx, again))(t)
	same(t, "marks of the other", get(a.SeenItems(ctx, other.ID, []string{"fed"}))(t), map[string]int64{"fed": 0})
})

var _ = promise("ArticleOf", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://harborcourier.example/feed")
	id := get(a.KeepArticle(ctx, from(arrivalOf("https://harborcourier.example/fed", "Fed", line{"Mira Solheim", "", remark}), f.ID, "fed")))(t).ArticleID
	same(t, "article", get(a.ArticleOf(ctx, f.ID, "fed"))(t), id)
	_, err := a.ArticleOf(ctx, f.ID, "other")
	is(t, err, statements.ErrNotFound)
})

var _ = promise("KeepLook an item that was edited", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://harborcourier.example/feed")
	in := from(arrivalOf("https://harborcourier.example/fed", "Fed", line{"Mira Solheim", "", remark}), f.ID, "fed")
	in.Body = 1
	old := get(a.Article(ctx, get(a.KeepArticle(ctx, in))(t).ArticleID))(t)
	edit := func(n int, r statements.Relook) {
		r.Look, r.At, r.FeedID, r.ItemKey, r.Mark = statements.Look{Article: old.Article.ID}, after(time.Duration(n)*minute), f.ID, "fed", int64(n)
		get(a.KeepLook(ctx, r))(t)
		same(t, "mark", get(a.SeenItems(ctx, f.ID, []string{"fed"}))(t)["fed"], int64(n))
	}
	edit(2, statements.Relook{Sight: statements.SightSame, Judged: true})
	same(t, "typography is no sight", len(get(a.Sightings(ctx, old.Article.ID))(t)), 0)
	edit(3, reworded(old, statements.Look{}, noon))
	same(t, "deed", get(a.Statement(ctx, old.Statements[0].Statement.ID))(t).Changed.Deed, statements.Reworded)
	for n := range 30 { // a text that counts its readers
		edit(4+n, statements.Relook{Sight: statements.SightElsewhere, Text: strings.Repeat("x", n)})
	}
	same(t, "sights", len(get(a.Sightings(ctx, old.Article.ID))(t)), 20)
})
