package lists

import (
	"net/url"
	"strings"

	"onrecord/feeds"
	"onrecord/statements"
)

const (
	// mostFeeds is how many feeds of one list are read. Who has more has a
	// machine that can split the list.
	mostFeeds = 10_000
	// mostBytes is how much of a list is read; 10,000 feeds have some 3 MB.
	mostBytes = 16 << 20
)

// Read reads OPML, or text with an address a line. contentType is the HTTP
// header, or "".
func Read(body []byte, contentType string) (statements.FeedList, error) {
	b := builder{seen: map[string]bool{}}
	if len(body) > mostBytes {
		body, b.list.Cut = body[:mostBytes], true
	}
	text := strings.TrimSpace(feeds.Decode(body, contentType))
	switch {
	case text == "":
		return b.list, &statements.Problem{Text: statements.Say("The list is empty."), Hint: statements.Say("Export it again from where it comes.")}
	case text[0] == '<':
		b.opml(text)
	default:
		b.lines(text)
	}
	if len(b.list.Feeds) == 0 {
		return b.list, b.none(text, body, contentType)
	}
	return b.list, nil
}

// builder gathers the entries of a list.
type builder struct {
	list statements.FeedList
	seen map[string]bool // by canonical address
	isIt bool            // the document is a list, and be it an empty one
}

// add takes one entry and reports whether it is one more feed.
func (b *builder) add(f statements.ListedFeed) bool {
	f.URL = strings.TrimSpace(f.URL)
	if rest, ok := strings.CutPrefix(f.URL, "feed:"); ok {
		f.URL = rest
		if strings.HasPrefix(rest, "//") {
			f.URL = "https:" + rest
		}
	}
	same := feeds.Canonical(f.URL)
	switch {
	case feeds.CheckURL(f.URL) != nil:
		b.list.Unread++
	case b.seen[same]:
		b.list.Doubled++
	case len(b.list.Feeds) >= mostFeeds:
		b.list.Cut = true
	default:
		b.seen[same] = true
		f.Name = clip(f.Name)
		b.list.Feeds = append(b.list.Feeds, f)
		return true
	}
	return false
}

// clip makes one line of a name, of no more than 200 characters.
func clip(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 200 {
		return string(r[:199]) + "…"
	}
	return s
}

// none says what a document is in which no feed was found.
func (b *builder) none(text string, body []byte, contentType string) error {
	hint := statements.Say("Give an OPML file, or text with an address a line.")
	switch {
	case b.list.Unread > 0:
		return &statements.Problem{Text: statements.Say("None of the entries of the list has an address of the web."), Hint: hint}
	case b.isIt:
		return &statements.Problem{Text: statements.Say("The list holds no feeds."), Hint: statements.Say("Export it again from where it comes.")}
	}
	if _, err := feeds.ParseFeed(body, contentType, ""); err == nil {
		return &statements.Problem{Text: statements.Say("This is a feed and not a list of feeds."), Hint: statements.Say("Add it with `feed add`.")}
	}
	return &statements.Problem{Text: statements.Say("This is no list of feeds."), Hint: hint}
}

// withoutUser is an address without the name and the password in it.
func withoutUser(address string) (bare string, had bool) {
	u, err := url.Parse(address)
	if err != nil || u.User == nil {
		return address, false
	}
	u.User = nil
	return u.String(), true
}
