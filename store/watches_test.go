package store_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"onrecord/statements"
)

var _ = promise("AddWatch", func(t *testing.T, a archive) {
	ctx := t.Context()
	in := statements.Watch{
		Server: "discord:1", Place: "discord:7", Speaker: "Mira Solheim", Keywords: `quota OR "price cap"`,
		Backlog: true, Role: "99", By: "Ida", Created: noon,
		Only:   statements.Only{Outlets: []string{"Harbor Courier"}, Verbatim: true, Languages: []string{"en"}, Sure: 0.7},
		Timing: statements.Timing{Digest: "0 9 * * *", Zone: "Europe/Oslo", Quiet: "22:00-07:00", Most: 20},
		Owner:  "discord:42",
	}
	w := get(a.AddWatch(ctx, in))(t)
	if w.ID == 0 {
		t.Error("the watch has no id")
	}
	in.ID = w.ID
	same(t, "the watch", w, in)

	again := in
	again.By, again.Backlog, again.Speaker = "Otto", false, "mira solheim"
	there, err := a.AddWatch(ctx, again)
	is(t, err, statements.ErrExists)
	same(t, "the watch that is there", there, in)

	for _, other := range []func(*statements.Watch){
		func(w *statements.Watch) { w.Server = "discord:2" },
		func(w *statements.Watch) { w.Place = "discord:8" },
		func(w *statements.Watch) { w.Speaker = "" },
		func(w *statements.Watch) { w.Keywords = "" },
	} {
		w := in
		other(&w)
		get(a.AddWatch(ctx, w))(t)
	}
})

