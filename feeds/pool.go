package feeds

import (
	"context"
	"sync"
	"time"
)

// pool runs visits side by side. A visit that takes long moves from the quick
// seats to the slow ones, where there are more, so that feeds which hang do not
// keep the others waiting; and a host with many feeds does not take them all,
// for its visits wait for each other anyway.
type pool struct {
	size  int
	claim int // how many feeds to claim next
	quick chan struct{}
	slow  chan struct{}
	near  func(host string) bool // a host of our own, which need not be spared
	group sync.WaitGroup

	mu    sync.Mutex
	at    map[string]int      // visits to a host that have a seat, or wait for one
	queue map[string][]func() // and those that wait for these
}

func (p *Poller) newPool() *pool {
	n := p.Workers
	if n < 1 {
		n = Default().Workers
	}
	near := func(string) bool { return false }
	if p.Client != nil {
		near = p.Client.hosts.near
	}
	return &pool{size: n, claim: n, quick: make(chan struct{}, n), slow: make(chan struct{}, slowAtOnce*n),
		near: near, at: map[string]int{}, queue: map[string][]func(){}}
}

const (
	// claimFor is how long a claim's feeds should keep the seats filled: few
	// claims cost less, and long ones hold feeds that others could visit.
	claimFor = 300 * time.Millisecond
	// mostClaimed bounds a claim.
	mostClaimed = 512
)

// claimed notes how many feeds were given to run, and how long that took: the
// next claim is for more where visits are quick, for as many as there are seats
// where they are not.
func (p *pool) claimed(n int, took time.Duration) {
	switch {
	case took > claimFor:
		p.claim = p.size
	case n == p.claim && took < claimFor/4:
		p.claim = min(4*p.claim, max(mostClaimed, p.size))
	}
}

// quickly reports that visits are quick, for now: then the seats would wait for
// a claim longer than for each other.
func (p *pool) quickly() bool { return p.claim > p.size }

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

// run waits for a seat and then does work in it. Where the host has as many
// visits as it may have, work is left to whichever of them ends first.
func (p *pool) run(ctx context.Context, host string, work func()) {
	if !p.first(host, work) {
		return
	}
	if !p.sit(ctx) {
		return
	}
	p.group.Go(func() {
		for {
			p.seated(work)
			if work = p.next(host); work == nil || !p.sit(ctx) {
				return
			}
		}
	})
}

func (p *pool) first(host string, work func()) bool {
	most := abreast
	if p.near(host) {
		most = p.size + 1 // one waits for a seat, and the claims with it
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.at[host] >= most {
		p.queue[host] = append(p.queue[host], work)
		return false
	}
	p.at[host]++
	return true
}

// next is the host's next visit, nil if there is none.
func (p *pool) next(host string) (work func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if q := p.queue[host]; len(q) > 0 {
		work, p.queue[host] = q[0], q[1:]
		return work
	}
	delete(p.queue, host)
	if p.at[host]--; p.at[host] == 0 {
		delete(p.at, host)
	}
	return nil
}

// sit takes a quick seat; false if ctx ends before there is one.
func (p *pool) sit(ctx context.Context) bool {
	select {
	case p.quick <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// seated does work in the quick seat that was taken, and gives the seat back.
func (p *pool) seated(work func()) {
	done, left := make(chan struct{}), make(chan struct{})
	timer := time.AfterFunc(slowAfter, func() {
		defer close(left)
		p.moveOver(done)
	})
	work()
	if timer.Stop() {
		<-p.quick
		return
	}
	close(done)
	<-left
}

// moveOver gives up the quick seat for a slow one, as soon as there is one, and
// that when done.
func (p *pool) moveOver(done <-chan struct{}) {
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
