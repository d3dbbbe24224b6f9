package websub

import (
	"time"

	"onrecord/statements"
)

const (
	// rest is the least between two visits to a feed that is pushed, but for
	// what its number adds, so that feeds do not stay together; half an hour at
	// most.
	rest = 3 * time.Hour
	// cached is for how long after a push caches may have the old feed, and
	// soonest the first pause until it is looked again.
	cached  = 30 * time.Minute
	soonest = time.Minute
)

// After implements feeds.Push. A feed whose hub pushes is visited less; one
// that was pushed and has not brought anything yet, soon again.
func (s *Subscriber) After(f statements.Feed, v statements.Visit, next time.Time) time.Time {
	s.setUp()
	s.mu.Lock()
	defer s.mu.Unlock()
	sub, ok := s.current[f.ID]
	if !ok || sub.State != statements.SubscriptionActive || !sub.LeaseUntil.After(v.At) {
		return next
	}
	o := s.owed[f.ID]
	if o.pushed.After(v.At) { // in the middle of this visit
		soonest := s.now()
		if o.made.Before(v.At) { // which was because of an earlier push
			soonest = later(soonest, o.made.Add(pace))
		}
		return earlier(next, soonest)
	}
	if o.looks > 0 {
		o.at = time.Time{} // this was the visit
		s.owed[f.ID] = o
	}
	news := v.New > 0 && !v.Backlog
	since := v.At.Sub(sub.PushedAt)
	// A push that has not borne fruit yet, or one since the last visit.
	told := !sub.PushedAt.IsZero() && (sub.PushedAt.After(f.LastItem) && since <= cached || !sub.PushedAt.Before(f.LastOK))
	if news && !told && sub.VerifiedAt.Before(f.LastOK) {
		sub.Missed++
		s.missed[f.ID]++
		s.current[f.ID] = sub
		ring(s.pushed)
	}
	switch {
	case f.Schedule != "" || !sub.PushedAt.After(s.started) || sub.Missed > 0:
		return next
	case told && !news && since <= cached:
		return earlier(next, v.At.Add(max(since, soonest)))
	}
	if slow := v.At.Add(rest + time.Duration(f.ID%60)*(30*time.Second)); slow.After(next) {
		return slow
	}
	return next
}
