package handlers

import (
	"context"
	"log/slog"
	"time"
)

// Desk answers every command of every surface. Its fields are set before the
// first Serve and not changed afterwards; its methods may run at once.
type Desk struct {
	Now  Clock          // time.Now if nil
	Zone *time.Location // of dates in words and of questions; UTC if nil
	Log  *slog.Logger   // discarded if nil

	// Timeout bounds one command; 10 s if zero.
	Timeout time.Duration
}

// Commands is the table, in the order in which help shows it.
func (d *Desk) Commands() []Command { return table() }

// Serve answers one command. It never panics and always gives a card: what
// went wrong is a card too.
func (d *Desk) Serve(ctx context.Context, r Request) Reply { return Reply{} }

// Press answers a button.
func (d *Desk) Press(ctx context.Context, p Press) Reply { return Reply{} }

// Complete proposes values for an option that is being typed, at most 25.
func (d *Desk) Complete(ctx context.Context, r Request, option, prefix string) []Choice { return nil }
