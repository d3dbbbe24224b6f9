package timing_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/statements/timing"
)

func plan(t *testing.T, of statements.Timing) timing.Plan {
	t.Helper()
	p, err := timing.Read(of, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// at reads a moment: "2026-10-24 09:00 +0200".
func at(t *testing.T, s string) time.Time {
	t.Helper()
	out, err := time.Parse("2006-01-02 15:04 -0700", s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestNext(t *testing.T) {
	berlin := func(spec string) statements.Timing { return statements.Timing{Digest: spec, Zone: "Europe/Berlin"} }
	for _, tt := range []struct {
		name        string
		of          statements.Timing
		after, want string
	}{
		{"later today", berlin("0 9 * * *"), "2026-11-22 07:00 +0100", "2026-11-22 09:00 +0100"},
		{"not now, tomorrow", berlin("0 9 * * *"), "2026-11-22 09:00 +0100", "2026-11-23 09:00 +0100"},
		{"over the weekend", berlin("0 9 * * 1-5"), "2026-11-20 09:30 +0100", "2026-11-23 09:00 +0100"},
		{"in its own zone", berlin("0 9 * * *"), "2026-11-22 07:30 +0000", "2026-11-22 09:00 +0100"},
		{"after the clocks went forward", berlin("0 9 * * *"), "2026-03-28 09:00 +0100", "2026-03-29 09:00 +0200"},
		{"after the clocks went back", berlin("0 9 * * *"), "2026-10-24 09:00 +0200", "2026-10-25 09:00 +0100"},
		{"in the hour that is skipped", berlin("30 2 * * *"), "2026-03-28 12:00 +0100", "2026-03-29 03:00 +0200"},
		{"and not again", berlin("30 2 * * *"), "2026-03-29 03:00 +0200", "2026-03-30 02:30 +0200"},
		{"in the hour that comes twice, the first", berlin("30 2 * * *"), "2026-10-24 12:00 +0200", "2026-10-25 02:30 +0200"},
		{"and not the second", berlin("30 2 * * *"), "2026-10-25 02:30 +0200", "2026-10-26 02:30 +0100"},
		{"asked in the second", berlin("30 2 * * *"), "2026-10-25 02:10 +0100", "2026-10-26 02:30 +0100"},
		{"every hour through the gap", berlin("0 * * * *"), "2026-03-29 01:00 +0100", "2026-03-29 03:00 +0200"},
		{"the gap's end where a later hour is due there too", berlin("30 2,3 * * *"), "2026-03-29 01:00 +0100", "2026-03-29 03:00 +0200"},
		{"half an hour of summer time", statements.Timing{Digest: "15 2 * * *", Zone: "Australia/Lord_Howe"}, "2026-10-03 12:00 +1030", "2026-10-04 02:30 +1100"},
		{"at midnight where midnight is skipped", statements.Timing{Digest: "0 0 * * *", Zone: "America/Santiago"}, "2026-09-05 12:00 -0400", "2026-09-06 01:00 -0300"},
		{"a digest of quiet hours comes at their end", statements.Timing{Digest: "0 * * * *", Quiet: "22:00-07:00"}, "2026-11-22 21:00 +0000", "2026-11-23 07:00 +0000"},
		{"once", statements.Timing{Digest: "0 * * * *", Quiet: "22:00-07:00"}, "2026-11-23 07:00 +0000", "2026-11-23 08:00 +0000"},
		{"asked at night", statements.Timing{Digest: "0 * * * *", Quiet: "22:00-07:00"}, "2026-11-23 06:30 +0000", "2026-11-23 07:00 +0000"},
	} {
		if got := plan(t, tt.of).Next(at(t, tt.after)); !got.Equal(at(t, tt.want)) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	if got := plan(t, statements.Timing{Quiet: "22-7"}).Next(at(t, "2026-11-22 07:00 +0100")); !got.IsZero() {
		t.Errorf("a watch without a digest has one at %v", got)
	}
}

func TestQuiet(t *testing.T) {
	night := statements.Timing{Quiet: "22:00-07:00", Zone: "Europe/Berlin"}
	for _, tt := range []struct {
		name     string
		of       statements.Timing
		at, want string // "" is not quiet
	}{
		{"before", night, "2026-11-22 21:59 +0100", ""},
		{"at the beginning", night, "2026-11-22 22:00 +0100", "2026-11-23 07:00 +0100"},
		{"after midnight", night, "2026-11-23 00:00 +0100", "2026-11-23 07:00 +0100"},
		{"at the end", night, "2026-11-23 07:00 +0100", ""},
		{"the night the clocks go forward", night, "2026-03-28 23:00 +0100", "2026-03-29 07:00 +0200"},
		{"the night they go back", night, "2026-10-25 02:30 +0100", "2026-10-25 07:00 +0100"},
		{"until midnight", statements.Timing{Quiet: "20-24"}, "2026-11-22 23:59 +0000", "2026-11-23 00:00 +0000"},
		{"from midnight", statements.Timing{Quiet: "0:00 - 6:30"}, "2026-11-22 06:29 +0000", "2026-11-22 06:30 +0000"},
		{"at noon", statements.Timing{Quiet: "12:00–13:00"}, "2026-11-22 12:30 +0000", "2026-11-22 13:00 +0000"},
		{"at noon, in the evening", statements.Timing{Quiet: "12:00–13:00"}, "2026-11-22 18:30 +0000", ""},
		{"ends in the hour that comes twice: the first ends it", statements.Timing{Quiet: "22:00-02:30", Zone: "Europe/Berlin"}, "2026-10-25 02:15 +0100", ""},
		{"lies in the hour that is skipped", statements.Timing{Quiet: "02:10-02:50", Zone: "Europe/Berlin"}, "2026-03-29 03:00 +0200", ""},
		{"never", statements.Timing{}, "2026-11-22 23:59 +0000", ""},
	} {
		got := plan(t, tt.of).Quiet(at(t, tt.at))
		if tt.want == "" && !got.IsZero() || tt.want != "" && !got.Equal(at(t, tt.want)) {
			t.Errorf("%s: until %v, want %q", tt.name, got, tt.want)
		}
	}
}

func TestHourEnd(t *testing.T) {
	p := plan(t, statements.Timing{Most: 3, Quiet: "22:00-07:00"})
	for in, want := range map[string]string{"2026-11-22 12:00 +0000": "2026-11-22 13:00 +0000", "2026-11-22 21:15 +0000": "2026-11-23 07:00 +0000"} {
		if got := p.HourEnd(at(t, in)); !got.Equal(at(t, want)) {
			t.Errorf("the hour of %s ends at %v, want %s", in, got, want)
		}
	}
}

// Every complaint says what is wrong, and what would be right.
func TestCheck(t *testing.T) {
	for _, tt := range []struct {
		of   statements.Timing
		want string
	}{
		{statements.Timing{Digest: "9 o'clock"}, "has 2 fields"},
		{statements.Timing{Digest: "0 0 9 * * *"}, "has 6 fields"},
		{statements.Timing{Digest: "61 * * * *"}, "61"},
		{statements.Timing{Digest: "0 9 * * 7"}, "above maximum (6)"},
		{statements.Timing{Digest: "TZ=0"}, "time zone does not stand"},
		{statements.Timing{Digest: "CRON_TZ=Europe/Berlin 0 9 * * *"}, "time zone does not stand"},
		{statements.Timing{Digest: "@every 2h"}, "@every"},
		{statements.Timing{Digest: "@reboot"}, "@reboot"},
		{statements.Timing{Digest: "0 0 30 2 *"}, "never comes"},
		{statements.Timing{Digest: "* * * * *"}, "every 1 minutes"},
		{statements.Timing{Digest: "0,10 9 * * *"}, "every 10 minutes"},
		{statements.Timing{Digest: "0,59 8,9 * * *"}, "every 1 minutes"},
		{statements.Timing{Digest: strings.Repeat("* ", 500)}, "200 characters"},
		{statements.Timing{Zone: "Berlin"}, "no time zone ‘Berlin’"},
		{statements.Timing{Zone: "Local"}, "no time zone ‘Local’"},
		{statements.Timing{Zone: "../../etc/passwd"}, "no time zone"},
		{statements.Timing{Quiet: "at night"}, "‘at night’ are not two hours"},
		{statements.Timing{Quiet: "22:00-25:00"}, "an hour that no day has"},
		{statements.Timing{Quiet: "22:60-7"}, "an hour that no day has"},
		{statements.Timing{Quiet: "7-7:00"}, "begin and end"},
		{statements.Timing{Quiet: "0-24"}, "begin and end"},
		{statements.Timing{Most: -1}, "At most -1"},
		{statements.Timing{Most: 5000}, "At most 5000"},
	} {
		var p *statements.Problem
		err := timing.Check(tt.of)
		if !errors.As(err, &p) || !strings.Contains(p.Text.String(), tt.want) || p.Hint.String() == "" || !strings.HasSuffix(p.Text.String(), ".") {
			t.Errorf("%+v: %v, want a problem with %q", tt.of, err, tt.want)
		}
	}
	for _, good := range []statements.Timing{{}, {Digest: "0 9 * * 1-5"}, {Digest: "@daily", Zone: "UTC"}, {Digest: "0 9 29 2 *"}, {Digest: "*/15 * * * *"},
		{Digest: "0 8 * * mon,fri"}, {Quiet: "22-7", Most: 20, Zone: "America/New_York"}} {
		if err := timing.Check(good); err != nil {
			t.Errorf("%+v: %v", good, err)
		}
	}
}

func TestDigestNamesWhatComesTogether(t *testing.T) {
	name := func(of statements.Timing) string { return plan(t, of).Digest() }
	if a, b := name(statements.Timing{Digest: "0  9 * * *"}), name(statements.Timing{Digest: " 0 9 * * *", Zone: "UTC", Most: 3}); a != b {
		t.Errorf("%q and %q", a, b)
	}
	if a, b := name(statements.Timing{Digest: "0 9 * * *"}), name(statements.Timing{Digest: "0 9 * * *", Zone: "Europe/Berlin"}); a == b {
		t.Errorf("one name, %q, in two zones", a)
	}
	if got := name(statements.Timing{Quiet: "22-7"}); got != "" {
		t.Errorf("%q without a digest", got)
	}
}

func TestSpec(t *testing.T) {
	for _, tt := range []struct{ typed, want, said string }{
		{"0 9 * * 1-5", "0 9 * * 1-5", "every weekday at 09:00"},
		{"0 9 * * 1-6", "0 9 * * 1-6", "every weekday and Saturday at 09:00"},
		{"09:00", "0 9 * * *", "every day at 09:00"},
		{"weekdays at 9:30", "30 9 * * 1-5", "every weekday at 09:30"},
		{"Mon, Thu 18:30", "30 18 * * 1,4", "every Monday and Thursday at 18:30"},
		{"every day at 9 and 17", "0 9,17 * * *", "every day at 09:00 and 17:00"},
		{"weekends 10:00", "0 10 * * 0,6", "every Sunday and Saturday at 10:00"},
		{"Fridays 16:00", "0 16 * * 5", "every Friday at 16:00"},
		{"@daily", "@daily", "every day at 00:00"},
		{"@hourly", "@hourly", "every hour"},
		{"15 * * * 1-5", "15 * * * 1-5", "every weekday, every hour at minute 15"},
		{"0 * * * 1-5", "0 * * * 1-5", "every weekday, every hour"},
		{"0 9 1 * *", "0 9 1 * *", "by the schedule 0 9 1 * *"},
		{"", "", "by the schedule "},
	} {
		got, err := timing.Spec(tt.typed)
		if err != nil || got != tt.want || timing.Said(got).String() != tt.said {
			t.Errorf("%q: %q (%v), which is %q; want %q, %q", tt.typed, got, err, timing.Said(got), tt.want, tt.said)
		}
	}
	for _, bad := range []string{"soon", "9:00 9:30", "25:00", "24:00", "weekdays", "0 9 * *", "Mo 9", "61 9 * * *", "* * * * *"} {
		var p *statements.Problem
		if got, err := timing.Spec(bad); !errors.As(err, &p) || p.Hint.String() == "" {
			t.Errorf("%q: %q, %v", bad, got, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("0 9 * * *", "Europe/Berlin", "22:00-07:00", int64(1764000000))
	f.Add("TZ=0", "Local", "0-24", int64(0))
	f.Add("*/15 * 31 2,4 *", "America/Santiago", "23:59-0:01", int64(-1))
	f.Add("30 2 * * 0", "Australia/Lord_Howe", "2-3", int64(1791000000))
	f.Fuzz(func(t *testing.T, digest, zone, quiet string, sec int64) {
		if spec, err := timing.Spec(digest); err == nil && spec != "" {
			if err := timing.Check(statements.Timing{Digest: spec}); err != nil {
				t.Errorf("%q is the schedule %q, which is none: %v", digest, spec, err)
			}
		}
		_ = timing.Said(digest).String()
		p, err := timing.Read(statements.Timing{Digest: digest, Zone: zone, Quiet: quiet}, time.UTC)
		if err != nil {
			return
		}
		now := time.Unix(sec%(1<<33), 0)
		if end := p.Quiet(now); !end.IsZero() && (!end.After(now) || end.Sub(now) > 26*time.Hour) {
			t.Errorf("quiet at %v until %v", now, end)
		}
		if next := p.Next(now); p.Digest() != "" && !next.IsZero() && !next.After(now) {
			t.Errorf("the digest after %v is at %v", now, next)
		}
	})
}

// Every name is one that clocks can be set by, written as the database has it.
func TestZones(t *testing.T) {
	all := timing.Zones()
	if len(all) < 400 || !slices.IsSorted(all) || len(slices.Compact(slices.Clone(all))) != len(all) {
		t.Errorf("%d zones, sorted %v", len(all), slices.IsSorted(all))
	}
	for _, name := range all {
		if zone, err := timing.Zone(name); err != nil || zone.String() != name {
			t.Errorf("%s is %v, %v", name, zone, err)
		}
	}
	for _, name := range []string{"UTC", "Europe/Oslo", "Pacific/Auckland", "America/Argentina/Buenos_Aires"} {
		if !slices.Contains(all, name) {
			t.Errorf("%s is not among them", name)
		}
	}
}
