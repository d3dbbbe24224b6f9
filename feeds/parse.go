package feeds

import (
	"onrecord/statements"
)

// Document is a feed as it was read.
type Document struct {
	Title string // one line of plain text
	Link  string // of the site
	Items []Item // in the feed's order
	// Damaged says that something had to be mended and may be missing.
	Damaged bool
}

// Item is one entry of a feed.
type Item struct {
	Key         string // stable: made from the id, else the link, else the words
	ID          string // guid, atom:id, or rdf:about, as it stands there
	Title       string // one line of plain text
	Link        string // absolute
	Published   statements.Moment
	Updated     statements.Moment
	Author      string
	Summary     string // plain text
	Content     string // plain text, paragraphs separated by empty lines
	SummaryHTML string // as the feed has it; "" when it is plain text
	ContentHTML string
}

// ParseFeed reads RSS 0.9x to 2.0, RDF, Atom and JSON Feed. contentType is the
// HTTP header, or ""; base is the address that the feed came from. A document
// that is no feed is an *Error that says what it is.
func ParseFeed(body []byte, contentType, base string) (*Document, error) {
	return nil, theirs("Not yet.", "")
}
