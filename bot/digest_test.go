package bot_test

import (
	"context"
	"errors"
	"log/slog"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"onrecord/bot"
	"onrecord/statements"
	"onrecord/store"
)

// diary counts how often it is looked at, and fails every other time.
type diary struct {
	looks atomic.Int64
	last  atomic.Int64
}

func (d *diary) ArrangeDigests(_ context.Context, now time.Time) error {
	d.last.Store(now.Unix())
	if d.looks.Add(1)%2 == 1 {
		return errors.New("the archive is away")
	}
	return nil
}

func TestDigestsAreArrangedAgainAndAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &diary{}
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan error)
		go func() {
			done <- (&bot.Digests{Diary: d, Now: time.Now, Log: slog.New(slog.DiscardHandler)}).Run(ctx)
		}()
		synctest.Wait()
		if n := d.looks.Load(); n != 1 {
			t.Errorf("looked %d times at the start", n)
		}
		time.Sleep(15 * time.Minute) // the least between two digests
		synctest.Wait()
		if n := d.looks.Load(); n < 60 || time.Now().Unix()-d.last.Load() > 10 {
			t.Errorf("looked %d times in 15 minutes, in spite of errors", n)
		}
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}

// Two processes, a kill between the post and its settling, a week without
// either: each hour's digest comes once, an empty one too.
func TestADigestComesOnce(t *testing.T) {
	each(t, func(t *testing.T, s, other *store.Store) {
		w, err := s.AddWatch(t.Context(), statements.Watch{Place: "discord:1", Speaker: "Mira Solheim", Server: "discord:1", By: "Ida", Created: noon,
			Timing: statements.Timing{Digest: "0 9 * * *", Zone: "Europe/Berlin"}})
		if err != nil {
			t.Fatal(err)
		}
		c, at := &channel{}, &clock{at: noon}
		both := []*store.Store{s, other}
		look := func(days float64) {
			t.Helper()
			at.advance(time.Duration(days * 24 * float64(time.Hour)))
			for range 2 {
				for _, st := range both {
					if err := st.ArrangeDigests(t.Context(), at.now()); err != nil {
						t.Fatal(err)
					}
				}
				for _, st := range both {
					drain(t, courier(st, c, at))
				}
			}
		}
		look(0)
		if c.posted("discord:1") != 0 {
			t.Fatal("a digest came before its hour")
		}
		look(1)
		if n := c.posted("discord:1"); n != 1 {
			t.Fatalf("%d digests on the first day", n)
		}
		// Killed when the message is there and nobody knows.
		c.fail = func(_, _ string, post func()) error {
			post()
			c.fail = nil
			return errors.New("killed")
		}
		look(1)
		look(0.1)
		if n := c.posted("discord:1"); n != 2 {
			t.Fatalf("%d digests in two days, one of unknown fate", n)
		}
		look(7) // off for a week: one that says since when
		look(0.01)
		if n := c.posted("discord:1"); n != 3 {
			t.Fatalf("%d digests after a week", n)
		}
		if _, err := s.SetTiming(t.Context(), "discord:1", w.ID, statements.Timing{}, at.now()); err != nil {
			t.Fatal(err)
		}
		look(3)
		if n := c.posted("discord:1"); n != 3 {
			t.Fatalf("%d digests after it was ended", n)
		}
	})
}
