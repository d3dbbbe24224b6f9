package feeds_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"onrecord/feeds"
	"onrecord/statements"
)

// pushing notes what it is told, and puts feeds off for a day.
type pushing struct {
	mu       sync.Mutex
	answered []string // Link headers
	after    []int    // new items
}

func (p *pushing) Answered(_ statements.Feed, got *feeds.Fetched) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.answered = append(p.answered, got.Links...)
}

func (p *pushing) After(_ statements.Feed, v statements.Visit, next time.Time) time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.after = append(p.after, v.New)
	return next.Add(24 * time.Hour)
}

func (p *pushing) Rings() <-chan struct{} { return nil }

// hubFeed is a feed with a hub, of so many items; none is a failure.
func hubFeed(t *testing.T, items *int) string {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tag := fmt.Sprintf(`"%d"`, *items)
		w.Header().Set("Link", `<https://hub.example/>; rel="hub"`)
		w.Header().Set("ETag", tag)
		switch {
		case *items == 0:
			http.Error(w, "down", http.StatusBadGateway)
		case r.Header.Get("If-None-Match") == tag:
			w.WriteHeader(http.StatusNotModified)
		default:
			fmt.Fprint(w, `<rss version="2.0"><channel><title>Harbour Radio</title>`)
			for i := range *items {
				fmt.Fprintf(w, `<item><guid>%d</guid><title>Talks, day %d</title></item>`, i, i)
			}
			fmt.Fprint(w, `</channel></rss>`)
		}
	}))
	t.Cleanup(srv.Close)
	return srv.URL
}

// A hub is looked for in what came, and has a say in when the next visit is,
// but not after one that failed.
func TestPushHasItsSay(t *testing.T) {
	items := 1
	m := newMemory(hubFeed(t, &items))
	p, c := poller(t, m)
	push := &pushing{}
	p.Push = push
	for _, step := range []struct {
		items    int
		answered int
		after    []int
		put      bool // off for a day
	}{
		{1, 1, []int{1}, true},
		{1, 1, []int{1, 0}, true}, // not modified
		{0, 1, []int{1, 0}, false},
		{3, 2, []int{1, 0, 2}, true},
	} {
		items = step.items
		c.add(48 * time.Hour)
		visits := cycle(t, p)
		if len(visits) != 1 {
			t.Fatalf("%d visits, want 1", len(visits))
		}
		if got := visits[0].NextAt.Sub(c.now()) >= 24*time.Hour; got != step.put {
			t.Errorf("%d items: the next visit is %v later", step.items, visits[0].NextAt.Sub(c.now()))
		}
		if len(push.answered) != step.answered || fmt.Sprint(push.after) != fmt.Sprint(step.after) {
			t.Errorf("%d items: it was told of the answers %v and the visits %v, want %d and %v", step.items, push.answered, push.after, step.answered, step.after)
		}
	}
}
