package store_test

import (
	"fmt"
	"testing"
	"time"

	"onrecord/statements"
)

// quieted is a feed that fails, for a place.
func quieted(place string, feed int64, since time.Time) statements.Quieted {
	return statements.Quieted{Place: place, Speakers: []string{"Mira Solheim"}, Others: []string{"Radio Norvania"}, Weekly: 39,
		Lapse: statements.Lapse{Feed: feed, Kind: statements.SilenceFailing, Since: since, Theirs: true, Tries: 3,
			Why: "fjordwire.example/feed.xml has a problem of its own (status 503). It will be tried again."}}
}

func tellSilence(t *testing.T, a archive, at time.Time, list ...statements.Quieted) int {
	t.Helper()
	return get(a.TellSilence(t.Context(), list, at))(t)
}

// sources are what a message of silences tells: name, and whether it is over.
func sources(d statements.Delivery) []string {
	var out []string
	for _, q := range d.Hush.Sources {
		s := fmt.Sprintf("%d %s %d tries", q.Feed, q.Kind, q.Tries)
		if !q.Over.IsZero() {
			s += " over"
		}
		out = append(out, s)
	}
	return out
}

func someFeeds(t *testing.T, a archive, n int) []int64 {
	t.Helper()
	var out []int64
	for i := range n {
		out = append(out, addFeed(t, a, fmt.Sprintf("https://outlet%d.example/feed.xml", i)).ID)
	}
	return out
}

var _ = promise("TellSilence one message of a place, which is edited and taken back", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := someFeeds(t, a, 3)
	same(t, "messages", tellSilence(t, a, noon, quieted("discord:1", f[0], noon.Add(-time.Hour)), quieted("discord:2", f[0], noon.Add(-time.Hour))), 2)
	list := lease(t, a, noon)
	same(t, "one a place", len(list), 2)
	d := list[0]
	same(t, "form", d.Form, statements.FormSilence)
	same(t, "tells", sources(d), []string{fmt.Sprint(f[0], " failing 3 tries")})
	same(t, "misses", d.Hush.Sources[0].Speakers, []string{"Mira Solheim"})
	same(t, "name", d.Hush.Sources[0].Name, "Harbor Courier")
	same(t, "feeds", []int{d.Hush.Feeds, d.Hush.Healthy}, []int{3, 0})
	ok(t, a.SettleDelivery(ctx, d.ID, "m1", noon))
	ok(t, a.SettleDelivery(ctx, list[1].ID, "m2", noon))

	same(t, "said again", tellSilence(t, a, after(minute), quieted("discord:1", f[0], noon.Add(-time.Hour))), 0)
	same(t, "another joins", tellSilence(t, a, after(5*minute), quieted("discord:1", f[1], noon)), 1)
	same(t, "no new message", len(lease(t, a, after(5*minute))), 0)
	e := edits(t, a, after(5*minute))
	same(t, "edited", len(e), 1)
	same(t, "message", e[0].MessageID, "m1")
	same(t, "tells both", sources(e[0]), []string{fmt.Sprint(f[0], " failing 3 tries"), fmt.Sprint(f[1], " failing 3 tries")})
	ok(t, a.SettleEdit(ctx, d.ID, after(5*minute)))
	same(t, "lasting", len(get(a.Silences(ctx))(t)), 3)

	over := quieted("discord:1", f[0], noon.Add(-time.Hour))
	over.Over, over.ReadLate, over.SentLate, over.Missing = after(20*minute), 14, 3, true
	ok(t, a.EndSilence(ctx, []statements.Quieted{over}, after(20*minute)))
	ok(t, a.EndSilence(ctx, []statements.Quieted{over}, after(21*minute)))
	e = edits(t, a, after(20*minute))
	same(t, "the one that lasts comes first", sources(e[0]), []string{fmt.Sprint(f[1], " failing 3 tries"), fmt.Sprint(f[0], " failing 3 tries over")})
	q := e[0].Hush.Sources[1]
	same(t, "late", []any{q.ReadLate, q.SentLate, q.Missing, q.Over.Equal(after(20 * minute))}, []any{14, 3, true, true})
	ok(t, a.SettleEdit(ctx, d.ID, after(20*minute)))
	same(t, "nothing more", len(edits(t, a, after(time.Hour))), 0)
	same(t, "lasting", len(get(a.Silences(ctx))(t)), 2)
})

