package feeds

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"onrecord/statements"
)

var monday = time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)

// every gives n moments with a pause between them, the last at end.
func every(pause time.Duration, n int, end time.Time) []time.Time {
	var out []time.Time
	for i := range n {
		out = append(out, end.Add(-pause*time.Duration(n-1-i)))
	}
	return out
}

func TestNextByRhythm(t *testing.T) {
	morning := func(days int) (out []time.Time) { // five items between eight and nine
		for d := range days {
			out = append(out, every(10*time.Minute, 5, monday.Add(time.Duration(24*(d-days)+9)*time.Hour))...)
		}
		return out
	}
	for _, tt := range []struct {
		name        string
		recent      []time.Time
		at          time.Time
		least, most time.Duration
	}{
		{"nothing is known", nil, monday, 14 * time.Minute, 17 * time.Minute},
		{"an item, just now", every(0, 1, monday), monday, 9 * time.Minute, 12 * time.Minute},
		{"one a minute", every(time.Minute, 64, monday), monday, time.Minute, 3 * time.Minute},
		{"one every ten minutes", every(10*time.Minute, 64, monday), monday, 2 * time.Minute, 5 * time.Minute},
		{"one an hour", every(time.Hour, 64, monday), monday, 5 * time.Minute, 9 * time.Minute},
		{"one a day", every(25*time.Hour, 30, monday), monday.Add(time.Hour), 30 * time.Minute, 50 * time.Minute},
		{"one a week", every(7*24*time.Hour, 20, monday), monday.Add(30 * time.Hour), time.Hour, 5 * time.Hour},
		{"silent for a month after one an hour", every(time.Hour, 64, monday), monday.AddDate(0, 1, 0), 90 * time.Minute, 4 * time.Hour},
		{"silent for two years", every(time.Hour, 10, monday), monday.AddDate(2, 0, 0), 5 * time.Hour, 12 * time.Hour},
		{"silent for ten years", every(time.Hour, 10, monday), monday.AddDate(10, 0, 0), 12*time.Hour - time.Second, 12 * time.Hour},
		{"mornings, in the morning", morning(10), monday.Add(8 * time.Hour), 4 * time.Minute, 9 * time.Minute},
		{"mornings, in the afternoon", morning(10), monday.Add(15 * time.Hour), 20 * time.Minute, 60 * time.Minute},
		{"a burst of a quiet feed", append(every(7*24*time.Hour, 10, monday.Add(-48*time.Hour)), every(time.Minute, 6, monday)...), monday, time.Minute, 4 * time.Minute},
		{"moments that are still to come", every(time.Hour, 10, monday.AddDate(1, 0, 0)), monday, time.Minute, 12 * time.Hour},
	} {
		if got := nextByRhythm(tt.recent, tt.at).Sub(tt.at); got < tt.least || got > tt.most {
			t.Errorf("%s: due after %v, want %v to %v", tt.name, got.Round(time.Second), tt.least, tt.most)
		}
	}
}

// A visit at the end of a quiet night does not sleep through the morning.
func TestNextByRhythmEntersTheBusyHours(t *testing.T) {
	var recent []time.Time
	for d := range 12 {
		recent = append(recent, every(10*time.Minute, 5, monday.Add(time.Duration(24*(d-12)+9)*time.Hour))...)
	}
	at := monday.Add(7*time.Hour - 5*time.Minute)
	if next := nextByRhythm(recent, at); next.After(monday.Add(7*time.Hour + 15*time.Minute)) {
		t.Errorf("from %s the next visit is at %s", at.Format("15:04"), next.Format("15:04"))
	}
}

func FuzzNextByRhythm(f *testing.F) {
	f.Add(int64(0), int64(60), uint8(3), int64(1_700_000_000))
	f.Add(int64(1_700_000_000), int64(-5), uint8(200), int64(-1))
	f.Add(int64(1<<40), int64(1<<30), uint8(64), int64(0))
	f.Fuzz(func(t *testing.T, from, pause int64, n uint8, at int64) {
		from, pause, at = from%(1<<34), pause%(1<<28), at%(1<<34)
		var came []time.Time
		for i := range int64(n) {
			came = append(came, time.Unix(from+i*pause, 0))
		}
		now := time.Unix(at, 0)
		if d := nextByRhythm(learn(nil, came), now).Sub(now); d < soonest || d > latest {
			t.Errorf("due after %v", d)
		}
	})
}

// kind is a feed over a month, hour by hour: how many items an hour brings.
type kind struct {
	name string
	rate func(at time.Time) float64
}

func workday(t time.Time) bool { return t.Weekday() != time.Saturday && t.Weekday() != time.Sunday }

var kinds = []kind{
	{"busy", func(t time.Time) float64 {
		if h := t.Hour(); h >= 6 && h < 22 {
			return 60. / 16
		}
		return 0
	}},
	{"quiet", func(t time.Time) float64 { return 2. / 7 / 24 }},
	{"bursty", func(t time.Time) float64 {
		if h := t.Hour(); workday(t) && (h == 8 || h == 9) {
			return 6
		}
		return 0
	}},
	{"dead", func(t time.Time) float64 { return 0 }},
}

