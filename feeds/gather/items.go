package gather

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"onrecord/feeds"
	"onrecord/statements"
)

// feed keeps every item of a feed, the oldest first.
func (r *run) feed(ctx context.Context, u unit, body []byte, contentType string) error {
	d, err := feeds.ParseFeed(body, contentType, u.url)
	if err != nil {
		return err
	}
	f := statements.Feed{ID: r.fed.Add(1), URL: u.url, Name: d.Title}
	if f.URL == "" {
		f.URL = d.Link
	}
	if f.URL == "" {
		f.URL = identity(body)
	}
	if r.Outlet != "" {
		f.Name = r.Outlet
	}
	if f.Name == "" {
		f.Name = r.outletOf(u, f.URL)
	}
	r.total.Add(int64(len(d.Items)))
	for i, it := range slices.Backward(d.Items) {
		name := it.Link
		if name == "" {
			name = fmt.Sprintf("%s: item %d", u.name, i+1)
		}
		err := r.item(ctx, u.arg, f, it)
		r.done.Add(1)
		if err := r.refused(u.arg, name, err); err != nil {
			return err
		}
	}
	return nil
}

// item keeps one item. One that is known gets this feed's outlet.
func (r *run) item(ctx context.Context, arg int, f statements.Feed, it feeds.Item) error {
	if it.Link+it.Title+it.Content+it.Summary == "" {
		return &statements.Problem{Text: statements.Say("The item is empty."), Hint: statements.Say("Look at the feed; its other items are kept.")}
	}
	a, err := r.poller.Bring(ctx, f, it, !r.Teasers, r.turn)
	if err != nil {
		var e *feeds.Error
		if errors.As(err, &e) {
			r.pace.heard(hostOf(it.Link), e.Status > 0)
			return &statements.Problem{Text: e.Problem.Text, Hint: statements.Say("Import it again later, or with --teasers to keep what the feed has.")}
		}
		return err
	}
	asked := feeds.Canonical(it.Link)
	if asked == "" {
		asked = a.Article.URL
	}
	if !a.Known {
		return r.keep(ctx, arg, asked, a)
	}
	if a.Article.URL, err = r.stored(ctx, a.Article.URL); err != nil {
		return err
	}
	a.Outlet.URL = a.Article.URL
	known, err := r.Known(ctx, a.Article.URL)
	switch {
	case err != nil:
		return &stop{err}
	case !known: // the same text is there under another address
		r.there(arg)
		return nil
	}
	return r.keep(ctx, arg, a.Article.URL, a)
}
