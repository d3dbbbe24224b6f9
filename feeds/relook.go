package feeds

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"onrecord/statements"
)

// Looks is the schedule of pages that are looked at again.
type Looks interface {
	// ClaimLooks leases at most n articles that are due, longest due first.
	ClaimLooks(ctx context.Context, now time.Time, n int, lease time.Duration) ([]statements.Look, error)
}

// Again is an article that was looked at again.
type Again struct {
	// Look has what the page gave for the next question, and how it has failed.
	Look  statements.Look
	At    time.Time
	Sight statements.Sight
	// Text is the article as it stands, put together as it was the first time;
	// only of SightChanged, which says no more than that something was read.
	Text string
	Next time.Time // when to look again; zero is never
}

const (
	// lookLease is how long a claimed look belongs to us: a time-out, robots.txt
	// and the turn at a busy host.
	lookLease = 3 * time.Minute
	// lookSeats is how many pages are looked at again at the same time, and
	// lookPause what lies between two of them at least: 60 a minute. Feeds and
	// new pages come first.
	lookSeats = 2
	lookPause = time.Second
	// lookRest is how often the schedule is looked at when nothing is due.
	lookRest = 15 * time.Second
	// lookSoon is when a page that may be gone, or gave no answer, is looked at
	// once more.
	lookSoon = 15 * time.Minute
	// surelyGone is how many looks in a row must not find a page, and mostRetries
	// how often one that gives no answer is asked in between.
	surelyGone, mostRetries = 2, 2
)

// Relooker looks again at the pages of articles in which somebody spoke. Its
// fields are set before its first use.
type Relooker struct {
	Client *Client
	Looks  Looks
	// Keep judges what was found and stores it.
	Keep func(ctx context.Context, a Again) error
	// Offline reports that our own network is down: then there is nothing to see.
	// Nil never is.
	Offline func() bool
	Now     func() time.Time // nil is time.Now
	Log     *slog.Logger     // nil is silent
}

// Run looks at pages as they fall due until ctx ends. Looks that it has begun
// are cut short by ctx too; they are made again later.
func (r *Relooker) Run(ctx context.Context) error {
	seats := make(chan struct{}, lookSeats)
	var group sync.WaitGroup
	defer group.Wait()
	for ctx.Err() == nil {
		if r.offline() {
			sleep(ctx, lookRest)
			continue
		}
		due, err := r.Looks.ClaimLooks(ctx, r.now(), lookSeats, lookLease)
		if err != nil && ctx.Err() == nil {
			r.log().Error("claim the pages to look at again", "err", err)
		}
		for _, l := range due {
			seats <- struct{}{}
			group.Go(func() {
				defer func() { <-seats }()
				r.look(ctx, l)
			})
			sleep(ctx, lookPause)
		}
		if len(due) == 0 {
			sleep(ctx, lookRest)
		}
	}
	return nil
}

// Cycle looks at what is due now, at most so many pages, and gives how many
// there were.
func (r *Relooker) Cycle(ctx context.Context, most int) (int, error) {
	now, n := r.now(), 0
	for n < most && !r.offline() && ctx.Err() == nil {
		due, err := r.Looks.ClaimLooks(ctx, now, 1, lookLease)
		if err != nil {
			return n, fmt.Errorf("claim the pages to look at again: %w", err)
		}
		if len(due) == 0 {
			return n, nil
		}
		for _, l := range due {
			r.look(ctx, l)
			n++
		}
	}
	return n, ctx.Err()
}

func (r *Relooker) look(ctx context.Context, l statements.Look) {
	a := r.Client.lookAgain(ctx, l)
	if ctx.Err() != nil {
		return // nobody knows what was seen
	}
	a.At = r.now()
	a.Next = nextLook(&a)
	log := r.log().With("article", l.Article)
	if err := r.Keep(ctx, a); err != nil && ctx.Err() == nil {
		log.Error("look at a page again", "err", err)
		return
	}
	log.Debug("looked again", "sight", a.Sight)
}

// nextLook is when to look again. A page that may be gone is looked at soon
// once more, and one that is gone never.
func nextLook(a *Again) time.Time {
	l := &a.Look
	switch a.Sight {
	case statements.SightMissing:
		if l.Missing = max(l.Missing, 0) + 1; l.Missing < surelyGone {
			return a.At.Add(lookSoon)
		}
		a.Sight = statements.SightGone // it may come back
	case statements.SightNoAnswer:
		if l.Missing = min(l.Missing, 0) - 1; -l.Missing <= mostRetries {
			return a.At.Add(lookSoon)
		}
		l.Missing = 0
	case statements.SightGone:
		return time.Time{}
	default:
		l.Missing = 0
	}
	return statements.NextLook(l.Fetched, a.At)
}

func (r *Relooker) offline() bool { return r.Offline != nil && r.Offline() }

// lookAgain asks for a page, once and only for what is new.
func (c *Client) lookAgain(ctx context.Context, l statements.Look) Again {
	a := Again{Look: l, Sight: statements.SightNotAllowed}
	if !c.MayRead(ctx, l.URL) {
		return a
	}
	got, err := c.Get(ctx, l.URL, l.ETag, l.LastModified)
	switch {
	case got == nil:
		a.Sight = statements.SightNoAnswer
		return a
	case got.Gone:
		a.Sight = statements.SightGone
		return a
	case got.Status == http.StatusNotFound:
		a.Sight = statements.SightMissing
		return a
	case got.NotModified:
		a.Sight = statements.SightSame
		return a
	case err != nil:
		a.Sight = statements.SightNoAnswer
		return a
	}
	page, err := ReadPage(got.Body, got.ContentType, got.URL)
	switch {
	case err != nil:
		a.Sight = statements.SightUnread
	case page.Partial != "":
		a.Sight = statements.SightLess
	default:
		a.Look.ETag, a.Look.LastModified = got.ETag, got.LastModified
		a.Sight, a.Text = statements.SightChanged, textUnder(l.Title, page)
	}
	return a
}

// textUnder is a page's text under the headline that its article has.
func textUnder(title string, page *Page) string {
	if sameWords(page.Title, title) {
		return page.Text
	}
	return withHeadline(title, page.Body)
}

func (r *Relooker) now() time.Time {
	if r.Now == nil {
		return time.Now()
	}
	return r.Now()
}

func (r *Relooker) log() *slog.Logger {
	if r.Log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return r.Log
}
