package store_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/store"
)

func urls(feeds []statements.Feed) []string {
	var out []string
	for _, f := range feeds {
		out = append(out, f.URL)
	}
	return out
}

var _ = promise("AddFeed", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	want := statements.Feed{ID: f.ID, URL: "https://courier.example/feed", Name: "Harbor Courier", Origin: statements.OriginChat, By: "Ida"}
	same(t, "the feed", f, want)
	if f.ID == 0 {
		t.Error("the feed has no id")
	}
	there, err := a.AddFeed(ctx, statements.Feed{URL: "https://courier.example/feed", By: "Otto"})
	is(t, err, statements.ErrExists)
	same(t, "the feed that is there", there, want)
})

var _ = promise("AddFeed again when it is gone", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: noon, NextAt: after(time.Hour), Problem: "It is gone.", Theirs: true, Gone: true}))
	same(t, "due feeds", len(get(a.ClaimFeeds(ctx, after(2*time.Hour), 9, minute))(t)), 0)
	same(t, "the feed that goes on", addFeed(t, a, f.URL), f)
	same(t, "how it stands there", get(a.Feeds(ctx))(t), []statements.Feed{f})
	same(t, "due feeds of those that go on", len(get(a.ClaimFeeds(ctx, noon, 9, minute))(t)), 1)
})

var _ = promise("AddFeed long address", func(t *testing.T, a archive) {
	long := "https://courier.example/feed?q=" + strings.Repeat("x", 5000)
	one, two := addFeed(t, a, long+"1"), addFeed(t, a, long+"2")
	if one.ID == two.ID || one.URL != long+"1" {
		t.Errorf("two long addresses became feeds %d and %d", one.ID, two.ID)
	}
	_, err := a.AddFeed(t.Context(), statements.Feed{URL: long + "1"})
	is(t, err, statements.ErrExists)
})

var _ = promise("AddFeed at once", func(t *testing.T, a archive) {
	stores := []archive{a, {a.open(), a.open}}
	var wg sync.WaitGroup
	errs := make([]error, 10)
	for i := range errs {
		wg.Go(func() {
			_, errs[i] = stores[i%2].AddFeed(t.Context(), statements.Feed{URL: "https://courier.example/feed"})
		})
	}
	wg.Wait()
	added := 0
	for _, err := range errs {
		if err == nil {
			added++
			continue
		}
		is(t, err, statements.ErrExists)
	}
	same(t, "times added", added, 1)
})

var _ = promise("RemoveFeed", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	kept := get(a.KeepArticle(ctx, from(arrivalOf("https://courier.example/1", "Talks stall"), f.ID, "1")))(t)
	ok(t, a.RemoveFeed(ctx, f.ID))
	is(t, a.RemoveFeed(ctx, f.ID), statements.ErrNotFound)
	is(t, a.RemoveFeed(ctx, 4711), statements.ErrNotFound)
	same(t, "feeds", len(get(a.Feeds(ctx))(t)), 0)
	same(t, "due feeds", len(get(a.ClaimFeeds(ctx, noon, 9, minute))(t)), 0)
	get(a.Article(ctx, kept.ArticleID))(t)

	again := addFeed(t, a, "https://courier.example/feed")
	same(t, "the id of the feed that came back", again.ID, f.ID)
	same(t, "unseen items of the feed that came back", get(unseen(a, ctx, f.ID, []string{"1", "2"}))(t), []string{"2"})
})

var _ = promise("Feeds", func(t *testing.T, a archive) {
	addFeed(t, a, "https://b.example/feed")
	addFeed(t, a, "https://a.example/feed")
	same(t, "feeds, oldest first", urls(get(a.Feeds(t.Context()))(t)), []string{"https://b.example/feed", "https://a.example/feed"})
})

