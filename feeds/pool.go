package feeds

import (
	"context"
	"sync"
	"time"
)

// pool runs visits side by side. A visit that takes long moves from the quick
// seats to the slow ones, where there are more, so that feeds which hang do not
// keep the others waiting.
type pool struct {
	size  int
	quick chan struct{}
	slow  chan struct{}
	group sync.WaitGroup
}

func (p *Poller) newPool() *pool {
	n := p.Workers
	if n < 1 {
		n = Default().Workers
	}
	return &pool{size: n, quick: make(chan struct{}, n), slow: make(chan struct{}, slowAtOnce*n)}
}

// room waits for a free seat and reports whether there is one before ctx ends.
func (p *pool) room(ctx context.Context) bool {
	select {
	case p.quick <- struct{}{}:
		<-p.quick
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

// run waits for a seat and then does work in it.
func (p *pool) run(ctx context.Context, work func()) {
	select {
	case p.quick <- struct{}{}:
	case <-ctx.Done():
		return
	}
	done := make(chan struct{})
	p.group.Add(2)
	go func() {
		defer p.group.Done()
		defer close(done)
		work()
	}()
	go func() {
		defer p.group.Done()
		p.seat(done)
	}()
}

// seat holds the quick seat, and after a while a slow one instead, until done.
func (p *pool) seat(done <-chan struct{}) {
	timer := time.NewTimer(slowAfter)
	defer timer.Stop()
	select {
	case <-done:
		<-p.quick
		return
	case <-timer.C:
	}
	select {
	case <-done:
		<-p.quick
	case p.slow <- struct{}{}:
		<-p.quick
		<-done
		<-p.slow
	}
}

func (p *pool) wait() { p.group.Wait() }
