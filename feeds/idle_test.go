package feeds

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"onrecord/statements"
)

// asleep is a store in which nothing is due. It counts what it is asked.
type asleep struct{ looked, written int }

func (s *asleep) ClaimFeeds(context.Context, time.Time, int, time.Duration) ([]statements.Feed, error) {
	s.looked++
	return nil, nil
}

func (s *asleep) SeenItems(context.Context, int64, []string) (map[string]int64, error) {
	return nil, nil
}

func (s *asleep) KeepVisit(context.Context, statements.Visit) error {
	s.written++
	return nil
}

func (s *asleep) KeepUnchanged(context.Context, []statements.Visit) error {
	s.written++
	return nil
}

// While nothing is due the store is asked once a second, and nothing is
// written.
func TestIdle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &asleep{}
		p := &Poller{Store: s}
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		if err := p.Run(ctx, 200*time.Millisecond); err != nil {
			t.Fatal(err)
		}
		if s.looked < 3000 || s.looked > 3700 || s.written > 0 {
			t.Errorf("in an hour the store was asked %d times and written to %d times", s.looked, s.written)
		}
	})
}
