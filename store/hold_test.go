package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
)

// tell keeps the n-th article, with one statement for the watches that is too
// short to be a report of another.
func tell(t *testing.T, a archive, n int, at time.Time, ws ...statements.Watch) {
	t.Helper()
	tellOf(t, a, n, "No", at, ws...)
}

func tellOf(t *testing.T, a archive, n int, said string, at time.Time, ws ...statements.Watch) {
	t.Helper()
	in := arrivalOf(fmt.Sprintf("https://courier.example/told/%d", n), fmt.Sprint("Told ", n), line{"Mira Solheim", "", said})
	in.At, in.Article.Fetched = at, at
	_, version, err := a.Watches(t.Context())
	ok(t, err)
	in.Watches = version
	for _, w := range ws {
		in.Alerts = append(in.Alerts, spoke(w, 1))
	}
	get(a.KeepArticle(t.Context(), in))(t)
}

// sent sends all that is due until nothing is, and gives the messages.
func sent(t *testing.T, a archive, at time.Time) []statements.Delivery {
	t.Helper()
	var out []statements.Delivery
	for {
		list := lease(t, a, at)
		if len(list) == 0 {
			return out
		}
		for _, d := range list {
			ok(t, a.SettleDelivery(t.Context(), d.ID, "m"+d.ID, at))
		}
		out = append(out, list...)
	}
}

// shape is what messages are, in short: form, gathering, the articles told.
func shape(list []statements.Delivery) []string {
	var out []string
	for _, d := range list {
		s := string(d.Form)
		if d.Digest != nil {
			s += " " + string(d.Digest.Kind)
		}
		for _, e := range d.Entries {
			s += " " + strings.TrimPrefix(e.Article.Title, "Told ")
		}
		out = append(out, s)
	}
	return out
}

func timed(t *testing.T, a archive, of statements.Timing) statements.Watch {
	t.Helper()
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1", Timing: of})
	return w
}

var _ = promise("KeepArticle quiet hours hold and flush as one, and hold up nobody", func(t *testing.T, a archive) {
	night := timed(t, a, statements.Timing{Quiet: "11:00-14:00"})
	other, _ := addWatch(t, a, statements.Watch{Keywords: "harbour", Place: "discord:1"})
	tell(t, a, 1, noon, night)
	tell(t, a, 2, after(minute), night)
	tell(t, a, 3, after(2*minute), other)
	same(t, "at noon", shape(sent(t, a, after(3*minute))), []string{"alert 3"})
	same(t, "just before two", shape(sent(t, a, after(2*time.Hour-time.Millisecond))), []string(nil))
	_, next, err := a.Owed(t.Context(), "discord", after(time.Hour))
	ok(t, err)
	same(t, "next", next.UTC(), after(2*time.Hour))
	list := sent(t, a, after(2*time.Hour))
	same(t, "at two", shape(list), []string{"digest quiet 1 2"})
	same(t, "its hour", list[0].Digest.At, after(2*time.Hour))
	tell(t, a, 4, after(2*time.Hour), night)
	same(t, "after two", shape(sent(t, a, after(2*time.Hour))), []string{"alert 4"})
})

var _ = promise("KeepArticle what comes while its message is sent is told at once", func(t *testing.T, a archive) {
	w := timed(t, a, statements.Timing{Quiet: "11:00-14:00"})
	tell(t, a, 1, noon, w)
	d := lease(t, a, after(2*time.Hour))[0]
	tell(t, a, 2, after(2*time.Hour-1), w) // it was read before two
	ok(t, a.SettleDelivery(t.Context(), d.ID, "m", after(2*time.Hour)))
	same(t, "in the message", shape([]statements.Delivery{get(a.Delivery(t.Context(), d.ID))(t)}), []string{"digest quiet 1"})
	same(t, "afterwards", shape(sent(t, a, after(2*time.Hour))), []string{"alert 2"})
})

var _ = promise("KeepArticle a cap folds the rest of the hour", func(t *testing.T, a archive) {
	w := timed(t, a, statements.Timing{Most: 2})
	other, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:2"})
	for n := range 5 {
		tell(t, a, n, after(time.Duration(n)*minute), w, other)
	}
	list := sent(t, a, after(5*minute))
	var here, there []string
	for i, s := range shape(list) {
		if list[i].Place == "discord:1" {
			here = append(here, s)
		} else {
			there = append(there, s)
		}
	}
	same(t, "two at once", here, []string{"alert 0", "alert 1"})
	same(t, "another watch has no cap", len(there), 5)
	same(t, "the rest", shape(sent(t, a, after(time.Hour))), []string{"digest rest 2 3 4"})
	tell(t, a, 9, after(61*minute), w)
	same(t, "the next hour", shape(sent(t, a, after(61*minute))), []string{"alert 9"})
})

