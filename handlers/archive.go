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
	// newest first, or oldest first where q asks for that.
	Search(ctx context.Context, q statements.Query, n int) ([]statements.Found, error)
	CountStatements(ctx context.Context, q statements.Query) (int, error)
	Coverage(ctx context.Context) (statements.Coverage, error)
}

// Speakers knows who is on record.
type Speakers interface {
	// FindSpeakers looks words up among names and other spellings, also
	// beginnings; best first.
	FindSpeakers(ctx context.Context, words string, n int) ([]statements.Speaker, error)
	// SpeakersLike gives those who may be meant by a misspelt name, the nearest
	// first.
	SpeakersLike(ctx context.Context, name string, n int) ([]statements.Speaker, error)
}

// Profiles tells of one speaker, and who edited the registry of them.
type Profiles interface {
	Profile(ctx context.Context, id int64) (statements.Profile, error)
	RolesHeld(ctx context.Context, since, until statements.Date, n int) ([]statements.Holder, error)
	Edits(ctx context.Context, speaker int64, n int) ([]statements.Edit, error)
}

// Naming edits the names of a speaker. A name that is another's is
// statements.ErrOwnSpeaker.
type Naming interface {
	RenameSpeaker(ctx context.Context, e statements.Edit, id int64, name string) (statements.Edit, error)
	AddAlias(ctx context.Context, e statements.Edit, id int64, name string) (statements.Edit, error)
	RemoveAlias(ctx context.Context, e statements.Edit, id int64, name string) (statements.Edit, error)
}

// Sorting says who is one speaker and who is two.
type Sorting interface {
	MergeSpeakers(ctx context.Context, e statements.Edit, from, into int64) (statements.Edit, error)
	SplitSpeaker(ctx context.Context, e statements.Edit, id int64, part statements.Split) (statements.Edit, error)
	UndoEdit(ctx context.Context, by statements.Edit, id int64) (statements.Edit, error)
}

// Offices tells and edits the dated roles of a speaker.
type Offices interface {
	// Roles gives those that editors set, whose ID is not 0, then those that were
	// read; nothing of somebody who is not on record.
	Roles(ctx context.Context, id int64) ([]statements.DatedRole, error)
	SetRole(ctx context.Context, e statements.Edit, id int64, role statements.DatedRole) (statements.Edit, error)
	RemoveRole(ctx context.Context, e statements.Edit, id, role int64) (statements.Edit, error)
}

// Registry is who is on record, and what people make of it.
type Registry interface {
	Profiles
	Naming
	Sorting
	Offices
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
	// UpdateWatch changes the one of that number and server.
	UpdateWatch(ctx context.Context, w statements.Watch) (statements.Watch, error)
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

// Outlets names those that articles are from.
type Outlets interface {
	OutletNames(ctx context.Context) ([]string, error)
}

// Archive is all of it: what one store gives.
type Archive interface {
	Search
	Trove
	Traces
	Speakers
	Registry
	Shelf
	Questions
	Watches
	Places
	Held
	Reviews
	Zones
	Feeds
	Checks
	Notices
	Yields
	Stats
	Notes
	Past
	Days
	Outlets
	Utterances
}
