package discord

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/statements"
	"onrecord/statements/reasons"
)

// SendError says why a call to Discord failed and what its caller may do.
type SendError struct {
	Retry   bool          // the same call may succeed later
	After   time.Duration // but not before this; 0 is the caller's own patience
	Certain bool          // surely without effect: nothing was posted
	Gone    bool          // this place is refused: deleted, or no rights there
	Problem statements.Problem
	Status  int // of HTTP; 0 when there was no answer
	Code    int // Discord's own; 0 when it gave none

	err error
}

// Error gives the problem and, for the log, what lies behind it.
func (e *SendError) Error() string {
	if e.err == nil {
		return e.Problem.Error()
	}
	return e.Problem.Error() + " (" + e.err.Error() + ")"
}

// Unwrap gives what lies behind the problem.
func (e *SendError) Unwrap() error { return e.err }

// Discord's error codes that mean something to us.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
const (
	codeUnknownChannel     = 10003
	codeUnknownGuild       = 10004
	codeUnknownMessage     = 10008
	codeUnknownUser        = 10013
	codeManyDMs            = 40003
	codeForum              = 40058
	codeAcknowledged       = 40060
	codeTagRequired        = 40067
	codeMissingAccess      = 50001
	codeCannotMessageUser  = 50007
	codeUserTakesNone      = 50278
	codeNotThisChannel     = 50024
	codeNoRecipient        = 50033
	codeArchived           = 50083
	codeNoReply            = 160002 // without Read Message History
	codeLocked             = 160005
	codeNotText            = 50008
	codeMissingPermissions = 50013
	codeInvalidForm        = 50035
	codeOverloaded         = 130000
)

// margin is added to what Discord says to wait: its times are rounded.
const margin = 50 * time.Millisecond

// classify reads the outcome of a call that gave err.
func (f *fate) classify(err error) *SendError {
	f.mu.Lock()
	defer f.mu.Unlock()
	e := &SendError{Status: f.status, err: err}
	switch {
	case f.status == 0:
		e.unanswered(f.connected, err)
	case f.status == http.StatusTooManyRequests:
		e.limited(f.header, err)
	case f.status < 300:
		e.Retry = true
		e.Problem = problem(statements.Reason(reasons.AnswerBroke), statements.Reason(reasons.LookedUp))
	case f.status >= 500 || f.status == http.StatusRequestTimeout:
		e.Retry, e.After = true, retryAfter(f.header)
		e.Problem = problem(statements.Reason(reasons.Answers, f.status), statements.Reason(reasons.DiscordStatus))
	default:
		e.refused(f.header, err)
	}
	return e
}

func problem(text, hint statements.Said) statements.Problem {
	return statements.Problem{Text: text, Hint: hint}
}

// unanswered: without a connection nothing was posted; with one, who knows.
func (e *SendError) unanswered(connected bool, err error) {
	e.Retry, e.Certain = true, !connected
	e.err = withoutURL(err)
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, errAbandoned):
		e.Problem = problem(statements.Reason(reasons.GivenUp), statements.Reason(reasons.AfterNextStart))
	case connected:
		e.Problem = problem(statements.Reason(reasons.ConnectionBroke), statements.Reason(reasons.LookedUp))
	default:
		e.Problem = problem(statements.Reason(reasons.NotReached), statements.Reason(reasons.CheckAPI))
	}
}

// withoutURL takes the address off an error: interactions have tokens in it.
func withoutURL(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

// limited: a 429 of Discord's own says how long in its body, Cloudflare's
// HTML one in its head at best.
func (e *SendError) limited(h http.Header, err error) {
	e.Retry, e.Certain = true, true
	var limit *discordgo.RateLimitError
	switch {
	case errors.As(err, &limit) && limit.RateLimit != nil && limit.TooManyRequests != nil && limit.RetryAfter > 0:
		e.After = limit.RetryAfter + margin
	case retryAfter(h) > 0:
		e.After = retryAfter(h) + margin
	default:
		e.After = time.Minute
	}
	e.err = fmt.Errorf("HTTP 429, wait %s", e.After)
	e.Problem = problem(statements.Reason(reasons.AsksToWait), statements.Reason(reasons.WhenPassed))
}

// refused: a 4xx has had no effect.
func (e *SendError) refused(h http.Header, err error) {
	e.Certain = true
	var rest *discordgo.RESTError
	if errors.As(err, &rest) && rest.Message != nil {
		e.Code = rest.Message.Code
	}
	switch e.Code {
	case codeUnknownChannel, codeUnknownGuild:
		e.Gone = true
		e.Problem = problem(statements.Reason(reasons.ChannelGone), statements.Reason(reasons.OtherChannel))
	case codeMissingAccess, codeMissingPermissions:
		e.Gone = true
		e.Problem = problem(statements.Reason(reasons.MayNotWrite), statements.Reason(reasons.AllowWriting))
	case codeCannotMessageUser, codeUserTakesNone, codeNoRecipient, codeUnknownUser:
		e.Gone = true
		e.Problem = problem(statements.Reason(reasons.NoDirectMessages), statements.Reason(reasons.AllowDirect))
	case codeLocked:
		e.Gone = true
		e.Problem = lockedThread
	case codeTagRequired:
		e.Gone = true
		e.Problem = tagged
	case codeManyDMs:
		e.Retry, e.After = true, max(10*time.Minute, retryAfter(h))
		e.Problem = problem(statements.Reason(reasons.NoMoreDirect), statements.Reason(reasons.TriedLater))
	case codeNotText, codeForum:
		e.Gone = true
		e.Problem = problem(statements.Reason(reasons.TakesNone), statements.Reason(reasons.TextChannel))
	case codeOverloaded:
		e.Retry, e.After = true, retryAfter(h)
		e.Problem = problem(statements.Reason(reasons.Overloaded), statements.Reason(reasons.TriedAgain))
	default:
		e.odd(h)
	}
}

// odd is what is left of the 4xx: a wrong token, a wall in front of Discord
// (no code of Discord's), or a mistake of ours.
func (e *SendError) odd(h http.Header) {
	switch {
	case e.Status == http.StatusUnauthorized:
		e.Retry, e.After = true, 5*time.Minute
		e.Problem = wrongToken
	case e.Code == 0:
		e.Retry, e.After = true, max(time.Minute, retryAfter(h))
		e.Problem = problem(statements.Reason(reasons.SomethingInFront, e.Status), statements.Reason(reasons.CheckBoth))
	default:
		e.Problem = problem(statements.Reason(reasons.WithCode, strconv.Itoa(e.Code)), statements.Reason(reasons.OurMistake))
	}
}

var wrongToken = problem(statements.Reason(reasons.UnknownToken),
	statements.Reason(reasons.CopyToken))

// retryAfter reads the head of an answer. Discord gives seconds, also broken.
func retryAfter(h http.Header) time.Duration {
	for _, key := range []string{"Retry-After", "X-RateLimit-Reset-After"} {
		sec, err := strconv.ParseFloat(h.Get(key), 64)
		if err == nil && sec > 0 && sec < 1e6 {
			return time.Duration(sec * float64(time.Second))
		}
	}
	return 0
}

// Fate says the same to those who know no type of ours: whether to try again
// and after what time at the earliest, whether the call surely had no effect,
// and whether the place is closed to us.
func (e *SendError) Fate() (retry bool, after time.Duration, certain, gone bool) {
	return e.Retry, e.After, e.Certain, e.Gone
}
