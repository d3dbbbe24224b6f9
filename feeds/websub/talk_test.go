package websub_test

import (
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"onrecord/feeds"
	"onrecord/feeds/websub"
	"onrecord/statements"
)

// The whole talk with a hub as it should be.
func TestTalk(t *testing.T) {
	r := newRoom(t)
	r.is("words before", r.words(), "")
	r.offered()
	form := r.one(r.hub.asked())
	r.is("mode", form.Get("hub.mode"), "subscribe")
	r.is("topic", form.Get("hub.topic"), feedAt)
	r.is("lease", form.Get("hub.lease_seconds"), "864000")
	callback, secret := form.Get("hub.callback"), form.Get("hub.secret")
	if token := strings.TrimPrefix(callback, r.sub.Public+"/"); len(token) < 26 || token == callback || strings.Contains(callback, secret) {
		t.Errorf("the callback can be guessed: %s", callback)
	}
	if len(secret) < 26 || len(secret) >= 200 {
		t.Errorf("the secret has %d bytes", len(secret))
	}
	r.is("words when asked", r.words(), "HUB was asked to push it")
	r.is("answer to the hub's question", r.verify(form, 24*time.Hour), "200 challenge")
	s := r.state(statements.SubscriptionActive)
	r.is("lease", s.LeaseUntil.Sub(r.at), 24*time.Hour)
	r.is("renewal", s.DueAt.Sub(r.at), 16*time.Hour)
	r.is("words when agreed", r.words(), "HUB is to push it, and has not yet")

	r.is("due before a push", r.due(), false)
	r.push(form)
	r.is("due after a push", r.due(), true)
	r.pass(3 * time.Minute)
	r.is("words when pushed", r.words(), "pushed by HUB, last 2 minutes ago")
	for _, secret := range []string{secret, strings.TrimPrefix(callback, r.sub.Public+"/")} {
		if strings.Contains(r.log.String(), secret) {
			t.Errorf("the log tells %s:\n%s", secret, r.log.String())
		}
	}
}

// Each feed has a callback and a secret of its own.
func TestTokensDiffer(t *testing.T) {
	r := newRoom(t)
	other, err := r.store.AddFeed(t.Context(), statements.Feed{URL: "https://wire.example/feed"})
	r.ok(err)
	r.offered()
	r.feed = other.ID
	r.offered()
	forms := r.hub.asked()
	if len(forms) != 2 || forms[0].Get("hub.callback") == forms[1].Get("hub.callback") || forms[0].Get("hub.secret") == forms[1].Get("hub.secret") {
		t.Errorf("the hub was asked %v", forms)
	}
}

// A question is answered only where we have asked for it and wait for it.
func TestQuestions(t *testing.T) {
	const no = "404 404 page not found"
	for name, tc := range map[string]struct {
		change []string // of the question
		before func(*room, url.Values)
		want   string
	}{
		"as it should be":            {want: "200 challenge"},
		"another topic":              {change: []string{"hub.topic", "https://other.example/feed"}, want: no},
		"no topic":                   {change: []string{"hub.topic", ""}, want: no},
		"another mode":               {change: []string{"hub.mode", "unsubscribe"}, want: no},
		"no mode":                    {change: []string{"hub.mode", ""}, want: no},
		"no challenge":               {change: []string{"hub.challenge", ""}, want: no},
		"a long challenge":           {change: []string{"hub.challenge", strings.Repeat("x", 5000)}, want: no},
		"markup":                     {change: []string{"hub.challenge", "<script>"}, want: "200 <script>"}, // as plain text
		"no lease":                   {change: []string{"hub.lease_seconds", ""}, want: "200 challenge"},
		"a wrong lease":              {change: []string{"hub.lease_seconds", "-5e9"}, want: "200 challenge"},
		"a refusal of another topic": {change: []string{"hub.mode", "denied", "hub.topic", "https://other.example/feed"}, want: no},
		"twice":                      {before: func(r *room, form url.Values) { r.verify(form, time.Hour) }, want: no},
		"of another callback": {before: func(r *room, form url.Values) {
			form.Set("hub.callback", r.sub.Public+"/"+strings.Repeat("A", 26))
		}, want: no},
		"too late": {before: func(r *room, _ url.Values) {
			r.pass(websub.AnswerWithin)
			r.sub.Turn(r.Context())
		}, want: no},
		"of a feed that is removed": {before: func(r *room, _ url.Values) { r.ok(r.store.RemoveFeed(r.Context(), r.feed)) }, want: no},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t)
			r.offered()
			form := r.one(r.hub.asked())
			if tc.before != nil {
				tc.before(r, form)
			}
			q := []string{"hub.mode", "subscribe", "hub.topic", feedAt, "hub.challenge", "challenge", "hub.lease_seconds", "3600"}
			r.is("answer", r.call(form, append(q, tc.change...)...), tc.want)
		})
	}
}

