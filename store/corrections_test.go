package store_test

import (
	"testing"
	"time"

	"onrecord/statements"
)

const (
	ours   = "discord:10"
	theirs = "discord:20"
)

// twoServers is one article that was told to a place of each of two servers,
// and to one that the configuration names.
func twoServers(t *testing.T, a archive) {
	t.Helper()
	ctx := t.Context()
	in := arrivalOf("https://courier.example/a", "Herring talks stall",
		line{"Iron Mira", "", "We will not sign a quota that our fishermen cannot live with"},
		line{"Ilya Vantreight", "trade envoy", "The figure was agreed in this room and nowhere else"})
	for _, w := range []statements.Watch{
		{Server: ours, Place: "discord:1", Speaker: "Iron Mira"},
		{Server: theirs, Place: "discord:2", Speaker: "Iron Mira"},
	} {
		w = get(a.AddWatch(ctx, w))(t)
		in.Alerts = append(in.Alerts, spoke(w, 2))
	}
	ok(t, a.SyncWatches(ctx, []statements.Watch{{Place: "discord:11", Speaker: "Iron Mira"}}))
	ws, version, err := a.Watches(ctx)
	ok(t, err)
	in.Alerts = append(in.Alerts, spoke(ws[2], 1))
	in.Watches = version
	get(a.KeepArticle(ctx, in))(t)
	for _, d := range lease(t, a, noon) {
		ok(t, a.SettleDelivery(ctx, d.ID, "m"+d.Place, noon))
	}
}

// correct makes a correction of ours that must be kept.
func correct(t *testing.T, a archive, c statements.Correction) statements.Correction {
	t.Helper()
	if c.Server == "" {
		c.Server = ours
	}
	c.By, c.ByID, c.At = "Ida", "100", after(time.Hour)
	return get(a.Correct(t.Context(), c))(t)
}

// seenBy is a statement as a server sees it.
func seenBy(t *testing.T, a archive, server string, id int64) statements.Found {
	t.Helper()
	return get(a.Seen(t.Context(), server, ""))(t).Show(get(a.Statement(t.Context(), id))(t))
}

// speakerOf is the number of a speaker on record.
func speakerOf(t *testing.T, a archive, name string) statements.Speaker {
	t.Helper()
	found := get(a.FindSpeakers(t.Context(), name, 1))(t)
	if len(found) == 0 {
		t.Fatalf("nobody is called %s", name)
	}
	return statements.Speaker{ID: found[0].ID, Name: found[0].Name}
}

var _ = promise("Correct another speaker, for one server alone", func(t *testing.T, a archive) {
	ctx := t.Context()
	twoServers(t, a)
	ilya := speakerOf(t, a, "Ilya Vantreight")
	before := seenBy(t, a, ours, 1)
	c := correct(t, a, statements.Correction{Statement: 1, What: statements.VerdictSpeaker, Speaker: ilya})
	same(t, "was", c.Was, speakerOf(t, a, "Iron Mira"))
	same(t, "places", c.Places, []string{"discord:1"})

	f := seenBy(t, a, ours, 1)
	same(t, "speaker here", []any{f.Statement.Speaker, f.SpeakerID, f.Statement.Heard, f.Statement.Role, f.Statement.Known}, []any{"Ilya Vantreight", ilya.ID, "Iron Mira", "trade envoy", statements.ByEditor})
	for _, server := range []string{theirs, "console", ""} {
		same(t, "as "+server+" sees it", seenBy(t, a, server, 1), before)
	}
	// The messages of our place show it, and those of the others do not change.
	list := edits(t, a, after(time.Hour))
	same(t, "edits", len(list), 1)
	f = list[0].Entries[0].Found[0]
	same(t, "in the message", []any{list[0].Place, f.Review.Was.Name, f.Statement.Speaker, f.Review.After}, []any{"discord:1", "Iron Mira", "Ilya Vantreight", true})
	same(t, "the other statement", list[0].Entries[0].Found[1].Review == nil, true)
	ok(t, a.SettleEdit(ctx, list[0].ID, after(time.Hour)))

	_, err := a.Correct(ctx, statements.Correction{Server: ours, Statement: 1, What: statements.VerdictSpeaker, Speaker: ilya, At: noon})
	is(t, err, statements.ErrExists)
	got, err := a.Correct(ctx, statements.Correction{Server: ours, Statement: 1, What: statements.VerdictRight, At: noon})
	is(t, err, statements.ErrExists)
	same(t, "what is in force", got.ID, c.ID)
	_, err = a.Correct(ctx, statements.Correction{Server: ours, Statement: 4711, What: statements.VerdictRight, At: noon})
	is(t, err, statements.ErrNotFound)

	_, err = a.UndoCorrection(ctx, statements.Correction{Server: theirs, By: "Pell", At: after(2 * time.Hour)}, c.ID)
	is(t, err, statements.ErrNotFound)
	undone := get(a.UndoCorrection(ctx, statements.Correction{Server: ours, By: "Pell", At: after(2 * time.Hour)}, c.ID))(t)
	same(t, "undone", []any{undone.UndoneBy, undone.Undone, undone.Places}, []any{"Pell", after(2 * time.Hour), []string{"discord:1"}})
	same(t, "as before", seenBy(t, a, ours, 1), before)
	same(t, "the message, too", edits(t, a, after(2*time.Hour))[0].Entries[0].Found[0].Review == nil, true)
	_, err = a.UndoCorrection(ctx, statements.Correction{Server: ours, At: noon}, c.ID)
	is(t, err, statements.ErrExists)
})

