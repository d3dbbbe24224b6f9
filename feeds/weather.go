package feeds

import (
	"context"
	"errors"
	"net"
	"net/url"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"onrecord/statements"
)

const (
	// fewHosts and manyHosts bound how many hosts in a row must be out of reach
	// before the fault is ours: of few hosts, half; of many, as many as are
	// never down together by chance.
	fewHosts  = 3
	manyHosts = 8
	// hostsKnown bounds how many are remembered.
	hostsKnown = 10_000
	// probes is how many feeds are tried at a time while our network is down,
	// and probeEvery the pause before the next ones. The others stay due.
	probes     = 3
	probeEvery = 2 * time.Second
	// outageRetry is when one that was tried in vain is due again.
	outageRetry = 30 * time.Second
)

// weather tells a network of ours that is down from servers that are: when one
// host after the other cannot be reached, and none in between can, the hosts
// are not the reason. The zero value is ready.
type weather struct {
	mu     sync.Mutex
	hosts  map[string]bool    // that were tried
	streak map[string]bool    // out of reach since one was reached last
	blamed []statements.Visit // what was kept as their fault since then
	since  time.Time          // of the outage; zero is fair weather
}

// down reports since when our network is, zero if it is not.
func (w *weather) down() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.since
}

// doubtful reports that a host was out of reach, and none was reached since: our
// network may be down and it is not known yet.
func (w *weather) doubtful() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.streak) > 0
}

// reached notes that a host has answered, with whatever. It gives the outage
// that this ends; zero if there was none.
func (w *weather) reached(host string) (since time.Time) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.know(host)
	since, w.since = w.since, time.Time{}
	w.streak, w.blamed = nil, nil
	return since
}

// missed notes that a host could not be reached. v is how that visit is kept if
// the fault is ours. With ours, and when that is found out only now, begun, come
// the earlier visits that were taken for somebody else's fault.
func (w *weather) missed(host string, v statements.Visit) (ours, begun bool, blamed []statements.Visit) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.know(host)
	if w.streak == nil {
		w.streak = map[string]bool{}
	}
	w.streak[host] = true
	if !w.since.IsZero() {
		return true, false, nil
	}
	if len(w.streak) < min(max(fewHosts, (len(w.hosts)+1)/2), manyHosts) {
		again := slices.ContainsFunc(w.blamed, func(b statements.Visit) bool { return b.FeedID == v.FeedID })
		if !again && len(w.blamed) < 10*manyHosts {
			w.blamed = append(w.blamed, v)
		}
		return false, false, nil
	}
	blamed, w.blamed, w.since = w.blamed, nil, v.At
	return true, true, blamed
}

func (w *weather) know(host string) {
	if w.hosts == nil || len(w.hosts) >= hostsKnown {
		w.hosts = map[string]bool{}
	}
	w.hosts[host] = true
}

// judge takes the blame for a visit off its feed if it is our network's, and
// says so in one line for all feeds.
func (p *Poller) judge(ctx context.Context, f statements.Feed, v *statements.Visit, err error) {
	host := hostName(f.URL)
	if v.Status != 0 {
		if since := p.weather.reached(host); !since.IsZero() {
			p.log().Info("our network is back", "after", p.now().Sub(since).Round(time.Second))
		}
		return
	}
	if !outOfReach(err) {
		return
	}
	o := *v
	o.Outage, o.Theirs, o.Failures = true, false, f.Failures
	o.Problem = "This machine reaches no server, or hardly any. Check its network and its name server; every feed is tried again soon."
	o.NextAt = v.At.Add(outageRetry + time.Duration(share(f.ID)*float64(outageRetry)))
	ours, begun, blamed := p.weather.missed(host, o)
	if !ours {
		return
	}
	*v = o
	if begun {
		p.log().Error("our network is down: nothing is put off, and a few feeds are tried until one answers", "reason", problem(err).Problem.Text)
	}
	for _, b := range blamed {
		if err := p.Store.KeepVisit(ctx, b); err != nil {
			p.log().Error("take the blame off a feed", "feed", b.FeedID, "err", err)
		}
	}
}

// hostOf is the host of an address with its port, as requests wait for it.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.ToLower(u.Host)
}

// hostName is the host of an address, without its port.
func hostName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.ToLower(u.Hostname())
}

// outOfReach reports a request that did not get as far as the server: its name
// could not be looked up, or nothing answered there. A connection that is
// refused was answered, and so is one that hangs later.
func outOfReach(err error) bool {
	var dns *net.DNSError
	var op *net.OpError
	switch {
	case err == nil, errors.Is(err, context.Canceled):
		return false
	case errors.As(err, &dns): // also where the name server refuses
		return true
	case errors.Is(err, syscall.ECONNREFUSED):
		return false
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH),
		errors.Is(err, syscall.ENETDOWN), errors.Is(err, syscall.EADDRNOTAVAIL):
		return true
	}
	return errors.As(err, &op) && op.Op == "dial" && op.Timeout()
}

// Offline reports that our own network seems to be down.
func (p *Poller) Offline() bool { return !p.weather.down().IsZero() }
