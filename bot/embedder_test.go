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
	"testing/synctest"
	"time"

	"onrecord/bot"
	"onrecord/handlers/embed"
	"onrecord/handlers/embed/embedtest"
	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// unread is a shelf of statements of which some have no vector.
type unread struct {
	mu    sync.Mutex
	texts []string // of statements 1, 2 ...
	kept  map[int64][]float32
	order []int64
	busy  bool // another process embeds
}

func (u *unread) Embedder(_ context.Context, model string, dimensions int) (statements.Embedder, error) {
	return statements.Embedder{ID: 1, Model: model, Dimensions: dimensions}, nil
}

func (u *unread) LeaseEmbedder(context.Context, int64, time.Time, time.Time) (bool, error) {
	return !u.busy, nil
}

func (u *unread) ForgetEmbedders(context.Context, int64, time.Time, int) (int, error) { return 0, nil }

func (u *unread) LoadSignatures(context.Context, int64, time.Duration) error { return nil }

func (u *unread) Unembedded(_ context.Context, _ int64, n int) ([]statements.Passage, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	var out []statements.Passage
	for id := int64(len(u.texts)); id > 0 && len(out) < n; id-- {
		if _, done := u.kept[id]; !done {
			out = append(out, statements.Passage{ID: id, Text: u.texts[id-1]})
		}
	}
	return out, nil
}

func (u *unread) KeepVectors(_ context.Context, _ int64, of []statements.Meant, _ time.Time) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	for _, m := range of {
		if _, twice := u.kept[m.ID]; twice {
			return fmt.Errorf("statement %d is kept twice", m.ID)
		}
		u.kept[m.ID], u.order = m.Vector, append(u.order, m.ID)
	}
	return nil
}

// oracle is a model that answers as it is told.
type oracle struct {
	mu    sync.Mutex
	err   error
	fails func(text string) bool // refuses requests with such a text
	asked []time.Time
	texts int
	dead  bool // refuses the probe, too

	failing bool // a question was not answered
	probed  int
}

func (o *oracle) Model() (string, int) { return "small", 0 }
func (o *oracle) Expect(int)           {}

func (o *oracle) Failing() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.failing
}

func (o *oracle) Probe(context.Context) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.probed++
	if o.failing = o.err != nil; o.failing {
		return 0, o.err
	}
	if o.dead {
		return 0, errors.New("it answers 400")
	}
	return 8, nil
}

func (o *oracle) Embed(_ context.Context, texts []string) ([][]float32, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.asked = append(o.asked, time.Now())
	if o.err != nil {
		return nil, o.err
	}
	if o.fails != nil && slices.ContainsFunc(texts, o.fails) {
		return nil, fmt.Errorf("it answers 400: %w", statements.ErrRefused)
	}
	o.texts += len(texts)
	out := make([][]float32, len(texts))
	for i, t := range texts {
		out[i] = embedtest.Vector(t, 8)
	}
	return out, nil
}

func newUnread(n int) *unread {
	u := &unread{kept: map[int64][]float32{}}
	for i := range n {
		u.texts = append(u.texts, fmt.Sprintf("statement %d", i+1))
	}
	return u
}

// run runs the embedder for a while, and gives what it logged.
func run(t *testing.T, u *unread, o *oracle, during func()) string {
	t.Helper()
	var log strings.Builder
	ctx, cancel := context.WithCancel(t.Context())
	e := &bot.Embedder{Embedders: u, Vectors: u, Model: o, Now: time.Now, Log: slog.New(slog.NewTextHandler(&log, nil))}
	done := make(chan error)
	go func() { done <- e.Run(ctx) }()
	during()
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
	return log.String()
}

// The newest come first, each once, with a pause after each request, and what
// comes later is seen to.
func TestEmbedder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		u, o := newUnread(100), &oracle{}
		u.texts[60] = " \n"
		log := run(t, u, o, func() {
			time.Sleep(10 * time.Second)
			u.mu.Lock()
			if len(u.kept) != 100 {
				t.Errorf("%d of 100 are kept", len(u.kept))
			}
			u.texts = append(u.texts, "news")
			u.mu.Unlock()
			time.Sleep(30 * time.Second)
		})
		want := []int64{}
		for id := int64(100); id > 0; id-- {
			want = append(want, id)
		}
		if !slices.Equal(u.order, append(want, 101)) {
			t.Errorf("in the order %v", u.order)
		}
		if u.kept[61] != nil || u.kept[60] == nil || o.texts != 100 {
			t.Errorf("%d texts were embedded, the blank one too: %v", o.texts, u.kept[61] != nil)
		}
		for i := 1; i < len(o.asked); i++ {
			if gap := o.asked[i].Sub(o.asked[i-1]); gap < 200*time.Millisecond {
				t.Errorf("a pause of %v", gap)
			}
		}
		if n := strings.Count(log, "\n"); n != 2 {
			t.Errorf("%d lines in the log:\n%s", n, log)
		}
	})
}