var _ = promise("UndoCorrection the verdict before it is in force again", func(t *testing.T, a archive) {
	twoServers(t, a)
	correct(t, a, statements.Correction{Statement: 1, What: statements.VerdictReject})
	same(t, "rejected", seenBy(t, a, ours, 1).Rejected(), true)
	same(t, "there", seenBy(t, a, theirs, 1).Rejected(), false)
	later := correct(t, a, statements.Correction{Statement: 1, What: statements.VerdictSpeaker, Speaker: statements.Speaker{Name: "Pell Andersen"}})
	same(t, "somebody new", []any{seenBy(t, a, ours, 1).Statement.Speaker, seenBy(t, a, ours, 1).SpeakerID}, []any{"Pell Andersen", -later.ID})
	get(a.UndoCorrection(t.Context(), statements.Correction{Server: ours, At: noon}, later.ID))(t)
	same(t, "rejected again", seenBy(t, a, ours, 1).Rejected(), true)
})

var _ = promise("Seen whoever nobody had read is found once he is read", func(t *testing.T, a archive) {
	ctx := t.Context()
	twoServers(t, a)
	correct(t, a, statements.Correction{Statement: 1, What: statements.VerdictSpeaker, Speaker: statements.Speaker{Name: "Pell Andersen"}})
	other := correct(t, a, statements.Correction{Statement: 2, What: statements.VerdictSpeaker, Speaker: statements.Speaker{Name: "Pell Andersen"}})
	same(t, "one number for both", seenBy(t, a, ours, 1).SpeakerID, 1-other.ID)
	same(t, "no speaker on record", len(get(a.FindSpeakers(ctx, "Pell Andersen", 9))(t)), 0)
	in := arrivalOf("https://courier.example/b", "Later", line{"Pell Andersen", "", "I have said so all along and I say so now"})
	_, in.Watches, _ = a.Watches(ctx)
	get(a.KeepArticle(ctx, in))(t)
	same(t, "his number", seenBy(t, a, ours, 1).SpeakerID, speakerOf(t, a, "Pell Andersen").ID)
	// And with whom an editor makes him one.
	mira := speakerOf(t, a, "Iron Mira")
	get(a.MergeSpeakers(ctx, statements.Edit{At: noon}, speakerOf(t, a, "Pell Andersen").ID, mira.ID))(t)
	same(t, "merged", seenBy(t, a, ours, 1).SpeakerID, mira.ID)
	same(t, "a place that nobody has shown", get(a.Seen(ctx, "", "discord:11"))(t).Empty(), true)
})

