package feeds

import (
	"hash/fnv"
	"strconv"
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
)

// afterSuccess is when a feed is due after a good visit at a given time.
func afterSuccess(f statements.Feed, every time.Duration, at time.Time) time.Time {
	next, err := NextAt(f.Schedule, every, at)
	if err != nil { // it was good when it was written down
		return at.Add(every)
	}
	if f.Schedule == "" {
		next = next.Add(spread(f.ID, every))
	}
	return next
}

// spread is up to a tenth of every, always the same for one feed: feeds that
// were added together do not stay together.
func spread(id int64, every time.Duration) time.Duration {
	h := fnv.New32a()
	h.Write([]byte(strconv.FormatInt(id, 10)))
	return every / 10 * time.Duration(h.Sum32()%1000) / 1000
}

// afterFailure is when a feed is due after its failures-th failure in a row.
// The pause doubles each time when the fault is theirs; while it is ours the
// feed keeps its pace, because a backed-off feed would be late for no reason.
func afterFailure(f statements.Feed, failures int, isTheirs bool, asked, every time.Duration, at time.Time) time.Time {
	ordinary := afterSuccess(f, every, at)
	gap := ordinary.Sub(at)
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
	for range failures - 1 {
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