var _ = promise("TellSilence what fails again within a day is told where it was", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := someFeeds(t, a, 2)
	q := quieted("discord:1", f[0], noon)
	tellSilence(t, a, noon, q)
	first := lease(t, a, noon)[0].ID
	ok(t, a.SettleDelivery(ctx, first, "m1", noon))
	q.Over = after(time.Hour)
	ok(t, a.EndSilence(ctx, []statements.Quieted{q}, after(time.Hour)))
	again := quieted("discord:1", f[0], after(22*time.Hour))
	same(t, "told", tellSilence(t, a, after(23*time.Hour), again), 1)
	same(t, "no new message", len(lease(t, a, after(23*time.Hour))), 0)
	e := edits(t, a, after(23*time.Hour))
	same(t, "edited", len(e), 1)
	same(t, "open again", sources(e[0]), []string{fmt.Sprint(f[0], " failing 3 tries")})
	same(t, "since", e[0].Hush.Sources[0].Since.Equal(after(22*time.Hour)), true)
	ok(t, a.SettleEdit(ctx, first, after(23*time.Hour)))
	q.Over = after(24 * time.Hour)
	ok(t, a.EndSilence(ctx, []statements.Quieted{q}, after(24*time.Hour)))
	later := after(49 * time.Hour)
	tellSilence(t, a, later, quieted("discord:1", f[0], later))
	list := lease(t, a, later)
	same(t, "a day later it is news", len(list), 1)
	same(t, "and another message", list[0].ID == first, false)
})

var _ = promise("TellSilence gathers for a day, the only source of a watch for an hour", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := someFeeds(t, a, 5)
	messages := func(at time.Time, q statements.Quieted) int {
		tellSilence(t, a, at, q)
		list := lease(t, a, at)
		for _, d := range list {
			ok(t, a.SettleDelivery(ctx, d.ID, d.ID, at))
		}
		return len(list)
	}
	alone := func(feed int64) statements.Quieted {
		q := quieted("discord:1", feed, noon)
		q.Alone = true
		return q
	}
	same(t, "first", messages(noon, quieted("discord:1", f[0], noon)), 1)
	same(t, "within the day", messages(after(20*time.Hour), quieted("discord:1", f[1], noon)), 0)
	same(t, "the only source", messages(after(21*time.Hour), alone(f[2])), 1)
	same(t, "another only source", messages(after(21*time.Hour+50*minute), alone(f[3])), 0)
	same(t, "a day later", messages(after(46*time.Hour), quieted("discord:1", f[4], noon)), 1)
})

var _ = promise("TellSilence what is over for long gathers no more", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := someFeeds(t, a, 3)
	q := quieted("discord:1", f[0], noon)
	tellSilence(t, a, noon, q)
	ok(t, a.SettleDelivery(ctx, lease(t, a, noon)[0].ID, "m1", noon))
	q.Over = after(time.Hour)
	ok(t, a.EndSilence(ctx, []statements.Quieted{q}, after(time.Hour)))
	tellSilence(t, a, after(90*minute), quieted("discord:1", f[1], noon))
	same(t, "soon after", len(lease(t, a, after(90*minute))), 0)
	q = quieted("discord:1", f[1], noon)
	q.Over = after(2 * time.Hour)
	ok(t, a.EndSilence(ctx, []statements.Quieted{q}, after(2*time.Hour)))
	tellSilence(t, a, after(4*time.Hour), quieted("discord:1", f[2], noon))
	same(t, "hours after", len(lease(t, a, after(4*time.Hour))), 1)
})

