package gather

import (
	"cmp"
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"onrecord/feeds"
	"onrecord/statements"
)

// Gatherer reads archives. Its fields are set before its only Run.
type Gatherer struct {
	Client *feeds.Client
	// Keep stores what arrived, in one transaction.
	Keep func(ctx context.Context, a feeds.Arrived) (feeds.Kept, error)
	// Known reports whether the article with this canonical address is stored.
	Known func(ctx context.Context, address string) (bool, error)
	Notes Notes

	Teasers   bool // what a feed has is enough: pages are not fetched for it
	Pace      time.Duration
	Workers   int             // files at the same time; 0 is one a processor
	Outlet    string          // of what names none
	Published statements.Date // of what has no date
	Now       func() time.Time

	total, done, kept atomic.Int64
}

// Notes keep small values under a name.
type Notes interface {
	Remember(ctx context.Context, name, value string) error
	// Recall gives "" for what nobody remembers.
	Recall(ctx context.Context, name string) (string, error)
}

// Result is what became of one name.
type Result struct {
	Name       string
	Kept       int // articles
	Statements int // in them
	Known      int // articles that were there before
	Refused    []Refusal
}

// Refusal is something that was not kept, and why.
type Refusal struct {
	Name string
	Why  error // a *statements.Problem can be found in it
}

// Progress says how far a run is: how many of the pieces that it knows of are
// done, and how many articles are kept. It may be asked while Run runs.
func (g *Gatherer) Progress() (done, total, kept int) {
	return int(g.done.Load()), int(g.total.Load()), int(g.kept.Load())
}

const (
	// webSeats is how many requests are under way in all; one host sees one.
	webSeats = 16
	// nested is how many lists may lead to one another.
	nested = 2
)

// run is one Run on its way.
type run struct {
	*Gatherer
	group  *errgroup.Group
	poller *feeds.Poller
	pace   pacer
	seats  chan struct{}
	fed    atomic.Int64 // feeds so far: each has an id of its own
	asking sync.Map     // a *sync.Mutex for each host: whose robots.txt is being asked

	mu      sync.Mutex
	results []Result
}

// Run reads everything that is named. Its error is of the store or of ctx: what
// was kept before it is kept, and the results say so.
func (g *Gatherer) Run(ctx context.Context, names []string) ([]Result, error) {
	group, ctx := errgroup.WithContext(ctx)
	r := &run{Gatherer: g, group: group, pace: pacer{every: g.Pace}, seats: make(chan struct{}, webSeats)}
	r.poller = &feeds.Poller{Client: g.Client, Known: r.known, Now: g.Now}
	for _, n := range names {
		r.results = append(r.results, Result{Name: n})
	}
	workers := cmp.Or(max(g.Workers, 0), runtime.GOMAXPROCS(0))
	files := make(chan unit, 4*workers)
	group.Go(func() error {
		defer close(files)
		var all []unit
		for i, n := range names {
			if err := r.walk(ctx, i, n, &all); err != nil {
				return err
			}
		}
		for _, u := range all {
			if err := r.open(ctx, u, files); err != nil {
				return err
			}
		}
		return nil
	})
	for range workers {
		group.Go(func() error {
			for u := range files {
				if err := r.ended(u, r.file(ctx, u)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	err := group.Wait()
	return r.results, err
}

// spawn has an address read beside everything else.
func (r *run) spawn(ctx context.Context, u unit) {
	r.total.Add(1)
	r.group.Go(func() error { return r.ended(u, r.web(ctx, u)) })
}

// ended notes the end of a unit. An error that is no refusal ends the run.
func (r *run) ended(u unit, err error) error {
	r.done.Add(1)
	return r.refused(u.arg, u.name, err)
}

// refused notes why something was not kept. It gives back what is no reason of
// the thing itself.
func (r *run) refused(arg int, name string, err error) error {
	var p *statements.Problem
	switch {
	case err == nil:
		return nil
	case errors.As(err, new(*stop)), errors.Is(err, context.Canceled), !errors.As(err, &p):
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.results[arg].Refused = append(r.results[arg].Refused, Refusal{name, err})
	return nil
}

// keep stores the article that was asked for under an address, and counts it.
func (r *run) keep(ctx context.Context, arg int, asked string, a feeds.Arrived) error {
	kept, err := r.Keep(ctx, a)
	if err != nil {
		return &stop{err}
	}
	r.count(arg, kept)
	if kept.Articles == 0 {
		return r.elsewhere(ctx, asked)
	}
	return r.note(ctx, asked, a.Article.URL)
}

func (r *run) count(arg int, kept feeds.Kept) {
	r.kept.Add(int64(kept.Articles))
	r.mu.Lock()
	defer r.mu.Unlock()
	r.results[arg].Kept += kept.Articles
	r.results[arg].Statements += kept.Statements
	if kept.Articles == 0 {
		r.results[arg].Known++
	}
}

// there counts an article that was there before.
func (r *run) there(arg int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.results[arg].Known++
}

// stop is a failure of our own store: what comes after would fail as well.
type stop struct{ err error }

func (s *stop) Error() string { return s.err.Error() }
func (s *stop) Unwrap() error { return s.err }

func (r *run) now() time.Time {
	if r.Now == nil {
		return time.Now()
	}
	return r.Now()
}
