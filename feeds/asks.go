package feeds

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// mostAsks is how long a feed's publisher can keep us away without Retry-After.
// Longer values are mostly what a server or a template wrote by itself, and an
// hourly conditional request burdens nobody.
const mostAsks = time.Hour

var (
	ttlTag       = regexp.MustCompile(`<ttl>\s*(\d{1,9})\s*</ttl>`)
	periodTag    = regexp.MustCompile(`<sy:updatePeriod>\s*(\w+)\s*</sy:updatePeriod>`)
	frequencyTag = regexp.MustCompile(`<sy:updateFrequency>\s*(\d{1,9})\s*</sy:updateFrequency>`)
	itemTag      = regexp.MustCompile(`<(item|entry)[\s>]`)
)

// publisherAsks is the pause between visits that a feed names for itself: ttl
// of RSS in minutes, or the syndication module's period and frequency. "Once an
// hour" of the latter counts for nothing: WordPress writes it into every feed.
func publisherAsks(body []byte) time.Duration {
	head := body[:min(len(body), 16<<10)]
	if i := itemTag.FindIndex(head); i != nil {
		head = head[:i[0]]
	}
	if m := ttlTag.FindSubmatch(head); m != nil {
		n, _ := strconv.Atoi(string(m[1]))
		return min(time.Duration(n)*time.Minute, mostAsks)
	}
	m := periodTag.FindSubmatch(head)
	if m == nil {
		return 0
	}
	period := map[string]time.Duration{"hourly": time.Hour, "daily": 24 * time.Hour, "weekly": 7 * 24 * time.Hour,
		"monthly": 30 * 24 * time.Hour, "yearly": 365 * 24 * time.Hour}[string(m[1])]
	n := 1
	if m := frequencyTag.FindSubmatch(head); m != nil {
		n, _ = strconv.Atoi(string(m[1]))
	}
	if n < 1 || period == time.Hour && n == 1 {
		return 0
	}
	return min(period/time.Duration(n), mostAsks)
}

// freshFor is how long an answer says that it stays as it is: max-age of
// Cache-Control less the age it has already, else Expires.
func freshFor(h http.Header, now time.Time) time.Duration {
	if control := h.Values("Cache-Control"); len(control) > 0 {
		for part := range strings.SplitSeq(strings.ToLower(strings.Join(control, ",")), ",") {
			name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
			switch name {
			case "no-cache", "no-store":
				return 0
			case "max-age":
				n, err := strconv.ParseInt(strings.Trim(value, `" `), 10, 64)
				if err != nil || n <= 0 {
					return 0
				}
				age, _ := strconv.ParseInt(strings.TrimSpace(h.Get("Age")), 10, 64)
				return capped(n - max(age, 0))
			}
		}
		return 0
	}
	expires, err := http.ParseTime(h.Get("Expires"))
	if err != nil {
		return 0
	}
	if date, err := http.ParseTime(h.Get("Date")); err == nil {
		now = date
	}
	return max(0, min(expires.Sub(now), mostAsks))
}

func capped(seconds int64) time.Duration {
	return time.Duration(max(0, min(seconds, int64(mostAsks/time.Second)))) * time.Second
}