var _ = promise("TellSilence tries and kinds are brought up to date", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := someFeeds(t, a, 1)
	q := quieted("discord:1", f[0], noon)
	tellSilence(t, a, noon, q)
	d := lease(t, a, noon)[0]
	ok(t, a.SettleDelivery(ctx, d.ID, "m1", noon))
	q.Tries = 5
	same(t, "not at every try", tellSilence(t, a, after(30*minute), q), 0)
	same(t, "every hour", tellSilence(t, a, after(time.Hour), q), 1)
	same(t, "tries", sources(edits(t, a, after(time.Hour))[0]), []string{fmt.Sprint(f[0], " failing 5 tries")})
	ok(t, a.SettleEdit(ctx, d.ID, after(time.Hour)))
	q.Kind = statements.SilenceGone
	same(t, "gone", tellSilence(t, a, after(61*minute), q), 1)
	same(t, "kind", sources(edits(t, a, after(2*time.Hour))[0]), []string{fmt.Sprint(f[0], " gone 5 tries")})
})

var _ = promise("TellSilence a week with less because it failed is no news", func(t *testing.T, a archive) {
	f := someFeeds(t, a, 1)
	q := quieted("discord:1", f[0], noon)
	tellSilence(t, a, noon, q)
	q.Over = after(time.Hour)
	ok(t, a.EndSilence(t.Context(), []statements.Quieted{q}, after(time.Hour)))
	less := quieted("discord:1", f[0], after(48*time.Hour))
	less.Kind = statements.SilenceFewer
	same(t, "told", tellSilence(t, a, after(48*time.Hour), less), 0)
	same(t, "lasting", len(get(a.Silences(t.Context()))(t)), 0)
	same(t, "told after a while", tellSilence(t, a, after(10*24*time.Hour), less), 1)
})

var _ = promise("TellSilence two processes tell once", func(t *testing.T, a archive) {
	f := someFeeds(t, a, 10)
	stores := []archive{a, {a.open(), a.open}}
	done := make(chan error, len(stores))
	for n, s := range stores {
		go func() {
			var list []statements.Quieted
			for i := range f {
				if n == 1 {
					i = len(f) - 1 - i
				}
				list = append(list, quieted("discord:1", f[i], noon))
			}
			_, err := s.TellSilence(t.Context(), list, noon)
			for _, q := range list {
				if err == nil {
					_, err = s.TellSilence(t.Context(), []statements.Quieted{q}, noon)
				}
			}
			done <- err
		}()
	}
	for range stores {
		ok(t, <-done)
	}
	list := lease(t, a, noon)
	same(t, "messages", len(list), 1)
	same(t, "sources", len(list[0].Hush.Sources), 10)
})

var _ = promise("EndSilence what has ended stays as it ended", func(t *testing.T, a archive) {
	f := someFeeds(t, a, 1)
	q := quieted("discord:1", f[0], noon)
	tellSilence(t, a, noon, q)
	q.Over, q.Removed = after(time.Hour), true
	ok(t, a.EndSilence(t.Context(), []statements.Quieted{q}, after(time.Hour)))
	q.Over, q.Removed = after(2*time.Hour), false
	ok(t, a.EndSilence(t.Context(), []statements.Quieted{q}, after(2*time.Hour)))
	got := lease(t, a, after(2*time.Hour))[0].Hush.Sources[0]
	same(t, "end", []any{got.Over.Equal(after(time.Hour)), got.Removed}, []any{true, true})
})

var _ = promise("Silences none", func(t *testing.T, a archive) {
	same(t, "silences", len(get(a.Silences(t.Context()))(t)), 0)
	ok(t, a.EndSilence(t.Context(), nil, noon))
})

var _ = promise("Brought what a feed brought, newest first", func(t *testing.T, a archive) {
	f := someFeeds(t, a, 2)
	for i := range 3 {
		in := arrivalOf(fmt.Sprintf("https://outlet0.example/%d", i), fmt.Sprint("Title ", i), line{"Mira Solheim", "", fmt.Sprint("There are ", i, " ships at the quay this morning")})
		get(a.KeepArticle(t.Context(), from(in, f[0], fmt.Sprint(i))))(t)
	}
	list := get(a.Brought(t.Context(), f[0], 2))(t)
	same(t, "articles", len(list), 2)
	same(t, "newest", list[0].Article.Title, "Title 2")
	same(t, "speaker", names(list[0].Statements), []string{"Mira Solheim"})
	same(t, "the other's", len(get(a.Brought(t.Context(), f[1], 2))(t)), 0)
})