var _ = promise("Correct a place of the configuration belongs to who reviews there", func(t *testing.T, a archive) {
	ctx := t.Context()
	twoServers(t, a)
	c := correct(t, a, statements.Correction{Place: "discord:11", Statement: 1, What: statements.VerdictReject})
	same(t, "places", c.Places, []string{"discord:1", "discord:11"})
	same(t, "its view", get(a.Seen(ctx, "", "discord:11"))(t).Empty(), false)
	same(t, "the other's", get(a.Seen(ctx, "", "discord:2"))(t).Empty(), true)
	for _, d := range edits(t, a, after(time.Hour)) {
		same(t, d.Place, d.Entries[0].Found[0].Rejected(), true)
	}
})

var _ = promise("Correct a name is somebody's from now on", func(t *testing.T, a archive) {
	ctx := t.Context()
	twoServers(t, a)
	for _, w := range []statements.Watch{
		{Server: ours, Place: "discord:1", Speaker: "Mira Solheim"}, {Server: theirs, Place: "discord:2", Speaker: "Mira Solheim"},
		{Server: ours, Place: "discord:1", Speaker: "Mira"},
	} {
		get(a.AddWatch(ctx, w))(t)
	}
	_, version, _ := a.Watches(ctx)
	c := correct(t, a, statements.Correction{Statement: 1, What: statements.VerdictSpeaker, Speaker: statements.Speaker{Name: "Mira Solheim"}, Written: "Iron Mira"})
	ws, now, err := a.Watches(ctx)
	ok(t, err)
	if now == version {
		t.Error("what was matched before would be kept")
	}
	got := map[string][2][]string{}
	for _, w := range ws {
		if w.Also != nil || w.Not != nil {
			got[w.Server+" "+w.Speaker] = [2][]string{w.Also, w.Not}
		}
	}
	same(t, "names", got, map[string][2][]string{
		ours + " Mira Solheim": {{"Iron Mira"}, nil},
		ours + " Mira":         {nil, {"Iron Mira"}},
	})
	same(t, "as a watch is tried", get(a.Meant(ctx, statements.Watch{Server: ours, Speaker: "Mira Solheim"}))(t).Also, []string{"Iron Mira"})

	in := arrivalOf("https://courier.example/b", "Later", line{"Iron Mira", "", "The ceiling is a floor for everybody else here"}, line{"Mira", "", "Nobody has told me of any ceiling at all"})
	in.Watches = now
	get(a.KeepArticle(ctx, in))(t)
	same(t, "a later statement here", seenBy(t, a, ours, 3).Statement.Speaker, "Mira Solheim")
	same(t, "there", seenBy(t, a, theirs, 3).Statement.Speaker, "Iron Mira")
	same(t, "another name", seenBy(t, a, ours, 4).Statement.Speaker, "Mira")
	same(t, "read as", get(a.Seen(ctx, ours, ""))(t).Heard([]statements.Speaker{{ID: -c.ID}}), []statements.Speaker{{ID: speakerOf(t, a, "Iron Mira").ID}})

	get(a.UndoCorrection(ctx, statements.Correction{Server: ours, At: noon}, c.ID))(t)
	same(t, "undone", seenBy(t, a, ours, 3), get(a.Statement(ctx, 3))(t))
	ws, _, _ = a.Watches(ctx)
	for _, w := range ws {
		if w.Also != nil || w.Not != nil {
			t.Errorf("watch %d on %s: also %v, not %v", w.ID, w.Speaker, w.Also, w.Not)
		}
	}
})

