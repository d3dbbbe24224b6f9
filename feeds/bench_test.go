package feeds

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/rogpeppe/go-internal/txtar"
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

// BenchmarkReadPage reads the pages of the folder that ONRECORD_BENCH_PAGES
// names, with all below it (*.html and *.html.gz), or else our own samples, and
// tells how many a second of one core's CPU time reads, all costs included:
//
//	ONRECORD_BENCH_PAGES=FOLDER go test ./feeds -run xxx -bench ReadPage -benchtime 3x -cpu 1
func BenchmarkReadPage(b *testing.B) {
	pages := benchPages(b)
	spent := func() time.Duration {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			b.Fatal(err)
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	read, start := 0, spent()
	for b.Loop() {
		for _, p := range pages {
			_, _ = ReadPage(p, "text/html", "https://quay.example/") // what is refused costs time too
			read++
		}
	}
	b.ReportMetric(float64(read)/(spent()-start).Seconds(), "pages/cpu-s")
	b.ReportMetric(float64(len(pages)), "pages")
}

func benchPages(b *testing.B) (pages [][]byte) {
	folder := os.Getenv("ONRECORD_BENCH_PAGES")
	if folder == "" {
		folder = "testdata/pages"
	}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(path)
		switch {
		case err != nil:
			return err
		case strings.HasSuffix(path, ".html.gz"):
			body, err = open(body, "gzip", 64<<20)
		case strings.HasSuffix(path, ".txtar"):
			body = txtar.Parse(body).Files[0].Data
		case !strings.HasSuffix(path, ".html"):
			return nil
		}
		pages = append(pages, body)
		return err
	})
	if err != nil || len(pages) == 0 {
		b.Fatalf("no pages in %s: %v", folder, err)
	}
	return pages
}
