package bot_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/bot"
	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// channel is a surface that works: it remembers nonces as Discord does, and can
// be told to fail.
type channel struct {
	mu    sync.Mutex
	posts []string // place and nonce, in order
	ids   map[string]string
	fail  func(place, nonce string, post func()) error // nil is no failure
	look  error

	edits  []string // messages, in order
	refuse error    // of edits
}

func (c *channel) Prefix() string { return "discord" }

func (c *channel) Post(_ context.Context, place string, _ handlers.Card, nonce string) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	post := func() {
		if c.ids == nil {
			c.ids = map[string]string{}
		}
		if c.ids[nonce] == "" {
			c.posts = append(c.posts, place)
			c.ids[nonce] = fmt.Sprint("m", len(c.posts))
		}
	}
	if c.fail != nil {
		if err := c.fail(place, nonce, post); err != nil {
			return "", err
		}
	}
	post()
	return c.ids[nonce], nil
}

func (c *channel) Find(_ context.Context, _, nonce string, _ time.Time) (string, bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ids[nonce], c.ids[nonce] != "", c.look
}

func (c *channel) Edit(_ context.Context, _, messageID string, card handlers.Card, _ string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.edits = append(c.edits, messageID)
	return c.refuse
}

func (c *channel) posted(place string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := 0
	for _, p := range c.posts {
		if p == place {
			n++
		}
	}
	return n
}

// sendError is what a surface may say of a failure.
type sendError struct {
	retry, certain, gone bool
	after                time.Duration
}

func (e sendError) Error() string { return "refused" }
func (e sendError) Fate() (bool, time.Duration, bool, bool) {
	return e.retry, e.after, e.certain, e.gone
}

// clock is moved by hand.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time          { c.mu.Lock(); defer c.mu.Unlock(); return c.at }
func (c *clock) advance(d time.Duration) { c.mu.Lock(); defer c.mu.Unlock(); c.at = c.at.Add(d) }

var noon = time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC)

// owing gives a store that owes each place so many messages.
func owing(t *testing.T, s *store.Store, places map[string]int) {
	t.Helper()
	ctx := t.Context()
	var watches []statements.Watch
	for place := range places {
		w, err := s.AddWatch(ctx, statements.Watch{Place: place, Speaker: "Mira Solheim", Server: "discord:1", By: "Ida", Created: noon})
		if err != nil {
			t.Fatal(err)
		}
		watches = append(watches, w)
	}
	_, version, err := s.Watches(ctx)
	if err != nil {
		t.Fatal(err)
	}
	most := 0
	for _, n := range places {
		most = max(most, n)
	}
	for i := range most {
		a := statements.Arrival{At: noon, Watches: version, Outlet: statements.Outlet{Name: "Harbor Courier", URL: "https://harborcourier.example"}}
		a.Article = statements.Article{URL: fmt.Sprintf("https://harborcourier.example/%d", i), Title: "Talks", Text: "Talks\n\n“No,” Mira Solheim said.", Fetched: noon}
		at := strings.Index(a.Article.Text, "No")
		span := []statements.Span{{Start: at, End: at + 2}}
		a.Statements = []statements.Statement{{Speaker: "Mira Solheim", Known: statements.ByName, Kind: statements.Direct, Content: span, Verbatim: span, Confidence: 1}}
		for _, w := range watches {
			if i < places[w.Place] {
				a.Alerts = append(a.Alerts, statements.Alert{Watch: w, Form: statements.FormAlert, Statements: []int{0}, Reason: "spoke"})
			}
		}
		if _, err := s.KeepArticle(ctx, a); err != nil {
			t.Fatal(err)
		}
	}
}

func courier(s *store.Store, c *channel, at *clock) *bot.Courier {
	return &bot.Courier{
		Outbox: s, Surface: c, Now: at.now, Log: slog.New(slog.DiscardHandler), Workers: 4, Look: time.Second,
		Draw: func(d statements.Delivery) handlers.Card {
			return handlers.DeliveryCard(locales.English, d, at.now(), time.UTC)
		},
	}
}