var _ = promise("KeepArticle a report of what a digest gathers is in it", func(t *testing.T, a archive) {
	w := timed(t, a, statements.Timing{Digest: "0 14 * * *"})
	report(t, a, 1, noon, "", w)
	report(t, a, 2, after(minute), "", w)
	list := sent(t, a, after(2*time.Hour))
	same(t, "messages", shape(list), []string{"digest digest Report 1"})
	same(t, "also in", outletsOf(list[0]), []string{"Outlet 2"})
	report(t, a, 3, after(3*time.Hour), "", w)
	same(t, "a digest that is there is not edited", len(edits(t, a, after(9*time.Hour))), 0)
	same(t, "and it is told once", len(sent(t, a, after(9*time.Hour))), 0)
})

var _ = promise("KeepArticle what a place is told at once is in no digest", func(t *testing.T, a archive) {
	w := timed(t, a, statements.Timing{Digest: "0 14 * * *"})
	quick, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Keywords: "harbour", Place: "discord:1"})
	tell(t, a, 1, noon, w, quick)
	list := sent(t, a, noon)
	same(t, "at once, for both", shape(list), []string{"alert 1 1"})
	same(t, "at two", len(sent(t, a, after(2*time.Hour))), 0)
})

var _ = promise("KeepArticle more than a message holds", func(t *testing.T, a archive) {
	w := timed(t, a, statements.Timing{Digest: "0 14 * * *"})
	for n := range 501 {
		tell(t, a, n, noon, w)
	}
	list := sent(t, a, after(2*time.Hour))
	same(t, "messages", len(list), 2)
	same(t, "in the first and the second", []int{len(list[0].Entries), len(list[1].Entries)}, []int{500, 1})
	same(t, "parts", []int{list[0].Digest.Part, list[1].Digest.Part}, []int{0, 1})
})

var _ = promise("ArrangeDigests an hour has its message, once, also an empty one", func(t *testing.T, a archive) {
	ctx := t.Context()
	w := timed(t, a, statements.Timing{Digest: "0 14 * * *"})
	timed2, _ := addWatch(t, a, statements.Watch{Speaker: "Ilya Vantreight", Place: "discord:1", Timing: statements.Timing{Digest: "0  14 * * *", Zone: "UTC"}})
	ok(t, a.ArrangeDigests(ctx, noon))
	ok(t, archive{a.open(), a.open}.ArrangeDigests(ctx, noon)) // another process
	ok(t, a.ArrangeDigests(ctx, after(time.Hour)))
	same(t, "waiting for /status", get(a.Stats(ctx, "console"))(t).Waiting, 0)
	list := sent(t, a, after(2*time.Hour))
	same(t, "at two", shape(list), []string{"digest digest"})
	same(t, "its watches", len(list[0].Digest.Watches), 2)
	same(t, "the first", list[0].Digest.Since.IsZero(), true)
	ok(t, a.ArrangeDigests(ctx, after(2*time.Hour)))
	same(t, "not again", len(sent(t, a, after(3*time.Hour))), 0)

	tell(t, a, 1, after(3*time.Hour), w, timed2)
	ok(t, a.ArrangeDigests(ctx, after(3*time.Hour)))
	list = sent(t, a, after(26*time.Hour))
	same(t, "the next day", shape(list), []string{"digest digest 1 1"})
	same(t, "since", list[0].Digest.Since, after(2*time.Hour))

	// The machine was off for a week: one message, not seven.
	ok(t, a.ArrangeDigests(ctx, after(27*time.Hour)))
	ok(t, a.ArrangeDigests(ctx, after(200*time.Hour)))
	same(t, "after a week", shape(sent(t, a, after(200*time.Hour))), []string{"digest digest"})
	ok(t, a.ArrangeDigests(ctx, after(200*time.Hour)))
	same(t, "and no other", len(sent(t, a, after(200*time.Hour))), 0)
})

