package gather

import (
	"bytes"
	"strings"

	"onrecord/feeds"
	"onrecord/statements"
)

// matter is what the first lines of a text say about it.
type matter struct {
	title, url, outlet, byline, lang string
	published                        statements.Moment
}

// mostMatter bounds those lines, in bytes.
const mostMatter = 4 << 10

// frontMatter takes the lines between two lines of three dashes off the top of
// a text, as static sites and note takers write them. A text without them is
// given back whole.
func frontMatter(body []byte) (m matter, rest []byte) {
	text := bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	first, after, ok := bytes.Cut(text, []byte("\n"))
	if !ok || string(bytes.TrimSpace(first)) != "---" {
		return m, body
	}
	read := len(first) + 1
	for line := range bytes.Lines(after) {
		read += len(line)
		if read > mostMatter {
			return matter{}, body
		}
		s := strings.TrimSpace(string(line))
		if s == "---" {
			return m, bytes.TrimLeft(text[read:], "\r\n")
		}
		m.line(s)
	}
	return matter{}, body
}

// line takes one line: "date: 2019-03-04".
func (m *matter) line(s string) {
	key, value, ok := strings.Cut(s, ":")
	if !ok {
		return
	}
	value = strings.Trim(strings.TrimSpace(strings.ToValidUTF8(value, "\uFFFD")), `"'`)
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "title", "headline":
		m.title = value
	case "url", "link", "canonical", "permalink":
		m.url = value
	case "outlet", "site", "publisher", "publication":
		m.outlet = value
	case "author", "byline", "by":
		m.byline = value
	case "lang", "language":
		m.lang, _, _ = strings.Cut(strings.ToLower(value), "-")
	case "date", "published", "pubdate":
		m.published = feeds.ParseDate(value)
	}
}