var _ = promise("SyncFeeds", func(t *testing.T, a archive) {
	ctx := t.Context()
	chat := addFeed(t, a, "https://chat.example/feed")
	list := []statements.Feed{
		{URL: "https://one.example/feed", Name: "One", Schedule: "@every 10m"},
		{URL: "https://two.example/feed"},
		{URL: chat.URL, Name: "Not yours", Schedule: "@every 1s"},
	}
	ok(t, a.SyncFeeds(ctx, list))
	feeds := get(a.Feeds(ctx))(t)
	same(t, "the feed added in chat", feeds[0], chat)
	same(t, "origin", feeds[1].Origin, statements.OriginConfig)
	for _, f := range feeds {
		ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: noon, NextAt: after(time.Hour), Name: "Own title"}))
	}

	ok(t, a.SyncFeeds(ctx, []statements.Feed{{URL: "https://one.example/feed", Name: "One again", Schedule: "@every 5m"}}))
	feeds = get(a.Feeds(ctx))(t)
	same(t, "feeds", urls(feeds), []string{chat.URL, "https://one.example/feed"})
	same(t, "name", feeds[1].Name, "One again")
	same(t, "schedule", feeds[1].Schedule, "@every 5m")
	same(t, "a feed with a new schedule is due at once", feeds[1].NextAt, time.Time{})

	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: feeds[1].ID, At: noon, NextAt: after(time.Hour)}))
	ok(t, a.SyncFeeds(ctx, []statements.Feed{{URL: "https://one.example/feed", Schedule: "@every 5m"}, {URL: "https://two.example/feed"}}))
	feeds = get(a.Feeds(ctx))(t)
	same(t, "feeds with one that came back", urls(feeds), []string{chat.URL, "https://one.example/feed", "https://two.example/feed"})
	same(t, "a name that the configuration no longer gives", feeds[1].Name, "One again")
	same(t, "an unchanged feed stays put off", feeds[1].NextAt, after(time.Hour))
	same(t, "what came back has been seen", feeds[2].Seen, true)
})

var _ = promise("ClaimFeeds", func(t *testing.T, a archive) {
	ctx := t.Context()
	var ids []int64
	for i := range 4 {
		f := addFeed(t, a, fmt.Sprintf("https://%d.example/feed", i))
		ids = append(ids, f.ID)
		ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: noon, NextAt: after(time.Duration(4-i) * minute), ETag: `"v1"`}))
	}
	claim := func(at time.Time, n int) []int64 {
		t.Helper()
		var out []int64
		for _, f := range get(a.ClaimFeeds(ctx, at, n, minute))(t) {
			out = append(out, f.ID)
		}
		return out
	}
	same(t, "before any is due", claim(noon, 9), []int64(nil))
	same(t, "longest due first", claim(after(3*minute), 2), []int64{ids[3], ids[2]})
	same(t, "those left", claim(after(3*minute), 9), []int64{ids[1]})
	same(t, "all are leased", claim(after(3*minute), 9), []int64(nil))
	same(t, "when leases end", claim(after(4*minute), 9), []int64{ids[3], ids[2], ids[1], ids[0]})
	got := get(a.Feeds(ctx))(t)[0]
	same(t, "validators", got.ETag, `"v1"`)

	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: ids[0], At: noon, NextAt: noon, Problem: "It is gone.", Gone: true}))
	ok(t, a.RemoveFeed(ctx, ids[1]))
	same(t, "neither paused nor removed ones", claim(after(9*minute), 9), []int64{ids[3], ids[2]})
})

// A bot with nothing to do looks every second, and must not wear out a disk.
var _ = promise("ClaimFeeds idle", func(t *testing.T, a archive) {
	ctx := t.Context()
	for i := range 50 {
		f := addFeed(t, a, fmt.Sprintf("https://%d.example/feed", i))
		ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: noon, NextAt: after(time.Hour)}))
	}
	before := get(store.Written(ctx, a.Store))(t)
	for range 100 {
		same(t, "due feeds", len(get(a.ClaimFeeds(ctx, noon, 16, minute))(t)), 0)
	}
	same(t, "what was written", get(store.Written(ctx, a.Store))(t), before)

	get(a.ClaimFeeds(ctx, after(time.Hour), 1, minute))(t)
	if get(store.Written(ctx, a.Store))(t) == before {
		t.Error("a claim that finds a feed goes unnoticed: the test looks at the wrong thing")
	}
})

