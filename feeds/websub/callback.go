package websub

import (
	"context"
	"errors"
	"io"
	"net/http"
	"path"
	"strings"
	"time"

	"onrecord/statements"
)

const (
	// mostPushes is how many pushes come in at the same time.
	mostPushes = 16
	// mostChallenge is how long what a hub wants to have repeated may be.
	mostChallenge = 2 << 10
	// complainEvery is how often it is logged that a feed's pushes are ignored.
	complainEvery = time.Hour
)

// Sign is what is answered under the public address for the operator, who wants
// to see whether it leads here; IsSign knows the answer.
const (
	Sign     = "here"
	signText = "onrecord listens for pushes here.\n"
)

// IsSign reports whether an answer to Sign is one of ours.
func IsSign(body []byte) bool { return string(body) == signText }

// Handler serves the calls of hubs: everything under the public address, with
// its path or without.
func (s *Subscriber) Handler() http.Handler {
	s.setUp()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		token := path.Base(r.URL.Path)
		if token == Sign && r.Method == http.MethodGet {
			_, _ = io.WriteString(w, signText)
			return
		}
		if !isToken(token) {
			http.NotFound(w, r)
			return
		}
		sub, err := s.Store.Subscription(r.Context(), statements.Secret(token))
		switch {
		case errors.Is(err, statements.ErrNotFound) && r.Method == http.MethodPost:
			http.Error(w, "This subscription is over.", http.StatusGone) // hubs end it then
		case errors.Is(err, statements.ErrNotFound):
			http.NotFound(w, r)
		case err != nil:
			s.failed(r.Context(), "look for a subscription", err)
			http.Error(w, "Try again later.", http.StatusServiceUnavailable)
		case r.Method == http.MethodGet:
			s.confirm(w, r, sub)
		case r.Method == http.MethodPost:
			s.push(w, r, sub)
		default:
			w.Header().Set("Allow", "GET, POST")
			http.Error(w, "Hubs call with GET and POST.", http.StatusMethodNotAllowed)
		}
	})
}

// isToken tells what rand.Text makes from what scanners try.
func isToken(s string) bool {
	return len(s) >= 26 && len(s) <= 64 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == ""
}

// confirm answers a hub that asks whether we mean it, or says that it does not
// want to.
func (s *Subscriber) confirm(w http.ResponseWriter, r *http.Request, sub statements.Subscription) {
	q := r.URL.Query()
	mode, topic, challenge := q.Get("hub.mode"), q.Get("hub.topic"), q.Get("hub.challenge")
	if mode != "denied" && (challenge == "" || len(challenge) > mostChallenge) {
		http.NotFound(w, r)
		return
	}
	was := sub.State
	sub, changed, err := s.Store.ChangeSubscription(r.Context(), sub.Token, func(sub *statements.Subscription) bool {
		was = sub.State
		if mode == "denied" {
			return denied(sub, topic, plain(q.Get("hub.reason")), s.now())
		}
		return confirmed(sub, mode, topic, leaseOf(q.Get("hub.lease_seconds")), s.now())
	})
	switch {
	case err != nil && !errors.Is(err, statements.ErrNotFound):
		s.failed(r.Context(), "note what a hub says", err)
		http.Error(w, "Try again later.", http.StatusServiceUnavailable)
		return
	case err != nil || !changed:
		http.NotFound(w, r)
		return
	}
	s.note(sub)
	s.changed(context.WithoutCancel(r.Context()), was, sub)
	if mode != "denied" {
		_, _ = io.WriteString(w, challenge)
	}
}

// push takes a push: if it is the hub's, its feed is due. What is not is
// answered in the same way, so that nobody learns whether a signature was good.
func (s *Subscriber) push(w http.ResponseWriter, r *http.Request, sub statements.Subscription) {
	if sub.State != statements.SubscriptionActive && sub.State != statements.SubscriptionAsking || sub.Orphan {
		http.Error(w, "This subscription is over.", http.StatusGone)
		return
	}
	select {
	case s.bodies <- struct{}{}:
		defer func() { <-s.bodies }()
	default:
		w.Header().Set("Retry-After", "10")
		http.Error(w, "Too many pushes at once.", http.StatusServiceUnavailable)
		return
	}
	most := s.MaxBytes
	if most <= 0 {
		most = mostBytes
	}
	sig, signed := newSignature(r.Header.Get("X-Hub-Signature"), sub.Secret)
	var into io.Writer = sig
	if !signed {
		into = io.Discard
	}
	var tooLarge *http.MaxBytesError
	switch _, err := io.Copy(into, http.MaxBytesReader(w, r.Body, most)); {
	case errors.As(err, &tooLarge):
		s.ignore(sub, "it is too large")
		http.Error(w, "Too large.", http.StatusRequestEntityTooLarge)
		return
	case err != nil:
		http.Error(w, "The body broke off.", http.StatusBadRequest)
		return
	case !signed:
		s.ignore(sub, "it is not signed")
	case !sig.holds():
		s.ignore(sub, "its signature is wrong")
	case !about(r.Header.Values("Link"), sub.Topic):
		s.ignore(sub, "it is about another feed")
	default:
		s.owe(sub, s.now())
		s.log().Debug("pushed", "feed", sub.FeedID, "hub", host(sub.Hub))
	}
	w.WriteHeader(http.StatusAccepted)
}

// about reports whether a push that names its topic names this one. Hubs may
// write an address in their own way.
func about(headers []string, topic string) bool {
	named := false
	for _, l := range headerLinks(headers) {
		if l.is("self") {
			if named = true; bare(l.to) == bare(topic) {
				return true
			}
		}
	}
	return !named
}

func bare(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		rest = address
	}
	return strings.ToLower(strings.TrimRight(rest, "/"))
}

// ignore logs that a push counts for nothing, now and then.
func (s *Subscriber) ignore(sub statements.Subscription, why string) {
	s.mu.Lock()
	now := s.now()
	quiet := now.Sub(s.told[sub.FeedID]) < complainEvery
	if !quiet {
		s.told[sub.FeedID] = now
	}
	s.mu.Unlock()
	if !quiet {
		s.log().Warn("a push is ignored", "feed", sub.FeedID, "hub", host(sub.Hub), "because", why)
	}
}
