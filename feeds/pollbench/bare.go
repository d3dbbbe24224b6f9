package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"sync/atomic"

	"github.com/mmcdole/gofeed"
	"golang.org/x/sync/errgroup"
)

// bare fetches every feed and has gofeed parse it, and does nothing else.
type bare struct {
	options
	port  string
	whole bool // read the body whole before parsing
}

func (b bare) run(ctx context.Context) (report, error) {
	var r report
	client := &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}
	for i := range b.rounds + 1 {
		if err := change(ctx, b.port); err != nil {
			return r, err
		}
		m, err := take(func() (int, int, error) { return b.round(ctx, client) })
		if err != nil {
			return r, err
		}
		if i == 0 {
			r.First = m
		} else {
			r.Changed = r.Changed.plus(m)
		}
	}
	return r, nil
}

func (b bare) round(ctx context.Context, client *http.Client) (feeds, items int, err error) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(b.workers)
	var parsed atomic.Int64
	for n := range b.feeds {
		g.Go(func() error {
			found, err := b.one(ctx, client, b.address(n, b.port))
			parsed.Add(int64(found))
			return err
		})
	}
	err = g.Wait()
	return b.feeds, int(parsed.Load()), err
}

func (b bare) one(ctx context.Context, client *http.Client, address string) (items int, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var body io.Reader = resp.Body
	if b.whole {
		all, err := io.ReadAll(resp.Body)
		if err != nil {
			return 0, err
		}
		body = bytes.NewReader(all)
	}
	f, err := gofeed.NewParser().Parse(body)
	if err != nil {
		return 0, err
	}
	return len(f.Items), nil
}

// change has every feed bring new items.
func change(ctx context.Context, port string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://127.0.0.1:"+port+"/change", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
