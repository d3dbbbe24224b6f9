package websub

import (
	"time"

	"onrecord/statements"
	"onrecord/statements/reasons"
)

const (
	// leaseAsked is for how long a hub is asked to push, leaseMost how much of
	// what it gives is believed, and leaseLeast the shortest that is worth it.
	leaseAsked = 10 * 24 * time.Hour
	leaseMost  = 30 * 24 * time.Hour
	leaseLeast = 10 * time.Minute
	// answerWithin is how long a hub may take to call back.
	answerWithin = 15 * time.Minute
	// mostFailures is how often in a row a hub may fail to be asked, and
	// againAfter when it is asked anew after that.
	mostFailures = 5
	againAfter   = 7 * 24 * time.Hour
	// mostLeaving is how often a hub is told that we leave.
	mostLeaving = 3
	// mostMissed is how many visits in a row may find what a hub did not push.
	mostMissed = 3
)

// backoff is the pause after each failure to ask.
var backoff = []time.Duration{15 * time.Minute, time.Hour, 6 * time.Hour, 24 * time.Hour}

// The modes of requests.
const (
	subscribe   = "subscribe"
	unsubscribe = "unsubscribe"
)

// wants reports whether there is something to be done about a subscription.
func wants(s statements.Subscription, now time.Time) bool {
	if s.State == statements.SubscriptionActive && s.Missed >= mostMissed {
		return true
	}
	return s.Orphan && s.State != statements.SubscriptionLeaving || !s.DueAt.After(now)
}

// step moves a subscription on, of which something is to be done, and says what
// to ask its hub for; "" is nothing.
func step(s *statements.Subscription, now time.Time) (mode string) {
	if s.Orphan && s.State != statements.SubscriptionLeaving {
		known := s.State == statements.SubscriptionActive || s.Waiting
		s.State, s.Waiting, s.Failures = statements.SubscriptionLeaving, false, 0
		if !known { // the hub knows nothing of it
			s.State = statements.SubscriptionOver
		}
	}
	switch s.State {
	case statements.SubscriptionLeaving:
		if s.AskedAt.IsZero() || s.Failures >= mostLeaving {
			s.State = statements.SubscriptionOver
			return ""
		}
		s.Failures++ // until it is confirmed
		return asked(s, unsubscribe, now, answerWithin)
	case statements.SubscriptionActive:
		if s.Missed >= mostMissed {
			drop(s, reasons.NotPushed.With(), now)
			return asked(s, unsubscribe, now, againAfter)
		}
	case statements.SubscriptionDropped:
		s.State, s.Waiting, s.Failures, s.Problem = statements.SubscriptionAsking, false, 0, ""
	}
	if s.State == statements.SubscriptionActive && !s.LeaseUntil.After(now) {
		s.State = statements.SubscriptionAsking
	}
	if s.Waiting {
		failed(s, reasons.NoCallback.With(), now)
		return ""
	}
	return asked(s, subscribe, now, answerWithin)
}

// asked notes that the hub is asked, and has so long to call back.
func asked(s *statements.Subscription, mode string, now time.Time, within time.Duration) string {
	s.Waiting, s.AskedAt, s.DueAt = true, now, now.Add(within)
	return mode
}

// failed notes that the hub could not be asked, or did not answer.
func failed(s *statements.Subscription, why string, now time.Time) {
	s.Waiting, s.Problem = false, why
	if s.State == statements.SubscriptionLeaving || s.State == statements.SubscriptionDropped {
		return // it has its next time
	}
	s.DueAt = now.Add(backoff[min(s.Failures, len(backoff)-1)])
	s.Failures++
	if s.State == statements.SubscriptionAsking && s.Failures >= mostFailures {
		drop(s, why, now)
	}
	if s.State == statements.SubscriptionActive && s.DueAt.After(s.LeaseUntil) {
		s.DueAt = s.LeaseUntil
	}
}

// drop ends a subscription until the hub is asked anew. It has to earn its
// trust again then.
func drop(s *statements.Subscription, why string, now time.Time) {
	s.State, s.Waiting, s.Problem = statements.SubscriptionDropped, false, why
	s.DueAt, s.PushedAt, s.Missed = now.Add(againAfter), time.Time{}, 0
}
