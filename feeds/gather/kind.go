package gather

import (
	"bytes"
	"regexp"
	"strings"

	"onrecord/feeds"
)

// kind is what a document is.
type kind int

const (
	text kind = iota
	page
	feed
	list    // of feeds
	address // a list of addresses of any kind
)

var (
	listRoot = regexp.MustCompile(`(?i)<opml[\s>]`)
	feedRoot = regexp.MustCompile(`(?i)<(rss|rdf:rdf|(\w+:)?feed)[\s>]`)
	htmlRoot = regexp.MustCompile(`(?i)<(!doctype html|html|head|body)[\s>]`)
	jsonFeed = regexp.MustCompile(`"version"\s*:\s*"https?:(\\?/){2}jsonfeed\.org`)
)

// head is how much of a document its kind is told by.
const head = 4 << 10

// kindOf tells what a document is by its beginning.
func kindOf(body []byte, contentType string) kind {
	start := strings.TrimLeft(feeds.Decode(body[:min(len(body), head)], contentType), "\ufeff \t\r\n")
	switch {
	case strings.HasPrefix(start, "{") && jsonFeed.MatchString(start):
		return feed
	case strings.HasPrefix(start, "<"):
		return markup(start, body, contentType)
	case isAddresses(body):
		return address
	case feeds.IsHTML(body, contentType):
		return page
	}
	return text
}

// markup tells by the root that comes first: an article may speak of <rss>.
func markup(start string, body []byte, contentType string) kind {
	best, at := text, len(start)
	for k, root := range map[kind]*regexp.Regexp{list: listRoot, feed: feedRoot, page: htmlRoot} {
		if m := root.FindStringIndex(start); m != nil && m[0] < at {
			best, at = k, m[0]
		}
	}
	if best == text && feeds.IsHTML(body, contentType) {
		return page
	}
	return best
}

// isAddresses reports a text of which every line is an address, or a comment.
func isAddresses(body []byte) bool {
	any := false
	for line := range bytes.Lines(body) {
		line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff")))
		switch {
		case len(line) == 0, line[0] == '#':
		case bytes.HasPrefix(line, []byte("http://")), bytes.HasPrefix(line, []byte("https://")):
			any = true
		default:
			return false
		}
	}
	return any
}
