package gather

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/bot"
	"onrecord/feeds"
	"onrecord/statements"
	"onrecord/statements/extract"
	"onrecord/store"
	"onrecord/store/storetest"
)

// today is the clock of these tests.
var today = time.Date(2026, time.November, 21, 9, 0, 0, 0, time.UTC)

// gatherer keeps into a real archive.
func gatherer(t testing.TB) (*Gatherer, *store.Store) {
	t.Helper()
	s := storetest.Open(t, storetest.SQLite(t))
	return over(t, s), s
}

func over(t testing.TB, s *store.Store) *Gatherer {
	t.Helper()
	c := feeds.Default()
	c.AllowPrivate = []string{"127.0.0.0/8"}
	client, err := feeds.NewClient(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	i := &bot.Ingest{Archive: s, Read: extract.Read, Silent: true}
	return &Gatherer{Client: client, Keep: i.Keep, Known: s.Known, Notes: s, Now: func() time.Time { return today }}
}

// stored is what an archive holds, an article a line: day, outlet, title,
// address.
func stored(t testing.TB, s *store.Store) []string {
	t.Helper()
	list, err := s.Archive(t.Context(), 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, a := range list {
		day := "undated"
		if !a.Article.Published.IsZero() {
			day = statements.DateOf(a.Article.Published.Time).String()
		}
		url := a.Article.URL
		if strings.HasPrefix(url, "urn:") {
			url = "urn"
		}
		out = append(out, fmt.Sprintf("%s | %s | %s | %s | %d", day, a.Article.Outlet, a.Article.Title, url, len(a.Statements)))
	}
	slices.Sort(out)
	return out
}

// tree writes files, and gives the folder.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "archive")
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// talks is a text in which one person is quoted.
func talks(headline string) string {
	return headline + "\n\nVELL, November 20. “We will not sign a quota that our fishermen cannot live with,” Foreign Minister Mira Solheim told reporters in Vell.\n\n" +
		"The harbour stayed closed for the night. The boats of the northern fleet are expected there on Monday, when the weather permits it.\n"
}

func pageOf(headline, head string) string {
	return `<!DOCTYPE html><html lang="en"><head><title>` + headline + `</title>` + head + `</head><body><article><h1>` + headline + `</h1>` +
		`<p>This is what is told of ` + strings.Repeat(headline+", and again of ", 30) + `nothing.</p><p>The talks in Vell ended a day early. The two delegations had shared a single page of figures over lunch, and neither side named a venue.</p>` +
		`<p>“We will not sign a quota that our fishermen cannot live with,” said Mira Solheim, the foreign minister of Norvania.</p>` +
		`<p>The harbour of Vell stayed closed for the night. The boats of the northern fleet are expected there on Monday.</p></article></body></html>`
}

func zipped(t testing.TB, files map[string]string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, body := range files {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(body))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(t testing.TB, body string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarred(t testing.TB, name, body string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(body)), ModTime: today})
	if err == nil {
		_, err = w.Write([]byte(body))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFiles(t *testing.T) {
	const item = `<item><title>%s</title><link>https://fjordwire.example/%d</link><pubDate>Tue, 05 Mar 2019 10:00:00 GMT</pubDate><description>%s</description></item>`
	dir := tree(t, map[string]string{
		"harbor-courier/2019-03-04-talks.txt": talks("Talks in the file's name"),
		"harbor-courier/2019/03/07/talks.txt": talks("Talks in the folders"),
		"harbor-courier/2031-01-01.txt":       talks("Talks of a day to come"),
		"front.txt":                           "---\ntitle: 'Talks with a front'\ndate: 5 March 2019 18:00\nurl: https://harborcourier.example/front?utm_source=x\noutlet: Harbor Courier\n---\n\n" + talks("Talks with a front"),
		"page.html":                           pageOf("Talks on a page", `<link rel="canonical" href="https://fjordwire.example/talks-on-a-page"><meta property="article:published_time" content="2019-03-06T10:00:00Z"><meta property="og:site_name" content="Fjord Wire">`),
		"feed.xml": `<rss version="2.0"><channel><title>Fjord Wire</title><link>https://fjordwire.example</link>` +
			fmt.Sprintf(item, "First item", 1, "A teaser.") + fmt.Sprintf(item, "Second item", 2, "Another teaser.") + `</channel></rss>`,
		"more.zip":               zipped(t, map[string]string{"ostervik-post/2019-03-08.txt": talks("Talks in a zip"), "__MACOSX/x.txt": "x", "ostervik-post/bad.pdf": "%PDF-1.4"}),
		"more.tgz":               gzipped(t, tarred(t, "vell-tribune/2019-03-09.txt", talks("Talks in a tar"))),
		"2019-03-10.txt.gz":      gzipped(t, talks("Talks in gzip")),
		"copy-of-2019-03-10.txt": talks("Talks in gzip"),
		".hidden/2019.txt":       talks("Hidden talks"),
		"empty.txt":              "\n",
		"picture.png":            "\x89PNG\r\n\x1a\n",
		"shell.html":             "<html><body></body></html>",
		"cut.zip":                "PK\x03\x04",
	})
	g, s := gatherer(t)
	g.Teasers, g.Workers = true, 1
	results, err := g.Run(t.Context(), []string{dir, filepath.Join(dir, "nowhere")})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"2019-03-04 | harbor-courier | Talks in the file's name | urn | 1",
		"2019-03-05 | Fjord Wire | First item | https://fjordwire.example/1 | 0",
		"2019-03-05 | Fjord Wire | Second item | https://fjordwire.example/2 | 0",
		"2019-03-05 | Harbor Courier | Talks with a front | https://harborcourier.example/front | 1",
		"2019-03-06 | Fjord Wire | Talks on a page | https://fjordwire.example/talks-on-a-page | 1",
		"2019-03-07 | harbor-courier | Talks in the folders | urn | 1",
		"2019-03-08 | ostervik-post | Talks in a zip | urn | 1",
		"2019-03-09 | vell-tribune | Talks in a tar | urn | 1",
		"2019-03-10 |  | Talks in gzip | urn | 1",
		"undated | harbor-courier | Talks of a day to come | urn | 1",
	}
	if diff := cmp.Diff(want, stored(t, s)); diff != "" {
		t.Errorf("the archive (-want +got):\n%s", diff)
	}
	var refused []string
	for _, r := range append(results[0].Refused, results[1].Refused...) {
		var p *statements.Problem
		if !errors.As(r.Why, &p) || p.Text.String() == "" || p.Hint.String() == "" {
			t.Errorf("%s: %v is no problem in two sentences", r.Name, r.Why)
		}
		refused = append(refused, filepath.Base(r.Name))
	}
	slices.Sort(refused)
	if diff := cmp.Diff([]string{"bad.pdf", "cut.zip", "empty.txt", "nowhere", "picture.png", "shell.html"}, refused); diff != "" {
		t.Errorf("refused (-want +got):\n%s", diff)
	}
	if results[0].Kept != 10 || results[0].Known != 1 || results[0].Statements != 8 {
		t.Errorf("kept %d with %d statements, known %d", results[0].Kept, results[0].Statements, results[0].Known)
	}
	if done, total, kept := g.Progress(); done != total || kept != 10 {
		t.Errorf("progress at the end: %d of %d, %d kept", done, total, kept)
	}

	again, err := over(t, s).Run(t.Context(), []string{dir})
	if err != nil || again[0].Kept != 0 || again[0].Known != 11 {
		t.Errorf("again: %+v, %v", again, err)
	}
}

// web is a site with a feed of teasers, pages of which one moved and one calls
// itself by another address, and a part that robots.txt forbids.
func web(t *testing.T) (base string, requests func() []string) {
	var mu sync.Mutex
	var asked []string
	var srv *httptest.Server
	srv = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked = append(asked, r.URL.Path)
		mu.Unlock()
		html := func(s string) { w.Header().Set("Content-Type", "text/html; charset=utf-8"); fmt.Fprint(w, s) }
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /closed/\n")
		case "/feed.xml":
			fmt.Fprintf(w, `<rss version="2.0"><channel><title>Fjord Wire</title><link>%[1]s</link>`+
				`<item><title>Talks, first day</title><link>%[1]s/first-day</link><description>They began.</description></item>`+
				`<item><title>Talks, closed</title><link>%[1]s/closed/talks</link><description>The door is closed.</description></item>`+
				`<item><title>Talks, later</title><link>%[1]s/later</link><description>Not there yet.</description></item></channel></rss>`, srv.URL)
		case "/first-day":
			html(pageOf("Talks, first day", `<link rel="canonical" href="`+srv.URL+`/talks/first-day-2019">`))
		case "/old":
			http.Redirect(w, r, "/second-day", http.StatusMovedPermanently)
		case "/second-day":
			html(pageOf("Talks, second day", ""))
		case "/feeds.opml":
			fmt.Fprintf(w, `<opml><body><outline xmlUrl="%s/feed.xml"/></body></opml>`, srv.URL)
		default:
			w.WriteHeader(map[bool]int{true: 503, false: 404}[r.URL.Path == "/later"])
		}
	}))
	t.Cleanup(srv.Close)
	return srv.URL, func() []string {
		mu.Lock()
		defer mu.Unlock()
		out := asked
		asked = nil
		slices.Sort(out)
		return out
	}
}

