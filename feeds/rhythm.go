package feeds

import (
	"math"
	"slices"
	"time"

	"onrecord/statements"
)

const (
	// soonest and latest are the least and the most between two good visits to
	// a feed that nobody gave a schedule.
	soonest = time.Minute
	latest  = 12 * time.Hour
	// unknownGap is what lies between the items of a feed of which nothing is
	// known, and weighs as much as one item against what becomes known.
	unknownGap = 4 * time.Hour
	// mostRecent is how many moments are remembered of a feed. Feeds that
	// fill them in three days are visited every few minutes at any hour.
	mostRecent = 64
	// profileFrom is from how many moments, over how long, the hours of the day
	// say something, and flat how much of them stays even: an item may come at
	// any time.
	profileFrom = 12
	profileOver = 3 * 24 * time.Hour
	flat        = 0.2
)

// nextByRhythm is when a feed is due whose newest items came at these moments,
// oldest first.
//
// The pause is √(gap × 1 min), where gap is what lies between two items at that
// hour of the day: an item a day means a visit every 38 minutes, one every
// ten minutes a visit every three. The root is what makes the sum of all delays
// least for a given number of requests: a feed that brings four times as much
// deserves twice as many visits.
//
// Over a month (TestRhythmOverAMonth prints it), the mean delay of an item and
// the requests a day, against a visit every 15 minutes with 7.5 min and 96:
//
//	busy, 60 a day from 6 to 22          2.7 min   253
//	bursty, 12 each weekday from 8 to 10 1.4 min   101
//	quiet, 2 a week                     38.0 min    20
//	dead for a year                            –     3
func nextByRhythm(recent []time.Time, at time.Time) time.Time {
	gap := meanGap(recent, at)
	hours := dayProfile(recent)
	// Hours differ, so the pause is spent hour by hour at the pace of each.
	left, t := 1.0, at
	for {
		pause := time.Duration(math.Sqrt(gap.Minutes()/hours[t.UTC().Hour()]) * float64(time.Minute))
		pause = min(max(pause, soonest), latest)
		end := t.Truncate(time.Hour).Add(time.Hour)
		spent := float64(end.Sub(t)) / float64(pause)
		if spent >= left {
			t = t.Add(time.Duration(left * float64(pause)))
			break
		}
		left, t = left-spent, end
	}
	return at.Add(min(max(t.Sub(at), soonest), latest))
}

// meanGap is what lies between two items now: in the long run, stretched by a
// silence and shortened by a burst.
func meanGap(recent []time.Time, at time.Time) time.Duration {
	if len(recent) == 0 {
		return unknownGap
	}
	gap := (max(at.Sub(recent[0]), 0) + unknownGap) / time.Duration(len(recent)+1)
	gap = max(gap, at.Sub(recent[len(recent)-1])/4)
	burst := 0
	for _, t := range slices.Backward(recent) {
		if at.Sub(t) > time.Hour {
			break
		}
		burst++
	}
	if burst >= 2 {
		gap = min(gap, 2*time.Hour/time.Duration(burst))
	}
	return gap
}

// dayProfile is how much more than the mean comes in each hour of the day (UTC).
func dayProfile(recent []time.Time) (hours [24]float64) {
	n := len(recent)
	if n < profileFrom || recent[n-1].Sub(recent[0]) < profileOver {
		for h := range hours {
			hours[h] = 1
		}
		return hours
	}
	share := 24 * (1 - flat) / float64(n)
	for h := range hours {
		hours[h] = flat
	}
	for _, t := range recent {
		h := t.UTC().Hour()
		hours[h] += share / 2
		hours[(h+1)%24] += share / 4
		hours[(h+23)%24] += share / 4
	}
	return hours
}

// learn adds the moments at which new items came to those that are known. What
// comes in one minute comes with one visit and counts once. It gives nil where
// nothing is new.
func learn(recent, came []time.Time) []time.Time {
	out := slices.Clone(recent)
	for _, t := range came {
		out = append(out, t.UTC().Truncate(time.Minute))
	}
	slices.SortFunc(out, time.Time.Compare)
	out = slices.CompactFunc(out, time.Time.Equal)
	out = out[max(0, len(out)-mostRecent):]
	if slices.EqualFunc(out, recent, time.Time.Equal) {
		return nil
	}
	return out
}

// cameAt is when each of the new items of a visit appeared: when it says so,
// but not before the last good visit, which did not see it.
func cameAt(f statements.Feed, items []Item, at time.Time) []time.Time {
	var out []time.Time
	for _, it := range items {
		t := it.Published
		switch {
		case t.IsZero() || t.DayOnly || t.Time.After(at):
			out = append(out, at)
		case t.Time.Before(f.LastOK):
			out = append(out, f.LastOK)
		default:
			out = append(out, t.Time)
		}
	}
	return out
}

// staleAfter is the age from which the newest item of a feed that is seen first
// says nothing about the next one: the feed is dead, or brings old texts, or
// its dates are wrong. Only time tells which.
const staleAfter = 30 * 24 * time.Hour

// cameBefore is when the items of a feed that is seen first appeared. There is
// nothing but what they say, and days alone say little. Where they say nothing,
// it begins with now.
func cameBefore(items []Item, at time.Time) []time.Time {
	var out []time.Time
	newest := time.Time{}
	for _, it := range items {
		if t := it.Published; !t.IsZero() && !t.DayOnly && !t.Time.After(at) {
			out = append(out, t.Time)
			newest = later(newest, t.Time)
		}
	}
	if at.Sub(newest) > staleAfter {
		return []time.Time{at}
	}
	return out
}
