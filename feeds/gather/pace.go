package gather

import (
	"context"
	"sync"
	"time"
)

// silence is how many requests in a row a host may leave unanswered.
const silence = 4

// pacer lets requests to one host begin at a pace. Its zero value lets all go.
type pacer struct {
	every time.Duration

	mu   sync.Mutex
	next map[string]time.Time
	mute map[string]int // requests in a row without an answer
}

// wait takes the next free moment of the host and waits for it.
func (p *pacer) wait(ctx context.Context, host string) error {
	if p.every <= 0 {
		return ctx.Err()
	}
	now := time.Now()
	p.mu.Lock()
	if p.next == nil {
		p.next = map[string]time.Time{}
	}
	at := p.next[host]
	if at.Before(now) {
		at = now
	}
	p.next[host] = at.Add(p.every)
	p.mu.Unlock()
	t := time.NewTimer(at.Sub(now))
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// heard notes whether a host answered.
func (p *pacer) heard(host string, answered bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.mute == nil {
		p.mute = map[string]int{}
	}
	p.mute[host]++
	if answered {
		p.mute[host] = 0
	}
}

// silent reports a host that does not answer any more.
func (p *pacer) silent(host string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.mute[host] >= silence
}