func TestWeb(t *testing.T) {
	base, requests := web(t)
	dir := tree(t, map[string]string{"addresses.txt": "# mine\n" + base + "/old\n" + base + "/closed/x\n" + base + "/gone\n"})
	names := []string{dir, base + "/feeds.opml"}
	g, s := gatherer(t)
	results, err := g.Run(t.Context(), names)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"undated | HOST | Talks, second day | BASE/second-day | 1",
		"undated | Fjord Wire | Talks, closed | BASE/closed/talks | 0",
		"undated | Fjord Wire | Talks, first day | BASE/talks/first-day-2019 | 1",
	}
	check := func(when string) {
		t.Helper()
		got := stored(t, s)
		for i := range got {
			got[i] = strings.ReplaceAll(strings.ReplaceAll(got[i], base, "BASE"), base[len("http://"):], "HOST")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", when, diff)
		}
	}
	check("the archive")
	var refused []string
	for _, r := range append(results[0].Refused, results[1].Refused...) {
		refused = append(refused, strings.TrimPrefix(r.Name, base))
	}
	slices.Sort(refused)
	if diff := cmp.Diff([]string{"/closed/x", "/gone", "/later"}, refused); diff != "" {
		t.Errorf("refused (-want +got):\n%s", diff)
	}
	for _, path := range requests() {
		if strings.HasPrefix(path, "/closed/") {
			t.Errorf("%s was fetched against robots.txt", path)
		}
	}

	if _, err := over(t, s).Run(t.Context(), names); err != nil {
		t.Fatal(err)
	}
	check("the archive after a second run")
	if diff := cmp.Diff([]string{"/feed.xml", "/feeds.opml", "/gone", "/later", "/robots.txt"}, requests()); diff != "" {
		t.Errorf("the second run asked for (-want +got):\n%s", diff)
	}
}

