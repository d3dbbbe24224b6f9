package feeds_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/feeds"
	"onrecord/feeds/sample"
	"onrecord/statements"
	"onrecord/store/storetest"
)

// memory is a store that forgets at the end of the test.
type memory struct {
	mu       sync.Mutex
	feeds    map[int64]*statements.Feed
	leases   map[int64]time.Time
	seen     map[int64]map[string]bool
	articles map[string][]statements.Outlet
	arrived  []feeds.Arrived
	visits   []statements.Visit
	keep     func(feeds.Arrived) error // nil keeps all
}

func newMemory(urls ...string) *memory {
	m := &memory{feeds: map[int64]*statements.Feed{}, leases: map[int64]time.Time{},
		seen: map[int64]map[string]bool{}, articles: map[string][]statements.Outlet{}}
	for i, u := range urls {
		m.feeds[int64(i+1)] = &statements.Feed{ID: int64(i + 1), URL: u}
	}
	return m
}

func (m *memory) ClaimFeeds(_ context.Context, now time.Time, n int, lease time.Duration) ([]statements.Feed, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []statements.Feed
	for id, f := range m.feeds {
		if len(out) < n && !f.Paused && !f.NextAt.After(now) && !m.leases[id].After(now) {
			m.leases[id] = now.Add(lease)
			out = append(out, *f)
		}
	}
	return out, nil
}

func (m *memory) SeenItems(_ context.Context, id int64, keys []string) (map[string]int64, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := map[string]int64{}
	for _, k := range keys {
		if m.seen[id][k] {
			out[k] = 0
		}
	}
	return out, nil
}

func (m *memory) KeepVisit(_ context.Context, v statements.Visit) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	f := m.feeds[v.FeedID]
	f.NextAt, f.ETag, f.LastModified, f.BodyHash = v.NextAt, v.ETag, v.LastModified, v.BodyHash
	f.Paused, f.LastError, f.Theirs, f.Outage = v.Gone, v.Problem, v.Theirs, v.Outage
	switch {
	case v.Problem == "":
		f.Seen, f.Failures, f.FailingSince, f.LastOK = true, 0, time.Time{}, v.At
		if v.Recent != nil {
			f.Recent = v.Recent
		}
	case v.Outage:
		f.Failures = v.Failures
	default:
		if f.Failures++; f.Failures == 1 {
			f.FailingSince = v.At
		}
	}
	delete(m.leases, v.FeedID)
	m.visits = append(m.visits, v)
	return nil
}

func (m *memory) KeepUnchanged(ctx context.Context, visits []statements.Visit) error {
	for _, v := range visits {
		if err := m.KeepVisit(ctx, v); err != nil {
			return err
		}
	}
	return nil
}

func (m *memory) Keep(_ context.Context, a feeds.Arrived) (feeds.Kept, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.keep != nil {
		if err := m.keep(a); err != nil {
			return feeds.Kept{}, err
		}
	}
	if m.seen[a.Feed.ID] == nil {
		m.seen[a.Feed.ID] = map[string]bool{}
	}
	m.seen[a.Feed.ID][a.Item.Key] = true
	m.arrived = append(m.arrived, a)
	m.articles[a.Article.URL] = append(m.articles[a.Article.URL], a.Outlet)
	return feeds.Kept{Articles: 1}, nil
}

func (m *memory) Known(_ context.Context, url string) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.articles[url]) > 0, nil
}

func (m *memory) titles() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []string
	for _, a := range m.arrived {
		out = append(out, a.Item.Title)
	}
	return out
}

