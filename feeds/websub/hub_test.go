package websub_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/feeds"
	"onrecord/feeds/websub"
	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// hub is a hub that does what a test tells it.
type hub struct {
	*httptest.Server
	answer http.HandlerFunc // nil accepts

	mu    sync.Mutex
	forms []url.Values
}

func newHub(t testing.TB) *hub {
	h := &hub{}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil || r.Method != http.MethodPost {
			http.Error(w, "no form", http.StatusBadRequest)
			return
		}
		h.mu.Lock()
		h.forms = append(h.forms, r.PostForm)
		h.mu.Unlock()
		if h.answer != nil {
			h.answer(w, r)
			return
		}
		w.WriteHeader(http.StatusAccepted)
	}))
	t.Cleanup(h.Close)
	return h
}

// asked takes what the hub was asked since the last time.
func (h *hub) asked() []url.Values {
	h.mu.Lock()
	defer h.mu.Unlock()
	out := h.forms
	h.forms = nil
	return out
}

// room is a subscriber with a store, a clock that is set by hand, a hub, and a
// feed that was seen and is due in three hours.
type room struct {
	*testing.T
	store *store.Store
	sub   *websub.Subscriber
	hub   *hub
	at    time.Time
	feed  int64
	log   strings.Builder
}

var noon = time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC)

// empty is an archive with its tables and nothing in them: to make them costs
// more than most tests here.
var empty = sync.OnceValue(func() []byte {
	dir, err := os.MkdirTemp("", "websub")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	s, err := store.Open(context.Background(), filepath.Join(dir, "empty.db"), dir)
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		panic(err)
	}
	body, err := os.ReadFile(filepath.Join(dir, "empty.db"))
	if err != nil {
		panic(err)
	}
	return body
})

func newRoom(t *testing.T) *room {
	archive := storetest.SQLite(t)
	if err := os.WriteFile(archive, empty(), 0o600); err != nil {
		t.Fatal(err)
	}
	r := &room{T: t, store: storetest.Open(t, archive), hub: newHub(t), at: noon}
	client, err := feeds.NewClient(feeds.Config{AllowPrivate: []string{"127.0.0.0/8"}, Timeout: 5 * time.Second, UserAgent: "test"})
	r.ok(err)
	t.Cleanup(client.Close)
	r.sub = &websub.Subscriber{Web: client, Store: r.store, MaxBytes: 1 << 20, Now: func() time.Time { return r.at },
		Log: slog.New(slog.NewTextHandler(&r.log, &slog.HandlerOptions{Level: slog.LevelDebug}))}
	bot := httptest.NewServer(r.sub.Handler())
	t.Cleanup(bot.Close)
	r.sub.Public = bot.URL + "/push"
	f, err := r.store.AddFeed(t.Context(), statements.Feed{URL: feedAt, Name: "Harbor Courier"})
	r.ok(err)
	r.feed = f.ID
	r.visit(1, 3*time.Hour)
	r.pass(time.Hour)
	return r
}

func (r *room) ok(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

func (r *room) pass(d time.Duration) { r.at = r.at.Add(d) }

// visit keeps a visit that found so many new items, and would be followed by
// the next one after a time. It gives when the next one is.
func (r *room) visit(items int, next time.Duration) time.Duration {
	r.Helper()
	f := r.it()
	v := statements.Visit{FeedID: r.feed, At: r.at, New: items, Items: items, Backlog: !f.Seen}
	v.NextAt = r.sub.After(f, v, r.at.Add(next))
	r.ok(r.store.KeepVisit(r.Context(), v))
	r.sub.Turn(r.Context())
	return v.NextAt.Sub(r.at)
}

// it is the feed as it is kept.
func (r *room) it() statements.Feed {
	r.Helper()
	fs, err := r.store.Feeds(r.Context())
	r.ok(err)
	for _, f := range fs {
		if f.ID == r.feed {
			return f
		}
	}
	return statements.Feed{ID: r.feed}
}

// due reports whether the feed is due.
func (r *room) due() bool {
	r.Helper()
	r.sub.Turn(r.Context())
	return !r.it().NextAt.After(r.at)
}

// offered has the feed offer the hub.
func (r *room) offered() {
	r.Helper()
	r.sub.Answered(r.it(), &feeds.Fetched{URL: feedAt, Body: fmt.Appendf(nil, `<feed><link rel="hub" href=%q/></feed>`, r.hub.URL+"/")})
	r.sub.Turn(r.Context())
}

// agreed has the feed offer the hub, and the hub agree for a lease. It gives
// what the hub was asked.
func (r *room) agreed(lease time.Duration) url.Values {
	r.Helper()
	r.offered()
	form := r.one(r.hub.asked())
	r.is("answer to the hub's question", r.verify(form, lease), "200 challenge")
	r.state(statements.SubscriptionActive)
	return form
}

// verify asks as a hub does what it was asked for.
func (r *room) verify(form url.Values, lease time.Duration) string {
	r.Helper()
	return r.call(form, "hub.mode", form.Get("hub.mode"), "hub.topic", form.Get("hub.topic"),
		"hub.challenge", "challenge", "hub.lease_seconds", fmt.Sprint(int(lease.Seconds())))
}

// call calls back with these parameters, and gives status and body.
func (r *room) call(form url.Values, pairs ...string) string {
	r.Helper()
	q := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		q.Set(pairs[i], pairs[i+1])
	}
	resp, err := http.Get(form.Get("hub.callback") + "?" + q.Encode())
	r.ok(err)
	return r.told(resp)
}

func (r *room) told(resp *http.Response) string {
	r.Helper()
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	r.ok(err)
	return strings.TrimSpace(fmt.Sprintf("%d %s", resp.StatusCode, body))
}

// pushed pushes a body with these headers, and gives status and body.
func (r *room) pushed(form url.Values, body string, headers ...string) string {
	r.Helper()
	req, err := http.NewRequest(http.MethodPost, form.Get("hub.callback"), strings.NewReader(body))
	r.ok(err)
	for i := 0; i < len(headers); i += 2 {
		req.Header.Add(headers[i], headers[i+1])
	}
	resp, err := http.DefaultClient.Do(req)
	r.ok(err)
	return r.told(resp)
}

// push is a push as it should be.
func (r *room) push(form url.Values) {
	r.Helper()
	const body = "<feed><entry/></feed>"
	r.is("answer to a push", r.pushed(form, body, "X-Hub-Signature", signed("sha256", form.Get("hub.secret"), body)), "202")
}

func (r *room) is(what string, got, want any) {
	r.Helper()
	if got != want {
		r.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// one gives the only form.
func (r *room) one(forms []url.Values) url.Values {
	r.Helper()
	if len(forms) != 1 {
		r.Fatalf("the hub was asked %d times: %v", len(forms), forms)
	}
	return forms[0]
}

// subscriptions are those that are kept.
func (r *room) subscriptions() []statements.Subscription {
	r.Helper()
	subs, err := r.store.Subscriptions(r.Context())
	r.ok(err)
	return subs
}

// state checks that there is one subscription, in this state, and gives it.
func (r *room) state(want statements.SubscriptionState) statements.Subscription {
	r.Helper()
	subs := r.subscriptions()
	if len(subs) != 1 || subs[0].State != want {
		r.Fatalf("got %+v, want one that is %s", subs, want)
	}
	return subs[0]
}

// words are what people are told of the feed's hub.
func (r *room) words() string {
	r.Helper()
	return strings.ReplaceAll(r.it().Push.Words(r.at, time.UTC).String(), strings.TrimPrefix(r.hub.URL, "http://"), "HUB")
}
