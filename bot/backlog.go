package bot

import (
	"context"
	"fmt"
	"time"

	"onrecord/statements"
	"onrecord/statements/watch"
)

// Shelf is the archive as a new watch looks through it.
type Shelf interface {
	// BacklogDue gives the watches that ask for the backlog and have not been
	// given it.
	BacklogDue(ctx context.Context) ([]statements.Watch, error)
	// Archive gives at most n articles with ids under before, newest first;
	// before 0 starts at the newest.
	Archive(ctx context.Context, before int64, n int) ([]statements.Archived, error)
	// KeepBacklog puts what was found into the outbox and marks the watch as
	// done, in one transaction.
	KeepBacklog(ctx context.Context, watchID int64, found []statements.ArchivedAlert, now time.Time) error
	// Seen is the archive as the reviewers of a server see it, or of the one
	// that a place belongs to.
	Seen(ctx context.Context, server, place string) (*statements.View, error)
}

// Backlog gives new watches what the archive holds already.
type Backlog struct {
	Shelf Shelf
	Now   func() time.Time
	Owed  func() // as in Ingest
}

// A backlog is a help to begin with and no flood: what is older stays in the
// archive and is found by asking.
const (
	backlogArticles = 30    // at most so many articles are told
	backlogDepth    = 20000 // at most so many are looked at
	backlogPage     = 200
)

// Run looks through the archive for every watch that waits for it, and gives
// the number of watches served.
func (b *Backlog) Run(ctx context.Context) (int, error) {
	due, err := b.Shelf.BacklogDue(ctx)
	if err != nil {
		return 0, fmt.Errorf("look for backlogs: %w", err)
	}
	for n, w := range due {
		found, err := b.look(ctx, w)
		if err != nil {
			return n, fmt.Errorf("look through the archive for watch %d: %w", w.ID, err)
		}
		if err := b.Shelf.KeepBacklog(ctx, w.ID, found, b.Now()); err != nil {
			return n, fmt.Errorf("keep the backlog of watch %d: %w", w.ID, err)
		}
		if b.Owed != nil {
			b.Owed()
		}
	}
	return len(due), nil
}

func (b *Backlog) look(ctx context.Context, w statements.Watch) ([]statements.ArchivedAlert, error) {
	set := watch.Compile([]statements.Watch{w})
	seen, err := b.Shelf.Seen(ctx, w.Server, w.Place)
	if err != nil {
		return nil, err
	}
	var found []statements.ArchivedAlert
	before := int64(0)
	for looked := 0; looked < backlogDepth && len(found) < backlogArticles; {
		page, err := b.Shelf.Archive(ctx, before, backlogPage)
		if err != nil || len(page) == 0 {
			return found, err
		}
		for _, a := range page {
			a.Statements = seen.Sift(a.Statements)
			found = append(found, match(set, a)...)
			if len(found) == backlogArticles {
				break
			}
		}
		looked += len(page)
		before = page[len(page)-1].Article.ID
	}
	return found, nil
}

func match(set *watch.Set, a statements.Archived) []statements.ArchivedAlert {
	sts := make([]statements.Statement, len(a.Statements))
	for i, f := range a.Statements {
		sts[i] = f.Statement
	}
	var out []statements.ArchivedAlert
	for _, alert := range set.Match(a.Article, sts, false) {
		one := statements.ArchivedAlert{ArticleID: a.Article.ID, Reason: alert.Reason, Words: alert.Words}
		for _, i := range alert.Statements {
			one.StatementIDs = append(one.StatementIDs, sts[i].ID)
		}
		out = append(out, one)
	}
	return out
}