func client(t *testing.T) *feeds.Client {
	t.Helper()
	config := feeds.Default()
	config.AllowPrivate = []string{"127.0.0.0/8"}
	config.Timeout = 2 * time.Second
	c, err := feeds.NewClient(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// clock is moved by hand.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

func poller(t *testing.T, m *memory) (*feeds.Poller, *clock) {
	c := &clock{at: time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)}
	return &feeds.Poller{Client: client(t), Store: m, Keep: m.Keep, Known: m.Known, Workers: 4, Every: time.Minute, Now: c.now}, c
}

func cycle(t *testing.T, p *feeds.Poller) []statements.Visit {
	t.Helper()
	v, err := p.Cycle(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestCycleBringsTheNewsroom(t *testing.T) {
	m := newMemory()
	p, c := poller(t, m)
	n := sample.New(c.now)
	srv := httptest.NewServer(n)
	defer srv.Close()
	for i, path := range n.Feeds() {
		m.feeds[int64(i+1)] = &statements.Feed{ID: int64(i + 1), URL: srv.URL + path}
	}
	n.Reveal(6)
	if got := len(cycle(t, p)); got != 3 {
		t.Fatalf("%d visits, want 3", got)
	}
	if len(m.articles) != 6 || len(m.arrived) != 7 {
		t.Errorf("%d articles from %d items, want 6 from 7", len(m.articles), len(m.arrived))
	}
	for _, a := range m.arrived {
		if !a.Quiet {
			t.Errorf("%s: the first sight of a feed must be quiet", a.Item.Title)
		}
		if !a.Known && (!strings.HasPrefix(a.Article.Text, a.Article.Title+"\n\n") || a.Article.Stub || a.Article.Published.IsZero()) {
			t.Errorf("%s: text %.80q, stub %v, published %v", a.Item.Title, a.Article.Text, a.Article.Stub, a.Article.Published)
		}
	}

	// Nothing new: every feed answers 304 and nothing arrives.
	c.add(time.Hour)
	for _, v := range cycle(t, p) {
		if !v.Unchanged || v.Status != 304 {
			t.Errorf("%s: unchanged %v, status %d", v.URL, v.Unchanged, v.Status)
		}
	}

	n.Next()
	c.add(time.Hour)
	cycle(t, p)
	news := m.arrived[7:]
	if len(news) != 1 || news[0].Quiet || news[0].Item.Title != "Calder envoy: we will fish to our own limit" {
		t.Errorf("after one more article %d arrived: %v", len(news), m.titles()[7:])
	}
}

// A crash between the items of a visit repeats the visit and skips what was
// kept; the validators are written with the last item only.
func TestVisitIsKeptAfterItsItems(t *testing.T) {
	m := newMemory()
	p, c := poller(t, m)
	n := sample.New(c.now)
	srv := httptest.NewServer(n)
	defer srv.Close()
	n.Reveal(8)
	m.feeds[1] = &statements.Feed{ID: 1, URL: srv.URL + n.Feeds()[0]}
	full := fmt.Errorf("disk full")
	m.keep = func(feeds.Arrived) error {
		if len(m.arrived) == 1 {
			return full
		}
		return nil
	}
	v := cycle(t, p)[0]
	if v.Problem == "" || v.ETag != "" || v.BodyHash != "" || m.feeds[1].Seen {
		t.Errorf("a visit that could not keep an item was kept as %+v", v)
	}
	m.keep = nil
	c.add(2 * time.Minute)
	v = cycle(t, p)[0]
	if v.Problem != "" || v.ETag == "" || v.New != 2 {
		t.Errorf("the repeated visit: %+v", v)
	}
	want := []string{"Harbour dredging to resume in April after a two-year pause", "Herring talks stall as ministers leave Vell early", "Survey finds more young herring than in any year since 2009"}
	if diff := cmp.Diff(want, m.titles()); diff != "" {
		t.Errorf("oldest first, each once (-want +got):\n%s", diff)
	}
}

// site serves one feed of one item, and the item's page by what page says.
func site(t *testing.T, page http.HandlerFunc) string {
	mux := http.NewServeMux()
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	mux.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(304)
			return
		}
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>Quay Gazette</title><link>%s/</link><item><title>Crane arrives</title><link>%[1]s/crane?utm_source=rss</link><description>The new crane is here.</description></item></channel></rss>`, srv.URL)
	})
	mux.HandleFunc("/crane", page)
	return srv.URL + "/feed"
}

const cranePage = `<html lang="en"><head><title>Crane arrives | Quay Gazette</title></head><body><h1>Crane arrives</h1>
<p>The new crane of the north quay arrived on Tuesday morning on a barge from Vell, and half the town came to look at it.</p>
<p>“It lifts forty tonnes and complains less than the old one,” said Sten Holm, who has worked the quay for thirty years. He will be its first driver.</p>
<p>The crane replaces one from 1961 that broke in the autumn storm. The harbour board paid two million crowns for it, half of them from the insurance.</p></body></html>`

func TestPageThatIsNotThereYet(t *testing.T) {
	missing := true
	url := site(t, func(w http.ResponseWriter, r *http.Request) {
		if missing {
			http.NotFound(w, r)
			return
		}
		io.WriteString(w, cranePage)
	})
	m := newMemory(url)
	p, c := poller(t, m)
	v := cycle(t, p)[0]
	if len(m.arrived) != 0 || v.ETag != "" || m.feeds[1].Seen {
		t.Errorf("the item must wait for its page: %+v", v)
	}
	missing = false
	c.add(2 * time.Minute)
	cycle(t, p)
	if len(m.arrived) != 1 || !strings.Contains(m.arrived[0].Article.Text, "complains less") || !m.arrived[0].Quiet {
		t.Fatalf("the page came and was not read: %+v", m.arrived)
	}
	if got := m.arrived[0].Article.Title; got != "Crane arrives" {
		t.Errorf("title %q", got)
	}
	c.add(2 * time.Minute)
	if v := cycle(t, p)[0]; !v.Unchanged {
		t.Errorf("kept without its validators: %+v", v)
	}
}

func TestPageThatNeverComesEndsAsStub(t *testing.T) {
	tries := 0
	url := site(t, func(w http.ResponseWriter, r *http.Request) { tries++; w.WriteHeader(503) })
	m := newMemory(url)
	p, c := poller(t, m)
	for range 30 {
		cycle(t, p)
		c.add(5 * time.Minute)
	}
	if len(m.arrived) != 1 || tries < 3 || tries > 10 {
		t.Fatalf("%d arrived after %d tries, want 1 after a few", len(m.arrived), tries)
	}
	a := m.arrived[0].Article
	if !a.Stub || a.Text != "Crane arrives\n\nThe new crane is here." || a.Summary != "The new crane is here." {
		t.Errorf("stub: %+v", a)
	}
}

// A poll from a crontab is a new process each time, which has counted no tries.
func TestFirstVisitEndsOverManyProcesses(t *testing.T) {
	url := site(t, func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(503) })
	m := newMemory(url)
	_, c := poller(t, m)
	for range 5 {
		p, _ := poller(t, m)
		p.Now = c.now
		cycle(t, p)
		c.add(20 * time.Minute)
	}
	if len(m.arrived) != 1 || !m.arrived[0].Quiet || !m.arrived[0].Article.Stub || !m.feeds[1].Seen {
		t.Errorf("after more than an hour: %d arrived, seen %v", len(m.arrived), m.feeds[1].Seen)
	}
}

// A site that is down costs a few time-outs a visit, not one for every item;
// all its items wait, and end as stubs together.
func TestSiteThatIsDownIsLeftAlone(t *testing.T) {
	asked := 0
	mux := http.NewServeMux()
	srv := httptest.NewServer(mux)
	defer srv.Close()
	mux.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "<rss><channel><title>Quay Gazette</title>")
		for i := range 20 {
			fmt.Fprintf(w, "<item><title>Story %d</title><link>%s/story/%[1]d</link></item>", i, srv.URL)
		}
		io.WriteString(w, "</channel></rss>")
	})
	mux.HandleFunc("/story/", func(w http.ResponseWriter, r *http.Request) { asked++; w.WriteHeader(502) })
	m := newMemory(srv.URL + "/feed")
	p, c := poller(t, m)
	cycle(t, p)
	if asked != 3 || len(m.arrived) != 0 {
		t.Errorf("%d pages were asked for, %d kept, at the first visit; want 3 and none", asked, len(m.arrived))
	}
	for range 8 {
		c.add(20 * time.Minute)
		cycle(t, p)
	}
	if len(m.arrived) != 20 || asked > 30 {
		t.Errorf("%d of 20 kept after %d requests", len(m.arrived), asked)
	}
}

// What the first sight of a feed lacks, because the document ended too early,
// is no news when it comes.
func TestFirstSightOfATruncatedFeed(t *testing.T) {
	whole := "<rss version='2.0'><channel><title>Quay Gazette</title>"
	for i := range 9 {
		whole += fmt.Sprintf("<item><title>Story %d</title><guid isPermaLink='false'>%[1]d</guid></item>", i)
	}
	whole += "</channel></rss>"
	body := whole[:len(whole)/2]
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, body) }))
	defer srv.Close()
	m := newMemory(srv.URL)
	p, c := poller(t, m)
	if v := cycle(t, p)[0]; m.feeds[1].Seen || !strings.Contains(v.Problem, "not all of its items: The document ends too early.") {
		t.Errorf("a half of a feed was taken for all of it: %+v", v)
	}
	body = whole
	c.add(6 * time.Minute)
	cycle(t, p)
	for _, a := range m.arrived {
		if !a.Quiet {
			t.Errorf("%s alerts as if it were new", a.Item.Title)
		}
	}
	if len(m.arrived) != 9 || !m.feeds[1].Seen {
		t.Errorf("%d of 9 arrived", len(m.arrived))
	}

	// One that never comes whole is read all the same.
	m = newMemory(srv.URL)
	p, c = poller(t, m)
	body = whole[:len(whole)/2]
	for range 16 {
		cycle(t, p)
		c.add(6 * time.Minute)
	}
	if len(m.arrived) != 4 || !m.feeds[1].Seen {
		t.Errorf("after an hour %d of 4 arrived, seen %v", len(m.arrived), m.feeds[1].Seen)
	}
}

// That a feed has gone quiet is told once, when it has.
func TestFeedThatGoesQuietIsToldOnce(t *testing.T) {
	url := site(t, http.NotFound)
	m := newMemory(url)
	p, c := poller(t, m)
	var log strings.Builder
	p.Log = slog.New(slog.NewTextHandler(&log, nil))
	f := m.feeds[1]
	f.Seen, f.ETag, f.LastOK = true, `"1"`, c.now()
	for i := range 20 {
		f.Recent = append(f.Recent, c.now().Add(-time.Duration(20-i)*14*time.Hour))
	}
	for range 12 {
		c.add(24 * time.Hour)
		cycle(t, p)
	}
	if n := strings.Count(log.String(), "gone quiet"); n != 1 || !strings.Contains(log.String(), `days=4 usually="12 a week"`) {
		t.Errorf("told %d times:\n%s", n, log.String())
	}
}

// A feed that moves is asked at its new address, and one that is gone is left.
func TestFeedThatMoves(t *testing.T) {
	asked := map[string]int{}
	var mu sync.Mutex
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked[r.URL.Path]++
		mu.Unlock()
		switch r.URL.Path {
		case "/old":
			http.Redirect(w, r, "/new", http.StatusPermanentRedirect)
		case "/gone":
			w.WriteHeader(http.StatusGone)
		default:
			io.WriteString(w, "<rss version='2.0'><channel><title>Quay Gazette</title></channel></rss>")
		}
	}))
	defer srv.Close()
	w := &witness{Store: storetest.Open(t, storetest.SQLite(t))}
	for _, path := range []string{"/old", "/gone"} {
		if _, err := w.AddFeed(t.Context(), statements.Feed{URL: srv.URL + path}); err != nil {
			t.Fatal(err)
		}
	}
	p, c := poller(t, newMemory())
	p.Store = w.Store
	for range 5 {
		cycle(t, p)
		c.add(26 * time.Hour)
	}
	mu.Lock()
	defer mu.Unlock()
	if asked["/old"] != 1 || asked["/new"] != 5 || asked["/gone"] != 1 {
		t.Errorf("asked for %v", asked)
	}
	fs, err := w.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"moved to " + srv.URL + "/new on 21 Nov", "paused: gone (410) since "} {
		if got := fs[i].State(statements.Yield{}, c.now(), time.UTC).Words.String(); !strings.Contains(got, want) {
			t.Errorf("got %q, want %q in it", got, want)
		}
	}
}

func TestEmptyFeedIsSeen(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "<rss version='2.0'><channel></channel></rss>")
	}))
	defer srv.Close()
	m := newMemory(srv.URL)
	p, _ := poller(t, m)
	if v := cycle(t, p)[0]; v.Problem != "" || !m.feeds[1].Seen {
		t.Errorf("%+v", v)
	}
}

func TestFailures(t *testing.T) {
	answer := func(status int, header, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if k, v, ok := strings.Cut(header, ": "); ok {
				w.Header().Set(k, v)
			}
			w.WriteHeader(status)
			io.WriteString(w, body)
		}
	}
	for _, tt := range []struct {
		name     string
		handler  http.HandlerFunc
		schedule string
		says     string
		next     time.Duration // at least
		most     time.Duration
		gone     bool
	}{
		{"server error", answer(500, "", ""), "@every 1s", "problem of its own (status 500)", time.Second, 2 * time.Second, false},
		{"too often", answer(429, "Retry-After: 120", ""), "@every 1s", "too often", 120 * time.Second, 122 * time.Second, false},
		{"gone", answer(410, "", ""), "", "gone for good", time.Minute, time.Hour, true},
		{"a page", answer(200, "Content-Type: application/rss+xml", "<!DOCTYPE html><html><title>Just a moment...</title></html>"), "", "web page and not a feed", time.Minute, 10 * time.Minute, false},
		{"empty", answer(200, "", ""), "", "empty", time.Minute, 10 * time.Minute, false},
		{"too large", answer(200, "", strings.Repeat(" ", 9<<20)), "", "larger than 8 MB", time.Minute, 10 * time.Minute, false},
		{"not json", answer(200, "", `{"version": "https://jsonfeed.org/version/1"`), "", "damaged", time.Minute, 10 * time.Minute, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			srv := httptest.NewServer(tt.handler)
			defer srv.Close()
			m := newMemory(srv.URL)
			m.feeds[1].Schedule = tt.schedule
			p, _ := poller(t, m)
			v := cycle(t, p)[0]
			if !strings.Contains(v.Problem, tt.says) || !v.Theirs || v.Gone != tt.gone {
				t.Errorf("problem %q, theirs %v, gone %v", v.Problem, v.Theirs, v.Gone)
			}
			if strings.Contains(v.Problem, "\n") || !strings.HasSuffix(v.Problem, ".") {
				t.Errorf("not one line of whole sentences: %q", v.Problem)
			}
			if d := v.NextAt.Sub(v.At); d < tt.next || d > tt.most {
				t.Errorf("next after %v, want %v to %v", d, tt.next, tt.most)
			}
		})
	}
}

// Feeds that hang hold up neither each other's neighbours on the same host nor
// the quick ones, even when there are more of them than workers.
func TestRunIsNotHeldUpByFeedsThatHang(t *testing.T) {
	var n *sample.Newsroom
	release := make(chan struct{})
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/hang") {
			select {
			case <-release:
			case <-r.Context().Done():
			}
			return
		}
		n.ServeHTTP(w, r)
	}))
	defer srv.Close()
	defer close(release)
	m := newMemory()
	p, _ := poller(t, m)
	p.Now = nil
	n = sample.New(time.Now)
	for i := range 12 {
		m.feeds[int64(100+i)] = &statements.Feed{ID: int64(100 + i), URL: fmt.Sprintf("%s/hang/%d", strings.Replace(srv.URL, "127.0.0.1", fmt.Sprintf("127.0.0.%d", 2+i%3), 1), i), Schedule: "@every 1s"}
	}
	for i, path := range n.Feeds() {
		m.feeds[int64(i+1)] = &statements.Feed{ID: int64(i + 1), URL: srv.URL + path, Schedule: "@every 1s"}
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- p.Run(ctx, 50*time.Millisecond) }()
	seen := func() bool {
		m.mu.Lock()
		defer m.mu.Unlock()
		return m.feeds[1].Seen && m.feeds[2].Seen && m.feeds[3].Seen
	}
	waitFor(t, 8*time.Second, seen)
	start := time.Now()
	n.Next()
	waitFor(t, 8*time.Second, func() bool {
		return slices.Contains(m.titles(), "Norvania could live with a herring ceiling, Solheim tells fishing fleet")
	})
	t.Logf("arrived after %v", time.Since(start))
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func waitFor(t *testing.T, most time.Duration, ok func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), most)
	defer cancel()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-tick.C:
		case <-ctx.Done():
			t.Fatalf("not within %v", most)
		}
	}
}
