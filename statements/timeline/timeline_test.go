package timeline_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
	"onrecord/statements/timeline"
)

func day(s string) statements.Date {
	d, err := statements.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func days(list ...string) map[statements.Date]bool {
	out := map[statements.Date]bool{}
	for _, s := range list {
		out[day(s)] = true
	}
	return out
}

func TestBars(t *testing.T) {
	for _, tc := range []struct {
		name, since, until string
		step               timeline.Step
		first, last        string
		bars               int
	}{
		{"one day", "2026-11-21", "2026-11-21", timeline.Day, "2026-11-21 2026-11-21", "2026-11-21 2026-11-21", 1},
		{"ten weeks less a day", "2026-09-13", "2026-11-20", timeline.Day, "2026-09-13 2026-09-13", "2026-11-20 2026-11-20", 69},
		{"ten weeks: weeks begin on Monday and end at the end", "2026-09-12", "2026-11-20", timeline.Week, "2026-09-12 2026-09-13", "2026-11-16 2026-11-20", 11},
		{"over sixty weeks: months", "2024-02-15", "2026-01-01", timeline.Month, "2024-02-15 2024-02-29", "2026-01-01 2026-01-01", 24},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := timeline.Of(nil, nil, day(tc.since), day(tc.until))
			if got.Step != tc.step || len(got.Bars) != tc.bars {
				t.Fatalf("%d bars of a %s, want %d of a %s", len(got.Bars), got.Step, tc.bars, tc.step)
			}
			span := func(b timeline.Bar) string { return b.From.String() + " " + b.To.String() }
			if d := cmp.Diff([]string{tc.first, tc.last}, []string{span(got.Bars[0]), span(got.Bars[len(got.Bars)-1])}); d != "" {
				t.Error(d)
			}
		})
	}
	if got := timeline.Of(nil, nil, day("2026-11-21"), day("2026-11-20")); len(got.Bars) != 0 {
		t.Errorf("%d bars of no time", len(got.Bars))
	}
}

func TestCountsPeaksAndGaps(t *testing.T) {
	said := []timeline.Said{
		{day("2026-11-02"), true}, {day("2026-11-02"), false}, {day("2026-11-05"), true},
		{day("2026-11-09"), true}, {day("2026-11-09"), true}, {day("2026-10-31"), true}, // the last lies outside
	}
	got := timeline.Of(said, days("2026-11-01", "2026-11-03", "2026-11-08", "2026-11-10"), day("2026-11-01"), day("2026-11-10"))
	if got.Verbatim != 4 || got.Reported != 1 || got.Sum() != 5 || got.Highest() != 2 {
		t.Errorf("sums: %+v", got)
	}
	var peaks []string
	for _, i := range got.Peaks(3) {
		peaks = append(peaks, fmt.Sprint(got.Bars[i].From, got.Bars[i].Sum()))
	}
	if d := cmp.Diff([]string{"2026-11-09 2", "2026-11-02 2", "2026-11-05 1"}, peaks); d != "" {
		t.Error(d)
	}
	// What was said on the 2nd was read, whatever the days of articles say.
	want := []timeline.Gap{{day("2026-11-04"), day("2026-11-04")}, {day("2026-11-06"), day("2026-11-07")}}
	if d := cmp.Diff(want, got.Gaps()); d != "" {
		t.Error(d)
	}
}

// Bars lie side by side and hold every day once, whatever the time.
func TestNoHoles(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	for range 300 {
		since := day("2015-01-01").AddDays(rnd.IntN(4000))
		until := since.AddDays(rnd.IntN(1500))
		tl := timeline.Of([]timeline.Said{{since, true}, {until, false}}, nil, since, until)
		if tl.Sum() != 2 || tl.Bars[0].From != since || tl.Bars[len(tl.Bars)-1].To != until {
			t.Fatalf("%s to %s: %d counted, bars from %s to %s", since, until, tl.Sum(), tl.Bars[0].From, tl.Bars[len(tl.Bars)-1].To)
		}
		for i := 1; i < len(tl.Bars); i++ {
			if tl.Bars[i].From != tl.Bars[i-1].To.AddDays(1) {
				t.Fatalf("%s to %s: a hole before %s", since, until, tl.Bars[i].From)
			}
		}
	}
}
