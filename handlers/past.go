package handlers

import (
	"context"

	"onrecord/statements"
)

// Past is the archive as a watch is tried on it.
type Past interface {
	// Archive gives at most n articles with ids under before, newest first;
	// before 0 starts at the newest.
	Archive(ctx context.Context, before int64, n int) ([]statements.Archived, error)
	// Meant adds to a watch what the registry knows of whom it watches.
	Meant(ctx context.Context, w statements.Watch) (statements.Watch, error)
}