// An endpoint that is down is asked ever more seldom, and told of once.
func TestEmbedderBacksOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		u, o := newUnread(3), &oracle{err: errors.New("it answers 503")}
		log := run(t, u, o, func() {
			time.Sleep(24 * time.Hour)
			o.mu.Lock()
			o.err = nil
			o.mu.Unlock()
			time.Sleep(11 * time.Minute)
		})
		if n := len(o.asked); n < 100 || n > 160 {
			t.Errorf("asked %d times in a day", n)
		}
		if len(u.kept) != 3 {
			t.Errorf("%d of 3 are kept when it is back", len(u.kept))
		}
		if n := strings.Count(log, "\n"); n != 3 || !strings.Contains(log, "it answers 503") {
			t.Errorf("%d lines in the log:\n%s", n, log)
		}
	})
}

// Where a question was not answered it is found out when the endpoint is back,
// so that the next ones need not.
func TestEmbedderProbes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		u, o := newUnread(3), &oracle{}
		run(t, u, o, func() {
			time.Sleep(time.Minute)
			o.mu.Lock()
			probed := o.probed
			o.failing, o.err = true, errors.New("it takes too long")
			o.mu.Unlock()
			time.Sleep(time.Hour)
			o.mu.Lock()
			if probed != 0 || o.probed < 5 || o.probed > 20 {
				t.Errorf("probed %d times while all was well, and %d times in an hour", probed, o.probed)
			}
			o.err = nil
			o.mu.Unlock()
			time.Sleep(lastWait)
			if o.Failing() {
				t.Error("nobody has found out that it is back")
			}
		})
	})
}

const lastWait = 11 * time.Minute

// One text that the model does not take costs no other its vector; a model that
// takes none costs nobody anything.
func TestEmbedderRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		u, o := newUnread(90), &oracle{fails: func(text string) bool { return text == "statement 77" || text == "statement 1" }}
		run(t, u, o, func() { time.Sleep(time.Minute) })
		if len(u.kept) != 90 || u.kept[77] != nil || u.kept[1] != nil || u.kept[2] == nil || o.texts != 88 {
			t.Errorf("%d of 90 are kept, %d texts embedded", len(u.kept), o.texts)
		}
		u, o = newUnread(90), &oracle{fails: func(string) bool { return true }, dead: true}
		run(t, u, o, func() { time.Sleep(time.Hour) })
		if len(u.kept) != 0 {
			t.Errorf("%d are given up", len(u.kept))
		}
	})
}

func TestEmbedderWaitsForAnother(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		u, o := newUnread(9), &oracle{}
		u.busy = true
		run(t, u, o, func() { time.Sleep(time.Hour) })
		if len(o.asked)+len(u.kept) > 0 {
			t.Errorf("two embed at once: %d requests", len(o.asked))
		}
	})
}

// On a real archive with a real endpoint: killed at any moment it goes on where it
// was, and what was sent twice is one request for each kill. An endpoint that lies
// has nothing kept, and another model begins anew.
func TestEmbedderKilled(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.Store) {
		st, s := open(), embedtest.New(t)
		g := storetest.NewGenerator(0, 30, time.Now())
		for range 30 {
			if _, err := st.KeepArticle(t.Context(), g.Next()); err != nil {
				t.Fatal(err)
			}
		}
		total := 30 * storetest.PerArticle
		now := time.Now()
		life := func(model string, rounds int) (vectors int) {
			st := open() // as after a kill: nothing in memory, another holder
			now = now.Add(time.Hour)
			e := &bot.Embedder{Embedders: st, Vectors: st, Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler),
				Model: embed.New(embed.Config{URL: s.URL, Model: model, Key: embedtest.Key, Timeout: time.Second})}
			for range rounds {
				bot.EmbedderRound(t.Context(), e)
			}
			row, err := st.Embedder(t.Context(), model, 0)
			if err != nil {
				t.Fatal(err)
			}
			if vectors, err = st.Vectors(t.Context(), row.ID); err != nil {
				t.Fatal(err)
			}
			return vectors
		}
		for i, want := range []int{64, 128, 192} {
			if got := life("small", 2); got != want {
				t.Fatalf("life %d ends with %d vectors, not %d", i+1, got, want)
			}
		}
		for _, mode := range []embedtest.Mode{embedtest.Down, embedtest.Few, embedtest.Misplaced, embedtest.Unlike, embedtest.NaN, embedtest.Zero, embedtest.Constant, embedtest.OtherModel, embedtest.Huge, embedtest.Prose} {
			s.Answer(mode)
			if got := life("small", 1); got != 192 {
				t.Errorf("of an endpoint in mode %d %d vectors are kept", mode, got-192)
			}
		}
		s.Answer(embedtest.Swapped)
		before := total - 192
		for _, n := range s.Texts() {
			before += n
		}
		if got := life("small", 9); got != total {
			t.Errorf("%d of %d have a vector", got, total)
		}
		after := 0
		for _, n := range s.Texts() {
			after += n
		}
		if after != before {
			t.Errorf("%d texts went out in vain", after-before)
		}
		s.Answer(embedtest.Well)
		if got := life("large", 3); got != 3*32 {
			t.Errorf("another model begins with %d vectors", got)
		}
		life("large", 20)
		if got := life("small", 0); got != 0 {
			t.Errorf("%d vectors of the old model are left", got)
		}
	})
}
