package discover

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/feeds"
	"onrecord/statements"
)

// today is the clock of these tests.
var today = time.Date(2026, time.November, 21, 9, 0, 0, 0, time.UTC)

// site is a small web site: what stands at each path.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

func newSite(t *testing.T, pages map[string]string) *site {
	s := &site{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.RequestURI())
		s.mu.Unlock()
		body, there := pages[r.URL.RequestURI()]
		if to, moved := strings.CutPrefix(body, "moved: "); moved {
			http.Redirect(w, r, to, http.StatusMovedPermanently)
			return
		}
		if !there {
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprint(w, `<html><body>Nothing here. <a href="/feed-of-the-404">RSS</a></body></html>`)
			return
		}
		if strings.HasPrefix(body, "<html") {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		fmt.Fprint(w, strings.ReplaceAll(body, "$URL", s.URL))
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *site) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.asked...)
}

func finder(t *testing.T) *Finder {
	t.Helper()
	c := feeds.Default()
	c.AllowPrivate = []string{"127.0.0.0/8"}
	client, err := feeds.NewClient(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return &Finder{Web: client, Now: func() time.Time { return today }}
}

// rss is a feed of n items a day apart, the newest of today.
func rss(title string, n int, items ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0"?><rss version="2.0"><channel><title>%s</title><link>$URL/</link><language>en-GB</language>`, title)
	for i := range n {
		fmt.Fprintf(&b, `<item><title>%s %d</title><link>$URL/%s/%d</link><pubDate>%s</pubDate></item>`, title, n-i,
			strings.ReplaceAll(strings.ToLower(title), " ", "-"), n-i, today.AddDate(0, 0, -i).Format(time.RFC1123Z))
	}
	return b.String() + strings.Join(items, "") + `</channel></rss>`
}

// atomOf is the same as rss gives, in Atom.
func atomOf(title string, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>%s</title>`, title)
	for i := range n {
		fmt.Fprintf(&b, `<entry><title>%s %d</title><link href="$URL/%s/%d"/><updated>%s</updated></entry>`, title, n-i,
			strings.ReplaceAll(strings.ToLower(title), " ", "-"), n-i, today.AddDate(0, 0, -i).Format(time.RFC3339))
	}
	return b.String() + `</feed>`
}

func TestFind(t *testing.T) {
	const link = `<link rel="alternate" type="application/%s+xml" href="%s">`
	tests := []struct {
		name  string
		from  string
		pages map[string]string
		want  []string // path and reason
	}{
		{"a feed is its own answer", "/news.xml", map[string]string{"/news.xml": rss("Harbor Courier", 3)},
			[]string{"/news.xml: the address itself"}},
		{"named by the page, against its base", "/", map[string]string{
			"/":              `<html><head><base href="/feeds/">` + fmt.Sprintf(link, "rss", "all.xml") + `</head></html>`,
			"/feeds/all.xml": rss("Harbor Courier", 3)}, []string{"/feeds/all.xml: named by the page"}},
		{"comments last, two formats are one", "/", map[string]string{
			"/": `<html><head>` + fmt.Sprintf(link, "rss", "/comments/feed/") + fmt.Sprintf(link, "rss", "/feed/") +
				fmt.Sprintf(link, "atom", "/feed/atom/") + `</head></html>`,
			"/comments/feed/": rss("Comments for Harbor Courier", 9), "/feed/": rss("Harbor Courier", 4), "/feed/atom/": atomOf("Harbor Courier", 4)},
			[]string{"/feed/: named by the page, also there as Atom", "/comments/feed/: named by the page"}},
		{"an old feed after a living one", "/", map[string]string{
			"/":        `<html><head>` + fmt.Sprintf(link, "rss", "/old.xml") + fmt.Sprintf(link, "rss", "/new.xml") + `</head></html>`,
			"/old.xml": rss("Old Courier", 0, `<item><title>Last</title><link>$URL/last</link><pubDate>Mon, 02 Jan 2012 10:00:00 GMT</pubDate></item>`),
			"/new.xml": rss("New Courier", 2)}, []string{"/new.xml: named by the page", "/old.xml: named by the page"}},
		{"an anchor, and the page it leads to", "/", map[string]string{
			"/":          `<html><body><a href="/feedback">Feedback</a><a href="/help/rss">Our <b>RSS</b> feeds</a></body></html>`,
			"/help/rss":  `<html><body><a href="/world.rss">World</a><a href="/sport.rss">Sport</a></body></html>`,
			"/world.rss": rss("World", 3), "/sport.rss": rss("Sport", 3)},
			[]string{"/world.rss: linked on the page", "/sport.rss: linked on the page"}},
		{"where feeds usually stand", "/blog/", map[string]string{"/blog/": `<html><body>Hello</body></html>`, "/blog/feed": rss("Blog", 2), "/atom.xml": atomOf("Site", 2)},
			[]string{"/blog/feed: found at its usual place"}},
		{"what the page was made with", "/", map[string]string{"/": `<html><head><meta name="generator" content="Hugo 0.120"></head></html>`, "/index.xml": rss("Notes", 2)},
			[]string{"/index.xml: found at its usual place"}},
		{"a front page that is forbidden", "/", map[string]string{"/feed": rss("Hidden", 2)}, []string{"/feed: found at its usual place"}},
		{"moved for good", "/", map[string]string{"/": `<html><head>` + fmt.Sprintf(link, "rss", "/rss.php") + `</head></html>`,
			"/rss.php": "moved: /feed.xml", "/feed.xml": rss("Moved", 2)}, []string{"/feed.xml: named by the page"}},
		{"JSON Feed, and the site's API", "/", map[string]string{
			"/":          `<html><head><link rel="alternate" type="application/json" href="/wp-json/v2/pages/7"><link rel="alternate" type="application/feed+json" href="/feed.json"></head></html>`,
			"/feed.json": `{"version":"https://jsonfeed.org/version/1.1","title":"J","language":"de","items":[{"id":"1","url":"$URL/1","content_text":"Eins"}]}`},
			[]string{"/feed.json: named by the page"}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := newSite(t, tc.pages)
			list, err := finder(t).Find(t.Context(), s.URL+tc.from)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range list {
				got = append(got, strings.TrimPrefix(c.URL, s.URL)+": "+c.Reason)
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("candidates (-want +got):\n%s", diff)
			}
			if n := len(s.requests()); n > 12 {
				t.Errorf("%d requests: %v", n, s.requests())
			}
		})
	}
}

func TestCandidate(t *testing.T) {
	s := newSite(t, map[string]string{"/feed": rss("Harbor Courier", 8)})
	list, err := finder(t).Find(t.Context(), "feed:"+s.URL+"/feed")
	if err != nil {
		t.Fatal(err)
	}
	head := func(n, days int) statements.Headline {
		return statements.Headline{Title: fmt.Sprintf("Harbor Courier %d", n), URL: fmt.Sprintf("%s/harbor-courier/%d", s.URL, n),
			Published: statements.Moment{Time: today.AddDate(0, 0, -days)}}
	}
	want := []statements.Candidate{{
		URL: s.URL + "/feed", Title: "Harbor Courier", Site: s.URL + "/", Format: "RSS 2.0", Lang: "en", Items: 8,
		Newest: statements.Moment{Time: today}, Every: 24 * time.Hour,
		Recent: []statements.Headline{head(8, 0), head(7, 1), head(6, 2)}, Reason: "the address itself",
	}}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestFindNothing(t *testing.T) {
	s := newSite(t, map[string]string{
		"/":          `<html><body>No feed here</body></html>`,
		"/list.opml": `<opml version="2.0"><body><outline xmlUrl="https://a.example/feed"/></body></opml>`,
		"/map.xml":   `<urlset><url><loc>https://a.example</loc></url></urlset>`,
	})
	tests := []struct{ address, want string }{
		{s.URL + "/", "No feed of 127.0.0.1 was found: its page names none"},
		{s.URL + "/list.opml", "This is a list of feeds (OPML)"},
		{s.URL + "/map.xml", "This is a sitemap"},
		{"https://t.me/s/harborcourier", "Telegram offers no feeds."},
		{"ftp://a.example", "This is no address of the web."},
		{"", "This is no address of the web."},
	}
	for _, tc := range tests {
		_, err := finder(t).Find(t.Context(), tc.address)
		var p *statements.Problem
		if !errors.As(err, &p) || !strings.Contains(p.Text.String(), tc.want) || p.Hint.String() == "" {
			t.Errorf("%s: got %v, want %q", tc.address, err, tc.want)
		}
	}
	for _, path := range s.requests() {
		if path == "/feed-of-the-404" {
			t.Error("a page that is not there was searched")
		}
	}
}

