package statements

import (
	"fmt"
	"strings"
	"time"
)

// Date is a calendar day, without a clock and without a zone. The zero Date is
// unknown, and is null in JSON.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf gives the day that t's clock shows.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads YYYY-MM-DD. A day that no calendar has is an error.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is no date of the form YYYY-MM-DD", s)
	}
	return DateOf(t), nil
}

// IsZero reports whether the day is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// Time is midnight UTC at the start of d.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// AddDays gives the day n days after d.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// Weekday gives d's day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// Before reports whether d lies before o.
func (d Date) Before(o Date) bool { return d.Time().Before(o.Time()) }

// String is YYYY-MM-DD, or "" for the unknown day.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalJSON writes "YYYY-MM-DD", or null for the unknown day.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*d = Date{}
		return nil
	}
	day, err := ParseDate(strings.Trim(string(b), `"`))
	if err != nil {
		return err
	}
	*d = day
	return nil
}