var _ = promise("CarriedIn the outlets of a speaker, and of those merged into it", func(t *testing.T, a archive) {
	ctx := t.Context()
	keep := func(n int, outlet, who string) int64 {
		in := arrivalOf(fmt.Sprintf("https://o%d.example/a", n), fmt.Sprint("Title ", n), line{who, "", fmt.Sprint("There are ", n, " ships at the quay this morning")})
		in.Article.Outlet, in.Outlet.Name = outlet, outlet
		k := get(a.KeepArticle(ctx, in))(t)
		return get(a.StatementsOf(ctx, k.ArticleID))(t)[0].SpeakerID
	}
	mira := keep(1, "Fjord Wire", "Mira Solheim")
	keep(2, "Radio Norvania", "Mira Solheim")
	keep(3, "Radio Norvania", "Mira Solheim")
	keep(4, "Ostervik Post", "Ilya Vantreight")
	same(t, "outlets", get(a.CarriedIn(ctx, []int64{mira}, noon.Add(-24*time.Hour)))(t), []string{"Radio Norvania", "Fjord Wire"})
	same(t, "nobody's", len(get(a.CarriedIn(ctx, nil, noon.Add(-24*time.Hour)))(t)), 0)
	same(t, "of later days", len(get(a.CarriedIn(ctx, []int64{mira}, after(48*time.Hour)))(t)), 0)
	other := keep(5, "Vell Tribune", "M. Solheim-Aas")
	get(a.MergeSpeakers(ctx, statements.Edit{By: "Ida", At: noon}, other, mira))(t)
	same(t, "merged", get(a.CarriedIn(ctx, []int64{mira}, noon.Add(-24*time.Hour)))(t), []string{"Radio Norvania", "Fjord Wire", "Vell Tribune"})
})

var _ = promise("ToldFrom and Fed", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, _ := addWatch(t, a, statements.Watch{Keywords: "talks", Place: "discord:1"})
	addWatch(t, a, statements.Watch{Keywords: "nothing", Place: "discord:2"})
	same(t, "nothing yet", len(get(a.ToldFrom(ctx, w.ID, noon.Add(-time.Hour)))(t)), 0)
	same(t, "fed", get(a.Fed(ctx))(t), map[string]bool{})
	report(t, a, 1, noon, "", w)
	same(t, "outlets", get(a.ToldFrom(ctx, w.ID, noon.Add(-time.Hour)))(t), []string{"Outlet 1"})
	same(t, "since", len(get(a.ToldFrom(ctx, w.ID, after(time.Hour)))(t)), 0)
	same(t, "fed", get(a.Fed(ctx))(t), map[string]bool{"discord:1": true})
})

var _ = promise("Fed leaves out removed watches", func(t *testing.T, a archive) {
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	report(t, a, 1, noon, "", w)
	get(a.RemoveWatch(t.Context(), "console", w.ID))(t)
	same(t, "fed", get(a.Fed(t.Context()))(t), map[string]bool{})
})

var _ = promise("MadeUp what came when a feed was back", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := someFeeds(t, a, 2)
	w, version := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	keep := func(n int, feed int64, at time.Time, alerts ...statements.Alert) {
		in := arrivalOf(fmt.Sprintf("https://o%d.example/a", n), fmt.Sprint("Title ", n), line{"Mira Solheim", "", fmt.Sprint("There are ", n, " ships at the quay this morning")})
		in.At, in.Watches, in.Alerts = at, version, alerts
		get(a.KeepArticle(ctx, from(in, feed, fmt.Sprint(n))))(t)
	}
	keep(1, f[0], noon.Add(-time.Hour), spoke(w, 1))
	keep(2, f[0], after(time.Hour), spoke(w, 1))
	keep(3, f[0], after(time.Hour))
	keep(4, f[1], after(time.Hour), spoke(w, 1))
	visit := statements.Visit{FeedID: f[0], At: after(time.Hour), NextAt: after(2 * time.Hour), Items: 5, New: 2}
	ok(t, a.KeepVisit(ctx, visit))
	items, alerts, missing, err := a.MadeUp(ctx, f[0], noon)
	ok(t, err)
	same(t, "items", items, 2)
	same(t, "alerts", alerts, map[string]int{"discord:1": 1})
	same(t, "missing", missing, false)
	items, alerts, _, err = a.MadeUp(ctx, 0, noon)
	ok(t, err)
	same(t, "items of all", items, 3)
	same(t, "alerts of all", alerts, map[string]int{"discord:1": 2})

	visit.At, visit.NextAt, visit.New = after(3*time.Hour), after(4*time.Hour), 5
	ok(t, a.KeepVisit(ctx, visit))
	_, _, missing, err = a.MadeUp(ctx, f[0], after(2*time.Hour))
	ok(t, err)
	same(t, "all of it is new: older ones may have gone", missing, true)
})