var _ = promise("AddWatch at once", func(t *testing.T, a archive) {
	stores := []archive{a, {a.open(), a.open}}
	var wg sync.WaitGroup
	errs := make([]error, 10)
	for i := range errs {
		wg.Go(func() {
			_, errs[i] = stores[i%2].AddWatch(t.Context(), statements.Watch{Server: "console", Place: "console", Speaker: "Mira Solheim"})
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

var _ = promise("Watches", func(t *testing.T, a archive) {
	ctx := t.Context()
	watches, first, err := a.Watches(ctx)
	ok(t, err)
	same(t, "watches of an empty archive", len(watches), 0)
	one, second := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	two, third := addWatch(t, a, statements.Watch{Keywords: "quota"})
	if first >= second || second >= third {
		t.Errorf("versions %d, %d, %d do not grow", first, second, third)
	}
	_, err = a.AddWatch(ctx, one)
	is(t, err, statements.ErrExists)
	watches, same3, err := a.open().Watches(ctx)
	ok(t, err)
	same(t, "watches, oldest first", watches, []statements.Watch{one, two})
	same(t, "the version when nothing changed", same3, third)
})

var _ = promise("SyncWatches", func(t *testing.T, a archive) {
	ctx := t.Context()
	// A user may call herself anything.
	chat := get(a.AddWatch(ctx, statements.Watch{Server: "console", Place: "console", Speaker: "Mira Solheim", By: "configuration", Created: noon}))(t)
	list := []statements.Watch{
		{Place: "console", Speaker: "Mira Solheim"},
		{Place: "discord:7", Keywords: "quota", Backlog: true},
		{Place: "discord:7", Keywords: "quota", Backlog: true},
	}
	read := func() ([]statements.Watch, int64) {
		t.Helper()
		watches, version, err := a.Watches(ctx)
		ok(t, err)
		return watches, version
	}
	ok(t, a.SyncWatches(ctx, list))
	watches, version := read()
	same(t, "watches", len(watches), 3)
	same(t, "the chat's own", watches[0], chat)
	same(t, "the configuration's", watches[1], statements.Watch{ID: watches[1].ID, Place: "console", Speaker: "Mira Solheim", By: "configuration"})

	ok(t, a.SyncWatches(ctx, list))
	again, same2 := read()
	same(t, "watches that did not change", again, watches)
	same(t, "their version", same2, version)

	list[0].Backlog = true
	ok(t, a.SyncWatches(ctx, list[:1]))
	again, changed := read()
	if changed <= version {
		t.Errorf("the version was %d and is %d", version, changed)
	}
	watches[1].Backlog = true
	same(t, "watches with one changed and one gone", again, watches[:2])
	_, err := a.RemoveWatch(ctx, "", watches[1].ID)
	is(t, err, statements.ErrNotFound)

	ok(t, a.SyncWatches(ctx, nil))
	again, _ = read()
	same(t, "watches without the configuration's", again, []statements.Watch{chat})
})

var _ = promise("RemoveWatch", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	_, err := a.RemoveWatch(ctx, "discord:1", w.ID)
	is(t, err, statements.ErrNotFound)
	same(t, "the watch that was", get(a.RemoveWatch(ctx, "console", w.ID))(t), w)
	_, err = a.RemoveWatch(ctx, "console", w.ID)
	is(t, err, statements.ErrNotFound)
	watches, after, err := a.Watches(ctx)
	ok(t, err)
	same(t, "watches left", len(watches), 0)
	if after <= version {
		t.Errorf("the version was %d and is %d", version, after)
	}
	again, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	if again.ID == w.ID {
		t.Error("a watch that was added again has the old id")
	}
})

var _ = promise("RemoveWatch with its messages", func(t *testing.T, a archive) {
	ctx := t.Context()
	gone, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	stays, version := addWatch(t, a, statements.Watch{Keywords: "talks"})
	keep := func(i int, alerts ...statements.Alert) {
		in := arrivalOf(fmt.Sprintf("https://courier.example/%d", i), "Talks", line{"Mira Solheim", "", "No"})
		in.Watches, in.Alerts = version, alerts
		get(a.KeepArticle(ctx, in))(t)
	}
	keep(0, spoke(gone, 1))
	keep(1, spoke(gone, 1))
	keep(2, spoke(gone, 1), spoke(stays, 1))
	keep(3, spoke(stays, 1))
	sending := get(a.LeaseDeliveries(ctx, "console", noon, 1, minute))(t)[0]
	get(a.RemoveWatch(ctx, "console", gone.ID))(t)

	same(t, "what is being sent", get(a.Delivery(ctx, sending.ID))(t).Entries[0].Watch, gone)
	ok(t, a.SettleDelivery(ctx, sending.ID, "m", noon))
	same(t, "what was sent", get(a.Delivery(ctx, sending.ID))(t).Entries[0].Watch, gone)
	for range 2 {
		d := get(a.LeaseDeliveries(ctx, "console", noon, 9, minute))(t)[0]
		same(t, "entries", len(d.Entries), 1)
		same(t, "watch", d.Entries[0].Watch, stays)
		ok(t, a.SettleDelivery(ctx, d.ID, "m", noon))
	}
	due, next, err := a.Owed(ctx, "console", noon)
	ok(t, err)
	if due != 0 || !next.IsZero() {
		t.Errorf("%d messages are owed still, the next at %v", due, next)
	}
})

var _ = promise("BacklogDue", func(t *testing.T, a archive) {
	ctx := t.Context()
	due := func() []statements.Watch { t.Helper(); return get(a.BacklogDue(ctx))(t) }
	addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	one, _ := addWatch(t, a, statements.Watch{Speaker: "Tomas Brandvold", Backlog: true})
	two, _ := addWatch(t, a, statements.Watch{Keywords: "quota", Backlog: true})
	three, _ := addWatch(t, a, statements.Watch{Keywords: "herring", Backlog: true})
	same(t, "watches", due(), []statements.Watch{one, two, three})
	ok(t, a.KeepBacklog(ctx, one.ID, nil, noon))
	get(a.RemoveWatch(ctx, "console", three.ID))(t)
	same(t, "watches when one is done and one removed", due(), []statements.Watch{two})
})

var _ = promise("Archive", func(t *testing.T, a archive) {
	ctx := t.Context()
	var ids []int64
	for i := range 5 {
		ids = append(ids, get(a.KeepArticle(ctx, arrivalOf(fmt.Sprint("https://courier.example/", i), fmt.Sprint("Talks ", i), line{"Mira Solheim", "", "No"}, line{"Jun Castellan", "", "Yes"})))(t).ArticleID)
	}
	page := func(before int64, n int) []int64 {
		t.Helper()
		var out []int64
		for _, x := range get(a.Archive(ctx, before, n))(t) {
			out = append(out, x.Article.ID)
			same(t, "statements", names(x.Statements), []string{"Mira Solheim", "Jun Castellan"})
			if x.Article.Text == "" || x.Statements[0].Article.ID != x.Article.ID {
				t.Errorf("article %d is incomplete", x.Article.ID)
			}
		}
		return out
	}
	same(t, "newest first", page(0, 3), []int64{ids[4], ids[3], ids[2]})
	same(t, "the rest", page(ids[2], 3), []int64{ids[1], ids[0]})
	same(t, "the end", page(ids[0], 3), []int64(nil))
})

var _ = promise("KeepBacklog", func(t *testing.T, a archive) {
	ctx := t.Context()
	var found []statements.ArchivedAlert
	for i := range 12 {
		kept := get(a.KeepArticle(ctx, arrivalOf(fmt.Sprint("https://courier.example/", i), fmt.Sprint("Talks ", i), line{"Mira Solheim", "", "No"}, line{"Jun Castellan", "", "Yes"})))(t)
		sts := get(a.StatementsOf(ctx, kept.ArticleID))(t)
		found = append(found, statements.ArchivedAlert{ArticleID: kept.ArticleID, StatementIDs: []int64{sts[0].Statement.ID}, Reason: "spoke", Words: []string{"No"}})
	}
	found[1].StatementIDs = nil // words in the article
	w, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Backlog: true})
	// What comes in between is told by itself and not once more.
	in := arrivalOf("https://courier.example/new", "Talks go on", line{"Mira Solheim", "", "No"})
	in.Watches, in.Alerts = version, []statements.Alert{spoke(w, 1)}
	found = append(found, statements.ArchivedAlert{ArticleID: get(a.KeepArticle(ctx, in))(t).ArticleID, Reason: "spoke"}, found[0])

	ok(t, a.KeepBacklog(ctx, w.ID, found, noon))
	ok(t, a.open().KeepBacklog(ctx, w.ID, found, noon)) // another process was as quick
	later := after(10 * time.Second)
	d := get(a.LeaseDeliveries(ctx, "console", later, 9, minute))(t)[0]
	same(t, "the first message's form", d.Form, statements.FormAlert)
	ok(t, a.SettleDelivery(ctx, d.ID, "m", later))
	d = get(a.LeaseDeliveries(ctx, "console", later, 9, minute))(t)[0]
	same(t, "form", d.Form, statements.FormBacklog)
	same(t, "entries", len(d.Entries), 10)
	same(t, "title", d.Entries[0].Article.Title, "Talks 0")
	same(t, "who", names(d.Entries[0].Found), []string{"Mira Solheim"})
	same(t, "everybody in an article with the words", names(d.Entries[1].Found), []string{"Mira Solheim", "Jun Castellan"})
	same(t, "words", d.Entries[0].Words, []string{"No"})
	ok(t, a.SettleDelivery(ctx, d.ID, "m", later))
	d = get(a.LeaseDeliveries(ctx, "console", later, 9, minute))(t)[0]
	same(t, "entries left", len(d.Entries), 2)
	ok(t, a.SettleDelivery(ctx, d.ID, "m", later))
	same(t, "messages left", len(get(a.LeaseDeliveries(ctx, "console", later, 9, minute))(t)), 0)
	ok(t, a.KeepBacklog(ctx, 4711, found, noon)) // removed meanwhile
})
