package feeds

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const filler = `<p>The talks in Vell ended a day early. The two delegations had shared a single page of figures over lunch, and neither side named a venue for the next round.</p>
<p>The harbour of Vell stayed closed for the night. The boats of the northern fleet are expected there on Monday, when the weather permits it.</p>`

func TestOriginsOfAPage(t *testing.T) {
	for _, c := range []struct {
		name, page, url        string
		title, byline, written Origin
	}{
		{"everything twice", `<html lang="en"><head><title>Herring talks stall | Courier</title><meta property="article:published_time" content="2026-11-20T16:20:00+01:00">
			<script type="application/ld+json">{"@type":"NewsArticle","headline":"Herring talks stall","author":{"@type":"Person","name":"Ida Holm"}}</script></head>
			<body><article><h1>Herring talks stall</h1><p class="byline">By <a rel="author" href="/ida">Ida Holm</a></p><time datetime="2026-11-20T16:20:00+01:00">20 November 2026</time>` + filler + `</article></body></html>`, "https://courier.example/a",
			Origin{"the first heading, and the page's title repeats it", Sure}, Origin{"JSON-LD, and the page shows it", Sure}, Origin{"the metadata, and the page shows the same day", Sure}},
		{"for machines alone", `<html lang="en"><head><title>Courier</title><meta property="og:title" content="Herring talks stall"><meta name="author" content="Ida Holm">
			<meta property="article:published_time" content="2026-11-20T16:20:00+01:00"></head><body><article>` + filler + `</article></body></html>`, "https://courier.example/a",
			Origin{"the metadata", Likely}, Origin{"the metadata", Likely}, Origin{"the metadata", Likely}},
		{"by its looks", `<html lang="en"><body><article><h2>Herring talks stall</h2>` + filler + `</article></body></html>`, "https://courier.example/2026/11/20/talks",
			Origin{"a line marked up as a headline", Concluded}, Origin{}, Origin{"the address of the page", Likely}},
	} {
		p, err := ReadPage([]byte(c.page), "text/html", c.url)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		got := OriginsOf(p, []byte(c.page), "text/html", c.url)
		want := PageOrigins{Encoding: "UTF-8", Title: c.title, Byline: c.byline, Published: c.written}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

func TestOriginsOfAFeed(t *testing.T) {
	item := func(inside string) string { return "<item><title>Talks</title>" + inside + "</item>" }
	for _, c := range []struct {
		name, body string
		want       FeedOrigins
	}{
		{"RSS", `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>` +
			item(`<guid>1</guid><pubDate>Fri, 20 Nov 2026 16:20:00 +0100</pubDate>`) + item(`<guid>2</guid><pubDate>2026-11-20</pubDate>`) +
			item(`<guid>3</guid><pubDate>2026-11-20 16:20:00</pubDate>`) + item(`<guid>4</guid>`) + `</channel></rss>`,
			FeedOrigins{Format: "RSS 2.0", Encoding: "UTF-8", Zoned: 1, Days: 1, Unzoned: 1, Undated: 1}},
		{"mended", `<rss><channel><title>Courier & Sons</title>` + item(`<guid>1</guid>`) + `<item><title>cut`,
			FeedOrigins{Format: "RSS without a version", Encoding: "UTF-8", Undated: 1, Mended: []string{"tags or characters that XML does not allow", "an end that is missing, and the last item with it"}}},
		{"Atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><id>a</id><title>T</title><published>2026-11-20T16:20:00Z</published></entry></feed>`,
			FeedOrigins{Format: "Atom", Encoding: "UTF-8", Zoned: 1}},
		{"JSON", `{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[{"id":"1","content_text":"x","date_published":"2026-11-20T16:20:00Z"}]}`,
			FeedOrigins{Format: "JSON Feed 1.1", Encoding: "UTF-8", Zoned: 1}},
	} {
		d, err := ParseFeed([]byte(c.body), "", "https://courier.example/feed")
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(c.want, OriginsOfFeed(d, []byte(c.body), "")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestEncodingOf(t *testing.T) {
	for _, c := range []struct{ body, contentType, want string }{
		{"<rss>plain</rss>", "text/xml; charset=iso-8859-1", "UTF-8"},
		{"<rss>Größe</rss>", "text/xml; charset=iso-8859-1", "UTF-8, by its bytes; it says iso-8859-1"},
		{"<rss>Gr\xf6\xdfe</rss>", "text/xml; charset=iso-8859-1", "windows-1252, as it says"},
		{"<rss>Gr\xf6\xdfe</rss>", "", "guessed: what it says does not fit"},
		{"\xff\xfe<\x00r\x00", "", "UTF-16 or UTF-32, by its first bytes"},
	} {
		if got := EncodingOf([]byte(c.body), c.contentType); got != c.want {
			t.Errorf("%q %s: got %q, want %q", c.body, c.contentType, got, c.want)
		}
	}
}

// Whatever a page or a feed holds, to tell where it came from breaks nothing.
func FuzzOrigins(f *testing.F) {
	f.Add("<html><head><title>x</title></head><body><h1>x</h1>"+filler+"</body></html>", "text/html; charset=utf-8")
	f.Add(`<rss version="2.0"><channel><item><title>a</title></item>`, "text/xml")
	f.Fuzz(func(t *testing.T, body, contentType string) {
		if p, err := ReadPage([]byte(body), contentType, "https://courier.example/a"); err == nil {
			if o := OriginsOf(p, []byte(body), contentType, "https://courier.example/a"); (p.Title != "") != (o.Title.From != "") || o.Encoding == "" {
				t.Errorf("title %q from %q, encoding %q", p.Title, o.Title.From, o.Encoding)
			}
		}
		if d, err := ParseFeed([]byte(body), contentType, ""); err == nil {
			o := OriginsOfFeed(d, []byte(body), contentType)
			if n := o.Zoned + o.Unzoned + o.Days + o.Undated; n != len(d.Items) || strings.TrimSpace(o.Format) == "" {
				t.Errorf("%d of %d items, format %q", n, len(d.Items), o.Format)
			}
		}
	})
}