var _ = promise("CheckFeed makes a feed due, a paused one too", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := someFeeds(t, a, 1)[0]
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: f, At: noon, NextAt: after(time.Hour), Problem: "It is gone.", Theirs: true, Gone: true}))
	got := get(a.CheckFeed(ctx, f))(t)
	same(t, "feed", []any{got.ID, got.Paused, got.Failures}, []any{f, false, 1})
	claimed := get(a.ClaimFeeds(ctx, noon, 9, minute))(t)
	same(t, "due", len(claimed), 1)
	_, err := a.CheckFeed(ctx, f+1)
	is(t, err, statements.ErrNotFound)
	ok(t, a.RemoveFeed(ctx, f))
	_, err = a.CheckFeed(ctx, f)
	is(t, err, statements.ErrNotFound)
})

var _ = promise("Notify says what is new once, in one message", func(t *testing.T, a archive) {
	ctx := t.Context()
	one := statements.Notice{Key: "closed a", Kind: statements.NoticeClosed, Place: "discord:1", Why: "Missing access", Since: noon, Waiting: 3}
	two := statements.Notice{Key: "gone b", Kind: statements.NoticeGone, Feed: 12, Name: "Fjord Wire", Since: noon}
	same(t, "first", get(a.Notify(ctx, "discord:9", []statements.Notice{one}, noon))(t), []statements.Notice{one})
	same(t, "second", get(a.Notify(ctx, "discord:9", []statements.Notice{one, two}, noon))(t), []statements.Notice{two})
	same(t, "third", len(get(a.Notify(ctx, "discord:9", []statements.Notice{one, two}, noon))(t)), 0)
	three := statements.Notice{Key: "for nobody", Kind: statements.NoticeCalm}
	same(t, "kept alone", get(a.Notify(ctx, "", []statements.Notice{three}, noon))(t), []statements.Notice{three})
	for _, want := range []statements.Notice{one, two} {
		d := lease(t, a, noon)[0]
		same(t, "form", d.Form, statements.FormNotice)
		same(t, "says", d.Notices, []statements.Notice{want})
		ok(t, a.SettleDelivery(ctx, d.ID, d.ID, noon))
	}
	same(t, "no more", len(lease(t, a, noon)), 0)
})

var _ = promise("Notify two processes say it once", func(t *testing.T, a archive) {
	stores := []archive{a, {a.open(), a.open}}
	done := make(chan error, len(stores))
	for _, s := range stores {
		go func() {
			_, err := s.Notify(t.Context(), "discord:9", []statements.Notice{{Key: "x", Kind: statements.NoticeClosed}, {Key: "y", Kind: statements.NoticeGone}}, noon)
			done <- err
		}()
	}
	for range stores {
		ok(t, <-done)
	}
	list := lease(t, a, noon)
	same(t, "messages", len(list), 1)
	same(t, "notices", len(list[0].Notices), 2)
})

