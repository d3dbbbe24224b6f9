package statements

import "errors"

// What callers of a store tell apart.
var (
	ErrNotFound = errors.New("not found")
	ErrExists   = errors.New("exists already")
	// ErrWatchesChanged says that an arrival was matched against watches that
	// are no longer the current ones: match again and keep again.
	ErrWatchesChanged = errors.New("the watches changed meanwhile")
)

// Problem is an error made for people, in two sentences: what went wrong, and
// what to try. Both end with a full stop.
type Problem struct {
	Text string
	Hint string
}

// Error joins both sentences on one line.
func (p *Problem) Error() string {
	if p.Hint == "" {
		return p.Text
	}
	return p.Text + " " + p.Hint
}