func each(t *testing.T, f func(t *testing.T, s, other *store.Store)) {
	storetest.Each(t, func(t *testing.T, open func() *store.Store) { f(t, open(), open()) })
}

func drain(t *testing.T, c *bot.Courier) {
	t.Helper()
	if err := c.Drain(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
}

func TestCourierDeliversOnceAndInOrder(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		owing(t, s, map[string]int{"discord:1": 3, "discord:2": 1, "console": 1})
		c, at := &channel{}, &clock{at: noon}
		drain(t, courier(s, c, at))
		drain(t, courier(s, c, at))
		if c.posted("discord:1") != 3 || c.posted("discord:2") != 1 {
			t.Errorf("got %v", c.posts)
		}
		if c.posted("console") != 0 {
			t.Error("the console's message went to Discord")
		}
	})
}

func TestCourierTriesAgain(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		owing(t, s, map[string]int{"discord:1": 2})
		c, at := &channel{}, &clock{at: noon}
		failures := 0
		c.fail = func(_, _ string, post func()) error {
			if failures++; failures <= 3 {
				return sendError{retry: true, certain: true, after: time.Minute}
			}
			return nil
		}
		co := courier(s, c, at)
		for range 4 {
			drain(t, co)
			if failures < 4 && len(c.posts) > 0 {
				t.Fatalf("the second message overtook the first: %v", c.posts)
			}
			at.advance(time.Minute)
		}
		drain(t, co)
		if c.posted("discord:1") != 2 {
			t.Errorf("got %v, want both", c.posts)
		}
	})
}

func TestCourierWaitsAsLongAsItIsTold(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		owing(t, s, map[string]int{"discord:1": 1})
		c, at := &channel{}, &clock{at: noon}
		tries := 0
		c.fail = func(_, _ string, _ func()) error {
			if tries++; tries == 1 {
				return sendError{retry: true, certain: true, after: time.Hour}
			}
			return nil
		}
		co := courier(s, c, at)
		drain(t, co)
		at.advance(59 * time.Minute)
		drain(t, co)
		if tries != 1 {
			t.Errorf("%d tries before the hour was over", tries)
		}
		at.advance(2 * time.Minute)
		drain(t, co)
		if c.posted("discord:1") != 1 {
			t.Error("never delivered")
		}
	})
}

func TestCourierPausesAPlaceThatIsGone(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		owing(t, s, map[string]int{"discord:1": 2, "discord:2": 2})
		c, at := &channel{}, &clock{at: noon}
		c.fail = func(place, _ string, _ func()) error {
			if place == "discord:1" {
				return sendError{certain: true, gone: true}
			}
			return nil
		}
		drain(t, courier(s, c, at))
		if c.posted("discord:2") != 2 {
			t.Errorf("the other place got %d of 2", c.posted("discord:2"))
		}
		c.fail = nil
		if n, err := s.ResumePlaces(t.Context(), "discord"); err != nil || n == 0 {
			t.Fatalf("resumed %d: %v", n, err)
		}
		drain(t, courier(s, c, at))
		if c.posted("discord:1") != 2 {
			t.Errorf("after it is back: %d of 2", c.posted("discord:1"))
		}
	})
}

// A card that the surface does not take is told barely, and holds up nobody.
func TestCourierTellsARefusedCardBarely(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		owing(t, s, map[string]int{"discord:1": 2})
		c, at := &channel{}, &clock{at: noon}
		tries := 0
		c.fail = func(_, _ string, _ func()) error {
			if tries++; tries == 1 {
				return sendError{certain: true}
			}
			return nil
		}
		drain(t, courier(s, c, at))
		if c.posted("discord:1") != 2 || tries != 3 {
			t.Errorf("%d messages after %d tries, want 2 after 3", c.posted("discord:1"), tries)
		}
	})
}

