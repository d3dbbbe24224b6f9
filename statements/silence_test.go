package statements

import (
	"testing"
	"time"
)

// monday is when these tests are.
var monday = time.Date(2026, time.November, 16, 9, 0, 0, 0, time.UTC)

// steady is eight weeks of the same and then a last one.
func steady(usual, last Harvest) Yield {
	y := Yield{Weeks: []Harvest{last}}
	for range 8 {
		y.Weeks = append(y.Weeks, usual)
	}
	return y
}

func TestLapse(t *testing.T) {
	usual := Harvest{Items: 60, Articles: 60, Statements: 90}
	well := Feed{ID: 12, Seen: true, LastOK: monday, NextAt: monday.Add(time.Hour)}
	with := func(change func(*Feed)) Feed {
		f := well
		change(&f)
		return f
	}
	failing := func(tries int, since time.Duration) Feed {
		return with(func(f *Feed) {
			f.Failures, f.FailingSince, f.Theirs, f.LastError = tries, monday.Add(-since), true, "It is down."
		})
	}
	lately := func(h Harvest) Yield { y := steady(usual, usual); y.Lately = h; return y }
	for name, c := range map[string]struct {
		feed  Feed
		yield Yield
		kind  Silence // "" is none
		ripe  bool
	}{
		"well":                         {well, steady(usual, usual), "", false},
		"never read":                   {Feed{ID: 12, Failures: 9, FailingSince: monday.Add(-time.Hour)}, Yield{}, "", false},
		"the first failure":            {failing(1, 0), Yield{}, SilenceFailing, false},
		"three failures at once":       {failing(3, 10*time.Minute), Yield{}, SilenceFailing, false},
		"two failures in an hour":      {failing(2, time.Hour), Yield{}, SilenceFailing, false},
		"three failures in an hour":    {failing(3, time.Hour), Yield{}, SilenceFailing, true},
		"gone":                         {with(func(f *Feed) { f.Paused, f.Failures = true, 1 }), Yield{}, SilenceGone, true},
		"our own network":              {with(func(f *Feed) { f.Outage = true }), Yield{}, "", false},
		"pages become stubs":           {well, steady(usual, Harvest{Items: 60, Articles: 60, Stubs: 58, Statements: 90}), SilenceStubs, true},
		"they always were":             {well, steady(Harvest{Items: 60, Articles: 60, Stubs: 55, Statements: 90}, Harvest{Items: 60, Articles: 60, Stubs: 58, Statements: 90}), "", false},
		"statements dry up":            {well, steady(usual, Harvest{Items: 60, Articles: 60, Statements: 5}), SilenceFewer, true},
		"a paywall since yesterday":    {well, lately(Harvest{Items: 12, Articles: 12, Stubs: 12}), SilenceStubs, true},
		"no statements since then":     {well, lately(Harvest{Items: 9, Articles: 9}), SilenceFewer, true},
		"a day with few articles":      {well, lately(Harvest{Items: 7, Articles: 7, Stubs: 7}), "", false},
		"a statement or two":           {well, lately(Harvest{Items: 9, Articles: 9, Statements: 2}), "", false},
		"a new feed says little":       {well, Yield{Weeks: []Harvest{{}, usual}}, "", false},
		"it waits for us, not we":      {with(func(f *Feed) { f.NextAt = monday.Add(-2 * time.Hour) }), steady(usual, Harvest{}), "", false},
		"failing says more than fewer": {failing(3, time.Hour), steady(usual, Harvest{}), SilenceFailing, true},
	} {
		l, ok := c.feed.Lapse(c.yield, monday)
		if !ok {
			l = Lapse{}
		}
		if l.Kind != c.kind || l.Ripe != c.ripe {
			t.Errorf("%s: %q, ripe %v; want %q, %v", name, l.Kind, l.Ripe, c.kind, c.ripe)
		}
	}
	quiet := with(func(f *Feed) {
		for i := range 12 {
			f.Recent = append(f.Recent, monday.Add(time.Duration(i-112)*6*time.Hour))
		}
	})
	if l, ok := quiet.Lapse(Yield{}, monday); !ok || l.Kind != SilenceQuiet || !l.Since.Equal(quiet.Recent[11]) {
		t.Errorf("quiet for weeks: %+v", l)
	}
}

func TestCut(t *testing.T) {
	out := func(since time.Duration) Feed {
		return Feed{Seen: true, Outage: true, FailingSince: monday.Add(-since)}
	}
	if _, ok := Cut([]Feed{{Seen: true}}, monday); ok {
		t.Error("cut off with a network")
	}
	l, ok := Cut([]Feed{out(10 * time.Minute), {Seen: true}, out(20 * time.Minute)}, monday)
	if !ok || l.Ripe || l.Tries != 2 || !l.Since.Equal(monday.Add(-20*time.Minute)) {
		t.Errorf("two feeds for a short time: %+v", l)
	}
	if l, _ := Cut([]Feed{out(31 * time.Minute)}, monday); !l.Ripe {
		t.Error("half an hour is long enough")
	}
}
