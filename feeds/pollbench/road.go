package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"runtime/pprof"
	"sync/atomic"
	"time"

	"onrecord/bot"
	"onrecord/feeds"
	"onrecord/statements"
	"onrecord/statements/extract"
	"onrecord/store"
)

// road is onrecord's: claim, fetch, parse, tell what is new, keep it, schedule.
type road struct {
	options
	port    string
	archive string

	poller *feeds.Poller
	ahead  atomic.Int64 // how far its clock has been set forward
}

// profiled runs the road, and writes its CPU profile to a file if one is named.
func (r *road) profiled(ctx context.Context, file string) (report, error) {
	if file == "" {
		return r.run(ctx)
	}
	f, err := os.Create(file)
	if err != nil {
		return report{}, err
	}
	defer f.Close()
	if err := pprof.StartCPUProfile(f); err != nil {
		return report{}, err
	}
	defer pprof.StopCPUProfile()
	return r.run(ctx)
}

func (r *road) run(ctx context.Context) (rep report, err error) {
	feeds.EaseCollector() // as the bot does
	st, err := store.Open(ctx, r.archive, ".")
	if err != nil {
		return rep, err
	}
	defer st.Close()
	if err := r.prepare(ctx, st); err != nil {
		return rep, err
	}
	defer r.poller.Client.Close()
	if rep.First, err = take(r.cycle(ctx, true)); err != nil {
		return rep, err
	}
	for range r.rounds {
		if err := change(ctx, r.port); err != nil {
			return rep, err
		}
		changed, err := take(r.cycle(ctx, true))
		if err != nil {
			return rep, err
		}
		rep.Changed = rep.Changed.plus(changed)
		for range r.still {
			unchanged, err := take(r.cycle(ctx, false))
			if err != nil {
				return rep, err
			}
			rep.Unchanged = rep.Unchanged.plus(unchanged)
		}
	}
	rep.Idle, rep.Writes, err = r.rest(ctx)
	return rep, err
}

// prepare puts the rooms together as the bot does.
func (r *road) prepare(ctx context.Context, st *store.Store) error {
	config := feeds.Default()
	config.AllowPrivate = []string{"127.0.0.0/8"}
	config.Workers = r.workers
	client, err := feeds.NewClient(config)
	if err != nil {
		return err
	}
	ingest := &bot.Ingest{Archive: st, Read: func(statements.Article) []statements.Statement { return nil }}
	if r.read {
		ingest.Read = extract.Read
	}
	r.poller = &feeds.Poller{
		Client: client, Store: st, Keep: ingest.Keep, Known: st.Known, Workers: r.workers,
		Now:    func() time.Time { return time.Now().Add(time.Duration(r.ahead.Load())) },
		Log:    slog.New(slog.DiscardHandler),
		Edited: (&bot.Relook{Record: st, Ingest: ingest}).Edited,
	}
	var list []statements.Feed
	for n := range r.feeds {
		list = append(list, statements.Feed{URL: r.address(n, r.port), Schedule: "@every 12h"})
	}
	return st.SyncFeeds(ctx, list)
}

// cycle is one round over all feeds, which it makes due. It fails when a feed
// does, or brought what it should not.
func (r *road) cycle(ctx context.Context, changed bool) func() (feeds, items int, err error) {
	return func() (feeds, items int, err error) {
		r.ahead.Add(int64(24 * time.Hour))
		var visits []statements.Visit
		pprof.Do(ctx, pprof.Labels("changed", fmt.Sprint(changed)), func(ctx context.Context) {
			visits, err = r.poller.Cycle(ctx)
		})
		if err != nil {
			return 0, 0, err
		}
		for _, v := range visits {
			if v.Problem != "" {
				return 0, 0, fmt.Errorf("%s: %s", v.URL, v.Problem)
			}
			if v.Unchanged == changed || v.Articles != v.New {
				return 0, 0, fmt.Errorf("%s: unchanged is %t, %d items are new, %d were kept", v.URL, v.Unchanged, v.New, v.Articles)
			}
			items += v.Articles
		}
		if len(visits) != r.feeds {
			return 0, 0, fmt.Errorf("%d of %d feeds were visited", len(visits), r.feeds)
		}
		return len(visits), items, nil
	}
}
