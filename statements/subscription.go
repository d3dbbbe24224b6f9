package statements

import (
	"net/url"
	"strings"
	"time"
)

// Secret is text that is never told: however it is printed, it is not there.
type Secret string

// String implements fmt.Stringer.
func (Secret) String() string { return "<secret>" }

// GoString implements fmt.GoStringer.
func (Secret) GoString() string { return "<secret>" }

// MarshalText implements encoding.TextMarshaler: logs are JSON.
func (Secret) MarshalText() ([]byte, error) { return []byte("<secret>"), nil }

// SubscriptionState is how far a subscription is.
type SubscriptionState string

// The states of a subscription.
const (
	SubscriptionAsking  SubscriptionState = "asking"  // the hub has not confirmed it
	SubscriptionActive  SubscriptionState = "active"  // confirmed, until its lease ends
	SubscriptionDropped SubscriptionState = "dropped" // refused, or the hub never pushed; asked again some day
	SubscriptionLeaving SubscriptionState = "leaving" // no longer wanted, until the hub confirms that
	SubscriptionOver    SubscriptionState = "over"    // to be forgotten
)

// Subscription is what was agreed with a hub (W3C WebSub) for one feed. A feed
// has one that is not leaving at most.
type Subscription struct {
	ID     int64
	FeedID int64
	Hub    string // where to ask
	Topic  string // what the hub calls the feed
	// Callback is the public address that the hub calls, and Token its end,
	// which nobody else knows.
	Callback Secret
	Token    Secret
	Secret   Secret // what pushes are signed with
	State    SubscriptionState

	Waiting    bool // the hub was asked, and has not called back
	AskedAt    time.Time
	VerifiedAt time.Time // when it last confirmed what it was asked for
	LeaseUntil time.Time
	DueAt      time.Time // when something is to be done about it
	PushedAt   time.Time // when it last pushed; zero is never
	Missed     int       // visits in a row that found what had not been pushed
	Failures   int       // of asking, in a row
	Problem    string    // why it failed or was dropped, one line for people

	Orphan bool // its feed is removed or paused; only read
}

// Push is a subscription as it is told to people; the zero value is a feed
// without one.
type Push struct {
	Hub     string // its host
	State   SubscriptionState
	Last    time.Time // when it last pushed; zero is never
	Again   time.Time // when a hub that was dropped is asked again
	Problem string
}

// Told gives what people may know of a subscription.
func (s Subscription) Told() Push {
	p := Push{Hub: s.Hub, State: s.State, Last: s.PushedAt, Problem: s.Problem}
	if u, err := url.Parse(s.Hub); err == nil {
		p.Hub = u.Host
	}
	if s.State == SubscriptionDropped {
		p.Again = s.DueAt
	}
	return p
}

// Words say how a feed is pushed, without an end; zero where it is not. Days are
// those of zone.
func (p Push) Words(now time.Time, zone *time.Location) Said {
	why := func(words Said) Said {
		if p.Problem == "" {
			return words
		}
		return Say("%s (%s)", words, Retold(strings.TrimRight(p.Problem, ".")))
	}
	switch {
	case p.State == SubscriptionActive && !p.Last.IsZero():
		return Say("pushed by %s, last %s ago", p.Hub, lasting(max(0, now.Sub(p.Last))))
	case p.State == SubscriptionActive:
		return Say("%s is to push it, and has not yet", p.Hub)
	case p.State == SubscriptionAsking:
		return why(Say("%s was asked to push it", p.Hub))
	case p.State == SubscriptionDropped:
		return Say("%s, asked again on %s", why(Say("not pushed by %s", p.Hub)), Layout("2 Jan", p.Again.In(zone)))
	}
	return Said{}
}
