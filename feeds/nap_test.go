package feeds

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// bell is a Push that does nothing but ring.
type bell struct {
	Push
	rings chan struct{}
}

func (b bell) Rings() <-chan struct{} { return b.rings }

func TestNap(t *testing.T) {
	for name, tc := range map[string]struct {
		ring, stop time.Duration // 0 is never
		over       bool
		took       time.Duration
	}{
		"undisturbed": {0, 0, true, time.Hour},
		"pushed":      {time.Minute, 0, false, time.Minute},
		"stopped":     {0, time.Minute, false, time.Minute},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, stop := context.WithCancel(t.Context())
				defer stop()
				b := bell{rings: make(chan struct{}, 1)}
				if tc.ring > 0 {
					time.AfterFunc(tc.ring, func() { b.rings <- struct{}{} })
				}
				if tc.stop > 0 {
					time.AfterFunc(tc.stop, stop)
				}
				start := time.Now()
				p := &Poller{Push: b}
				if over := p.nap(ctx, time.Hour); over != tc.over || time.Since(start) != tc.took {
					t.Errorf("got %v after %v, want %v after %v", over, time.Since(start), tc.over, tc.took)
				}
			})
		})
	}
}
