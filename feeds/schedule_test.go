package feeds_test

import (
	"strings"
	"testing"
	"time"

	"onrecord/feeds"
)

func TestNextAt(t *testing.T) {
	at := time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)
	for _, tt := range []struct {
		schedule string
		want     time.Duration
	}{
		{"", 10 * time.Minute},
		{"@every 1s", time.Second},
		{"@every 90m", 90 * time.Minute},
		{"*/5 * * * *", 2 * time.Minute},
		{"0 6 * * *", 20*time.Hour + 42*time.Minute},
		{"*/2 * * * * *", 2 * time.Second},
		{"@hourly", 42 * time.Minute},
		{"CRON_TZ=UTC 0 10 * * *", 42 * time.Minute},
	} {
		got, err := feeds.NextAt(tt.schedule, 10*time.Minute, at)
		if err != nil || got.Sub(at) != tt.want {
			t.Errorf("NextAt(%q) is %v later (%v), want %v", tt.schedule, got.Sub(at), err, tt.want)
		}
	}
	if got, _ := feeds.NextAt("", 0, at); got.Sub(at) != time.Second {
		t.Errorf("without an interval it is due after %v, want the floor of a second", got.Sub(at))
	}
}

func TestCheckScheduleNamesAGoodOne(t *testing.T) {
	for _, bad := range []string{"TZ=0", "CRON_TZ=Europe/Berlin", "0 0 30 2 *", "@every -5m", "@every 0s", "@every 10ms", "@every", "@every 1000000h",
		"every day", "* * *", "61 * * * *", "@reboot", strings.Repeat("*", 1000)} {
		err := feeds.CheckSchedule(bad)
		if err == nil {
			t.Errorf("%.40q passed", bad)
		} else if !strings.Contains(err.Error(), "@every 10m") {
			t.Errorf("no good value in %q", err)
		}
	}
	for _, good := range []string{"", "@every 10m", "0 6 * * 1-5", " @daily "} {
		if err := feeds.CheckSchedule(good); err != nil {
			t.Error(err)
		}
	}
}

func FuzzCheckSchedule(f *testing.F) {
	for _, s := range []string{"TZ=0", "CRON_TZ=UTC", "@every 1s", "0 0 30 2 *", "*/5 * * * *", "@every 9223372036854775807ns"} {
		f.Add(s)
	}
	at := time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		if feeds.CheckSchedule(s) != nil {
			return
		}
		if next, err := feeds.NextAt(s, time.Minute, at); err == nil && next.Sub(at) < time.Second {
			t.Errorf("%q is due after %v", s, next.Sub(at))
		}
	})
}
