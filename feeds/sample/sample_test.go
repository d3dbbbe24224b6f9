package sample_test

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"onrecord/feeds"
	"onrecord/feeds/sample"
)

// start is a Saturday.
var start = time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)

func newsroom(t *testing.T) (*sample.Newsroom, string, *feeds.Client) {
	t.Helper()
	n := sample.New(func() time.Time { return start })
	srv := httptest.NewServer(n)
	t.Cleanup(srv.Close)
	config := feeds.Default()
	config.AllowPrivate = []string{"127.0.0.0/8"}
	c, err := feeds.NewClient(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return n, srv.URL, c
}

func read(t *testing.T, c *feeds.Client, url string) *feeds.Document {
	t.Helper()
	f, err := c.Get(context.Background(), url, "", "")
	if err != nil {
		t.Fatal(err)
	}
	d, err := feeds.ParseFeed(f.Body, f.ContentType, f.URL)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestArticlesComeWholeThroughTheirPages(t *testing.T) {
	n, base, c := newsroom(t)
	n.Reveal(n.Articles())
	pages := map[string]bool{}
	for _, path := range n.Feeds() {
		d := read(t, c, base+path)
		if d.Title == "" || d.Damaged {
			t.Errorf("%s: title %q, damaged %v", path, d.Title, d.Damaged)
		}
		for _, it := range d.Items {
			p, _, err := c.Article(context.Background(), it.Link)
			if err != nil {
				t.Errorf("%s: %v", it.Link, err)
				continue
			}
			pages[p.Canonical] = true
			want := strings.Join(n.Paragraphs(p.Canonical[len(base):]), "\n\n")
			if p.Body != want {
				t.Errorf("%s\n got %q\nwant %q", it.Link, p.Body, want)
			}
			if p.Title != it.Title {
				t.Errorf("%s: title %q, want %q", it.Link, p.Title, it.Title)
			}
			if !p.Published.Time.Equal(it.Published.Time) {
				t.Errorf("%s: published %v, want %v", it.Link, p.Published, it.Published)
			}
		}
	}
	if len(pages) != n.Articles() {
		t.Errorf("%d pages, want %d: one page stands in two feeds", len(pages), n.Articles())
	}
}

func TestArticlesAppearOneByOne(t *testing.T) {
	n, base, c := newsroom(t)
	count := func() (items int) {
		for _, path := range n.Feeds() {
			items += len(read(t, c, base+path).Items)
		}
		return items
	}
	// The fourth article stands in two feeds.
	for i, want := range []int{0, 1, 2, 3, 5, 6, 7, 8, 9} {
		if got := count(); got != want {
			t.Errorf("after %d articles: %d items, want %d", i, got, want)
		}
		if more := n.Next(); more != (i < n.Articles()) {
			t.Errorf("Next said %v after %d articles", more, i)
		}
	}
}