var _ = promise("ClaimFeeds by many", func(t *testing.T, a archive) {
	const feeds = 60
	for i := range feeds {
		addFeed(t, a, fmt.Sprintf("https://%d.example/feed", i))
	}
	stores := []archive{a, {a.open(), a.open}}
	var mu sync.Mutex
	var claimed []int64
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for {
				got, err := stores[i%2].ClaimFeeds(t.Context(), noon, 3, minute)
				if err != nil {
					t.Error(err)
				}
				if len(got) == 0 {
					return
				}
				mu.Lock()
				for _, f := range got {
					claimed = append(claimed, f.ID)
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	slices.Sort(claimed)
	if twice := len(claimed) - len(slices.Compact(slices.Clone(claimed))); twice > 0 {
		t.Errorf("%d feeds were claimed twice", twice)
	}
	// Those that SKIP LOCKED hid from everybody for a moment are there now.
	rest := get(a.ClaimFeeds(t.Context(), noon, feeds, minute))(t)
	same(t, "feeds claimed", len(claimed)+len(rest), feeds)
})

var _ = promise("ReleaseFeeds", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	get(a.ClaimFeeds(ctx, noon, 1, minute))(t)
	ok(t, a.ReleaseFeeds(ctx, nil))
	ok(t, a.ReleaseFeeds(ctx, []int64{f.ID}))
	same(t, "feeds after the release", len(get(a.ClaimFeeds(ctx, noon, 1, minute))(t)), 1)

	other := a.open()
	same(t, "feeds when the lease ended", len(get(other.ClaimFeeds(ctx, after(minute), 1, minute))(t)), 1)
	ok(t, a.ReleaseFeeds(ctx, []int64{f.ID}))
	same(t, "feeds that a late holder freed", len(get(a.ClaimFeeds(ctx, after(minute), 1, minute))(t)), 0)
})

var _ = promise("SeenItems", func(t *testing.T, a archive) {
	ctx := t.Context()
	one, two := addFeed(t, a, "https://one.example/feed"), addFeed(t, a, "https://two.example/feed")
	long := strings.Repeat("k", 9000)
	for i, item := range []string{"b", long, "nul\x00\xff"} {
		get(a.KeepArticle(ctx, from(arrivalOf(fmt.Sprintf("https://one.example/%d", i), "Talks stall"), one.ID, item)))(t)
	}
	keys := []string{"c", "b", long, "a", "c", long + "!", "nul\x00\xff"}
	same(t, "unseen by the first feed", get(unseen(a, ctx, one.ID, keys))(t), []string{"c", "a", long + "!"})
	same(t, "unseen by the second feed", len(get(unseen(a, ctx, two.ID, keys))(t)), 6)
	var many []string
	for i := range 1203 {
		many = append(many, fmt.Sprint("item ", i))
	}
	same(t, "unseen of many", get(unseen(a, ctx, one.ID, append(many, "b")))(t), many)
	same(t, "unseen of none", get(unseen(a, ctx, one.ID, nil))(t), []string(nil))
})

var _ = promise("KeepVisit", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := get(a.AddFeed(ctx, statements.Feed{URL: "https://courier.example/feed"}))(t)
	feed := func() statements.Feed { return get(a.Feeds(ctx))(t)[0] }
	is(t, a.KeepVisit(ctx, statements.Visit{FeedID: 4711, At: noon}), statements.ErrNotFound)

	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: noon, NextAt: after(minute), Status: 503, Problem: "It is down.", Theirs: true, ETag: "no"}))
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: after(minute), NextAt: after(2 * minute), Problem: "It is still down.", Theirs: true}))
	want := statements.Feed{
		ID: f.ID, URL: f.URL, Origin: statements.OriginChat, NextAt: after(2 * minute),
		Failures: 2, FailingSince: noon, LastError: "It is still down.", Theirs: true,
	}
	same(t, "after two bad visits", feed(), want)

	ok(t, a.KeepVisit(ctx, statements.Visit{
		FeedID: f.ID, At: after(2 * minute), NextAt: after(3 * minute), Status: 200, Items: 7, New: 3, Articles: 2, Statements: 5, Alerts: 1,
		Name: "Harbor Courier", ETag: `"1"`, LastModified: "then", BodyHash: "h1", MovedTo: "https://courier.example/new",
	}))
	want = statements.Feed{
		ID: f.ID, URL: "https://courier.example/new", Name: "Harbor Courier", Origin: statements.OriginChat, NextAt: after(3 * minute),
		Seen: true, ETag: `"1"`, LastModified: "then", BodyHash: "h1", LastOK: after(2 * minute), LastItem: after(2 * minute),
		Items: 7, MovedAt: after(2 * minute),
	}
	same(t, "after a good visit", feed(), want)

	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: after(3 * minute), NextAt: after(4 * minute), Status: 304, Unchanged: true, Name: "Other"}))
	want.NextAt, want.LastOK = after(4*minute), after(3*minute)
	same(t, "after a visit that found nothing new", feed(), want)

	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: after(4 * minute), NextAt: after(5 * minute), Status: 200, ETag: `"2"`}))
	want.NextAt, want.LastOK, want.ETag, want.LastModified, want.BodyHash = after(5*minute), after(4*minute), `"2"`, "", ""
	want.Items = 0
	same(t, "after validators that were taken back", feed(), want)

	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: after(5 * minute), NextAt: after(6 * minute), Status: 410, Problem: "It is gone.", Gone: true}))
	if got := feed(); !got.Paused || got.ETag != `"2"` || !got.Seen {
		t.Errorf("a feed that is gone: %+v", got)
	}
})