var _ = promise("Closed places, by the server of their watches", func(t *testing.T, a archive) {
	ctx := t.Context()
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	own := statements.Watch{Speaker: "Mira Solheim", Place: "discord:7", Owner: "discord:u1", Server: "console", By: "Ida", Created: noon}
	own = get(a.AddWatch(ctx, own))(t)
	same(t, "none", len(get(a.Closed(ctx, ""))(t)), 0)
	report(t, a, 1, noon, "", w, own)
	for _, d := range lease(t, a, noon) {
		ok(t, a.PauseDelivery(ctx, d.ID, "Missing access"))
	}
	list := get(a.Closed(ctx, ""))(t)
	same(t, "closed, but for somebody's own", len(list), 1)
	same(t, "place", []any{list[0].Place, list[0].Why, list[0].Waiting, list[0].Kind}, []any{"discord:1", "Missing access", 1, statements.NoticeClosed})
	same(t, "of its server", get(a.Closed(ctx, "console"))(t), list)
	same(t, "of another", len(get(a.Closed(ctx, "discord:5"))(t)), 0)
	get(a.ResumePlaces(ctx, "discord"))(t)
	same(t, "open again", len(get(a.Closed(ctx, ""))(t)), 0)
	for _, d := range lease(t, a, noon) {
		ok(t, a.PauseDelivery(ctx, d.ID, "Missing access"))
	}
	same(t, "the same key", get(a.Closed(ctx, ""))(t)[0].Key, list[0].Key)
})

var _ = promise("ToldSince messages and edits, no notices", func(t *testing.T, a archive) {
	ctx := t.Context()
	told := func(since time.Time) bool { return get(a.ToldSince(ctx, since))(t)["discord:1"] }
	get(a.Notify(ctx, "discord:1", []statements.Notice{{Key: "calm", Kind: statements.NoticeCalm}}, noon))(t)
	same(t, "a notice", told(noon), false)
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	report(t, a, 1, noon, "", w)
	same(t, "an alert", []bool{told(noon), told(after(minute))}, []bool{true, false})
	d := lease(t, a, noon)
	ok(t, a.SettleDelivery(ctx, d[0].ID, "m1", noon))
	d = lease(t, a, noon)
	ok(t, a.SettleDelivery(ctx, d[0].ID, "m2", after(minute)))
	same(t, "sent later", []bool{told(after(minute)), told(after(2 * minute))}, []bool{true, false})
})

var _ = promise("TellSilence what joins a message that was taken away makes another", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := someFeeds(t, a, 3)
	tellSilence(t, a, noon, quieted("discord:1", f[0], noon))
	d := lease(t, a, noon)[0]
	ok(t, a.SettleDelivery(ctx, d.ID, "m1", noon))
	tellSilence(t, a, after(5*minute), quieted("discord:1", f[1], noon))
	edits(t, a, after(5*minute))
	ok(t, a.RetryEdit(ctx, d.ID, time.Time{}))
	same(t, "the next", tellSilence(t, a, after(10*minute), quieted("discord:1", f[2], noon)), 1)
	list := lease(t, a, after(10*minute))
	same(t, "messages", len(list), 1)
	same(t, "tells", sources(list[0]), []string{fmt.Sprint(f[2], " failing 3 tries")})
})

var _ = promise("TellSilence keeps still in quiet hours, and holds up nobody", func(t *testing.T, a archive) {
	ctx := t.Context()
	f := someFeeds(t, a, 1)
	addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1", Timing: statements.Timing{Quiet: "11:00-13:00"}})
	q := quieted("discord:1", f[0], noon)
	tellSilence(t, a, noon, q)
	same(t, "at noon", len(lease(t, a, noon)), 0)
	q.Over = after(30 * minute)
	ok(t, a.EndSilence(ctx, []statements.Quieted{q}, after(30*minute)))
	loud, _ := addWatch(t, a, statements.Watch{Keywords: "talks", Place: "discord:1"})
	report(t, a, 1, after(31*minute), "", loud)
	list := lease(t, a, after(31*minute))
	same(t, "an alert in between", len(list), 1)
	same(t, "its form", list[0].Form, statements.FormAlert)
	ok(t, a.SettleDelivery(ctx, list[0].ID, "m1", after(31*minute)))
	list = lease(t, a, after(time.Hour))
	same(t, "at one", len(list), 1)
	same(t, "tells how it ended", sources(list[0]), []string{fmt.Sprint(f[0], " failing 3 tries over")})
})
