package feeds

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"
)

// bigFeed is a feed as busy sites serve it: 74 kB, 40 items with a piece of
// HTML each.
func bigFeed() []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay Gazette</title><link>https://quay.example/</link>`)
	for i := range 40 {
		body := strings.Repeat("<p>The harbour board met &amp; talked about <a href=\"https://quay.example/fees\">fees</a> until the lights went out.</p>", 13)
		fmt.Fprintf(&b, "<item><title>Harbour &amp; fees, part %d</title><link>https://quay.example/fees/%[1]d</link><guid isPermaLink=\"false\">fees-%[1]d</guid><pubDate>Sat, 21 Nov 2026 09:%02[1]d:00 +0100</pubDate><description>%s</description></item>\n",
			i, strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(body))
	}
	b.WriteString("</channel></rss>")
	return b.Bytes()
}

func BenchmarkParseFeed(b *testing.B) {
	body := bigFeed()
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseFeed(body, "application/rss+xml", "https://quay.example/feed"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareParse is what the parser alone takes for the same feed.
func BenchmarkBareParse(b *testing.B) {
	body := bigFeed()
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := gofeed.NewParser().Parse(bytes.NewReader(body)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSeenFeed is what a feed takes of which every item was seen before.
func BenchmarkSeenFeed(b *testing.B) {
	body := bigFeed()
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parseFeed(body, "application/rss+xml", "https://quay.example/feed"); err != nil {
			b.Fatal(err)
		}
	}
}