// A place that was closed by mistake is knocked at again.
func TestCourierKnocksAgain(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		owing(t, s, map[string]int{"discord:1": 1})
		c, at := &channel{}, &clock{at: noon}
		c.fail = func(string, string, func()) error { return sendError{certain: true, gone: true} }
		drain(t, courier(s, c, at))
		c.fail = nil
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan error, 1)
		go func() { done <- courier(s, c, at).Run(ctx) }() // as after a start
		for range 200 {
			if c.posted("discord:1") == 1 {
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
		stop()
		if err := <-done; err != nil || c.posted("discord:1") != 1 {
			t.Errorf("posted %d: %v", c.posted("discord:1"), err)
		}
	})
}

// The answer to a post was lost: the message is there, and nobody knows.
func TestCourierLooksBeforeItSendsAgain(t *testing.T) {
	for _, late := range []time.Duration{time.Second, time.Hour} {
		each(t, func(t *testing.T, s, _ *store.Store) {
			owing(t, s, map[string]int{"discord:1": 1})
			c, at := &channel{}, &clock{at: noon}
			c.fail = func(_, _ string, post func()) error {
				post()
				c.fail = nil
				return errors.New("connection reset")
			}
			co := courier(s, c, at)
			drain(t, co)
			at.advance(late)
			ids := len(c.ids)
			drain(t, co)
			if len(c.posts) != 1 || len(c.ids) != ids {
				t.Errorf("after %v: got %v", late, c.posts)
			}
			if due, next, err := s.Owed(t.Context(), "discord", at.now()); due != 0 || !next.IsZero() || err != nil {
				t.Errorf("still owed: %d, %v, %v", due, next, err)
			}
		})
	}
}

// Where the place cannot be looked into after the nonce's window, nothing is
// sent on a guess, and nothing is given up.
func TestCourierDoesNotGuess(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		owing(t, s, map[string]int{"discord:1": 1})
		c, at := &channel{}, &clock{at: noon}
		c.fail = func(_, _ string, post func()) error {
			post()
			return errors.New("connection reset")
		}
		co := courier(s, c, at)
		drain(t, co)
		at.advance(time.Hour)
		c.fail = func(_, _ string, _ func()) error { t.Error("sent on a guess"); return nil }
		c.look = errors.New("no answer")
		drain(t, co)
		c.look = nil
		at.advance(time.Hour)
		drain(t, co)
		if len(c.posts) != 1 {
			t.Errorf("got %v", c.posts)
		}
	})
}

// A stop lets the attempt that has begun end well.
func TestCourierEndsWhatItHasBegun(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		owing(t, s, map[string]int{"discord:1": 1})
		c, at := &channel{}, &clock{at: noon}
		ctx, stop := context.WithCancel(t.Context())
		c.fail = func(_, _ string, _ func()) error { stop(); return nil }
		if err := courier(s, c, at).Run(ctx); err != nil {
			t.Fatal(err)
		}
		if due, next, err := s.Owed(t.Context(), "discord", at.now()); due != 0 || !next.IsZero() || err != nil {
			t.Errorf("still owed: %d, %v, %v", due, next, err)
		}
	})
}

// Two processes on one outbox send nothing twice.
func TestTwoCouriers(t *testing.T) {
	each(t, func(t *testing.T, s, other *store.Store) {
		places := map[string]int{}
		for i := range 10 {
			places[fmt.Sprint("discord:", i)] = 3
		}
		owing(t, s, places)
		c, at := &channel{}, &clock{at: noon}
		var wg sync.WaitGroup
		for _, st := range []*store.Store{s, other} {
			wg.Go(func() { drain(t, courier(st, c, at)) })
		}
		wg.Wait()
		drain(t, courier(s, c, at))
		slices.Sort(c.posts)
		if len(c.posts) != 30 {
			t.Errorf("got %d messages, want 30: %v", len(c.posts), c.posts)
		}
	})
}
