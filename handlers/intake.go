package handlers

import (
	"context"

	"onrecord/statements"
)

// Intake looks out for feeds in the world. Its problems are
// *statements.Problem.
type Intake interface {
	// Find gives the feeds that an address leads to, best first, and never none
	// of them without an error.
	Find(ctx context.Context, address string) ([]statements.Candidate, error)
	// ReadList reads the list of feeds at an address. One that begins with
	// file: is that of a file on this machine.
	ReadList(ctx context.Context, address string) (statements.FeedList, error)
	// WriteList makes a list of feeds as other readers take it. hidden is how
	// many addresses had a password, which is left out.
	WriteList(feeds []statements.Feed) (opml []byte, hidden int)
}

// Notes keep small values under a name: what a button is about.
type Notes interface {
	Remember(ctx context.Context, name, value string) error
	// Recall gives "" for what nobody remembers.
	Recall(ctx context.Context, name string) (string, error)
}
