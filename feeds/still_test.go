package feeds

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"onrecord/statements"
)

// batches is a store that notes the sizes of its writes, and when they were.
type batches struct {
	asleep
	start time.Time
	sizes []int
	at    []time.Duration
	err   error
	ended bool // a write came with a context that was over
}

func (b *batches) KeepUnchanged(ctx context.Context, visits []statements.Visit) error {
	b.sizes, b.at = append(b.sizes, len(visits)), append(b.at, time.Since(b.start))
	b.ended = b.ended || ctx.Err() != nil
	return b.err
}

func TestStill(t *testing.T) {
	for name, tt := range map[string]struct {
		come  []time.Duration // when visits end
		sizes []int
		at    []time.Duration
	}{
		"none":           {nil, nil, nil},
		"one":            {[]time.Duration{0}, []int{1}, []time.Duration{stillFor}},
		"few at a time":  {[]time.Duration{0, stillFor / 2, stillFor - 1}, []int{3}, []time.Duration{stillFor}},
		"one after all":  {[]time.Duration{0, 5 * stillFor}, []int{1, 1}, []time.Duration{stillFor, 6 * stillFor}},
		"many at a time": {make([]time.Duration, 2*mostStill+1), []int{mostStill, mostStill, 1}, []time.Duration{0, 0, stillFor}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := &batches{start: time.Now()}
				s := (&Poller{Store: b}).newStill(t.Context())
				told := 0
				for _, at := range tt.come {
					time.Sleep(time.Until(b.start.Add(at)))
					s.add(t.Context(), statements.Visit{}, func(err error) {
						if told++; err != nil {
							t.Error(err)
						}
					})
				}
				time.Sleep(time.Second)
				s.close()
				if !slices.Equal(b.sizes, tt.sizes) || !slices.Equal(b.at, tt.at) || told != len(tt.come) {
					t.Errorf("writes of %v at %v, %d told; want %v at %v", b.sizes, b.at, told, tt.sizes, tt.at)
				}
			})
		})
	}
}

// What is collected is written down at the end, at once and although we are
// told to stop; and every visit hears of an error.
func TestStillEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		broken := errors.New("the disk is full")
		b := &batches{start: time.Now(), err: broken}
		ctx, cancel := context.WithCancel(t.Context())
		s := (&Poller{Store: b}).newStill(ctx)
		told := 0
		for range 3 {
			s.add(ctx, statements.Visit{}, func(err error) {
				if errors.Is(err, broken) {
					told++
				}
			})
		}
		cancel()
		s.close()
		if !slices.Equal(b.sizes, []int{3}) || b.at[0] != 0 || b.ended || told != 3 {
			t.Errorf("writes of %v at %v, over %t, %d told", b.sizes, b.at, b.ended, told)
		}
	})
}

// Only a visit after which the feed's row says the same is written with others.
func TestFoundNothing(t *testing.T) {
	f := statements.Feed{ETag: `"1"`, LastModified: "then", BodyHash: "h", Asks: time.Minute}
	for name, tt := range map[string]struct {
		change func(*statements.Visit)
		want   bool
	}{
		"a 304":              {func(*statements.Visit) {}, true},
		"a body":             {func(v *statements.Visit) { v.Unchanged = false }, false},
		"a failure":          {func(v *statements.Visit) { v.Problem = "It is down." }, false},
		"a move":             {func(v *statements.Visit) { v.MovedTo = "https://courier.example/new" }, false},
		"another tag":        {func(v *statements.Visit) { v.ETag = `"2"` }, false},
		"another date":       {func(v *statements.Visit) { v.LastModified = "now" }, false},
		"validators dropped": {func(v *statements.Visit) { v.BodyHash = "" }, false},
		"another wish":       {func(v *statements.Visit) { v.Asks = time.Hour }, false},
	} {
		v := statements.Visit{Unchanged: true, ETag: f.ETag, LastModified: f.LastModified, BodyHash: f.BodyHash, Asks: f.Asks}
		tt.change(&v)
		if got := foundNothing(f, v); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// Claims grow where visits are quick, and shrink where they are not.
func TestClaimsGrow(t *testing.T) {
	p := (&Poller{Workers: 10}).newPool()
	for i, step := range []struct {
		n    int
		took time.Duration
		want int
	}{
		{10, 0, 40}, {40, 0, 160}, {3, 0, 160}, {160, claimFor / 2, 160}, {160, 0, mostClaimed}, {mostClaimed, 0, mostClaimed}, {mostClaimed, time.Second, 10},
	} {
		if p.claimed(step.n, step.took); p.claim != step.want {
			t.Errorf("step %d: the next claim is for %d, want %d", i, p.claim, step.want)
		}
	}
}
