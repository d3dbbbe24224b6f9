package bot

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"onrecord/feeds"
	"onrecord/statements"
	"onrecord/statements/watch"
)

// Archive is where arrivals are kept.
type Archive interface {
	// Watches gives all watches and their version.
	Watches(ctx context.Context) ([]statements.Watch, int64, error)
	// KeepArticle keeps an arrival and its alerts in one transaction. It gives
	// statements.ErrWatchesChanged if the arrival was matched against an older
	// version of the watches.
	KeepArticle(ctx context.Context, a statements.Arrival) (statements.Kept, error)
}

// Ingest takes what the feeds bring: it reads the statements, matches the
// watches and keeps all of it. It is safe for concurrent use.
type Ingest struct {
	Archive Archive
	// Read finds the statements of an article: extract.Read.
	Read func(statements.Article) []statements.Statement
	// Owed is told, without waiting, that new alerts are in the outbox.
	Owed func()
	// Silent alerts nobody, watches that ask for the backlog neither: what is
	// imported was news once.
	Silent bool
	// Relook has the pages of articles in which somebody spoke looked at again.
	Relook bool

	mu      sync.Mutex
	set     *watch.Set
	version int64
}

// rematches bounds how often one arrival is matched again because somebody
// edits watches all the while.
const rematches = 20

// Keep is the poller's Keep.
func (i *Ingest) Keep(ctx context.Context, a feeds.Arrived) (feeds.Kept, error) {
	arrival := statements.Arrival{
		FeedID: a.Feed.ID, ItemKey: a.Item.Key, Outlet: a.Outlet,
		Quiet: a.Quiet, At: a.At, Article: a.Article, Body: a.Body,
	}
	arrival.Statements = i.Read(a.Article)
	if i.Relook {
		arrival.Look = a.Look
	}
	set, version, err := i.watches(ctx, false)
	for try := 0; err == nil && try < rematches; try++ {
		if !i.Silent {
			arrival.Alerts = set.Match(arrival.Article, arrival.Statements, arrival.Quiet)
		}
		arrival.Watches = version
		var kept statements.Kept
		kept, err = i.Archive.KeepArticle(ctx, arrival)
		if err == nil {
			return i.count(arrival, kept), nil
		}
		if errors.Is(err, statements.ErrWatchesChanged) {
			set, version, err = i.watches(ctx, true)
		}
	}
	if err == nil {
		err = statements.ErrWatchesChanged
	}
	return feeds.Kept{}, fmt.Errorf("keep %s: %w", a.Article.URL, err)
}

func (i *Ingest) count(a statements.Arrival, k statements.Kept) feeds.Kept {
	if k.Deliveries > 0 && i.Owed != nil {
		i.Owed()
	}
	if !k.New {
		return feeds.Kept{}
	}
	return feeds.Kept{Articles: 1, Statements: len(a.Statements), Alerts: len(a.Alerts)}
}

// watches gives the compiled watches; again reads them anew.
func (i *Ingest) watches(ctx context.Context, again bool) (*watch.Set, int64, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.set != nil && !again {
		return i.set, i.version, nil
	}
	ws, version, err := i.Archive.Watches(ctx)
	if err != nil {
		return nil, 0, fmt.Errorf("read the watches: %w", err)
	}
	i.set, i.version = watch.Compile(ws), version
	return i.set, i.version, nil
}
