package feeds

import (
	"errors"
	"time"

	"onrecord/statements"
)

// Error is why a feed or a page could not be had, in words for people.
// errors.As finds its *statements.Problem too.
type Error struct {
	Problem statements.Problem
	// Theirs says that the other side is at fault; otherwise it is our own
	// network or configuration.
	Theirs bool
	// RetryAfter is how long the server asked to be left alone; 0 if it did not.
	RetryAfter time.Duration
	Status     int   // of HTTP; 0 when there was no answer
	Gone       bool  // 410: it is not coming back
	Cause      error // may be nil
}

// Error is both sentences of the problem.
func (e *Error) Error() string { return e.Problem.Error() }

// Unwrap gives the problem and the cause to errors.Is and errors.As.
func (e *Error) Unwrap() []error {
	if e.Cause == nil {
		return []error{&e.Problem}
	}
	return []error{&e.Problem, e.Cause}
}

// theirs makes the Error of a document that is at fault itself.
func theirs(text, hint string) *Error {
	return &Error{Problem: statements.Problem{Text: text, Hint: hint}, Theirs: true}
}

// problem gives the words of err for people; any other error becomes one.
func problem(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return &Error{Problem: statements.Problem{Text: "The visit broke off: " + err.Error() + "."}, Cause: err}
}
