package sample

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// Newsroom serves the feeds and pages. It is safe for concurrent use.
type Newsroom struct {
	now   func() time.Time
	start time.Time

	mu       sync.Mutex
	articles []article
	shown    []time.Time // when each article that can be seen was published
}

// New makes a newsroom in which nothing can be seen yet. Ages are counted from
// now's first answer.
func New(now func() time.Time) *Newsroom {
	return &Newsroom{now: now, start: now(), articles: readArticles()}
}

// Feeds are the paths of the feeds.
func (n *Newsroom) Feeds() []string {
	var out []string
	for _, o := range outlets {
		out = append(out, o.path())
	}
	return out
}

// Articles is how many articles there are in all.
func (n *Newsroom) Articles() int { return len(n.articles) }

// Reveal lets the first k articles be seen, each as old as doc.go says.
func (n *Newsroom) Reveal(k int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for i := len(n.shown); i < min(k, len(n.articles)); i++ {
		at, _ := n.articles[i].age(n.start) // it was parsed before
		n.shown = append(n.shown, at)
	}
}

// Next lets one more article appear, dated now, and reports whether there was
// one left.
func (n *Newsroom) Next() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	i := len(n.shown)
	if i == len(n.articles) {
		return false
	}
	n.shown = append(n.shown, n.now())
	return true
}

// visible gives the articles that can be seen, newest first.
func (n *Newsroom) visible() []article {
	n.mu.Lock()
	defer n.mu.Unlock()
	var out []article
	for i, at := range n.shown {
		out = append(out, n.articles[i].at(at))
	}
	slices.SortStableFunc(out, func(a, b article) int { return b.published.Compare(a.published) })
	return out
}

// ServeHTTP serves feeds and pages; what cannot be seen yet is 404.
func (n *Newsroom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	base := "http://" + r.Host
	visible := n.visible()
	for _, o := range outlets {
		if r.URL.Path == o.path() {
			n.serveFeed(w, r, o, base, visible)
			return
		}
		if strings.Trim(r.URL.Path, "/") == o.slug {
			o.serveFront(w, visible)
			return
		}
		for _, a := range visible {
			if a.outlet == o.slug && strings.Trim(r.URL.Path, "/") == o.slug+"/"+a.slug {
				o.servePage(w, a, base)
				return
			}
		}
	}
	http.NotFound(w, r)
}

// outlet is one site of the newsroom.
type outlet struct {
	slug, name, format string
}

var outlets = []outlet{
	{"harbor-courier", "Harbor Courier", "rss"},
	{"fjord-wire", "Fjord Wire", "atom"},
	{"ostervik-post", "Ostervik Post", "json"},
}

func (o outlet) path() string { return "/" + o.slug + "/feed." + o.format }
