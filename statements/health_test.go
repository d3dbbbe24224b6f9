package statements_test

import (
	"strings"
	"testing"
	"time"

	"onrecord/statements"
)

// now is a Friday.
var now = time.Date(2026, time.November, 20, 14, 0, 0, 0, time.UTC)

func ago(d time.Duration) time.Time { return now.Add(-d) }

const day = 24 * time.Hour

// came gives n moments with a pause between them, the last at end.
func came(pause time.Duration, n int, end time.Time) []time.Time {
	var out []time.Time
	for i := range n {
		out = append(out, end.Add(-pause*time.Duration(n-1-i)))
	}
	return out
}

// weeks makes a yield of items, the last seven days first, with an article for
// each and three statements.
func weeks(items ...int) (y statements.Yield) {
	for _, n := range items {
		y.Weeks = append(y.Weeks, statements.Harvest{Items: n, Articles: n, Statements: 3 * n})
	}
	return y
}

func TestFeedState(t *testing.T) {
	well := statements.Feed{Seen: true, LastOK: ago(time.Hour), LastItem: ago(2 * time.Hour), Items: 20, URL: "https://courier.example/feed"}
	like := func(change func(*statements.Feed)) statements.Feed {
		f := well
		change(&f)
		return f
	}
	today := weeks(12, 11, 14)
	today.Today = 3
	mute, stubs := weeks(40, 41, 39, 40, 44, 38, 40, 40, 40), weeks(12, 12, 11, 14, 12, 12)
	mute.Weeks[0].Statements = 4
	stubs.Weeks[0].Stubs = 11
	for _, tt := range []struct {
		feed  statements.Feed
		yield statements.Yield
		want  string
		kind  statements.FeedKind
	}{
		{statements.Feed{}, statements.Yield{}, "not read yet", statements.FeedUnread},
		{well, today, "healthy, 3 new today", statements.FeedHealthy},
		{well, weeks(12, 11), "healthy, 12 new in the last week", statements.FeedHealthy},
		{well, statements.Yield{}, "healthy, nothing new since it was first read", statements.FeedHealthy},
		{like(func(f *statements.Feed) { f.LastItem = ago(19 * day) }), weeks(0, 0, 1), "healthy, nothing new for 19 days", statements.FeedHealthy},
		{like(func(f *statements.Feed) { f.LastItem = time.Time{} }), statements.Yield{}, "healthy, nothing new yet", statements.FeedHealthy},
		{like(func(f *statements.Feed) { f.Damage = "The document is broken and had to be mended." }), today,
			"healthy, 3 new today, its document is broken but could be mended", statements.FeedHealthy},
		{like(func(f *statements.Feed) { f.URL, f.MovedAt = "https://ada:secret@new.example/feed?token=1", ago(3*day) }), today,
			"healthy, 3 new today, moved to https://new.example/feed on 17 Nov", statements.FeedHealthy},
		{like(func(f *statements.Feed) { f.MovedAt = ago(60 * day) }), today, "healthy, 3 new today", statements.FeedHealthy},
		{like(func(f *statements.Feed) { f.Lost, f.Damage = 3, "The document ends too early." }), today,
			"damaged: 3 of 20 items could not be read. The document ends too early.", statements.FeedDamaged},
		{like(func(f *statements.Feed) { f.Recent = came(14*time.Hour, 40, ago(9*day)) }), weeks(0, 5, 12, 12),
			"quiet: nothing new for 9 days, it usually brings 12 a week", statements.FeedQuiet},
		{well, weeks(12, 60, 61, 58, 60, 63), "fewer items than usual: 12 in the last week, it usually brings 60", statements.FeedQuiet},
		{well, mute, "fewer statements than usual: 4 in the last week, it usually brings 120", statements.FeedQuiet},
		{well, stubs, "its pages have become stubs: 11 of the last week's 12 articles came without their text", statements.FeedQuiet},
		{like(func(f *statements.Feed) {
			f.Failures, f.FailingSince, f.Theirs, f.NextAt = 4, ago(3*day), true, now.Add(20*time.Minute)
			f.LastError = "courier.example/feed has a problem of its own (status 503). It will be tried again."
		}), today, "failing since Tuesday: courier.example/feed has a problem of its own (status 503) (theirs), next try 14:20", statements.FeedFailing},
		{like(func(f *statements.Feed) {
			f.Failures, f.FailingSince, f.NextAt = 1, ago(time.Hour), now.Add(day)
			f.LastError = "courier.example is a private address. Add it to feeds.allow_private."
		}), today, "failing since 13:00: courier.example is a private address (ours), next try Sat 14:00. Add it to feeds.allow_private.", statements.FeedFailing},
		{like(func(f *statements.Feed) {
			f.Outage, f.FailingSince, f.NextAt = true, ago(10*time.Minute), now.Add(time.Minute)
		}), today, "waiting: our own network is down since 13:50, next try 14:01", statements.FeedOutage},
		{like(func(f *statements.Feed) { f.Paused, f.Failures, f.FailingSince = true, 1, ago(17*day) }), today,
			"paused: gone (410) since 3 Nov. Remove it and add its new address, or add it again if it has come back.", statements.FeedPaused},
	} {
		s := tt.feed.State(tt.yield, now, time.UTC)
		if got := s.In(time.UTC, now); got != tt.want || s.Kind != tt.kind {
			t.Errorf("got  %s (kind %d)\nwant %s (kind %d)", got, s.Kind, tt.want, tt.kind)
		}
	}
}