var _ = promise("KeepVisit frees the lease", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	claimed := func(s archive, at time.Time) int { return len(get(s.ClaimFeeds(ctx, at, 1, time.Hour))(t)) }
	same(t, "first claim", claimed(a, noon), 1)
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: noon, NextAt: noon}))
	other := archive{a.open(), a.open}
	same(t, "claim after the visit", claimed(other, noon), 1)
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: noon, NextAt: noon}))
	same(t, "claim after the visit of one whose lease was over", claimed(a, noon), 0)
})

var _ = promise("Visits", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	visits := []statements.Visit{
		{FeedID: f.ID, At: after(-100 * 24 * time.Hour), Status: 200, Items: 1, New: 1},
		{FeedID: f.ID, At: noon, Status: 200, Items: 7, New: 3, Articles: 2, Statements: 5, Alerts: 1},
		{FeedID: f.ID, At: after(minute), Status: 304, Unchanged: true},
		{FeedID: f.ID, At: after(2 * minute), Status: 503, Problem: "It is down.", Theirs: true},
	}
	for _, v := range visits {
		ok(t, a.KeepVisit(ctx, v))
	}
	for i := range visits {
		visits[i].URL, visits[i].Name = f.URL, f.Name
	}
	same(t, "visits worth a word, newest first", get(a.Visits(ctx, f.ID, 9))(t), []statements.Visit{visits[3], visits[1]})
	same(t, "the newest visit", get(a.Visits(ctx, f.ID, 1))(t), visits[3:])
})

var _ = promise("KeepVisit health", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	feed := func() statements.Feed { return get(a.Feeds(ctx))(t)[0] }
	recent := []time.Time{after(-time.Hour), after(-minute)}
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: noon, NextAt: after(minute), Status: 200, Items: 20, New: 20,
		Backlog: true, Recent: recent, Asks: 30 * minute}))
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: after(minute), NextAt: after(2 * minute), Status: 200, Items: 17,
		Lost: 3, Damage: "It ends too early.", MovedTo: "https://courier.example/new", Asks: 30 * minute}))
	want := statements.Feed{
		ID: f.ID, URL: "https://courier.example/new", Name: f.Name, Origin: f.Origin, By: f.By, Seen: true, NextAt: after(2 * minute),
		LastOK: after(minute), LastItem: noon, Items: 20, Lost: 3, Damage: "It ends too early.", MovedAt: after(minute),
		Recent: recent, Asks: 30 * minute,
	}
	same(t, "after a damaged reading", feed(), want)

	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: after(2 * minute), NextAt: after(3 * minute), Problem: "No answer.", Theirs: true}))
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: after(2 * minute), NextAt: after(4 * minute), Problem: "No network.", Outage: true}))
	want.NextAt, want.FailingSince, want.LastError, want.Outage = after(4*minute), after(2*minute), "No network.", true
	same(t, "an outage takes back the failure", feed(), want)
	same(t, "visits that stand there", len(get(a.Visits(ctx, f.ID, 9))(t)), 2)

	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f.ID, At: after(4 * minute), NextAt: after(5 * minute), Status: 304, Unchanged: true}))
	want.NextAt, want.LastOK, want.FailingSince, want.LastError, want.Outage, want.Asks = after(5*minute), after(4*minute), time.Time{}, "", false, 0
	same(t, "after an unchanged one", feed(), want)
})

