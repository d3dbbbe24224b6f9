package discord

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// However the calls come and however long they take, no window has more of
// them than the gate has passes.
func TestGateKeepsItsLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const most, calls = 5, 60
		g := newGate(most, time.Second)
		var mu sync.Mutex
		var arrived []time.Time
		var wg sync.WaitGroup
		begun := time.Now()
		for i := range calls {
			wg.Go(func() {
				time.Sleep(time.Duration(i%7) * 30 * time.Millisecond)
				if err := g.enter(t.Context()); err != nil {
					t.Error(err)
					return
				}
				defer g.leave()
				time.Sleep(time.Duration(i%5) * 10 * time.Millisecond) // on the way there
				mu.Lock()
				arrived = append(arrived, time.Now())
				mu.Unlock()
				time.Sleep(time.Duration(i%3) * 10 * time.Millisecond) // and back
			})
		}
		wg.Wait()
		for i := range arrived[:len(arrived)-most] {
			if d := arrived[i+most].Sub(arrived[i]); d < time.Second {
				t.Errorf("calls %d to %d came within %v", i, i+most, d)
			}
		}
		if took, least := time.Since(begun), (calls/most-1)*time.Second; took > least+2*time.Second {
			t.Errorf("%d calls took %v, and %v would do", calls, took, least)
		}
	})
}

func TestGateLetsGo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGate(1, time.Minute)
		if err := g.enter(t.Context()); err != nil {
			t.Fatal(err)
		}
		for _, entered := range []bool{true, false} { // waits for a pass, then for it to be good
			ctx, stop := context.WithTimeout(t.Context(), time.Second)
			if err := g.enter(ctx); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("got %v", err)
			}
			stop()
			if entered {
				g.leave()
			}
		}
		if err := g.enter(t.Context()); err != nil {
			t.Errorf("the pass is lost: %v", err)
		}
	})
}