var _ = promise("ArrangeDigests in another zone than the machine's, by another process", func(t *testing.T, a archive) {
	timed(t, a, statements.Timing{Digest: "0 14 * * *", Zone: "Europe/Berlin"})
	ok(t, a.ArrangeDigests(t.Context(), noon))
	ok(t, archive{a.open(), a.open}.ArrangeDigests(t.Context(), noon))
	same(t, "at two in Berlin", shape(sent(t, a, after(time.Hour))), []string{"digest digest"})
})

var _ = promise("ArrangeDigests what comes while a digest is sent is in the next", func(t *testing.T, a archive) {
	w := timed(t, a, statements.Timing{Digest: "0 14 * * *"})
	ok(t, a.ArrangeDigests(t.Context(), noon))
	d := lease(t, a, after(2*time.Hour))[0]
	tell(t, a, 1, after(2*time.Hour-1), w)
	ok(t, a.ArrangeDigests(t.Context(), after(2*time.Hour)))
	ok(t, a.SettleDelivery(t.Context(), d.ID, "m", after(2*time.Hour)))
	ok(t, a.ArrangeDigests(t.Context(), after(2*time.Hour)))
	same(t, "today", len(sent(t, a, after(3*time.Hour))), 0)
	same(t, "tomorrow", shape(sent(t, a, after(26*time.Hour))), []string{"digest digest 1"})
})

var _ = promise("ArrangeDigests a watch that is gone or changed leaves none behind", func(t *testing.T, a archive) {
	ctx := t.Context()
	w := timed(t, a, statements.Timing{Digest: "0 14 * * *"})
	other, _ := addWatch(t, a, statements.Watch{Keywords: "harbour", Place: "discord:1", Timing: statements.Timing{Digest: "0 15 * * *"}})
	ok(t, a.ArrangeDigests(ctx, noon))
	tell(t, a, 1, noon, w)
	get(a.RemoveWatch(ctx, "console", w.ID))(t)
	ok(t, a.ArrangeDigests(ctx, noon))
	same(t, "at two", len(sent(t, a, after(2*time.Hour))), 0)
	tell(t, a, 2, after(2*time.Hour), other)
	other.Timing = statements.Timing{}
	get(a.SetTiming(ctx, "console", other.ID, other.Timing, after(2*time.Hour)))(t)
	same(t, "what waited", shape(sent(t, a, after(2*time.Hour))), []string{"digest held 2"})
	ok(t, a.ArrangeDigests(ctx, after(2*time.Hour)))
	same(t, "at three", len(sent(t, a, after(3*time.Hour))), 0)
})

var _ = promise("ArrangeDigests a closed place has one digest more, not one a day", func(t *testing.T, a archive) {
	ctx := t.Context()
	w := timed(t, a, statements.Timing{Digest: "0 14 * * *"})
	ok(t, a.ArrangeDigests(ctx, noon))
	d := lease(t, a, after(2*time.Hour))[0]
	ok(t, a.PauseDelivery(ctx, d.ID, "The channel is gone."))
	for day := range 5 {
		at := after(time.Duration(day)*24*time.Hour + 3*time.Hour)
		ok(t, a.ArrangeDigests(ctx, at))
		tell(t, a, day, at.Add(minute), w)
		same(t, "while it is closed", len(lease(t, a, at)), 0)
	}
	get(a.ResumePlaces(ctx, "discord"))(t)
	list := sent(t, a, after(120*time.Hour))
	var told []string
	for _, d := range list {
		for _, e := range d.Entries {
			told = append(told, e.Article.Title)
		}
	}
	same(t, "told", told, []string{"Told 0", "Told 1", "Told 2", "Told 3", "Told 4"})
	if len(list) > 3 {
		t.Errorf("%d messages: %v", len(list), shape(list))
	}
})

var _ = promise("SetTiming", func(t *testing.T, a archive) {
	ctx := t.Context()
	w := timed(t, a, statements.Timing{})
	_, err := a.SetTiming(ctx, "discord:9", w.ID, statements.Timing{Digest: "0 14 * * *"}, noon)
	is(t, err, statements.ErrNotFound)
	_, before, err := a.Watches(ctx)
	ok(t, err)
	want := statements.Timing{Digest: "0 14 * * *", Zone: "UTC"}
	same(t, "timing", get(a.SetTiming(ctx, "console", w.ID, want, noon))(t).Timing, want)
	ws, version, err := a.Watches(ctx)
	ok(t, err)
	same(t, "kept", ws[0].Timing, want)
	same(t, "another version", version > before, true)
	tell(t, a, 1, noon, w) // matched against the watch as it was
	tell(t, a, 2, noon, ws[0])
	same(t, "as the alert was matched", shape(sent(t, a, noon)), []string{"alert 1"})
	get(a.SetTiming(ctx, "console", w.ID, statements.Timing{Digest: "0 16 * * *"}, noon))(t)
	same(t, "the old hour", len(sent(t, a, after(2*time.Hour))), 0)
	same(t, "the new one", shape(sent(t, a, after(4*time.Hour))), []string{"digest digest 2"})
})

