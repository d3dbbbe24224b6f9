package sample

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"net/http"
	"strings"
	"time"
)

// serveFeed answers with a feed, or with 304 when it has not changed.
func (n *Newsroom) serveFeed(w http.ResponseWriter, r *http.Request, o outlet, base string, visible []article) {
	var listed []article
	for _, a := range visible {
		if a.outlet == o.slug || a.also == o.slug {
			listed = append(listed, a)
		}
	}
	var body []byte
	switch o.format {
	case "rss":
		w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
		body = rss(o, base, listed)
	case "atom":
		w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
		body = atom(o, base, listed)
	default:
		w.Header().Set("Content-Type", "application/feed+json")
		body = jsonFeed(o, base, listed)
	}
	w.Header().Set("ETag", fmt.Sprintf(`"%08x"`, crc32.ChecksumIEEE(body)))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// link is the page's address as o's feed has it: another outlet's carries what
// that outlet measures its readers by.
func (a article) link(o outlet, base string) string {
	u := base + "/" + a.outlet + "/" + a.slug
	if a.outlet != o.slug {
		u += "?utm_source=" + o.slug + "&utm_medium=feed#top"
	}
	return u
}

func rss(o outlet, base string, listed []article) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>\n")
	fmt.Fprintf(&b, "<title>%s</title><link>%s/%s/</link><description>All news</description><language>en</language>\n", o.name, base, o.slug)
	for _, a := range listed {
		fmt.Fprintf(&b, "<item><title>%s</title><link>%s</link><guid isPermaLink=\"false\">%s-%s</guid><pubDate>%s</pubDate><dc:creator>%s</dc:creator><description>%s</description></item>\n",
			esc(a.title), esc(a.link(o, base)), o.slug, a.slug, a.published.Format(time.RFC1123Z), esc(a.byline), esc(a.teaser))
	}
	b.WriteString("</channel></rss>\n")
	return b.Bytes()
}

func atom(o outlet, base string, listed []article) []byte {
	var b bytes.Buffer
	updated := time.Unix(0, 0).UTC()
	if len(listed) > 0 {
		updated = listed[0].published
	}
	fmt.Fprintf(&b, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"%s/%s/\" xml:lang=\"en\">\n", base, o.slug)
	fmt.Fprintf(&b, "<title>%s</title><id>tag:%s.example,2026:feed</id><updated>%s</updated><link rel=\"alternate\" href=\"./\"/>\n", o.name, o.slug, updated.Format(time.RFC3339))
	for _, a := range listed {
		fmt.Fprintf(&b, "<entry><title>%s</title><id>tag:%s.example,2026:%s</id><link rel=\"alternate\" type=\"text/html\" href=\"%s\"/><published>%s</published><updated>%s</updated><author><name>%s</name></author><summary>%s</summary></entry>\n",
			esc(a.title), o.slug, a.slug, a.slug, a.published.Format(time.RFC3339), a.published.Format(time.RFC3339), esc(a.byline), esc(a.teaser))
	}
	b.WriteString("</feed>\n")
	return b.Bytes()
}

func jsonFeed(o outlet, base string, listed []article) []byte {
	items := []map[string]any{}
	for _, a := range listed {
		it := map[string]any{"id": o.slug + ":" + a.slug, "url": a.link(o, base), "title": a.title, "summary": a.teaser,
			"date_published": a.published.Format(time.RFC3339), "authors": []any{map[string]any{"name": a.byline}}}
		if a.full {
			it["content_html"] = "<p>" + strings.Join(a.paragraphs, "</p><p>") + "</p>"
		}
		items = append(items, it)
	}
	b, err := json.MarshalIndent(map[string]any{"version": "https://jsonfeed.org/version/1.1", "title": o.name,
		"home_page_url": base + "/" + o.slug + "/", "items": items}, "", " ")
	if err != nil {
		panic(err) // strings marshal
	}
	return b
}

func esc(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}
