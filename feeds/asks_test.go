package feeds

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestPublisherAsks(t *testing.T) {
	for body, want := range map[string]time.Duration{
		`<rss><channel><ttl> 30 </ttl><item>`:                                                   30 * time.Minute,
		`<rss><channel><ttl>1440</ttl><item>`:                                                   time.Hour,
		`<rss><channel><item><ttl>30</ttl></item>`:                                              0,
		`<rss><channel><ttl>soon</ttl>`:                                                         0,
		`<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>`: 0,
		`<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency> 2 </sy:updateFrequency>`: 30 * time.Minute,
		`<sy:updatePeriod>daily</sy:updatePeriod>`:                                              time.Hour,
		`<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>`:    0,
		`<sy:updatePeriod>never</sy:updatePeriod>`:                                              0,
		``: 0,
	} {
		if got := publisherAsks([]byte(body)); got != want {
			t.Errorf("%s asks for %v, want %v", body, got, want)
		}
	}
}

func FuzzPublisherAsks(f *testing.F) {
	f.Add([]byte(`<ttl>999999999</ttl>`))
	f.Add([]byte(`<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>3</sy:updateFrequency>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if d := publisherAsks(b); d < 0 || d > mostAsks {
			t.Errorf("asks for %v", d)
		}
	})
}

func TestFreshFor(t *testing.T) {
	now := monday
	at := func(d time.Duration) string { return now.Add(d).Format(http.TimeFormat) }
	for _, tt := range []struct {
		header string
		want   time.Duration
	}{
		{"", 0},
		{"Cache-Control: public, max-age=600", 10 * time.Minute},
		{"Cache-Control: max-age=600|Age: 60", 9 * time.Minute},
		{"Cache-Control: max-age=60|Age: 600", 0},
		{"Cache-Control: max-age=864000", time.Hour},
		{"Cache-Control: max-age=99999999999999999999", 0},
		{"Cache-Control: max-age=600, no-cache", 10 * time.Minute},
		{"Cache-Control: no-store, max-age=600", 0},
		{"Cache-Control: private|Expires: " + at(time.Minute), 0},
		{"Expires: " + at(20*time.Minute), 20 * time.Minute},
		{"Expires: " + at(-time.Hour) + "|Date: " + at(-90*time.Minute), 30 * time.Minute},
		{"Expires: 0", 0},
	} {
		h := http.Header{}
		for line := range strings.SplitSeq(tt.header, "|") {
			name, value, _ := strings.Cut(line, ": ")
			h.Set(name, value)
		}
		if got := freshFor(h, now); got != tt.want {
			t.Errorf("%q is fresh for %v, want %v", tt.header, got, tt.want)
		}
	}
}

func FuzzFreshFor(f *testing.F) {
	f.Add("max-age=600", "60", "")
	f.Add("max-age=-9223372036854775808, public", "-1", "0")
	f.Add("", "", "Fri, 20 Nov 2026 14:00:00 GMT")
	f.Fuzz(func(t *testing.T, control, age, expires string) {
		h := http.Header{"Age": {age}, "Expires": {expires}}
		if control != "" {
			h["Cache-Control"] = []string{control}
		}
		if d := freshFor(h, monday); d < 0 || d > mostAsks {
			t.Errorf("fresh for %v", d)
		}
	})
}
