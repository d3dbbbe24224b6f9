package feeds

import (
	"testing"
	"time"

	"onrecord/statements"
)

func TestAfterSuccess(t *testing.T) {
	at := monday.Add(9 * time.Hour)
	hourly := every(time.Hour, 64, at)
	for _, tt := range []struct {
		name        string
		feed        statements.Feed
		every       time.Duration
		least, most time.Duration
	}{
		{"an operator's wish goes before all", statements.Feed{Schedule: "@every 2m", Recent: hourly, Asks: time.Hour}, 0, 108 * time.Second, 2 * time.Minute},
		{"a short one is kept exactly", statements.Feed{Schedule: "@every 1s"}, 0, time.Second, time.Second},
		{"a cron expression too", statements.Feed{Schedule: "0 6 * * *"}, 0, 21 * time.Hour, 21 * time.Hour},
		{"a fixed pause for all", statements.Feed{Recent: hourly}, 10 * time.Minute, 10 * time.Minute, 11 * time.Minute},
		{"the items' rhythm", statements.Feed{Seen: true, Recent: hourly}, 0, 4 * time.Minute, 9 * time.Minute},
		{"the publisher's wish", statements.Feed{Seen: true, Recent: hourly, Asks: 40 * time.Minute}, 0, 40 * time.Minute, 40 * time.Minute},
		{"one that is rarer anyway", statements.Feed{Seen: true, Recent: hourly[:1], Asks: time.Minute}, 0, 20 * time.Minute, 90 * time.Minute},
	} {
		for id := range int64(50) {
			tt.feed.ID = id
			if got := afterSuccess(tt.feed, tt.every, at).Sub(at); got < tt.least || got > tt.most {
				t.Errorf("%s: feed %d is due after %v, want %v to %v", tt.name, id, got, tt.least, tt.most)
				break
			}
		}
	}
}

// A thousand feeds that were visited in the same second, after a stop or when
// they were added, are not due in the same second, nor a few rounds later.
func TestNoHerd(t *testing.T) {
	for name, feed := range map[string]statements.Feed{
		"new":       {},
		"known":     {Seen: true, Recent: every(time.Hour, 64, monday)},
		"scheduled": {Seen: true, Schedule: "@every 10m"},
	} {
		due := make([]time.Time, 1000)
		for id := range due {
			feed.ID, due[id] = int64(id), monday
			for range 3 {
				due[id] = afterSuccess(feed, 0, due[id])
			}
		}
		seconds := map[int64]int{}
		for _, at := range due {
			seconds[at.Unix()]++
		}
		for _, n := range seconds {
			if n > 30 {
				t.Errorf("%s: %d of 1000 feeds are due in one second", name, n)
				break
			}
		}
	}
}

func TestAfterFailure(t *testing.T) {
	at := monday
	for _, tt := range []struct {
		name     string
		schedule string
		failures int
		theirs   bool
		asked    time.Duration
		gap      time.Duration
		want     time.Duration
	}{
		{"the first", "", 1, true, 0, 2 * time.Hour, 5 * time.Minute},
		{"the first of a busy feed", "", 1, true, 0, time.Minute, time.Minute},
		{"the fourth", "", 4, true, 0, 2 * time.Hour, 40 * time.Minute},
		{"the hundredth", "", 100, true, 0, time.Minute, 24 * time.Hour},
		{"the ten thousandth", "", 10_000, true, 0, 12 * time.Hour, 24 * time.Hour},
		{"ours", "", 100, false, 0, 7 * time.Minute, 7 * time.Minute},
		{"asked to wait", "", 1, true, 3 * time.Hour, time.Minute, 3*time.Hour + 50*time.Millisecond},
		{"asked to wait a little, again and again", "", 10, true, time.Second, time.Minute, time.Minute},
		{"asked so for too long", "", 13, true, time.Second, time.Minute, 4 * time.Minute},
		{"asked for longer than the pause", "", 3, true, 20 * time.Minute, time.Minute, 20*time.Minute + 50*time.Millisecond},
		{"scheduled by the second", "@every 1s", 50, true, 0, time.Second, 30 * time.Second},
		{"scheduled", "@every 10m", 50, true, 0, 10 * time.Minute, 100 * time.Minute},
		{"scheduled by the day", "0 6 * * *", 50, true, 0, 20 * time.Hour, 20 * time.Hour},
	} {
		f := statements.Feed{Schedule: tt.schedule}
		if got := afterFailure(f, tt.failures, tt.theirs, tt.asked, tt.gap, at).Sub(at); got != tt.want {
			t.Errorf("%s: due after %v, want %v", tt.name, got, tt.want)
		}
	}
}
