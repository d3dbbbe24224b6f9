package gather

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"sync"

	"onrecord/feeds"
	"onrecord/statements"
)

// web reads an address.
func (r *run) web(ctx context.Context, u unit) error {
	if err := feeds.CheckURL(u.url); err != nil {
		return &statements.Problem{Text: statements.Say("The address cannot be read: %s.", err.Error()), Hint: statements.Say("Mend it in the list.")}
	}
	if !u.feed {
		if known, err := r.known(ctx, feeds.Canonical(u.url)); known || err != nil {
			r.thereIf(u.arg, known)
			return err
		}
	}
	got, err := r.get(ctx, u)
	if err != nil {
		return err
	}
	asked := feeds.Canonical(u.url)
	u.url = got.URL
	if err := r.content(ctx, u, got.Body, got.ContentType); err != nil {
		return err
	}
	// A page that was reached by another address is not fetched again for it.
	if last := feeds.Canonical(got.URL); last != asked && kindOf(got.Body, got.ContentType) <= page {
		at, err := r.stored(ctx, last)
		if err != nil {
			return err
		}
		return r.note(ctx, asked, at)
	}
	return nil
}

// get fetches an address when it is its turn.
func (r *run) get(ctx context.Context, u unit) (*feeds.Fetched, error) {
	if err := r.turn(ctx, u.url); err != nil {
		return nil, err
	}
	select {
	case r.seats <- struct{}{}:
		defer func() { <-r.seats }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if !u.feed && !r.mayRead(ctx, u.url) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, &statements.Problem{Text: statements.Say("The robots.txt of %s does not let us read it.", hostOf(u.url)), Hint: statements.Say("Ask its owner, or save the page and import the file.")}
	}
	got, err := r.Client.Get(ctx, u.url, "", "")
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var e *feeds.Error
	r.pace.heard(hostOf(u.url), err == nil || errors.As(err, &e) && e.Status > 0)
	return got, err
}

// mayRead asks robots.txt, one after the other at each host: it is fetched
// once.
func (r *run) mayRead(ctx context.Context, address string) bool {
	one, _ := r.asking.LoadOrStore(hostOf(address), new(sync.Mutex))
	m := one.(*sync.Mutex)
	m.Lock()
	defer m.Unlock()
	return r.Client.MayRead(ctx, address)
}

// turn waits until it is time for one more request at the address's host.
func (r *run) turn(ctx context.Context, address string) error {
	host := hostOf(address)
	if r.pace.silent(host) {
		return &statements.Problem{Text: statements.Say("%s has not answered %s times in a row, and was left alone.", host, silence), Hint: statements.Say("Import it again later.")}
	}
	return r.pace.wait(ctx, host)
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Host)
}
