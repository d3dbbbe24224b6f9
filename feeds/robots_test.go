package feeds_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
)

func TestMayRead(t *testing.T) {
	for name, tt := range map[string]struct {
		status int
		text   string
		may    map[string]bool
	}{
		"none":       {404, "", map[string]bool{"/a": true}},
		"broken":     {500, "", map[string]bool{"/a": true}},
		"for all":    {200, "User-agent: *\nDisallow: /private\n", map[string]bool{"/a": true, "/private/x": false}},
		"for us":     {200, "User-agent: onrecord\nDisallow: /\n\nUser-agent: *\nAllow: /\n", map[string]bool{"/a": false}},
		"for others": {200, "User-agent: GPTBot\nDisallow: /\n", map[string]bool{"/a": true}},
		"no rules":   {200, "<html>not found</html>", map[string]bool{"/a": true}},
	} {
		t.Run(name, func(t *testing.T) {
			asked := 0
			srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				asked++
				w.WriteHeader(tt.status)
				fmt.Fprint(w, tt.text)
			}))
			defer srv.Close()
			c := client(t)
			for path, want := range tt.may {
				if got := c.MayRead(t.Context(), srv.URL+path); got != want {
					t.Errorf("%s: %v, want %v", path, got, want)
				}
			}
			if asked != 1 {
				t.Errorf("robots.txt was fetched %d times, want once", asked)
			}
		})
	}
}

// Pages that come at the same moment ask for robots.txt once; and one who was
// told to stop while asking leaves no answer to the others.
func TestRobotsAreAskedForOnce(t *testing.T) {
	var asked atomic.Int64
	come, answer := make(chan struct{}, 9), make(chan struct{})
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		come <- struct{}{}
		select {
		case <-answer:
		case <-r.Context().Done():
		}
		fmt.Fprint(w, "User-agent: *\nDisallow: /\n")
	}))
	defer srv.Close()
	c := client(t)
	hurried, stop := context.WithCancel(t.Context())
	var g sync.WaitGroup
	g.Go(func() { c.MayRead(hurried, srv.URL+"/a") })
	<-come
	for range 8 {
		g.Go(func() {
			if c.MayRead(t.Context(), srv.URL+"/a") {
				t.Error("a page may be read that is forbidden")
			}
		})
	}
	stop()
	<-come
	close(answer)
	g.Wait()
	if n := asked.Load(); n != 2 {
		t.Errorf("robots.txt was asked for %d times, want once by the one who stopped and once by the others", n)
	}
}

func TestPagesThatRobotsForbidStayTeasers(t *testing.T) {
	mux := http.NewServeMux()
	srv := httptest.NewServer(mux)
	defer srv.Close()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "User-agent: *\nDisallow: /crane\n") })
	mux.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>Quay Gazette</title><item><title>Crane arrives</title><link>%s/crane</link><description>It is here.</description></item></channel></rss>`, srv.URL)
	})
	mux.HandleFunc("/crane", func(w http.ResponseWriter, r *http.Request) { t.Error("the page was fetched") })
	m := newMemory(srv.URL + "/feed")
	p, _ := poller(t, m)
	cycle(t, p)
	if len(m.arrived) != 1 || !m.arrived[0].Article.Stub {
		t.Errorf("arrived: %+v", m.arrived)
	}
}
