package feeds

import (
	"context"
	"net"
	"net/netip"
	"strings"
	"sync"
	"time"
)

const (
	// patience is how long a host's only request may take before the next one
	// goes beside it: one that hangs must not hold up the host's other feeds.
	patience = 2 * time.Second
	// abreast is how many requests one host gets at most when some hang.
	abreast = 4
	// pace is the least between the beginnings of two requests to a host, and
	// slowest what it grows to while a host says that we ask too often.
	pace    = 500 * time.Millisecond
	slowest = 30 * time.Second
	// gatesKept is how many hosts are remembered with their pace.
	gatesKept = 4096
)

// shared are hosts, or what they end in, that serve the feeds of people who
// have nothing to do with each other: when one of those is refused, the others
// need not wait.
var shared = []string{
	"feeds.feedburner.com", "feedproxy.google.com", "blogspot.com", "substack.com", "wordpress.com", "medium.com",
	"tumblr.com", "ghost.io", "github.io", "gitlab.io", "youtube.com", "livejournal.com", "typepad.com",
	"rss.app", "rsshub.app", "politepol.com", "libsyn.com", "buzzsprout.com", "megaphone.fm", "squarespace.com",
}

// hosts lets one request at a time through to each host, at a pace. Those that
// are this machine or in its network, or that the operator allowed, are ours:
// they have no gate. The zero value is ready.
type hosts struct {
	// allowed are hosts (host:port, lower case) that have no gate.
	allowed map[string]bool

	mu    sync.Mutex
	gates map[string]*gate
}

type gate struct {
	users int
	turn  chan struct{} // holds one token while nobody is in
	seats chan struct{} // as many as may be in at all

	// The hosts' mu guards these.
	began time.Time     // when the one whose turn it is went in
	next  time.Time     // before which nobody else begins
	gap   time.Duration // between two beginnings
}

// enter waits until it is our turn at the host, and gives what to call at the
// end of the request.
func (h *hosts) enter(ctx context.Context, host string) (leave func(), err error) {
	if h.near(host) {
		return func() {}, ctx.Err()
	}
	g := h.gate(host)
	select {
	case g.seats <- struct{}{}:
	case <-ctx.Done():
		h.release(g)
		return nil, ctx.Err()
	}
	mine, err := h.await(ctx, g)
	leave = func() {
		if mine {
			h.mu.Lock()
			g.began = time.Time{}
			h.mu.Unlock()
			g.turn <- struct{}{}
		}
		<-g.seats
		h.release(g)
	}
	if err == nil && !sleepUntil(ctx, h.slot(g)) {
		err = ctx.Err()
	}
	if err != nil {
		leave()
		return nil, err
	}
	return leave, nil
}

// await waits for the turn, or until whoever has it has had it for too long.
func (h *hosts) await(ctx context.Context, g *gate) (mine bool, err error) {
	for {
		h.mu.Lock()
		left := patience
		if !g.began.IsZero() {
			left -= time.Since(g.began)
		}
		h.mu.Unlock()
		if left <= 0 {
			return false, nil
		}
		timer := time.NewTimer(left)
		select {
		case <-g.turn:
			timer.Stop()
			h.mu.Lock()
			g.began = time.Now()
			h.mu.Unlock()
			return true, nil
		case <-timer.C: // somebody else may have had the turn meanwhile
		case <-ctx.Done():
			timer.Stop()
			return false, ctx.Err()
		}
	}
}

// slot is when the next request may begin.
func (h *hosts) slot(g *gate) time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	at := later(g.next, time.Now())
	g.next = at.Add(g.gap)
	return at
}

// answered notes whether a host refused a request because there are too many.
// One that does is asked more slowly, by and by, and by and by faster again.
func (h *hosts) answered(host string, tooMany bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	g := h.gates[host]
	switch {
	case g == nil || isShared(host):
	case tooMany:
		g.gap = min(2*g.gap, slowest)
		g.next = later(g.next, time.Now().Add(g.gap))
	default:
		g.gap = max(g.gap/2, pace)
	}
}

func isShared(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	for _, s := range shared {
		if name == s || strings.HasSuffix(name, "."+s) {
			return true
		}
	}
	return false
}

func (h *hosts) gate(host string) *gate {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.gates == nil {
		h.gates = map[string]*gate{}
	}
	g := h.gates[host]
	if g == nil {
		if len(h.gates) >= gatesKept {
			h.sweep()
		}
		g = &gate{turn: make(chan struct{}, 1), seats: make(chan struct{}, abreast), gap: pace}
		g.turn <- struct{}{}
		h.gates[host] = g
	}
	g.users++
	return g
}

// near reports a host that is this machine, in its own network, or allowed by
// the operator.
func (h *hosts) near(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	if a, err := netip.ParseAddr(strings.Trim(name, "[]")); err == nil {
		return a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast()
	}
	return name == "localhost" || h.allowed[host]
}

func (h *hosts) release(g *gate) {
	h.mu.Lock()
	defer h.mu.Unlock()
	g.users-- // the gate stays, for its pace
}

// sweep forgets the hosts whose pace no longer holds anybody up.
func (h *hosts) sweep() {
	now := time.Now()
	for host, g := range h.gates {
		if g.users == 0 && g.gap == pace && g.next.Before(now) {
			delete(h.gates, host)
		}
	}
}

func sleepUntil(ctx context.Context, at time.Time) bool {
	d := time.Until(at)
	return d <= 0 || sleep(ctx, d)
}
