package console

import (
	"context"
	"io"
	"log/slog"
	"time"

	"onrecord/handlers"
)

// Desk is what answers: *handlers.Desk.
type Desk interface {
	Commands() []handlers.Command
	Serve(context.Context, handlers.Request) handlers.Reply
	Press(context.Context, handlers.Press) handlers.Reply
	Complete(ctx context.Context, r handlers.Request, option, prefix string) []handlers.Choice
}

// Config is what a Surface is made from. Detect fills the lower half.
type Config struct {
	Desk   Desk
	Zone   *time.Location // UTC if nil
	Now    func() time.Time
	Log    *slog.Logger
	Prompt string // "> " if empty

	In          io.Reader
	Out         io.Writer
	Width       int  // 80 if zero
	Interactive bool // a prompt with completion and history; else a line a command
	Color       bool
	ASCII       bool // the locale is not UTF-8
}

// Surface is a running terminal. Post and Find may be called while Run runs.
type Surface struct {
	Config
}

// New gives a surface that is not running yet.
func New(c Config) *Surface { return &Surface{Config: c} }

// Prefix is what the surface's places begin with.
func (s *Surface) Prefix() string { return "console" }

// Run reads commands until the input ends, "quit" is typed or ctx ends.
func (s *Surface) Run(ctx context.Context) error { return nil }

// Post draws a card that nobody asked for, above what is being typed.
func (s *Surface) Post(ctx context.Context, place string, card handlers.Card, nonce string) (messageID string, err error) {
	return nonce, nil
}

// Find says whether a card with this nonce was posted by this Surface.
func (s *Surface) Find(ctx context.Context, place, nonce string) (messageID string, found bool, err error) {
	return "", false, nil
}