func TestAnswersArePlain(t *testing.T) {
	r := newRoom(t)
	r.offered()
	form := r.one(r.hub.asked())
	resp, err := http.Get(form.Get("hub.callback") + "?hub.mode=subscribe&hub.challenge=%3Cb%3E&hub.topic=" + url.QueryEscape(feedAt))
	r.ok(err)
	resp.Body.Close()
	r.is("status", resp.StatusCode, 200)
	r.is("type", resp.Header.Get("Content-Type"), "text/plain; charset=utf-8")
	r.is("sniffing", resp.Header.Get("X-Content-Type-Options"), "nosniff")
}

func TestLeases(t *testing.T) {
	day := 24 * time.Hour
	for seconds, want := range map[string]time.Duration{
		"3600": time.Hour, "": 10 * day, "0": 10 * day, "-1": 10 * day, "soon": 10 * day, "99999999999": 30 * day, "9223372036854775808": 10 * day,
	} {
		r := newRoom(t)
		r.offered()
		form := r.one(r.hub.asked())
		r.call(form, "hub.mode", "subscribe", "hub.topic", feedAt, "hub.challenge", "x", "hub.lease_seconds", seconds)
		r.is("lease of "+strconv.Quote(seconds), r.state(statements.SubscriptionActive).LeaseUntil.Sub(r.at), want)
	}
}

func TestRefusal(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(24 * time.Hour)
	r.push(form)
	r.is("due", r.due(), true)
	r.pass(time.Second)
	if slow := r.visit(1, 10*time.Minute); slow < websub.Rest {
		t.Fatalf("a feed that is pushed is visited after %v", slow)
	}
	r.pass(time.Minute)
	r.is("answer", r.call(form, "hub.mode", "denied", "hub.topic", feedAt, "hub.reason", "You ask\x00 for\ntoo much\u202e."), "200")
	r.is("words", r.words(), "not pushed by HUB (it refused: You ask for too much), asked again on 27 Nov")
	r.is("a feed that is pushed no more is due", r.due(), true)
	r.is("answer to a push then", r.pushed(form, "x"), "410 This subscription is over.")
	r.offered()
	r.is("asked again at once", len(r.hub.asked()), 0)
	r.pass(websub.AgainAfter)
	r.sub.Turn(t.Context())
	r.is("asked again after a week", r.one(r.hub.asked()).Get("hub.mode"), "subscribe")
}

func TestRenewal(t *testing.T) {
	r := newRoom(t)
	first := r.agreed(30 * time.Hour)
	r.pass(20*time.Hour - time.Second)
	r.sub.Turn(t.Context())
	r.is("asked before two thirds of the lease", len(r.hub.asked()), 0)
	r.pass(time.Second)
	r.sub.Turn(t.Context())
	again := r.one(r.hub.asked())
	for _, same := range []string{"hub.callback", "hub.topic", "hub.mode", "hub.secret"} {
		r.is(same, again.Get(same), first.Get(same))
	}
	r.push(first) // while it is being renewed
	r.is("due", r.due(), true)
	r.is("answer", r.verify(again, 30*time.Hour), "200 challenge")
	r.is("lease", r.state(statements.SubscriptionActive).LeaseUntil.Sub(r.at), 30*time.Hour)
	r.is("answer to the same again", r.verify(again, 300*time.Hour), "404 404 page not found")
}

// A hub that does not renew ends with its lease, and the feed is polled at once.
func TestLeaseEnds(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(3 * time.Hour)
	r.hub.answer = func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "down", http.StatusBadGateway) }
	r.push(form)
	r.due()
	r.pass(time.Second)
	r.visit(1, 10*time.Minute) // and the next one after the lease
	for range 12 {
		r.pass(10 * time.Minute)
		r.sub.Turn(t.Context())
	}
	if n := len(r.hub.asked()); n < 1 || n > 4 {
		t.Errorf("the hub was asked %d times in its last hour", n)
	}
	r.state(statements.SubscriptionActive)
	r.is("due before the lease ends", !r.it().NextAt.After(r.at), false)
	r.pass(time.Hour)
	r.is("due when it has ended", r.due(), true)
	r.state(statements.SubscriptionAsking)
	r.is("pause of a visit then", r.visit(1, 10*time.Minute), 10*time.Minute)
}

