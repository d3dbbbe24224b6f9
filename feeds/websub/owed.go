package websub

import (
	"context"
	"time"

	"onrecord/statements"
)

// pace is the least between two visits to a feed that pushes bring about.
const pace = 30 * time.Second

// again is when, after a push, it is looked whether its visit has come about: a
// visit that was under way may have overwritten it.
var again = []time.Duration{10 * time.Second, 30 * time.Second, 2 * time.Minute, 10 * time.Minute}

// owed is a visit that a feed is to have because of a push.
type owed struct {
	pushed time.Time // the last push
	made   time.Time // when the feed was last made due because of one
	at     time.Time // when that is to be done next; zero is never
	looks  int       // how often it was done for this push
}

// unwritten reports a push that nothing was done about yet.
func (o owed) unwritten() bool { return o.looks == 0 && !o.at.IsZero() }

// owe notes a push. Many within a moment make one visit.
func (s *Subscriber) owe(sub statements.Subscription, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	o := s.owed[sub.FeedID]
	if !o.unwritten() {
		o.at = later(now, o.made.Add(pace))
	}
	// A visit that began in this millisecond may have begun before it.
	o.pushed, o.looks = now.Add(time.Millisecond), 0
	s.owed[sub.FeedID] = o
	s.noteLocked(sub)
	ring(s.pushed)
}

// looked is o after its feed was made due.
func (o owed) looked(now time.Time) owed {
	if o.looks == 0 {
		o.made = now
	}
	o.at = time.Time{}
	for o.looks < len(again) && o.at.IsZero() {
		if at := o.pushed.Add(again[o.looks]); at.After(now) {
			o.at = at
		}
		o.looks++
	}
	return o
}

// tendPushes makes those feeds due that were pushed, and writes down what is
// known of their hubs. It gives when it is to be called again.
func (s *Subscriber) tendPushes(ctx context.Context) time.Time {
	now := s.now()
	due, missed, next := s.takeDue(now)
	for _, p := range due {
		made, err := s.Store.MakeDue(ctx, p.feed, now, p.pushed)
		if err != nil {
			s.failed(ctx, "make a feed due that was pushed", err) // it is tried again
		}
		if made {
			ring(s.due)
		}
		if p.unwritten() {
			s.write(ctx, p.token, func(sub *statements.Subscription) {
				sub.PushedAt, sub.Missed = p.pushed, 0
			})
		}
	}
	for token, n := range missed {
		s.write(ctx, token, func(sub *statements.Subscription) { sub.Missed += n })
	}
	if len(missed) > 0 {
		ring(s.rang) // it may have been once too often
	}
	return next
}

// Rings implements feeds.Push.
func (s *Subscriber) Rings() <-chan struct{} {
	s.setUp()
	return s.due
}

// push is a push that something is to be done about now.
type push struct {
	owed
	feed  int64
	token statements.Secret
}

// takeDue takes what is to be done now, and gives when there is more.
func (s *Subscriber) takeDue(now time.Time) (due []push, missed map[statements.Secret]int, next time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	next = now.Add(lookAround)
	for feed, o := range s.owed {
		if !o.at.IsZero() && !o.at.After(now) {
			due = append(due, push{o, feed, s.current[feed].Token})
			o = o.looked(now)
			s.owed[feed] = o
		}
		next = earlier(next, o.at)
	}
	missed = map[statements.Secret]int{}
	for feed, n := range s.missed {
		missed[s.current[feed].Token] = n
	}
	clear(s.missed)
	return due, missed, next
}

// write keeps a change of a subscription that is active still.
func (s *Subscriber) write(ctx context.Context, token statements.Secret, change func(*statements.Subscription)) {
	sub, _, err := s.Store.ChangeSubscription(ctx, token, func(sub *statements.Subscription) bool {
		if sub.State != statements.SubscriptionActive {
			return false
		}
		change(sub)
		return true
	})
	if err != nil {
		s.failed(ctx, "note what a hub did", err)
		return
	}
	s.note(sub)
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// earlier is the earlier of two moments, where b may be none.
func earlier(a, b time.Time) time.Time {
	if !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
