package handlers

import (
	"context"
	"time"

	"onrecord/statements"
)

// What the desk needs of a store, a few methods at a time. One store is behind
// most of them. What is not there is statements.ErrNotFound.

// Search finds statements.
type Search interface {
	// Search gives at most n statements for q, best first; without a topic,
	// newest first.
	Search(ctx context.Context, q statements.Query, n int) ([]statements.Found, error)
	CountStatements(ctx context.Context, q statements.Query) (int, error)
	Coverage(ctx context.Context) (statements.Coverage, error)
}

// Speakers knows who is on record.
type Speakers interface {
	// FindSpeakers looks words up among names and other spellings, also
	// misspelt ones and beginnings; best first.
	FindSpeakers(ctx context.Context, words string, n int) ([]statements.Speaker, error)
}

// Shelf gives what is stored by its number.
type Shelf interface {
	Statement(ctx context.Context, id int64) (statements.Found, error)
	StatementsOf(ctx context.Context, articleID int64) ([]statements.Found, error)
	Delivery(ctx context.Context, id string) (statements.Delivery, error)
}

// Questions keeps answered questions for their buttons.
type Questions interface {
	KeepQuestion(ctx context.Context, q statements.StoredQuestion) (id string, err error)
	Question(ctx context.Context, id string) (statements.StoredQuestion, error)
}

// Watches are the standing questions of all servers.
type Watches interface {
	Watches(ctx context.Context) (ws []statements.Watch, version int64, err error)
	AddWatch(ctx context.Context, w statements.Watch) (statements.Watch, error)
	RemoveWatch(ctx context.Context, server string, id int64) (statements.Watch, error)
}

// Feeds are the sources that are read.
type Feeds interface {
	Feeds(ctx context.Context) ([]statements.Feed, error)
	AddFeed(ctx context.Context, f statements.Feed) (statements.Feed, error)
	RemoveFeed(ctx context.Context, id int64) error
}

// Yields tells what each feed brings, by its id.
type Yields interface {
	Yields(ctx context.Context, now time.Time) (map[int64]statements.Yield, error)
}

// Stats tells how the archive is.
type Stats interface {
	Stats(ctx context.Context, server string) (statements.Stats, error)
}

// Archive is all of it: what one store gives.
type Archive interface {
	Search
	Speakers
	Shelf
	Questions
	Watches
	Feeds
	Yields
	Stats
	Notes
}
