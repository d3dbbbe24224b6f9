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
	"syscall"
	"time"

	"code.dny.dev/ssrf"

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

// theirs makes the Error of a document or server that is at fault itself.
func theirs(text, hint string) *Error {
	return &Error{Problem: statements.Problem{Text: statements.Say(text), Hint: statements.Say(hint)}, Theirs: true}
}

// ours makes the Error of something on our side.
func ours(text, hint string, cause error) *Error {
	return &Error{Problem: statements.Problem{Text: statements.Say(text), Hint: statements.Say(hint)}, Cause: cause}
}

// failed says in words why a request got no usable answer.
func (c *Client) failed(u *url.URL, err error) *Error {
	e := &Error{Theirs: true, Cause: err}
	text, hint, isTheirs := c.reason(shown(u), u.Hostname(), err)
	e.Problem, e.Theirs = statements.Problem{Text: statements.Say(text), Hint: statements.Say(hint)}, isTheirs
	return e
}

func (c *Client) reason(at, host string, err error) (text, hint string, isTheirs bool) {
	var dns *net.DNSError
	var record tls.RecordHeaderError
	var certificate *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	again := "It will be tried again."
	switch {
	case errors.Is(err, context.Canceled):
		return "The visit to " + at + " was broken off.", again, false
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return host + " is, or leads to, a private address, and those are not fetched.",
			"If that is meant, add it to feeds.allow_private or to ONRECORD_ALLOW_PRIVATE.", false
	case errors.Is(err, errLoop), errors.Is(err, errHops), errors.Is(err, errScheme):
		return at + " " + innermost(err) + ".", "Open it in a browser and use the address it ends at.", true
	case errors.Is(err, errTooLarge):
		return at + " is larger than " + size(c.config.MaxBytes) + ".",
			"If it is a feed that you want, raise feeds.max_bytes.", true
	case outOfReach(err) && isTimeout(err) && !errors.As(err, &dns):
		return host + " cannot be reached: nothing answers there.", again, true
	case errors.Is(err, context.DeadlineExceeded), isTimeout(err):
		return fmt.Sprintf("%s did not finish its answer within %v.", at, c.config.Timeout), again, true
	case errors.As(err, &dns) && dns.IsNotFound:
		return "No server is known by the name " + host + ".", "Check the spelling of the address.", true
	case errors.As(err, &dns):
		return "The name " + host + " could not be looked up.", "Check this machine's network and name server.", false
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EADDRNOTAVAIL), errors.Is(err, syscall.EMFILE):
		return host + " cannot be reached from this machine.", "Check this machine's network.", false
	case errors.Is(err, syscall.ECONNREFUSED):
		return host + " refuses the connection.", "Check the address and its port; " + "it will be tried again.", true
	case errors.As(err, &certificate), errors.As(err, &record), errors.As(err, &authority):
		return host + " has no certificate that can be trusted.", "Open it in a browser to see why; it will be tried again.", true
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return at + " broke off in the middle of its answer.", again, true
	}
	return at + " could not be read: " + innermost(err) + ".", again, true
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
	at, again := shown(u), "It will be tried again."
	say := func(text, hint string) {
		e.Problem = statements.Problem{Text: statements.Say("%s %s", at, text), Hint: statements.Say(hint)}
	}
	switch s := f.Status; {
	case s == http.StatusGone:
		say("is gone for good (status 410).", "Look for its new address, or remove it.")
	case s == http.StatusNotFound:
		say("was not found (status 404).", "Check the address, or look for its new one.")
	case s == http.StatusUnauthorized, s == http.StatusForbidden, s == http.StatusPaymentRequired, s == http.StatusUnavailableForLegalReasons:
		say(fmt.Sprintf("does not let us read it (status %d).", s), "Ask its owner whether bots may.")
	case s == http.StatusTooManyRequests:
		say("says that we ask too often (status 429).", again)
	case s >= 500:
		say(fmt.Sprintf("has a problem of its own (status %d).", s), again)
	default:
		say(fmt.Sprintf("answers with status %d.", s), "Open it in a browser to see what it is.")
	}
	return e
}

// problem gives the words of err for people; any other error becomes one.
func problem(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return ours("The visit broke off: "+innermost(err)+".", "It will be tried again.", err)
}