func TestFindKeepsToItsLimits(t *testing.T) {
	var page strings.Builder
	page.WriteString("<html>")
	for i := range 40 {
		fmt.Fprintf(&page, `<a href="/%d/rss">RSS</a>`, i)
	}
	s := newSite(t, map[string]string{"/": page.String()})
	if _, err := finder(t).Find(t.Context(), s.URL); err == nil {
		t.Error("found a feed where there is none")
	}
	if n := len(s.requests()); n != 12 {
		t.Errorf("asked %d times, want 12", n)
	}
}

func TestFindEndsWithItsTime(t *testing.T) {
	done := make(chan struct{})
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" {
			fmt.Fprint(w, `<html><head><link rel="alternate" type="application/rss+xml" href="/a"></head></html>`)
			return
		}
		select {
		case <-done:
		case <-r.Context().Done():
		}
	}))
	defer slow.Close()
	defer close(done)
	f := finder(t)
	f.Within = 200 * time.Millisecond
	_, err := f.Find(t.Context(), slow.URL)
	var p *statements.Problem
	if !errors.As(err, &p) || !strings.Contains(p.Text.String(), "in the time that a search may take") {
		t.Errorf("got %v", err)
	}
}

func TestFindRefusesPrivateAddresses(t *testing.T) {
	s := newSite(t, map[string]string{"/": rss("Inside", 2)})
	client, err := feeds.NewClient(feeds.Default())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if _, err := (&Finder{Web: client}).Find(t.Context(), s.URL); err == nil || !strings.Contains(err.Error(), "private address") {
		t.Errorf("got %v", err)
	}
	if len(s.requests()) > 0 {
		t.Errorf("a private address was asked: %v", s.requests())
	}
}

// Further pages are read only where robots.txt lets us; feeds are not asked
// about.
func TestFindAsksRobots(t *testing.T) {
	s := newSite(t, map[string]string{
		"/robots.txt":   "User-agent: *\nDisallow: /private/\n",
		"/":             `<html><a href="/private/list">All our RSS</a><a href="/private/feed.xml">x</a></html>`,
		"/private/list": `<html><a href="/other.rss">RSS</a></html>`, "/private/feed.xml": rss("Allowed", 2), "/other.rss": rss("Other", 2),
	})
	list, err := finder(t).Find(t.Context(), s.URL+"/")
	if err != nil || len(list) != 1 || list[0].Title != "Allowed" {
		t.Errorf("got %+v, %v", list, err)
	}
	for _, path := range s.requests() {
		if path == "/private/list" {
			t.Error("a page was read that robots.txt forbids")
		}
	}
}

// A search that is broken off says so, and nothing hangs.
func TestFindIsBrokenOff(t *testing.T) {
	s := newSite(t, map[string]string{"/": rss("Any", 2)})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := finder(t).Find(ctx, s.URL); err == nil {
		t.Error("found a feed after the end")
	}
}