// A hub that fails is asked less and less, and then once a week.
func TestHubFails(t *testing.T) {
	for name, tc := range map[string]struct {
		answer http.HandlerFunc
		words  string
	}{
		"no answer to that": {nil, "it did not call back to confirm"},
		"a status": {func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "unknown <b>topic\x1b[2J", http.StatusUnprocessableEntity)
		}, "HUB answers with status 422: unknown <b>topic[2J"},
		"a page": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.WriteHeader(http.StatusNotFound)
			_, _ = io.WriteString(w, "<html>")
		}, "HUB was not found (status 404)"},
		"a redirect to a page": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/elsewhere", http.StatusFound)
		}, "HUB answers with status 302"},
		"circles": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/", http.StatusTemporaryRedirect)
		}, "HUB redirects in circles"},
		"no end": {func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusInternalServerError)
			for range 1000 {
				if _, err := w.Write(make([]byte, 10000)); err != nil {
					return
				}
			}
		}, "HUB has a problem of its own (status 500)"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t)
			r.hub.answer = tc.answer
			r.offered()
			for range 5 * 24 * 4 {
				r.pass(15 * time.Minute)
				r.sub.Turn(t.Context())
			}
			s := r.state(statements.SubscriptionDropped)
			r.is("why", strings.ReplaceAll(strings.TrimSuffix(s.Problem, "."), strings.TrimPrefix(r.hub.URL, "http://"), "HUB"), tc.words)
			if n := len(r.hub.asked()); n < 5 || n > 40 { // redirects count, five asks do
				t.Errorf("the hub was asked %d times in five days", n)
			}
			r.pass(websub.AgainAfter)
			r.hub.answer = nil
			r.sub.Turn(t.Context())
			r.is("answer", r.verify(r.one(r.hub.asked()), time.Hour), "200 challenge")
		})
	}
}

func TestHubMoves(t *testing.T) {
	r := newRoom(t)
	there := newHub(t)
	r.hub.answer = func(w http.ResponseWriter, req *http.Request) {
		http.Redirect(w, req, there.URL, http.StatusTemporaryRedirect)
	}
	r.offered()
	if got, want := r.one(there.asked()).Encode(), r.one(r.hub.asked()).Encode(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A feed can name any hub; one of our own network is not asked.
func TestPrivateHub(t *testing.T) {
	r := newRoom(t)
	client, err := feeds.NewClient(feeds.Config{Timeout: time.Second})
	r.ok(err)
	t.Cleanup(client.Close)
	r.sub.Web = client
	r.offered()
	r.is("times the hub was asked", len(r.hub.asked()), 0)
	if s := r.state(statements.SubscriptionAsking); !strings.Contains(s.Problem, "private address") {
		t.Errorf("the problem: %q", s.Problem)
	}
}

// Whatever a feed offers, it brings us to one new hub a day.
func TestHubChanges(t *testing.T) {
	r := newRoom(t)
	first := r.agreed(10 * 24 * time.Hour)
	second := newHub(t)
	r.hub, second = second, r.hub
	for range 5 {
		r.pass(time.Hour)
		r.offered()
	}
	r.is("times the new hub was asked on the first day", len(r.hub.asked()), 0)
	r.pass(24 * time.Hour)
	r.offered()
	r.is("what the new hub is asked", r.one(r.hub.asked()).Get("hub.mode"), "subscribe")
	leaving := r.one(second.asked())
	r.is("what the old one is asked", leaving.Get("hub.mode"), "unsubscribe")
	r.is("callback of the old one", leaving.Get("hub.callback"), first.Get("hub.callback"))
	r.is("answer to a push of the old one", r.pushed(first, "x"), "410 This subscription is over.")
	r.is("answer to the old one's question", r.verify(leaving, 0), "200 challenge")
	r.state(statements.SubscriptionAsking)
}

// Of many feeds with one hub that is down, one finds that out at a time.
func TestSilentHubIsAskedOnce(t *testing.T) {
	r := newRoom(t)
	first := r.feed
	r.hub.Close()
	for i := range 20 {
		f, err := r.store.AddFeed(t.Context(), statements.Feed{URL: feedAt + "?" + strconv.Itoa(i)})
		r.ok(err)
		r.sub.Answered(f, &feeds.Fetched{URL: f.URL, Links: []string{"<" + r.hub.URL + `>; rel="hub"`}, Body: []byte("<feed/>")})
	}
	r.sub.Turn(t.Context())
	failed := 0
	for _, s := range r.subscriptions() {
		if failed += s.Failures; s.FeedID == first {
			t.Error("a feed without a hub has one")
		}
	}
	if failed < 1 || failed > 8 { // those that were asked at the same time
		t.Errorf("the hub was asked %d times", failed)
	}
}
