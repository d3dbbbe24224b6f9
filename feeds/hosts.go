package feeds

import (
	"context"
	"sync"
	"time"
)

const (
	// patience is how long a request waits for the one before it at the same
	// host. One that hangs must not hold up the host's other feeds.
	patience = 300 * time.Millisecond
	// abreast is how many requests one host gets at most when some hang.
	abreast = 4
)

// hosts lets one request at a time through to each host. The zero value is
// ready.
type hosts struct {
	mu    sync.Mutex
	gates map[string]*gate
}

type gate struct {
	users int
	turn  chan struct{} // holds one token while nobody is in
	seats chan struct{} // as many as may be in at all
}

// enter waits until it is our turn at the host, and gives what to call at the
// end of the request.
func (h *hosts) enter(ctx context.Context, host string) (leave func(), err error) {
	g := h.gate(host)
	select {
	case g.seats <- struct{}{}:
	case <-ctx.Done():
		h.release(host, g)
		return nil, ctx.Err()
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	mine := false
	select {
	case <-g.turn:
		mine = true
	case <-timer.C:
	case <-ctx.Done():
		<-g.seats
		h.release(host, g)
		return nil, ctx.Err()
	}
	return func() {
		if mine {
			g.turn <- struct{}{}
		}
		<-g.seats
		h.release(host, g)
	}, nil
}

func (h *hosts) gate(host string) *gate {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.gates == nil {
		h.gates = map[string]*gate{}
	}
	g := h.gates[host]
	if g == nil {
		g = &gate{turn: make(chan struct{}, 1), seats: make(chan struct{}, abreast)}
		g.turn <- struct{}{}
		h.gates[host] = g
	}
	g.users++
	return g
}

// release forgets a host that nobody is at or waits for.
func (h *hosts) release(host string, g *gate) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if g.users--; g.users == 0 {
		delete(h.gates, host)
	}
}