// A host that does not answer is left alone, and the others are read.
func TestSilentHost(t *testing.T) {
	gone := httptest.NewServer(http.NotFoundHandler())
	dead := gone.URL
	gone.Close()
	var list strings.Builder
	for i := range 12 {
		fmt.Fprintf(&list, "%s/%d\n", dead, i)
	}
	g, _ := gatherer(t)
	results, err := g.Run(t.Context(), []string{tree(t, map[string]string{"dead.txt": list.String(), "2019-03-04.txt": talks("Talks")})})
	if err != nil || results[0].Kept != 1 || len(results[0].Refused) != 12 {
		t.Errorf("got %+v, %v", results, err)
	}
}

// A store that fails ends the run, and the error is the store's.
func TestStoreFails(t *testing.T) {
	g, _ := gatherer(t)
	full := &statements.Problem{Text: statements.Say("The disk is full."), Hint: statements.Say("Make room.")}
	g.Keep = func(context.Context, feeds.Arrived) (feeds.Kept, error) { return feeds.Kept{}, full }
	_, err := g.Run(t.Context(), []string{tree(t, map[string]string{"a.txt": talks("Talks"), "b.txt": talks("More talks")})})
	if !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

func TestBrokenOff(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.Store) { brokenOff(t, open()) })
}