func (k kind) items(r *rand.Rand, from, to time.Time) []time.Time {
	var out []time.Time
	for t := from; t.Before(to); t = t.Add(time.Minute) {
		if r.Float64() < k.rate(t)/60 {
			out = append(out, t.Add(time.Duration(r.IntN(60))*time.Second))
		}
	}
	return out
}

// month polls for 28 days and gives the mean delay of an item and the requests
// a day.
func (k kind) month(next func(recent []time.Time, at time.Time) time.Time) (delay time.Duration, requests float64) {
	end := monday.AddDate(0, 0, 28)
	var known []time.Time // what the feed lists at the first sight
	if k.name == "dead" {
		known = []time.Time{monday.AddDate(-1, 0, 0)}
	} else {
		known = k.items(rand.New(rand.NewPCG(1, 2)), monday.AddDate(0, 0, -28), monday)
	}
	items := k.items(rand.New(rand.NewPCG(3, 4)), monday, end)
	recent := learn(nil, known[max(0, len(known)-20):])
	var total time.Duration
	n, visits := 0, 0
	for at := monday.Add(7 * time.Minute); at.Before(end); at = next(recent, at) {
		var came []time.Time
		for ; n < len(items) && !items[n].After(at); n++ {
			total += at.Sub(items[n])
			came = append(came, items[n])
		}
		visits++
		if l := learn(recent, came); l != nil {
			recent = l
		}
	}
	if n > 0 {
		delay = total / time.Duration(n)
	}
	return delay, float64(visits) / 28
}

func TestRhythmOverAMonth(t *testing.T) {
	fixed := func(_ []time.Time, at time.Time) time.Time { return at.Add(15 * time.Minute) }
	for _, k := range kinds {
		delay, requests := k.month(nextByRhythm)
		delayFixed, requestsFixed := k.month(fixed)
		t.Logf("%-8s %5.1f min %5.0f a day; every 15 minutes %5.1f min %5.0f a day", k.name, delay.Minutes(), requests, delayFixed.Minutes(), requestsFixed)
		switch k.name {
		case "busy", "bursty":
			if delay > delayFixed*2/3 {
				t.Errorf("%s: an item waits %v, every 15 minutes %v", k.name, delay, delayFixed)
			}
		case "quiet", "dead":
			if requests > requestsFixed/2 {
				t.Errorf("%s: %.0f requests a day", k.name, requests)
			}
		}
		if requests > 400 {
			t.Errorf("%s: %.0f requests a day", k.name, requests)
		}
	}
}

func TestLearn(t *testing.T) {
	old := every(time.Hour, mostRecent, monday)
	if got := learn(old, nil); got != nil {
		t.Errorf("nothing came, and %d moments are to be written", len(got))
	}
	if got := learn(old, old[3:9]); got != nil {
		t.Errorf("nothing new came, and %d moments are to be written", len(got))
	}
	got := learn(old, []time.Time{monday.Add(90 * time.Second), monday.Add(100 * time.Second)})
	if len(got) != mostRecent || !got[mostRecent-1].Equal(monday.Add(time.Minute)) || !slices.IsSortedFunc(got, time.Time.Compare) {
		t.Errorf("got %d moments, the last %v", len(got), got[len(got)-1])
	}
}

func TestCameAt(t *testing.T) {
	at, before := monday.Add(time.Hour), monday
	item := func(p time.Time, day bool) Item { return Item{Published: statements.Moment{Time: p, DayOnly: day}} }
	items := []Item{item(monday.Add(30*time.Minute), false), item(monday.AddDate(-1, 0, 0), false), item(at.AddDate(1, 0, 0), false), item(monday, true), {}}
	want := []time.Time{monday.Add(30 * time.Minute), before, at, at, at}
	if got := cameAt(statements.Feed{Seen: true, LastOK: before}, items, at); !slices.EqualFunc(got, want, time.Time.Equal) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, tt := range []struct {
		name  string
		items []Item
		want  []time.Time
	}{
		{"what they say", items, []time.Time{monday.Add(30 * time.Minute), monday.AddDate(-1, 0, 0)}},
		{"old ones say nothing", items[1:], []time.Time{at}},
		{"nor do days", items[3:], []time.Time{at}},
		{"nor does an empty feed", nil, []time.Time{at}},
	} {
		if got := cameBefore(tt.items, at); !slices.EqualFunc(got, tt.want, time.Time.Equal) {
			t.Errorf("at the first sight, %s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// A feed of old texts that is seen first is visited as often as any other, and
// by and by less often when nothing comes.
func TestFeedOfOldTexts(t *testing.T) {
	recent := learn(nil, cameBefore([]Item{{Published: statements.Moment{Time: monday.AddDate(-10, 0, 0)}}}, monday))
	for after, want := range map[time.Duration]time.Duration{
		0:                    12 * time.Minute,
		24 * time.Hour:       40 * time.Minute,
		30 * 24 * time.Hour:  3 * time.Hour,
		400 * 24 * time.Hour: 12 * time.Hour,
	} {
		if got := nextByRhythm(recent, monday.Add(after)).Sub(monday.Add(after)); got > want || got < want/2 {
			t.Errorf("after %v the next visit is in %v, want about %v", after, got, want)
		}
	}
}
