package feeds

import (
	"hash/fnv"
	"strconv"
	"strings"
	"time"

	"onrecord/statements"
)

const (
	// longestPause is how long a failing feed is left alone at most: nothing
	// ends a feed but its operator.
	longestPause = 24 * time.Hour
	// scheduledPause is the cap for a feed whose operator said how often, or
	// ten times that schedule if this is longer.
	scheduledPause = 30 * time.Second
	// firstRetry is the first pause after a failure where the ordinary one is
	// longer: most failures are over in minutes.
	firstRetry = 5 * time.Minute
	// believed is how many failures in a row a server may follow with a word
	// about when to come again (Retry-After) before we know better.
	believed = 10
)

// afterSuccess is when a feed is due after a good visit at a given time: as its
// operator says, else every so often, else (every is 0) by the rhythm of its
// items, but not before its publisher wants it to be asked again.
func afterSuccess(f statements.Feed, every time.Duration, at time.Time) time.Time {
	switch {
	case f.Schedule != "":
		next, err := NextAt(f.Schedule, every, at)
		if err != nil { // it was good when it was written down
			return at.Add(firstRetry)
		}
		if gap := next.Sub(at); strings.HasPrefix(f.Schedule, "@every") && gap >= time.Minute {
			// Sooner and not later: it is what the operator asks for at least.
			next = next.Add(-time.Duration(share(f.ID) * float64(gap/10)))
		}
		return next
	case every > 0:
		return at.Add(max(every, shortest) + time.Duration(share(f.ID)*float64(every/10)))
	}
	pause := nextByRhythm(f.Recent, at).Sub(at)
	spread := 0.9 + 0.2*share(f.ID)
	if !f.Seen { // feeds that were added together part at once
		spread = 0.5 + share(f.ID)
	}
	pause = min(max(time.Duration(spread*float64(pause)), soonest), latest)
	return at.Add(max(pause, f.Asks))
}

// share is a number from 0 to 1, always the same for one feed: feeds that fell
// due together, after a stop for instance, do not stay together.
func share(id int64) float64 {
	h := fnv.New32a()
	h.Write([]byte(strconv.FormatInt(id, 10)))
	return float64(h.Sum32()%1000) / 1000
}

// afterFailure is when a feed is due after its failures-th failure in a row,
// where it would be after gap had it gone well. The pause doubles each time
// when the fault is theirs and they do not say for how long; while it is ours the feed keeps its pace, because a
// backed-off feed would be late for no reason.
func afterFailure(f statements.Feed, failures int, isTheirs bool, asked, gap time.Duration, at time.Time) time.Time {
	ordinary := at.Add(gap)
	if asked > 0 {
		asked += 50 * time.Millisecond // the store keeps whole milliseconds
	}
	if !isTheirs {
		return later(ordinary, at.Add(asked))
	}
	limit := longestPause
	if f.Schedule != "" {
		limit = min(max(10*gap, scheduledPause), longestPause)
	}
	pause := min(gap, firstRetry)
	doublings := failures - 1
	if asked > 0 {
		doublings -= believed
	}
	for range doublings {
		if pause *= 2; pause >= limit {
			break
		}
	}
	next := at.Add(min(pause, limit))
	if f.Schedule != "" && gap > time.Hour && next.After(ordinary) {
		next = ordinary // "0 6 * * *" means to be read at six, whatever happened
	}
	return later(next, at.Add(asked))
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}
