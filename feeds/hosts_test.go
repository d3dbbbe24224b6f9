package feeds

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// ask makes n requests to a host, all wanted at once, each of which takes so
// long, and gives when each began and how many went on at the same time.
func ask(t *testing.T, h *hosts, host string, n int, takes func(i int) time.Duration, tooMany bool) (began []time.Duration, most int) {
	t.Helper()
	start := time.Now()
	var mu sync.Mutex
	var group sync.WaitGroup
	in := 0
	for range n {
		group.Go(func() {
			leave, err := h.enter(t.Context(), host)
			if err != nil {
				t.Error(err)
				return
			}
			mu.Lock()
			i := len(began)
			began = append(began, time.Since(start))
			in++
			most = max(most, in)
			mu.Unlock()
			time.Sleep(takes(i))
			h.answered(host, tooMany)
			mu.Lock()
			in--
			mu.Unlock()
			leave()
		})
	}
	group.Wait()
	return began, most
}

func steady(d time.Duration) func(int) time.Duration {
	return func(int) time.Duration { return d }
}

func TestHosts(t *testing.T) {
	first := func(slow time.Duration) func(int) time.Duration { // one that hangs and others that do not
		return func(i int) time.Duration {
			if i == 0 {
				return slow
			}
			return 10 * time.Millisecond
		}
	}
	for _, tt := range []struct {
		name     string
		host     string
		takes    func(int) time.Duration
		tooMany  bool
		most     int // at the same time
		min, max time.Duration
	}{
		{"one at a time, at a pace", "courier.example", steady(100 * time.Millisecond), false, 1, 4500 * time.Millisecond, 4600 * time.Millisecond},
		{"a slow host is asked once it has answered", "courier.example", steady(1500 * time.Millisecond), false, 1, 13 * time.Second, 14 * time.Second},
		{"one that hangs does not hold up the others", "courier.example", first(20 * time.Second), false, 2, 5 * time.Second, 12 * time.Second},
		{"our own machine takes all at once", "127.0.0.1:8080", steady(10 * time.Millisecond), false, 10, 0, 0},
		{"nor does what the operator allowed", "feeds.intranet:80", steady(10 * time.Millisecond), false, 10, 0, 0},
		{"a host that has too much is asked more slowly", "courier.example", steady(10 * time.Millisecond), true, 1, 30 * time.Second, 200 * time.Second},
		{"one that many share is not", "ida.substack.com:443", steady(10 * time.Millisecond), true, 1, 4500 * time.Millisecond, 4600 * time.Millisecond},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h := &hosts{allowed: map[string]bool{"feeds.intranet:80": true}}
				began, most := ask(t, h, tt.host, 10, tt.takes, tt.tooMany)
				if last := began[len(began)-1]; last < tt.min || last > tt.max {
					t.Errorf("the tenth request began after %v, want %v to %v: %v", last, tt.min, tt.max, began)
				}
				if most != tt.most {
					t.Errorf("%d requests at the same time, want %d", most, tt.most)
				}
			})
		})
	}
}

// After a while of good answers a host is asked as before.
func TestHostsRecover(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := &hosts{}
		ask(t, h, "courier.example", 10, steady(0), true)
		time.Sleep(time.Minute)
		ask(t, h, "courier.example", 8, steady(0), false)
		began, _ := ask(t, h, "courier.example", 3, steady(0), false)
		if d := began[2] - began[1]; d != pace {
			t.Errorf("the pause is still %v", d)
		}
	})
}

// Many hosts leave nothing behind.
func TestHostsAreForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := &hosts{}
		for i := range 3 * gatesKept {
			leave, err := h.enter(t.Context(), fmt.Sprintf("%d.example", i))
			if err != nil {
				t.Fatal(err)
			}
			leave()
			if i%1000 == 0 {
				time.Sleep(time.Second)
			}
		}
		if n := len(h.gates); n > gatesKept {
			t.Errorf("%d hosts are remembered", n)
		}
	})
}

// A host of our own has as many visits at a time as there are workers; the
// others have their turn when it hangs.
func TestPoolOfANearHost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, err := NewClient(Default())
		if err != nil {
			t.Fatal(err)
		}
		p := (&Poller{Client: c, Workers: 6}).newPool()
		var most, in atomic.Int32
		start := time.Now()
		for range 100 {
			p.run(t.Context(), "127.0.0.1:8080", func() {
				most.Store(max(most.Load(), in.Add(1)))
				time.Sleep(time.Minute)
				in.Add(-1)
			})
		}
		p.run(t.Context(), "courier.example", func() {})
		waited := time.Since(start)
		p.wait()
		if most.Load() != 7 || waited > 2*slowAfter {
			t.Errorf("%d at a time; the other host waited %v", most.Load(), waited)
		}
	})
}

// A host with many feeds leaves seats for the others.
func TestPoolLeavesSeats(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := (&Poller{Workers: 6}).newPool()
		var done, most, in atomic.Int32
		for range 100 {
			p.run(t.Context(), "feeds.feedburner.com", func() {
				most.Store(max(most.Load(), in.Add(1)))
				time.Sleep(time.Second)
				in.Add(-1)
				done.Add(1)
			})
		}
		start := time.Now()
		var other time.Duration
		p.run(t.Context(), "courier.example", func() { other = time.Since(start) })
		p.wait()
		if done.Load() != 100 || most.Load() != abreast || other > 0 {
			t.Errorf("%d visits, %d at a time; the other host waited %v", done.Load(), most.Load(), other)
		}
		if len(p.at)+len(p.queue) > 0 {
			t.Errorf("%v and %v are left behind", p.at, p.queue)
		}
	})
}
