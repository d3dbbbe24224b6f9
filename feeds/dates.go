package feeds

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"onrecord/statements"
)

var (
	isoDate = regexp.MustCompile(`^(-?\d{4})-?(\d{2})-?(\d{2})(?:[Tt ]+(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,:]\d+)?)?)?)?(.*)$`)
	clock   = regexp.MustCompile(`(?i)(?:^|[\sT,])(\d{1,2})[:h](\d{1,2})(?::(\d{1,2}))?(?:[.,]\d+)?\s*(?:([ap])\.?m\b\.?)?`)
	offset  = regexp.MustCompile(`^(?i:GMT|UTC|UT|Z)?\s*([+-])\s*(\d{1,2}):?(\d{2})?(?::?\d{2})?\b`)
	abbrev  = regexp.MustCompile(`^\(?([A-Za-z]{1,5})\)?(?:$|[\s,;)])`)
	iana    = regexp.MustCompile(`^([A-Z][A-Za-z_]+/[A-Za-z_/+-]+)`)
	number  = regexp.MustCompile(`\d+`)
	numeral = regexp.MustCompile(`(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})`)
	cjkDate = regexp.MustCompile(`(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]`)
)

// parseDate reads a date as feeds and pages write it. It invents nothing: a day
// that no calendar has, and a date without a year, is none; where no zone is
// named the moment says so.
func parseDate(s string) statements.Moment {
	s = strings.TrimSpace(oneLine(s))
	if s == "" || len(s) > 120 {
		return statements.Moment{}
	}
	if m, ok := usual(s); ok {
		return m
	}
	if m, ok := epoch(s); ok {
		return m
	}
	if g := isoDate.FindStringSubmatch(s); g != nil {
		if m := fromISO(g); !m.IsZero() {
			return m
		}
	}
	return inWords(s)
}

// usual reads the forms that nearly all feeds have, in a tenth of the time.
func usual(s string) (statements.Moment, bool) {
	for _, layout := range []string{"Mon, 02 Jan 2006 15:04:05 -0700", "Mon, 02 Jan 2006 15:04:05 GMT", time.RFC3339} {
		t, err := time.ParseInLocation(layout, s, time.UTC)
		if err != nil {
			continue
		}
		_, seconds := t.Zone()
		if t.Year() < 1970 || t.Year() > 2200 || max(seconds, -seconds) >= 16*3600 {
			break
		}
		return statements.Moment{Time: t.Truncate(time.Second).In(fixed(seconds))}, true
	}
	return statements.Moment{}, false
}

// epoch reads seconds or milliseconds since 1970.
func epoch(s string) (statements.Moment, bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil:
		return statements.Moment{}, false
	case len(s) == 10 && n > 0:
		return statements.Moment{Time: time.Unix(n, 0).UTC()}, true
	case len(s) == 13 && n > 0:
		return statements.Moment{Time: time.UnixMilli(n).UTC()}, true
	}
	return statements.Moment{}, false
}

func fromISO(g []string) statements.Moment {
	rest := strings.TrimSpace(g[7])
	if g[4] == "" && rest != "" && !strings.HasPrefix(rest, "T") && zoneOf(rest) == nil {
		return statements.Moment{}
	}
	c := civil{year: atoi(g[1]), month: time.Month(atoi(g[2])), day: atoi(g[3]),
		hour: atoi(g[4]), minute: atoi(g[5]), second: atoi(g[6]), hasClock: g[4] != ""}
	if m := meridiem(rest); m != 0 && c.hasClock {
		c.twelve(m)
		rest = strings.TrimSpace(rest[2:])
	}
	return c.moment(zoneOf(rest))
}

func meridiem(s string) byte {
	if len(s) >= 2 && strings.EqualFold(s[1:2], "m") && (len(s) == 2 || !isLetter(s[2])) {
		return lower(s[0])
	}
	return 0
}

func lower(c byte) byte { return c | 0x20 }

func isLetter(c byte) bool { return lower(c) >= 'a' && lower(c) <= 'z' }

// inWords reads everything else: "Mon, 2 Jan 06 15:04 EST", "12. März 2026",
// "1/2/2006 3:04 PM".
func inWords(s string) statements.Moment {
	c := civil{}
	day, after := s, ""
	if g := clock.FindStringSubmatchIndex(s); g != nil {
		at := func(i int) string {
			if g[2*i] < 0 {
				return ""
			}
			return s[g[2*i]:g[2*i+1]]
		}
		c.hour, c.minute, c.second, c.hasClock = atoi(at(1)), atoi(at(2)), atoi(at(3)), true
		if m := at(4); m != "" {
			c.twelve(lower(m[0]))
		}
		day, after = s[:g[0]], strings.TrimSpace(s[g[1]:])
	}
	zone := zoneOf(after)
	if !c.date(day) && !c.date(day+" "+after) {
		return statements.Moment{}
	}
	if zone == nil && after != "" { // "Mon Jan 2 15:04:05 MST 2006"
		zone = zoneOf(strings.TrimLeft(after, "0123456789,. "))
	}
	return c.moment(zone)
}