var _ = promise("DigestNow", func(t *testing.T, a archive) {
	ctx := t.Context()
	w := timed(t, a, statements.Timing{Digest: "0 14 * * *"})
	night, _ := addWatch(t, a, statements.Watch{Keywords: "harbour", Place: "discord:1", Timing: statements.Timing{Quiet: "11-14"}})
	ok(t, a.ArrangeDigests(ctx, noon))
	same(t, "nothing waits", get(a.DigestNow(ctx, "discord:1", noon))(t), 0)
	tell(t, a, 1, noon, w)
	tell(t, a, 2, noon, night)
	same(t, "elsewhere", get(a.DigestNow(ctx, "discord:2", noon))(t), 0)
	same(t, "alerts", get(a.DigestNow(ctx, "discord:1", after(minute)))(t), 2)
	same(t, "asked twice", get(a.DigestNow(ctx, "discord:1", after(minute)))(t), 0)
	same(t, "at once", shape(sent(t, a, after(minute))), []string{"digest digest 1", "digest quiet 2"})
	tell(t, a, 3, after(2*minute), w)
	list := sent(t, a, after(2*time.Hour))
	same(t, "at its hour, what is new since", shape(list), []string{"digest digest 3"})
	same(t, "since", list[0].Digest.Since, after(minute))
})

var _ = promise("Gathered", func(t *testing.T, a archive) {
	ctx := t.Context()
	w := timed(t, a, statements.Timing{Digest: "0 14 * * *"})
	same(t, "nothing", len(get(a.Gathered(ctx, "discord:1", noon))(t)), 0)
	ok(t, a.ArrangeDigests(ctx, noon))
	tell(t, a, 1, noon, w)
	got := get(a.Gathered(ctx, "discord:1", noon))(t)
	same(t, "messages", len(got), 1)
	same(t, "of", []any{got[0].Kind, got[0].At, got[0].Alerts, len(got[0].Watches)}, []any{statements.GatherDigest, after(2 * time.Hour), 1, 1})
	same(t, "elsewhere", len(get(a.Gathered(ctx, "discord:2", noon))(t)), 0)
	same(t, "when it is due", len(get(a.Gathered(ctx, "discord:1", after(2*time.Hour)))(t)), 0)
})

func mute(t *testing.T, a archive, w statements.Watch, until, at time.Time, of *statements.Topic) statements.Mute {
	t.Helper()
	return get(a.AddMute(t.Context(), statements.Mute{Watch: w, Place: w.Place, Topic: of, Until: until, By: "Ida", Created: at}))(t)
}

var _ = promise("AddMute", func(t *testing.T, a archive) {
	w := timed(t, a, statements.Timing{})
	mute(t, a, w, after(time.Hour), noon, nil)
	tell(t, a, 1, after(minute), w)
	same(t, "while it is muted", len(sent(t, a, after(59*minute))), 0)
	// Muted again, longer: what waits waits with it.
	m := mute(t, a, w, after(3*time.Hour), after(30*minute), nil)
	same(t, "held", m.Held, 1)
	same(t, "after an hour", len(sent(t, a, after(time.Hour))), 0)
	tell(t, a, 2, after(2*time.Hour), w)
	same(t, "at its end", shape(sent(t, a, after(3*time.Hour))), []string{"digest mute 1 2"})
	tell(t, a, 3, after(3*time.Hour), w)
	same(t, "after it", shape(sent(t, a, after(3*time.Hour))), []string{"alert 3"})
})

