package statements

import (
	"strconv"
	"strings"
	"time"

	"onrecord/statements/reasons"
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
	Words Said
	// Hint is what to do about it, a sentence or more; zero is nothing.
	Hint Said
	// Next is when it is tried again; zero where that is no news.
	Next time.Time
	// Push is what its hub does, in words like those; zero where it has none.
	Push Said
}

// Sick reports a state that asks for somebody's attention.
func (s FeedState) Sick() bool { return s.Kind > FeedUnread }

// In says all of it in one line of English, with the time of the next try in that zone.
func (s FeedState) In(zone *time.Location, now time.Time) string {
	line := s.Words.String()
	if !s.Push.IsZero() {
		line += ", " + s.Push.String()
	}
	if !s.Next.IsZero() {
		line += ", next try " + clockOf(s.Next, now, zone)
	}
	if !s.Hint.IsZero() {
		line += ". " + s.Hint.String()
	}
	return line
}

// movedFor is how long it is told that a feed has moved.
const movedFor = 30 * 24 * time.Hour

// State says how the feed is. Days and hours are those of zone.
func (f Feed) State(y Yield, now time.Time, zone *time.Location) FeedState {
	switch {
	case f.Paused:
		return FeedState{Kind: FeedPaused, Words: f.since(Say("paused: gone (410)"), now, zone), Hint: Say("Remove it and add its new address, or add it again if it has come back.")}
	case f.Outage:
		return FeedState{Kind: FeedOutage, Words: f.since(Say("waiting: our own network is down"), now, zone), Next: f.NextAt}
	case f.Failures > 0:
		return f.failing(now, zone)
	case !f.Seen:
		return FeedState{Kind: FeedUnread, Words: Say("not read yet")}
	}
	s := f.good(y, now)
	s.Push = f.Push.Words(now, zone)
	if !f.MovedAt.IsZero() && now.Sub(f.MovedAt) < movedFor {
		s.Words = Say("%s, moved to %s on %s", s.Words, withoutPassword(f.URL), Layout("2 Jan", f.MovedAt.In(zone)))
	}
	return s
}

// failing is the state of a feed that cannot be read.
func (f Feed) failing(now time.Time, zone *time.Location) FeedState {
	why, hint, _ := strings.Cut(strings.TrimSpace(f.LastError), ". ")
	why = strings.TrimRight(why, ".")
	reason := Retold(why)
	if why == "" {
		reason = Say("no reason is known")
	}
	s := FeedState{Kind: FeedFailing, Next: f.NextAt}
	if hint != "" && !strings.HasPrefix(hint, strings.TrimSuffix(reasons.Again.With(), ".")) {
		s.Hint = Retold(hint)
	}
	words := f.since(Say("failing"), now, zone)
	if s.Words = Say("%s: %s (ours)", words, reason); f.Theirs {
		s.Words = Say("%s: %s (theirs)", words, reason)
	}
	return s
}

// since says from when on it is so.
func (f Feed) since(words Said, now time.Time, zone *time.Location) Said {
	if f.FailingSince.IsZero() {
		return words
	}
	return Say("%[1]s since %[2]s", words, dayOf(f.FailingSince, now, zone))
}

// good is the state of a feed that can be fetched: whether it also brings what
// it used to bring.
func (f Feed) good(y Yield, now time.Time) FeedState {
	if f.Lost > 0 {
		s := FeedState{Kind: FeedDamaged, Words: Say("damaged: %s of %s items could not be read", strconv.Itoa(f.Lost), strconv.Itoa(f.Items))}
		if f.Damage != "" {
			s.Hint = Retold(f.Damage)
		}
		return s
	}
	if silence, usual, ok := Quiet(f.Recent, now); ok {
		return FeedState{Kind: FeedQuiet, Words: Say("quiet: %s", Retold(nothingNew(silence, usual)))}
	}
	if _, words := y.drop(); words != "" {
		return FeedState{Kind: FeedQuiet, Words: Retold(words)}
	}
	words := Say("healthy, %s", f.news(y, now))
	if f.Damage != "" {
		words = Say("%s, its document is broken but could be mended", words)
	}
	return FeedState{Words: words}
}

// nothingNew says that a feed is quieter than is its way.
func nothingNew(silence time.Duration, usual string) string {
	return reasons.NothingNew.With(lasting(silence), usual)
}

// news says when something new last came.
func (f Feed) news(y Yield, now time.Time) Said {
	switch {
	case y.Today > 0:
		return Say("%s new today", strconv.Itoa(y.Today))
	case len(y.Weeks) > 0 && y.Weeks[0].Items > 0:
		return Say("%s new in the last week", strconv.Itoa(y.Weeks[0].Items))
	case f.LastItem.IsZero():
		return Say("nothing new yet")
	case now.Sub(f.LastItem) < 7*24*time.Hour: // it was no yield
		return Say("nothing new since it was first read")
	}
	return Say("nothing new for %s", lasting(now.Sub(f.LastItem)))
}

// lasting is how long something lasts: 9 days, 5 hours, 24 minutes.
func lasting(d time.Duration) Counted {
	switch {
	case d >= 48*time.Hour:
		return spanOf(int(d.Hours()/24), "day")
	case d >= 2*time.Hour:
		return spanOf(int(d.Hours()), "hour")
	}
	return spanOf(int(d.Minutes()), "minute")
}

// dayOf names a day as people do: 14:20 of today, Tuesday of the last days, 3
// Nov before.
func dayOf(t, now time.Time, zone *time.Location) Written {
	t, now = t.In(zone), now.In(zone)
	switch {
	case DateOf(t) == DateOf(now):
		return Layout("15:04", t)
	case now.Sub(t) < 6*24*time.Hour:
		return Layout("Monday", t)
	}
	return Layout("2 Jan", t)
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