func TestQuiet(t *testing.T) {
	workdays := func(n int) (out []time.Time) { // two items each workday, until Friday the 13th
		for d := ago(7 * day); len(out) < 2*n; d = d.Add(-day) {
			if d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
				out = append([]time.Time{d, d.Add(time.Hour)}, out...)
			}
		}
		return out
	}
	for _, tt := range []struct {
		name   string
		recent []time.Time
		at     time.Time
		want   bool
	}{
		{"little is known", came(time.Hour, 4, ago(30*day)), now, false},
		{"all at once", came(0, 20, ago(30*day)), now, false},
		{"hourly, after a night", came(time.Hour, 20, ago(12*time.Hour)), now, false},
		{"hourly, over a weekend that it never had", came(time.Hour, 60, ago(3*day)), now, false},
		{"hourly, for a week", came(time.Hour, 60, ago(7*day)), now, true},
		{"weekly, after three weeks", came(7*day, 12, ago(21*day)), now, false},
		{"weekly, after two months", came(7*day, 12, ago(60*day)), now, true},
		{"workdays, on Tuesday", workdays(15), ago(3 * day), false},
		{"workdays, on the next Friday", workdays(15), now, true},
		{"a year's pause once before", append(came(day, 20, ago(500*day)), came(day, 20, ago(60*day))...), now, false},
		{"moments that are still to come", came(day, 20, now.Add(100*day)), now, false},
	} {
		if _, usual, got := statements.Quiet(tt.recent, tt.at); got != tt.want || got && usual == "" {
			t.Errorf("%s: quiet %v (%s), want %v", tt.name, got, usual, tt.want)
		}
	}
}

// A drop is one that chance does not bring, nor the feed's own ups and downs.
func TestDropInYield(t *testing.T) {
	for _, tt := range []struct {
		weeks []int
		want  bool
	}{
		{[]int{0, 1, 2, 1, 1, 2, 1, 1, 1}, false}, // few: a silence tells it
		{[]int{5, 17, 16, 18, 17, 16, 17, 17, 17}, false},
		{[]int{10, 50, 50, 49, 51, 50, 52, 48, 50}, true},
		{[]int{26, 50, 50, 49, 51, 50, 52, 48, 50}, false}, // more than half
		{[]int{10, 50, 5, 90, 12, 80, 45, 20, 66}, false},  // it is that way
		{[]int{10, 50, 50, 0, 51, 50, 52, 48, 50}, true},   // one odd week before
		{[]int{1, 50, 50, 50}, false},                      // too young
		{[]int{50, 50, 50, 49, 51, 50}, false},
		{nil, false},
	} {
		f := statements.Feed{Seen: true}
		s := f.State(weeks(tt.weeks...), now, time.UTC)
		if got := s.Kind == statements.FeedQuiet; got != tt.want || got != strings.Contains(s.Words.String(), "than usual") {
			t.Errorf("%v: %s", tt.weeks, s.Words)
		}
	}
}

func TestNorm(t *testing.T) {
	if n, ok := weeks(1, 9, 9, 9).Norm(); ok {
		t.Errorf("a norm of two whole weeks: %+v", n)
	}
	got, ok := weeks(1, 10, 12, 11, 500, 3, 2).Norm()
	if want := (statements.Harvest{Items: 11, Articles: 11, Statements: 33}); !ok || got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