var _ = promise("AddMute holds what waits for an hour before its end", func(t *testing.T, a archive) {
	quiet := timed(t, a, statements.Timing{Quiet: "11-14"})
	daily, _ := addWatch(t, a, statements.Watch{Keywords: "harbour", Place: "discord:1", Timing: statements.Timing{Digest: "0 14,20 * * *"}})
	ok(t, a.ArrangeDigests(t.Context(), noon))
	tell(t, a, 1, noon, quiet)
	tell(t, a, 2, noon, daily)
	mute(t, a, quiet, after(3*time.Hour), noon, nil)
	mute(t, a, daily, after(3*time.Hour), noon, nil)
	ok(t, a.ArrangeDigests(t.Context(), noon))
	same(t, "at two, no empty digest either", shape(sent(t, a, after(2*time.Hour))), []string(nil))
	same(t, "at three", shape(sent(t, a, after(3*time.Hour))), []string{"digest mute 1"})
	same(t, "at eight", shape(sent(t, a, after(8*time.Hour))), []string{"digest digest 2"})
})

var _ = promise("AddMute of a topic", func(t *testing.T, a archive) {
	w := timed(t, a, statements.Timing{})
	tellOf(t, a, 1, "The herring quota must follow the survey of the biologists", noon, w)
	d := sent(t, a, noon)[0]
	topic := get(a.TopicOf(t.Context(), d.ID, w.ID))(t)
	m := mute(t, a, w, time.Time{}, noon, &topic)
	tellOf(t, a, 2, "A herring quota is no gift to anybody who sells nets on the northern quays", after(minute), w)
	tellOf(t, a, 3, "The lamp of the lighthouse burns through the winter", after(minute), w)
	same(t, "another topic", shape(sent(t, a, after(minute))), []string{"alert 3"})
	same(t, "held", get(a.Mutes(t.Context(), "discord:1", after(minute)))(t)[0].Held, 1)
	same(t, "a year later", len(sent(t, a, after(9000*time.Hour))), 0)
	same(t, "asked for", get(a.DigestNow(t.Context(), "discord:1", after(time.Hour)))(t), 1)
	list := sent(t, a, after(time.Hour))
	same(t, "told", shape(list), []string{"digest mute 2"})
	same(t, "still muted", get(a.Mutes(t.Context(), "discord:1", after(time.Hour)))(t)[0].ID, m.ID)
})

var _ = promise("TopicOf", func(t *testing.T, a archive) {
	ctx := t.Context()
	_, err := a.TopicOf(ctx, "nosuchmessage", 1)
	is(t, err, statements.ErrNotFound)
	w := timed(t, a, statements.Timing{})
	in := arrivalOf("https://courier.example/1", "Quotas", line{"Mira Solheim", "", "The herring quotas are too high"})
	alert := spoke(w, 1)
	alert.Words = []string{"quotas"}
	_, in.Watches, err = a.Watches(ctx)
	ok(t, err)
	in.Alerts = []statements.Alert{alert}
	get(a.KeepArticle(ctx, in))(t)
	d := sent(t, a, noon)[0]
	same(t, "watched words are the topic", get(a.TopicOf(ctx, d.ID, w.ID))(t), statements.Topic{Words: []string{"quotas"}, Stems: []string{"quota"}, Least: 1})
	_, err = a.TopicOf(ctx, d.ID, w.ID+1)
	is(t, err, statements.ErrNotFound)
})

var _ = promise("EndMute", func(t *testing.T, a archive) {
	ctx := t.Context()
	w := timed(t, a, statements.Timing{Quiet: "11-14"})
	quick, _ := addWatch(t, a, statements.Watch{Keywords: "harbour", Place: "discord:1"})
	first := mute(t, a, w, after(9*time.Hour), noon, nil)
	second := mute(t, a, quick, time.Time{}, noon, nil)
	tell(t, a, 1, noon, w)
	tell(t, a, 2, noon, quick)
	same(t, "who muted", get(a.EndMute(ctx, second.ID, "Jonas", after(minute)))(t).By, "Ida")
	same(t, "told at once", shape(sent(t, a, after(minute))), []string{"digest held 2"})
	same(t, "held", get(a.EndMute(ctx, first.ID, "Jonas", after(minute)))(t).Held, 1)
	same(t, "its quiet hours hold still", len(sent(t, a, after(minute))), 0)
	same(t, "their end", shape(sent(t, a, after(2*time.Hour))), []string{"digest quiet 1"})
	_, err := a.EndMute(ctx, first.ID, "Jonas", after(3*time.Hour))
	is(t, err, statements.ErrNotFound)
})