var _ = promise("Yields", func(t *testing.T, a archive) {
	ctx := t.Context()
	one, two := addFeed(t, a, "https://one.example/feed"), addFeed(t, a, "https://two.example/feed")
	day := 24 * time.Hour
	for _, v := range []statements.Visit{
		{FeedID: one.ID, At: after(-100 * day), New: 7},
		{FeedID: one.ID, At: after(-22 * day), New: 4, Articles: 3, Stubs: 1, Statements: 9},
		{FeedID: one.ID, At: after(-6 * day), New: 2, Articles: 2, Statements: 1},
		{FeedID: one.ID, At: after(-minute), New: 1, Articles: 1},
		{FeedID: one.ID, At: noon, New: 2},
		{FeedID: one.ID, At: noon, New: 0},
		{FeedID: two.ID, At: noon, New: 50, Articles: 50, Backlog: true},
	} {
		ok(t, a.KeepVisit(ctx, v))
	}
	same(t, "yields", get(a.Yields(ctx, after(minute)))(t), map[int64]statements.Yield{
		one.ID: {Today: 3, Lately: statements.Harvest{Items: 3, Articles: 1}, Weeks: []statements.Harvest{{Items: 5, Articles: 3, Statements: 1}, {}, {}, {Items: 4, Articles: 3, Stubs: 1, Statements: 9}}},
	})
})

// What KeepVisit makes of a feed that has failed, had an outage, or is well,
// KeepUnchanged makes of many.
var _ = promise("KeepUnchanged", func(t *testing.T, a archive) {
	ctx := t.Context()
	before := []statements.Visit{
		{At: noon, NextAt: noon, Status: 200, Items: 7, New: 3, Articles: 2, ETag: `"1"`, LastModified: "then", BodyHash: "h1", Asks: minute,
			MovedTo: "https://moved.example/", Recent: []time.Time{after(-time.Hour)}, Damage: "It ends too early.", Lost: 2},
		{At: noon, NextAt: noon, Status: 503, Problem: "It is down.", Theirs: true},
		{At: noon, NextAt: noon, Problem: "No network.", Outage: true},
	}
	var one, many []statements.Visit
	for i := range 150 { // more than one statement takes
		for _, list := range []*[]statements.Visit{&one, &many} {
			f := addFeed(t, a, fmt.Sprintf("https://%d-%d.example/feed", i, len(one)-len(many)))
			v := before[i%len(before)]
			if v.FeedID = f.ID; v.MovedTo != "" {
				v.MovedTo += fmt.Sprint(f.ID)
			}
			ok(t, a.KeepVisit(ctx, v))
			*list = append(*list, statements.Visit{FeedID: f.ID, At: after(minute), NextAt: after(time.Duration(i+2) * minute), Status: 304,
				Unchanged: true, ETag: v.ETag, LastModified: v.LastModified, BodyHash: v.BodyHash, Asks: v.Asks})
		}
	}
	same(t, "claimed", len(get(a.ClaimFeeds(ctx, noon, 1000, time.Hour))(t)), 300)
	ok(t, a.KeepUnchanged(ctx, nil))
	for _, v := range one {
		ok(t, a.KeepVisit(ctx, v))
	}
	ok(t, a.KeepUnchanged(ctx, append(many, statements.Visit{FeedID: 4711, At: noon, NextAt: noon})))
	feeds := map[int64]statements.Feed{}
	for _, f := range get(a.Feeds(ctx))(t) {
		feeds[f.ID] = f
	}
	for i, v := range many {
		got, want := feeds[v.FeedID], feeds[one[i].FeedID]
		if got.LastOK != after(minute) || got.NextAt != v.NextAt || got.Failures > 0 {
			t.Fatalf("after an unchanged visit: %+v", got)
		}
		want.ID, want.URL = got.ID, got.URL
		same(t, "a feed of many", got, want)
	}
	same(t, "due and free again", len(get(a.ClaimFeeds(ctx, after(10*minute), 1000, time.Hour))(t)), 18)
})

// A lease that somebody else holds by now stays.
var _ = promise("KeepUnchanged leaves others their leases", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := addFeed(t, a, "https://courier.example/feed")
	claimed := func(s archive, at time.Time) int { return len(get(s.ClaimFeeds(ctx, at, 1, time.Hour))(t)) }
	same(t, "first claim", claimed(a, noon), 1)
	other := archive{a.open(), a.open}
	same(t, "claim of one whose lease was over", claimed(other, after(2*time.Hour)), 1)
	ok(t, a.KeepUnchanged(ctx, []statements.Visit{{FeedID: f.ID, At: noon, NextAt: after(minute)}}))
	same(t, "claim of what the other has", claimed(a, after(2*time.Hour)), 0)
	ok(t, other.KeepUnchanged(ctx, []statements.Visit{{FeedID: f.ID, At: noon, NextAt: after(minute)}}))
	same(t, "claim of what is free", claimed(a, after(2*time.Hour)), 1)
})