// civil is a date and a time of day, as somebody wrote them.
type civil struct {
	year                 int
	month                time.Month
	day                  int
	hour, minute, second int
	hasClock             bool
}

func (c *civil) twelve(m byte) {
	switch {
	case m == 'p' && c.hour < 12:
		c.hour += 12
	case m == 'a' && c.hour == 12:
		c.hour = 0
	}
}

// date finds day, month and year in s.
func (c *civil) date(s string) bool {
	c.year, c.month, c.day = 0, 0, 0
	if g := cjkDate.FindStringSubmatch(s); g != nil {
		c.year, c.month, c.day = atoi(g[1]), time.Month(atoi(g[2])), atoi(g[3])
		return true
	}
	if c.month = monthIn(s); c.month != 0 {
		return c.dayAndYear(number.FindAllString(s, -1))
	}
	if g := numeral.FindStringSubmatch(s); g != nil {
		return c.numbers(g[1], g[2], g[3], g[4])
	}
	return false
}

// monthIn finds the name of a month in s. One behind a number is surer: the
// first word of "mar., 01 déc. 2026" is a Tuesday.
func monthIn(s string) time.Month {
	var found time.Month
	behind := false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }) {
		m, ok := months[strings.ToLower(strings.TrimLeft(w, "0123456789"))]
		switch {
		case ok && (behind || found == 0 || w[0] >= '0' && w[0] <= '9'):
			if found = m; behind {
				return found
			}
		}
		behind = w[len(w)-1] >= '0' && w[len(w)-1] <= '9' && len(w) <= 2 || w == "de"
	}
	return found
}

// dayAndYear takes the numbers beside a month's name.
func (c *civil) dayAndYear(ns []string) bool {
	for _, n := range ns {
		v := atoi(n)
		switch {
		case len(n) == 4 && c.year == 0:
			c.year = v
		case len(n) <= 2 && c.day == 0:
			c.day = v
		case len(n) == 2 && c.year == 0:
			c.year = century(v)
		}
	}
	return c.year != 0 && c.day != 0
}

// numbers reads three of them: with dots and hyphens the day comes first, with
// strokes the month unless it cannot be one.
func (c *civil) numbers(a, sep, b, y string) bool {
	if len(a) == 4 {
		c.year, c.month, c.day = atoi(a), time.Month(atoi(b)), atoi(y)
		return true
	}
	if len(y) != 4 && len(y) != 2 || len(a) > 2 {
		return false
	}
	c.year = atoi(y)
	if len(y) == 2 {
		c.year = century(c.year)
	}
	first, second := atoi(a), atoi(b)
	if sep == "/" && first <= 12 || second > 12 {
		first, second = second, first
	}
	c.day, c.month = first, time.Month(second)
	return true
}

// century reads a year of two digits as POSIX does.
func century(y int) int {
	if y < 69 {
		return 2000 + y
	}
	return 1900 + y
}

func (c *civil) moment(zone *time.Location) statements.Moment {
	if c.hour == 24 && c.minute == 0 {
		c.hour, c.day = 0, c.day+1
		if c.day > daysIn(c.year, c.month) {
			c.day, c.month = 1, c.month+1
			if c.month > 12 {
				c.month, c.year = 1, c.year+1
			}
		}
	}
	if c.second == 60 {
		c.second = 59
	}
	if c.year < 1970 || c.year > 2200 || c.month < 1 || c.month > 12 || c.day < 1 || c.day > daysIn(c.year, c.month) ||
		c.hour > 23 || c.minute > 59 || c.second > 59 {
		return statements.Moment{}
	}
	m := statements.Moment{ZoneUnknown: zone == nil, DayOnly: !c.hasClock}
	if zone == nil {
		zone = time.UTC
	}
	m.Time = time.Date(c.year, c.month, c.day, c.hour, c.minute, c.second, 0, zone)
	return m
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// zoneOf reads the zone that s begins with; nil is none, or one that nobody
// knows.
func zoneOf(s string) *time.Location {
	s = strings.TrimSpace(s)
	if g := offset.FindStringSubmatch(s); g != nil {
		h, m := atoi(g[2]), atoi(g[3])
		if h > 15 || m > 59 {
			return nil
		}
		seconds := h*3600 + m*60
		if g[1] == "-" {
			seconds = -seconds
		}
		return fixed(seconds)
	}
	if g := iana.FindStringSubmatch(s); g != nil {
		if l, err := time.LoadLocation(g[1]); err == nil {
			return l
		}
		return nil
	}
	if g := abbrev.FindStringSubmatch(s); g != nil {
		if seconds, ok := zones[strings.ToUpper(g[1])]; ok {
			return fixed(seconds)
		}
	}
	return nil
}

func fixed(seconds int) *time.Location {
	if seconds == 0 {
		return time.UTC
	}
	return time.FixedZone("", seconds)
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