var _ = promise("Mutes", func(t *testing.T, a archive) {
	ctx := t.Context()
	w := timed(t, a, statements.Timing{})
	topic := &statements.Topic{Words: []string{"quotas"}, Stems: []string{"quota"}, Least: 1}
	mute(t, a, w, after(time.Hour), noon, nil)
	mute(t, a, w, time.Time{}, noon, topic)
	got := get(a.Mutes(ctx, "discord:1", noon))(t)
	same(t, "mutes", len(got), 2)
	same(t, "the first", []any{got[0].Until, got[0].By, got[0].Watch.ID, got[0].Topic == nil}, []any{after(time.Hour), "Ida", w.ID, true})
	same(t, "its topic", got[1].Topic, topic)
	same(t, "when it is over", len(get(a.Mutes(ctx, "discord:1", after(time.Hour)))(t)), 1)
	same(t, "elsewhere", len(get(a.Mutes(ctx, "discord:2", noon))(t)), 0)
})

// Deliveries of many processes, each with an arrival at the same hour: none is
// lost, none is told twice, and there is one digest.
func TestDigestsByMany(t *testing.T) {
	each(t, func(t *testing.T, a archive) {
		w := timed(t, a, statements.Timing{Digest: "0 14 * * *"})
		_, version, err := a.Watches(t.Context())
		ok(t, err)
		stores := []archive{a, {a.open(), a.open}, {a.open(), a.open}}
		done := make(chan error)
		for i, s := range stores {
			go func() {
				for n := range 8 {
					in := arrivalOf(fmt.Sprintf("https://courier.example/%d/%d", i, n), fmt.Sprintf("Told %d", 8*i+n),
						line{"Mira Solheim", "", "No"})
					in.At, in.Watches, in.Alerts = noon, version, []statements.Alert{spoke(w, 1)}
					if _, err := s.KeepArticle(t.Context(), in); err != nil {
						done <- err
						return
					}
					if err := s.ArrangeDigests(t.Context(), noon); err != nil {
						done <- err
						return
					}
				}
				done <- nil
			}()
		}
		for range stores {
			ok(t, <-done)
		}
		list := sent(t, a, after(2*time.Hour))
		same(t, "digests", len(list), 1)
		var told []string
		for _, e := range list[0].Entries {
			told = append(told, e.Article.Title)
		}
		slices.Sort(told)
		same(t, "told", len(slices.Compact(told)), 24)
	})
}

var _ = promise("NumberedDigest", func(t *testing.T, a archive) {
	w := timed(t, a, statements.Timing{Quiet: "11-14"})
	tell(t, a, 1, noon, w)
	d := sent(t, a, after(2*time.Hour))[0]
	same(t, "id", get(a.NumberedDigest(t.Context(), "discord:1", d.Digest.Number))(t), d.ID)
	_, err := a.NumberedDigest(t.Context(), "discord:2", d.Digest.Number)
	is(t, err, statements.ErrNotFound)
})

var _ = promise("Trace says what holds a message", func(t *testing.T, a archive) {
	ctx := t.Context()
	w := timed(t, a, statements.Timing{Digest: "0 14 * * *", Zone: "Europe/Berlin"})
	tell(t, a, 1, noon, w)
	told := get(a.Trace(ctx, 1, "console", "discord:1"))(t).Told
	same(t, "held", []any{told[0].Held, told[0].At}, []any{statements.GatherDigest, after(time.Hour)})
	mute(t, a, w, time.Time{}, noon, nil)
	told = get(a.Trace(ctx, 1, "console", "discord:1"))(t).Told
	same(t, "muted", []any{told[0].Held, told[0].At.IsZero()}, []any{statements.GatherMute, true})
	get(a.DigestNow(ctx, "discord:1", noon))(t)
	sent(t, a, noon)
	same(t, "sent", get(a.Trace(ctx, 1, "console", "discord:1"))(t).Told[0].Held, statements.Gathering(""))
})

// A mute is of a watch in a place: a watch that tells another one is not muted,
// and what waited in the old place is told there.
var _ = promise("ArrangeDigests a watch that has moved leaves nothing muted behind", func(t *testing.T, a archive) {
	ctx := t.Context()
	w := timed(t, a, statements.Timing{})
	mute(t, a, w, time.Time{}, noon, nil)
	tell(t, a, 1, noon, w)
	w.Place = "discord:2"
	get(a.UpdateWatch(ctx, w))(t)
	ok(t, a.ArrangeDigests(ctx, after(minute)))
	tell(t, a, 2, after(minute), w)
	list := sent(t, a, after(minute))
	same(t, "told", shape(list), []string{"digest held 1", "alert 2"})
	same(t, "where", []string{list[0].Place, list[1].Place}, []string{"discord:1", "discord:2"})
})
