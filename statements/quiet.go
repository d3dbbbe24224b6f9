package statements

import (
	"fmt"
	"time"

	"onrecord/statements/reasons"
)

const (
	// quietFrom is from how many moments on a silence says something, quietOdds
	// how many items must be missing: were they spread by chance, a silence of
	// seven would come once in e^7, a thousand times.
	quietFrom = 5
	quietOdds = 7
)

// Quiet reports a silence that is not the feed's way: by chance it would come
// once in a thousand times, and it is twice as long as any before. Thus a feed
// of twelve items a week is quiet after four days and one of an item a week
// after seven weeks; nights, weekends and holidays are no silence. recent are
// the moments at which its newest items came, oldest first.
func Quiet(recent []time.Time, now time.Time) (silence time.Duration, usual string, ok bool) {
	n := len(recent)
	if n < quietFrom {
		return 0, "", false
	}
	longest := time.Duration(0)
	for i, t := range recent[1:] {
		longest = max(longest, t.Sub(recent[i]))
	}
	over := recent[n-1].Sub(recent[0])
	if over < 8*24*time.Hour { // it has not seen a weekend, or only one
		longest = max(longest, 2*24*time.Hour)
	}
	if over <= 0 {
		return 0, "", false
	}
	gap := over / time.Duration(n-1)
	silence = now.Sub(recent[n-1])
	if silence < quietOdds*gap || silence < 2*longest {
		return silence, "", false
	}
	return silence, often(gap), true
}

// often says how many items come where gap is what lies between two.
func often(gap time.Duration) string {
	week := 7 * 24 * time.Hour
	switch a := week.Hours() / max(gap.Hours(), 1./60); {
	case a >= 1.5:
		return reasons.AWeek.With(rounded(a))
	case a >= 1./3:
		return reasons.AMonth.With(rounded(max(2, a*30/7)))
	}
	return reasons.InWeeks.With(rounded(gap.Hours() / week.Hours()))
}

func rounded(n float64) string { return fmt.Sprintf("%.0f", n) }
