package websub

import (
	"strconv"
	"time"

	"onrecord/statements"
	"onrecord/statements/reasons"
)

// confirmed notes that the hub confirms what it was asked for; false if it was
// not asked for that, or does not have to confirm it any more.
func confirmed(s *statements.Subscription, mode, topic string, lease time.Duration, now time.Time) bool {
	if !s.Waiting || topic != s.Topic {
		return false
	}
	switch {
	case mode == subscribe && !s.Orphan && (s.State == statements.SubscriptionAsking || s.State == statements.SubscriptionActive):
		if s.State == statements.SubscriptionAsking {
			s.VerifiedAt, s.Missed = now, 0
		}
		s.State, s.Waiting, s.Failures, s.Problem = statements.SubscriptionActive, false, 0, ""
		s.LeaseUntil = now.Add(lease)
		s.DueAt = now.Add(max(lease*2/3, leaseLeast)) // never renewed sooner, however short it is
		return true
	case mode == unsubscribe && s.State == statements.SubscriptionLeaving:
		s.State = statements.SubscriptionOver
		return true
	case mode == unsubscribe && s.State == statements.SubscriptionDropped:
		s.Waiting = false
		return true
	}
	return false
}

// leaseOf reads hub.lease_seconds. A hub that says nothing gave what was asked
// for.
func leaseOf(seconds string) time.Duration {
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil || n <= 0 {
		return leaseAsked
	}
	return time.Duration(min(n, int64(leaseMost/time.Second))) * time.Second
}

// denied notes that the hub refuses, or ends what it had agreed to; false if
// there is nothing to refuse.
func denied(s *statements.Subscription, topic, reason string, now time.Time) bool {
	if topic != s.Topic {
		return false
	}
	switch s.State {
	case statements.SubscriptionAsking, statements.SubscriptionActive:
		if s.AskedAt.IsZero() {
			return false
		}
		why := reasons.HubRefused.With()
		if reason != "" {
			why = reasons.RefusedAs.With(reason)
		}
		drop(s, why, now)
		return true
	case statements.SubscriptionLeaving:
		s.State = statements.SubscriptionOver
		return true
	}
	return false
}
