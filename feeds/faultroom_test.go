package feeds_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// faultKinds are what goes wrong with every second request to a feed, in this
// order, each feed at another point of it.
var faultKinds = []string{"500", "429", "hang", "truncated", "html", "loop", "huge", "bomb", "stall"}

// faultAt is what goes wrong with a feed's n-th request, counted from 0; "" is
// nothing.
func faultAt(feed, n int) string {
	if n%2 == 0 {
		return ""
	}
	return faultKinds[(n/2+3*feed)%len(faultKinds)]
}

// faultRoom is a newsroom whose feeds fail at every second request.
type faultRoom struct {
	base  string
	hang  time.Duration
	retry time.Duration // what a 429 asks for
	now   func() time.Time
	bomb  []byte

	mu      sync.Mutex
	shown   int // articles that have appeared
	turn    map[string]int
	refused map[string]time.Time // until when a feed wants to be left alone
	early   int                  // requests before that
}

var faultFeeds = []string{"/feed.rss", "/feed.atom", "/feed.json"}

func newFaultRoom(t *testing.T, hang, retry time.Duration, now func() time.Time) *faultRoom {
	r := &faultRoom{hang: hang, retry: retry, now: now, shown: 1, turn: map[string]int{}, refused: map[string]time.Time{}}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	fmt.Fprint(z, "<rss><channel><title>")
	for range 32 {
		z.Write(bytes.Repeat([]byte("A"), 1<<20)) //nolint:errcheck // a buffer takes all
	}
	z.Close() //nolint:errcheck // as above
	r.bomb = b.Bytes()
	srv := httptest.NewUnstartedServer(r)
	srv.Config.SetKeepAlivesEnabled(false) // a short hang on a connection that is used again is no failure
	srv.Start()
	t.Cleanup(srv.Close)
	r.base = srv.URL
	return r
}

const faultTexts = 12 // articles that there are

func (r *faultRoom) reveal() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.shown = min(r.shown+1, faultTexts)
	return r.shown < faultTexts
}

func (r *faultRoom) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	path := q.URL.Path
	for i, f := range faultFeeds {
		if f == path {
			r.mu.Lock()
			fault := faultAt(i, r.turn[f])
			r.turn[f]++
			if r.now().Before(r.refused[f]) {
				r.early++
			}
			if fault == "429" {
				r.refused[f] = r.now().Add(r.retry)
			}
			r.mu.Unlock()
			r.feed(w, q, f, fault)
			return
		}
	}
	switch {
	case strings.HasPrefix(path, "/loop/"):
		http.Redirect(w, q, map[string]string{"/loop/a": "/loop/b", "/loop/b": "/loop/a"}[path], http.StatusFound)
	case strings.HasPrefix(path, "/story/"):
		fmt.Fprintf(w, "<html lang=en><head><title>%s</title></head><body><h1>%[1]s</h1><p>%s</p></body></html>", "Story "+path[7:], storyText(path[7:]))
	default:
		http.NotFound(w, q)
	}
}

func storyText(n string) string {
	return strings.Repeat("The ferry "+n+" from Vell was late again, and its passengers said so. ", 20)
}

// feed answers for a feed, with a fault or without.
func (r *faultRoom) feed(w http.ResponseWriter, q *http.Request, path, fault string) {
	r.mu.Lock()
	body := r.body(path)
	r.mu.Unlock()
	switch fault {
	case "500":
		w.WriteHeader(http.StatusInternalServerError)
	case "429":
		w.Header().Set("Retry-After", fmt.Sprint(int(r.retry/time.Second)))
		w.WriteHeader(http.StatusTooManyRequests)
	case "hang", "stall":
		if fault == "stall" {
			w.Header().Set("Content-Length", fmt.Sprint(len(body)))
			fmt.Fprint(w, body[:len(body)/2])
			w.(http.Flusher).Flush()
		}
		select {
		case <-time.After(r.hang):
		case <-q.Context().Done():
		}
		panic(http.ErrAbortHandler) // the connection closes
	case "truncated":
		fmt.Fprint(w, body[:len(body)*3/5])
	case "html":
		fmt.Fprint(w, "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><p>Checking your browser &copy; <br></body></html>")
	case "loop":
		http.Redirect(w, q, "/loop/a", http.StatusFound)
	case "bomb":
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(r.bomb) //nolint:errcheck // the client may have gone
	case "huge":
		pad := strings.Repeat(" ", 9<<20)
		i := strings.LastIndexAny(body, "<}")
		fmt.Fprint(w, body[:i]+pad+body[i:])
	default:
		tag := fmt.Sprintf(`"%d"`, len(body))
		w.Header().Set("ETag", tag)
		if q.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, body)
	}
}

// body is the feed as it should be: the newest article first.
func (r *faultRoom) body(path string) string {
	type item map[string]string
	var xml strings.Builder
	list := []item{}
	for n := r.shown; n > 0; n-- {
		link, title := fmt.Sprintf("%s/story/%d", r.base, n), fmt.Sprintf("Story %d", n)
		at := time.Date(2026, 11, 20, n, 0, 0, 0, time.UTC)
		switch path {
		case "/feed.rss":
			fmt.Fprintf(&xml, "<item><title>%s</title><link>%s</link><guid>%[2]s</guid><pubDate>%s</pubDate><description>%s</description></item>\n",
				title, link, at.Format(time.RFC1123Z), storyText(fmt.Sprint(n)))
		case "/feed.atom":
			fmt.Fprintf(&xml, "<entry><id>%s</id><title>%s</title><link href=%[1]q/><updated>%s</updated></entry>\n", link, title, at.Format(time.RFC3339))
		default:
			list = append(list, item{"id": link, "url": link, "title": title, "content_text": storyText(fmt.Sprint(n))})
		}
	}
	switch path {
	case "/feed.rss":
		return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Harbor Courier</title>\n" + xml.String() + "</channel></rss>\n"
	case "/feed.atom":
		return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Vell Tribune</title>\n" + xml.String() + "</feed>\n"
	}
	b, _ := json.MarshalIndent(map[string]any{"version": "https://jsonfeed.org/version/1.1", "title": "Fjord Wire", "items": list}, "", " ")
	return string(b)
}
