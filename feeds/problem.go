package feeds

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"syscall"
	"time"

	"code.dny.dev/ssrf"

	"onrecord/statements"
	"onrecord/statements/reasons"
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

// theirs makes the Error of a document or server that is at fault itself.
func theirs(text, hint statements.Said) *Error {
	return &Error{Problem: statements.Problem{Text: text, Hint: hint}, Theirs: true}
}

// ours makes the Error of something on our side.
func ours(text, hint statements.Said, cause error) *Error {
	return &Error{Problem: statements.Problem{Text: text, Hint: hint}, Cause: cause}
}

// because is a sentence as it is kept.
func because(s reasons.Sentence, args ...any) statements.Said { return statements.Reason(s, args...) }

// failed says in words why a request got no usable answer.
func (c *Client) failed(u *url.URL, err error) *Error {
	text, hint, isTheirs := c.reason(shown(u), u.Hostname(), err)
	return &Error{Problem: statements.Problem{Text: text, Hint: because(hint)}, Theirs: isTheirs, Cause: err}
}

func (c *Client) reason(at, host string, err error) (text statements.Said, hint reasons.Sentence, isTheirs bool) {
	var dns *net.DNSError
	var record tls.RecordHeaderError
	var certificate *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	switch {
	case errors.Is(err, context.Canceled):
		return because(reasons.BrokenOff, at), reasons.Again, false
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return because(reasons.Private, host), reasons.AllowPrivate, false
	case errors.Is(err, errLoop):
		return because(reasons.InCircles, at), reasons.UseItsEnd, true
	case errors.Is(err, errHops):
		return because(reasons.ManyHops, at, strconv.Itoa(maxHops)), reasons.UseItsEnd, true
	case errors.Is(err, errScheme):
		return because(reasons.NotHTTP, at), reasons.UseItsEnd, true
	case errors.Is(err, errTooLarge):
		return because(reasons.TooLarge, at, size(c.config.MaxBytes)), reasons.RaiseMost, true
	case outOfReach(err) && isTimeout(err) && !errors.As(err, &dns):
		return because(reasons.NothingAnswers, host), reasons.Again, true
	case errors.Is(err, context.DeadlineExceeded), isTimeout(err):
		return because(reasons.NotInTime, at, c.config.Timeout.String()), reasons.Again, true
	case errors.As(err, &dns) && dns.IsNotFound:
		return because(reasons.NoServer, host), reasons.CheckSpelling, true
	case errors.As(err, &dns):
		return because(reasons.NotLookedUp, host), reasons.CheckNameServer, false
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EADDRNOTAVAIL), errors.Is(err, syscall.EMFILE):
		return because(reasons.OutOfReach, host), reasons.CheckNetwork, false
	case errors.Is(err, syscall.ECONNREFUSED):
		return because(reasons.Refuses, host), reasons.CheckPort, true
	case errors.As(err, &certificate), errors.As(err, &record), errors.As(err, &authority):
		return because(reasons.NoCertificate, host), reasons.SeeWhy, true
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return because(reasons.HalfAnswer, at), reasons.Again, true
	}
	return because(reasons.NotRead, at, innermost(err)), reasons.Again, true
}

func size(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d MB", n>>20)
}

func isTimeout(err error) bool {
	var n net.Error
	return errors.As(err, &n) && n.Timeout()
}

// innermost is the message at the bottom of err: the ones above repeat the
// address, which may hold a password.
func innermost(err error) string {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return oneLine(err.Error())
		}
		err = next
	}
}

// refused says in words what an HTTP status means for a reader of feeds.
func refused(u *url.URL, f *Fetched) *Error {
	e := &Error{Theirs: true, Status: f.Status, Gone: f.Gone, RetryAfter: f.RetryAfter}
	at, status := shown(u), strconv.Itoa(f.Status)
	say := func(text statements.Said, hint reasons.Sentence) {
		e.Problem = statements.Problem{Text: text, Hint: because(hint)}
	}
	switch s := f.Status; {
	case s == http.StatusGone:
		say(because(reasons.Gone, at), reasons.LookOrRemove)
	case s == http.StatusNotFound:
		say(because(reasons.NotFound, at), reasons.CheckOrLook)
	case s == http.StatusUnauthorized, s == http.StatusForbidden, s == http.StatusPaymentRequired, s == http.StatusUnavailableForLegalReasons:
		say(because(reasons.NotAllowed, at, status), reasons.AskOwner)
	case s == http.StatusTooManyRequests:
		say(because(reasons.TooOften, at), reasons.Again)
	case s >= 500:
		say(because(reasons.OwnProblem, at, status), reasons.Again)
	default:
		say(because(reasons.OtherStatus, at, status), reasons.SeeWhat)
	}
	return e
}

// problem gives the words of err for people; any other error becomes one.
func problem(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return ours(because(reasons.VisitBroke, innermost(err)), because(reasons.Again), err)
}