func brokenOff(t *testing.T, s *store.Store) {
	g := over(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	keep := g.Keep
	g.Keep = func(ctx context.Context, a feeds.Arrived) (feeds.Kept, error) {
		defer cancel()
		return keep(ctx, a)
	}
	g.Workers = 1
	files := map[string]string{}
	for i := range 50 {
		files[fmt.Sprintf("2019-03-04-%d.txt", i)] = talks(fmt.Sprintf("Talks, part %d", i)) + strings.Repeat(fmt.Sprintf("Part %d was told. ", i), 40)
	}
	dir := tree(t, files)
	if _, err := g.Run(ctx, []string{dir}); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	n := len(stored(t, s))
	results, err := over(t, s).Run(t.Context(), []string{dir})
	if err != nil || results[0].Known != n || results[0].Kept != 50-n || n == 0 || n == 50 {
		t.Errorf("%d were kept before, then %+v, %v", n, results, err)
	}
}

func TestPace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := pacer{every: time.Second}
		begun := time.Now()
		var group sync.WaitGroup
		for i := range 10 {
			group.Go(func() {
				if err := p.wait(t.Context(), fmt.Sprint("host ", i%2)); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		if took := time.Since(begun); took != 4*time.Second {
			t.Errorf("five requests to each of two hosts took %v, want 4s", took)
		}
	})
}

func TestDateOf(t *testing.T) {
	for place, want := range map[string]string{
		"a/2019-03-04-talks.txt": "2019-03-04", "2019/03/04/talks.txt": "2019-03-04", "a/20190304.txt": "2019-03-04", "x_2019_03_04_y.html": "2019-03-04",
		"2018/01/02/2019-03-04.txt": "2019-03-04", "2019-03-04/2019-03-04.txt": "2019-03-04",
		"2019-03-04-to-2019-03-09.txt": "", "2019-13-04.txt": "", "2019-02-30.txt": "", "2031-01-01.txt": "", "120190304.txt": "", "talks.txt": "", "2019-03/04.txt": "", "1234567.txt": "",
	} {
		m := dateOf(place, today)
		got := ""
		if !m.IsZero() {
			got = statements.DateOf(m.Time).String()
		}
		if got != want || !m.IsZero() && (!m.DayOnly || !m.ZoneUnknown) {
			t.Errorf("%s: got %q, want %q", place, got, want)
		}
	}
}

func TestKindOf(t *testing.T) {
	for in, want := range map[string]kind{
		"Talks\n\nThey spoke.": text, "": text, "\ufeff<!DOCTYPE html><html><body><rss>": page, "<p>An article</p>": page,
		"<?xml version='1.0'?>\n<rss version='2.0'>": feed, "<atom:feed xmlns:atom='x'>": feed, `{"version": "https://jsonfeed.org/version/1.1"}`: feed, `{"a": 1}`: text,
		"<opml><body/>": list, "https://a.example/1\n\n# b\nhttp://a.example/2": address, "https://a.example/1 is an address": address, "See https://a.example": text,
	} {
		if got := kindOf([]byte(in), ""); got != want {
			t.Errorf("%q: got %d, want %d", in, got, want)
		}
	}
}

func FuzzFile(f *testing.F) {
	f.Add("2019-03-04.txt", []byte("---\ndate: 2019-03-04\nurl: https://a.example/x\n---\nTalks\n\n“No,” said Ada Norrland."))
	f.Add("a/b.html", []byte(`<html><link rel=canonical href="https://a.example/?a=1&amp;b=2"><p>Talks of the day`))
	f.Add("x.gz", []byte("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"))
	f.Add("feed", []byte(`<rss><channel><item><title>a</title><guid>1</guid></item></channel></rss>`))
	f.Fuzz(func(t *testing.T, place string, body []byte) {
		g := &Gatherer{Teasers: true, Now: func() time.Time { return today }, Notes: nobody{},
			Known: func(context.Context, string) (bool, error) { return false, nil },
			Keep: func(_ context.Context, a feeds.Arrived) (feeds.Kept, error) {
				if a.Article.URL == "" || a.Article.Text == "" || !a.Quiet || a.Feed.ID != 0 || a.Article.Published.Time.After(today.AddDate(200, 0, 0)) {
					t.Errorf("kept %+v", a.Article)
				}
				return feeds.Kept{Articles: 1}, nil
			}}
		r := &run{Gatherer: g, results: make([]Result, 1), poller: &feeds.Poller{Known: g.Known, Now: g.Now}}
		if kindOf(body, "") >= list {
			return // leads to the web
		}
		err := r.file(t.Context(), unit{name: place, place: place, body: body})
		if err := r.refused(0, place, err); err != nil {
			t.Errorf("%v is no refusal", err)
		}
	})
}

// nobody remembers nothing.
type nobody struct{}

func (nobody) Remember(context.Context, string, string) error { return nil }
func (nobody) Recall(context.Context, string) (string, error) { return "", nil }

func TestOutletOf(t *testing.T) {
	for _, tc := range []struct{ place, address, want string }{
		{"archive/harbor-courier/a.txt", "urn:sha256:1", "harbor-courier"}, {"harbor-courier/a.txt", "urn:sha256:1", "harbor-courier"},
		{"harbor-courier/2019/03/a.txt", "urn:sha256:1", "harbor-courier"}, {"harbor-courier/articles/a.txt", "urn:sha256:1", "harbor-courier"},
		{"articles/a.txt", "urn:sha256:1", ""}, {"a.txt", "urn:sha256:1", ""}, {"2019/03/a.txt", "urn:sha256:1", ""},
		{"x/a.html", "https://www.fjordwire.example/a", "fjordwire.example"},
	} {
		r := &run{Gatherer: &Gatherer{}}
		if got := r.outletOf(unit{place: tc.place}, tc.address); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.place, got, tc.want)
		}
		r.Outlet = "Harbor Courier"
		if got := r.outletOf(unit{place: tc.place}, tc.address); got != "Harbor Courier" {
			t.Errorf("%s: got %q against the operator's word", tc.place, got)
		}
	}
}