var _ = promise("Correct a duplicate joins the other's message", func(t *testing.T, a archive) {
	ctx := t.Context()
	twoServers(t, a)
	in := arrivalOf("https://wire.example/b", "Solheim turns the offer down", line{"Iron Mira", "", "Nothing that ruins our fishermen will have my name under it"})
	in.Article.Outlet = "Fjord Wire"
	ws, version, _ := a.Watches(ctx)
	in.Watches, in.Alerts = version, []statements.Alert{spoke(ws[0], 1), spoke(ws[1], 1)}
	get(a.KeepArticle(ctx, in))(t)
	for _, d := range lease(t, a, noon) {
		ok(t, a.SettleDelivery(ctx, d.ID, "n"+d.Place, noon))
	}
	same(t, "two utterances", seenBy(t, a, ours, 1).Cluster == seenBy(t, a, ours, 3).Cluster, false)
	c := correct(t, a, statements.Correction{Statement: 3, What: statements.VerdictDuplicate, Other: 1})
	same(t, "one here", seenBy(t, a, ours, 1).Cluster, seenBy(t, a, ours, 3).Cluster)
	same(t, "two there", seenBy(t, a, theirs, 1).Cluster == seenBy(t, a, theirs, 3).Cluster, false)
	list := edits(t, a, after(time.Hour))
	same(t, "both messages", len(list), 2)
	same(t, "also in", outletsOf(list[0]), []string{"Fjord Wire"})
	same(t, "also in", outletsOf(list[1]), []string{"Harbor Courier"})
	for _, d := range list {
		ok(t, a.SettleEdit(ctx, d.ID, after(time.Hour)))
	}
	_, err := a.Correct(ctx, statements.Correction{Server: ours, Statement: 1, What: statements.VerdictDuplicate, Other: 3, At: noon})
	is(t, err, statements.ErrExists)
	_, err = a.Correct(ctx, statements.Correction{Server: ours, Statement: 1, What: statements.VerdictDuplicate, Other: 1, At: noon})
	is(t, err, statements.ErrNotFound)
	get(a.UndoCorrection(ctx, statements.Correction{Server: ours, At: after(2 * time.Hour)}, c.ID))(t)
	for _, d := range edits(t, a, after(2*time.Hour)) {
		same(t, "alone again", outletsOf(d), []string(nil))
	}
})

var _ = promise("Reviews", func(t *testing.T, a archive) {
	twoServers(t, a)
	first := correct(t, a, statements.Correction{Statement: 1, What: statements.VerdictRight})
	second := correct(t, a, statements.Correction{Statement: 2, What: statements.VerdictReject})
	get(a.UndoCorrection(t.Context(), statements.Correction{Server: ours, By: "Pell", At: noon}, second.ID))(t)
	correct(t, a, statements.Correction{Server: theirs, Statement: 2, What: statements.VerdictRight})
	all := get(a.Reviews(t.Context(), ours, 0, 9))(t)
	same(t, "all", []any{len(all), all[0].ID, all[0].UndoneBy, all[1].ID, all[1].By, all[1].At}, []any{2, second.ID, "Pell", first.ID, "Ida", after(time.Hour)})
	same(t, "of one", len(get(a.Reviews(t.Context(), ours, 1, 9))(t)), 1)
	same(t, "no more than", len(get(a.Reviews(t.Context(), ours, 0, 1))(t)), 1)
})

var _ = promise("Tested", func(t *testing.T, a archive) {
	ctx := t.Context()
	twoServers(t, a)
	tested := func(server string) (out []float64) {
		for _, x := range get(a.Tested(ctx, server, noon.Add(-24*time.Hour), noon.Add(24*time.Hour)))(t) {
			out = append(out, float64(x.Watch.ID), float64(x.Right), float64(x.Of), x.PerDay)
		}
		return out
	}
	same(t, "nothing yet", tested(ours), []float64(nil))
	correct(t, a, statements.Correction{Statement: 1, What: statements.VerdictRight})
	wrong := correct(t, a, statements.Correction{Statement: 2, What: statements.VerdictReject})
	same(t, "ours", tested(ours), []float64{1, 1, 2, 0.5})
	same(t, "theirs", tested(theirs), []float64(nil))
	get(a.UndoCorrection(ctx, statements.Correction{Server: ours, At: noon}, wrong.ID))(t)
	same(t, "after undo", tested(ours), []float64{1, 1, 1, 0.5})
	correct(t, a, statements.Correction{Place: "discord:11", Statement: 1, What: statements.VerdictReject})
	same(t, "the newest verdict, for the configuration's watch, too", tested(ours), []float64{1, 0, 1, 0.5, 3, 0, 1, 0.5})
})

var _ = promise("KeepBacklog shows nothing that its server has rejected", func(t *testing.T, a archive) {
	ctx := t.Context()
	twoServers(t, a)
	correct(t, a, statements.Correction{Statement: 1, What: statements.VerdictReject})
	page := get(a.Archive(ctx, 0, 9))(t)
	same(t, "ours", len(get(a.Seen(ctx, ours, ""))(t).Sift(page[0].Statements)), 1)
	same(t, "theirs", len(get(a.Seen(ctx, theirs, ""))(t).Sift(page[0].Statements)), 2)
})
