package feeds_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/feeds"
)

// web is a number of hosts on which nothing can be reached while it is down,
// and some of which never can.
type web struct {
	down atomic.Bool
	dead map[string]bool
}

func (w *web) dial(ctx context.Context, network, addr string, real func(context.Context, string, string) (net.Conn, error)) (net.Conn, error) {
	host, _, _ := net.SplitHostPort(addr)
	if w.down.Load() || w.dead[host] {
		return nil, &net.OpError{Op: "dial", Net: network, Err: os.ErrDeadlineExceeded}
	}
	return real(ctx, network, addr)
}

// onTheWeb makes a poller over n hosts with a feed each.
func onTheWeb(t *testing.T, n int, w *web) (*feeds.Poller, *memory, *clock, *bytes.Buffer) {
	l, err := net.Listen("tcp", "0.0.0.0:0") // each of loopback's addresses is a host
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Connection", "close") // the next one has to be dialled
		io.WriteString(w, "<rss version='2.0'><channel><title>Quay Gazette</title></channel></rss>")
	}))
	srv.Listener.Close()
	srv.Listener = l
	srv.Start()
	t.Cleanup(srv.Close)
	_, port, _ := net.SplitHostPort(l.Addr().String())
	var urls []string
	for i := range n {
		urls = append(urls, fmt.Sprintf("http://127.0.0.%d:%s/feed", i+1, port))
	}
	m := newMemory(urls...)
	p, c := poller(t, m)
	feeds.Dialled(p.Client, w.dial)
	var log bytes.Buffer
	p.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelInfo}))
	p.Workers = 1
	return p, m, c, &log
}

func failing(m *memory) (failed, out int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, f := range m.feeds {
		if f.Failures > 0 {
			failed++
		}
		if f.Outage {
			out++
		}
	}
	return failed, out
}

// When our network goes down no feed backs off, one line says so, and when it
// is back all are well within a minute.
func TestOurNetworkIsDown(t *testing.T) {
	w := &web{}
	p, m, c, log := onTheWeb(t, 12, w)
	cycle(t, p)
	if failed, _ := failing(m); failed > 0 {
		t.Fatalf("%d feeds failed on a good network", failed)
	}
	w.down.Store(true)
	for range 20 {
		c.add(5 * time.Minute)
		cycle(t, p)
	}
	if failed, out := failing(m); failed != 0 || out != 12 {
		t.Errorf("%d feeds are blamed and %d wait for our network, want 0 and 12", failed, out)
	}
	for _, f := range m.feeds {
		if d := f.NextAt.Sub(c.now()); d > time.Minute || !strings.Contains(f.LastError, "This machine reaches no server") {
			t.Errorf("feed %d is put off for %v: %s", f.ID, d, f.LastError)
		}
	}
	w.down.Store(false)
	c.add(time.Minute)
	cycle(t, p)
	if failed, out := failing(m); failed+out != 0 {
		t.Errorf("after the outage %d feeds fail and %d wait", failed, out)
	}
	if n := strings.Count(log.String(), "our network is down"); n != 1 || strings.Count(log.String(), "our network is back") != 1 {
		t.Errorf("the log says %d times that the network is down:\n%s", n, log)
	}
}

// Some hosts that are down are no network that is down.
func TestTheirServersAreDown(t *testing.T) {
	w := &web{dead: map[string]bool{"127.0.0.2": true, "127.0.0.3": true, "127.0.0.4": true, "127.0.0.9": true}}
	p, m, c, _ := onTheWeb(t, 12, w)
	for range 12 {
		cycle(t, p)
		c.add(5 * time.Minute)
	}
	for _, f := range m.feeds {
		dead := w.dead[strings.Split(strings.TrimPrefix(f.URL, "http://"), ":")[0]]
		if dead && (f.Failures < 2 || !f.Theirs || f.NextAt.Sub(c.now()) < 5*time.Minute) || !dead && f.Failures > 0 {
			t.Errorf("%s: %d failures, theirs %v, due in %v", f.URL, f.Failures, f.Theirs, f.NextAt.Sub(c.now()))
		}
	}
}

// While our network is down few feeds are tried: two thousand time-outs a
// minute help nobody.
func TestFewAreTriedWhileOurNetworkIsDown(t *testing.T) {
	w := &web{}
	p, m, _, _ := onTheWeb(t, 40, w)
	p.Now = nil
	w.down.Store(true)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- p.Run(ctx, 50*time.Millisecond) }()
	waitFor(t, 5*time.Second, func() bool { _, out := failing(m); return out > 0 })
	m.mu.Lock()
	tried := len(m.visits)
	m.mu.Unlock()
	if tried > 12 {
		t.Errorf("%d visits before it was known that the network is down", tried)
	}
	w.down.Store(false)
	waitFor(t, 9*time.Second, func() bool {
		m.mu.Lock()
		defer m.mu.Unlock()
		ok := 0
		for _, f := range m.feeds {
			if f.Seen {
				ok++
			}
		}
		return ok >= 36 // those that were tried in vain come half a minute later
	})
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
}
