package feeds

import (
	"context"
	"sync"
	"time"

	"onrecord/statements"
)

const (
	// mostStill is how many visits that found nothing share a write, stillFor
	// how long the first of them waits for the others at most, and stillEnds
	// how long the write may take when we are told to stop.
	mostStill = 256
	stillFor  = 100 * time.Millisecond
	stillEnds = 5 * time.Second
)

// still collects the visits that found nothing new and writes them down
// together: each in a transaction of its own would cost more than the visit. A
// crash before that loses nothing; those feeds are asked once more.
type still struct {
	store Store
	begun chan struct{} // one has come, where there was none
	over  chan struct{}
	group sync.WaitGroup

	mu     sync.Mutex
	visits []statements.Visit
	told   []func(error) // what each visit's write is told to
}

// newStill begins to collect; close ends it.
func (p *Poller) newStill(ctx context.Context) *still {
	s := &still{store: p.Store, begun: make(chan struct{}, 1), over: make(chan struct{})}
	ctx = context.WithoutCancel(ctx) // what is collected is written down, whatever comes
	s.group.Go(func() { s.watch(ctx) })
	return s
}

// add takes a visit and tells once, soon, how its write went.
func (s *still) add(ctx context.Context, v statements.Visit, told func(error)) {
	s.mu.Lock()
	s.visits, s.told = append(s.visits, v), append(s.told, told)
	n := len(s.visits)
	s.mu.Unlock()
	switch {
	case n >= mostStill:
		s.flush(ctx)
	case n == 1:
		select {
		case s.begun <- struct{}{}:
		default:
		}
	}
}

func (s *still) watch(ctx context.Context) {
	for {
		select {
		case <-s.begun:
		case <-s.over:
			s.flush(ctx)
			return
		}
		timer := time.NewTimer(stillFor)
		select {
		case <-timer.C:
			s.flush(ctx)
		case <-s.over:
			timer.Stop()
		}
	}
}

func (s *still) flush(ctx context.Context) {
	s.mu.Lock()
	visits, told := s.visits, s.told
	s.visits, s.told = nil, nil
	s.mu.Unlock()
	if len(visits) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), stillEnds)
	defer cancel()
	err := s.store.KeepUnchanged(ctx, visits)
	for _, tell := range told {
		tell(err)
	}
}

// close writes down what is there. Nothing may be added any more.
func (s *still) close() {
	close(s.over)
	s.group.Wait()
}

// foundNothing reports a visit that leaves everything about its feed as it was
// but the time, and that it is well.
func foundNothing(f statements.Feed, v statements.Visit) bool {
	return v.Unchanged && v.Problem == "" && v.MovedTo == "" &&
		v.ETag == f.ETag && v.LastModified == f.LastModified && v.BodyHash == f.BodyHash && v.Asks == f.Asks
}
