package store_test

import (
	"sync"
	"testing"

	"onrecord/statements"
)

var _ = promise("UpdateWatch", func(t *testing.T, a archive) {
	ctx := t.Context()
	mine, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Backlog: true, Role: "7"})
	other, _ := addWatch(t, a, statements.Watch{Keywords: "quota"})
	private := get(a.AddWatch(ctx, statements.Watch{Server: "@discord:42", Owner: "discord:42", Place: "discord:@42", Speaker: "Mira Solheim"}))(t)
	_, before, err := a.Watches(ctx)
	ok(t, err)

	changed := mine
	changed.Speaker, changed.Keywords, changed.Role, changed.Place = "Ilya Vantreight", "ceiling", "", "discord:8"
	changed.Only = statements.Only{Outlets: []string{"Fjord Wire"}, Languages: []string{"en"}, Verbatim: true, Sure: 0.8}
	changed.Timing = statements.Timing{Digest: "0 9 * * *", Zone: "Europe/Oslo", Quiet: "22:00-07:00", Most: 5}
	in := changed
	in.By, in.Backlog, in.Owner, in.Created = "Otto", false, "discord:1", noon.AddDate(1, 0, 0)
	same(t, "the changed watch", get(a.UpdateWatch(ctx, in))(t), changed)
	watches, after, err := a.Watches(ctx)
	ok(t, err)
	same(t, "the watches", watches, []statements.Watch{changed, other, private})
	if after <= before {
		t.Errorf("the version was %d and is %d", before, after)
	}

	// Its old words are free again, its new ones are not.
	again, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	twice := again
	twice.Keywords, twice.Speaker = "QUOTA", ""
	there, err := a.UpdateWatch(ctx, twice)
	is(t, err, statements.ErrExists)
	same(t, "the one that is there", there, other)

	for _, foreign := range []statements.Watch{{ID: private.ID, Server: "console", Speaker: "x"}, {ID: mine.ID, Server: "@discord:42", Speaker: "x"}, {ID: 4711, Server: "console"}, {ID: private.ID}} {
		_, err := a.UpdateWatch(ctx, foreign)
		is(t, err, statements.ErrNotFound)
	}
	get(a.RemoveWatch(ctx, "console", again.ID))(t)
	_, err = a.UpdateWatch(ctx, again)
	is(t, err, statements.ErrNotFound)
})

var _ = promise("UpdateWatch at once", func(t *testing.T, a archive) {
	one, _ := addWatch(t, a, statements.Watch{Keywords: "quota"})
	two, _ := addWatch(t, a, statements.Watch{Keywords: "herring"})
	stores := []archive{a, {a.open(), a.open}}
	errs := make([]error, 10)
	var wg sync.WaitGroup
	for i := range errs {
		wg.Go(func() {
			w := []statements.Watch{one, two}[i%2]
			w.Keywords = "ceiling"
			_, errs[i] = stores[i%2].UpdateWatch(t.Context(), w)
		})
	}
	wg.Wait()
	for i, err := range errs {
		if (err == nil) != (errs[i%2] == nil) {
			t.Errorf("of two watches that want the same words, both got them: %v", errs)
		}
	}
	if (errs[0] == nil) == (errs[1] == nil) {
		t.Errorf("of two watches that want the same words, one gets them: %v", errs[:2])
	}
})

var _ = promise("PausedAt", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:@42"})
	_, err := a.PausedAt(ctx, w.Place)
	is(t, err, statements.ErrNotFound)
	for _, url := range []string{"https://courier.example/1", "https://courier.example/2"} {
		in := arrivalOf(url, "Talks "+url, line{"Mira Solheim", "", "No"})
		in.Watches, in.Alerts = version, []statements.Alert{spoke(w, 1)}
		get(a.KeepArticle(ctx, in))(t)
	}
	d := get(a.LeaseDeliveries(ctx, "discord", noon, 1, minute))(t)[0]
	ok(t, a.PauseDelivery(ctx, d.ID, "closed"))
	same(t, "the place", get(a.PausedAt(ctx, w.Place))(t), statements.Paused{Place: w.Place, Why: "closed", Waiting: 2})
	_, err = a.PausedAt(ctx, "discord:@43")
	is(t, err, statements.ErrNotFound)
	w.Keywords = "no"
	get(a.UpdateWatch(ctx, w))(t)
	_, err = a.PausedAt(ctx, w.Place)
	is(t, err, statements.ErrNotFound)
})
