package statements

import (
	"fmt"
	"strings"
	"time"
)

// FeedKind says what a feed's state asks of its operator.
type FeedKind int

// The states of a feed, from the one that asks for least.
const (
	FeedHealthy FeedKind = iota
	FeedUnread           // added, and not read yet
	FeedQuiet            // it brings less than it used to: items, statements or whole texts
	FeedDamaged          // some of its items cannot be read
	FeedFailing
	FeedOutage // out of reach because our own network is down
	FeedPaused // gone: it is visited no more
)

// FeedState is how a feed is, in words for people.
type FeedState struct {
	Kind FeedKind
	// Words are one line without an end: "quiet: nothing new for 9 days, it
	// usually brings 12 a week". They may hold what came from outside.
	Words string
	// Hint is what to do about it, a sentence; "" is nothing.
	Hint string
	// Next is when it is tried again; zero where that is no news.
	Next time.Time
	// Push is what its hub does, in words like those; "" where it has none.
	Push string
}

// Sick reports a state that asks for somebody's attention.
func (s FeedState) Sick() bool { return s.Kind > FeedUnread }

// In says all of it in one line, with the time of the next try in that zone.
func (s FeedState) In(zone *time.Location, now time.Time) string {
	line := s.Words
	if s.Push != "" {
		line += ", " + s.Push
	}
	if !s.Next.IsZero() {
		line += ", next try " + clockOf(s.Next, now, zone)
	}
	if s.Hint != "" {
		line += ". " + s.Hint
	}
	return line
}

// movedFor is how long it is told that a feed has moved.
const movedFor = 30 * 24 * time.Hour

// State says how the feed is. Days and hours are those of zone.
func (f Feed) State(y Yield, now time.Time, zone *time.Location) FeedState {
	why, hint, _ := strings.Cut(strings.TrimSpace(f.LastError), ". ")
	why = strings.TrimRight(why, ".")
	if strings.HasPrefix(hint, "It will be tried again") {
		hint = ""
	}
	since := ""
	if !f.FailingSince.IsZero() {
		since = " since " + dayOf(f.FailingSince, now, zone)
	}
	switch {
	case f.Paused:
		return FeedState{Kind: FeedPaused, Words: "paused: gone (410)" + since, Hint: "Remove it and add its new address, or add it again if it has come back."}
	case f.Outage:
		return FeedState{Kind: FeedOutage, Words: "waiting: our own network is down" + since, Next: f.NextAt}
	case f.Failures > 0:
		side := "ours"
		if f.Theirs {
			side = "theirs"
		}
		if why == "" {
			why = "no reason is known"
		}
		return FeedState{Kind: FeedFailing, Words: "failing" + since + ": " + why + " (" + side + ")", Hint: hint, Next: f.NextAt}
	case !f.Seen:
		return FeedState{Kind: FeedUnread, Words: "not read yet"}
	}
	s := f.good(y, now)
	s.Push = f.Push.Words(now, zone)
	if !f.MovedAt.IsZero() && now.Sub(f.MovedAt) < movedFor {
		s.Words += ", moved to " + withoutPassword(f.URL) + " on " + f.MovedAt.In(zone).Format("2 Jan")
	}
	return s
}

// good is the state of a feed that can be fetched: whether it also brings what
// it used to bring.
func (f Feed) good(y Yield, now time.Time) FeedState {
	if f.Lost > 0 {
		return FeedState{Kind: FeedDamaged, Words: fmt.Sprintf("damaged: %d of %d items could not be read", f.Lost, f.Items), Hint: f.Damage}
	}
	_, words := y.drop()
	if silence, usual, ok := Quiet(f.Recent, now); ok {
		words = "quiet: nothing new for " + lasting(silence) + ", it usually brings " + usual
	}
	if words != "" {
		return FeedState{Kind: FeedQuiet, Words: words}
	}
	words = "healthy, " + f.news(y, now)
	if f.Damage != "" {
		words += ", its document is broken but could be mended"
	}
	return FeedState{Words: words}
}

// news says when something new last came.
func (f Feed) news(y Yield, now time.Time) string {
	switch {
	case y.Today > 0:
		return fmt.Sprintf("%d new today", y.Today)
	case len(y.Weeks) > 0 && y.Weeks[0].Items > 0:
		return fmt.Sprintf("%d new in the last week", y.Weeks[0].Items)
	case f.LastItem.IsZero():
		return "nothing new yet"
	case now.Sub(f.LastItem) < 7*24*time.Hour: // it was no yield
		return "nothing new since it was first read"
	}
	return "nothing new for " + lasting(now.Sub(f.LastItem))
}

// lasting writes how long something lasts: 9 days, 5 hours, 24 minutes.
func lasting(d time.Duration) string {
	n, unit := int(d.Minutes()), "minute"
	switch {
	case d >= 48*time.Hour:
		n, unit = int(d.Hours()/24), "day"
	case d >= 2*time.Hour:
		n, unit = int(d.Hours()), "hour"
	}
	if n == 1 {
		return "1 " + unit
	}
	return fmt.Sprintf("%d %ss", n, unit)
}

// dayOf names a day as people do: 14:20 of today, Tuesday of the last days, 3
// Nov before.
func dayOf(t, now time.Time, zone *time.Location) string {
	t, now = t.In(zone), now.In(zone)
	switch {
	case DateOf(t) == DateOf(now):
		return t.Format("15:04")
	case now.Sub(t) < 6*24*time.Hour:
		return t.Format("Monday")
	}
	return t.Format("2 Jan")
}

// clockOf names a moment to come.
func clockOf(t, now time.Time, zone *time.Location) string {
	t, now = t.In(zone), now.In(zone)
	if DateOf(t) == DateOf(now) {
		return t.Format("15:04")
	}
	return t.Format("Mon 15:04")
}

// withoutPassword is an address as it may be shown.
func withoutPassword(address string) string {
	scheme, rest, ok := strings.Cut(address, "://")
	if !ok {
		return address
	}
	host, path, _ := strings.Cut(rest, "/")
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = host[i+1:]
	}
	path, _, _ = strings.Cut(path, "?") // where tokens live
	return scheme + "://" + strings.TrimSuffix(host+"/"+path, "/")
}
