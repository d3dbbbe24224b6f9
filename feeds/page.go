package feeds

import "onrecord/statements"

// Page is the article of an HTML page.
type Page struct {
	Title     string // one line, without the site's name
	Byline    string // "" where the page names nobody for certain
	Site      string
	Lang      string // BCP 47 primary language; "" is unknown
	Canonical string // the page's identity: see Canonical
	Published statements.Moment
	// DateFrom says how Published is known: "metadata", "page" or "address".
	DateFrom string
	// Text is valid UTF-8: the headline, then paragraphs, with an empty line
	// between any two.
	Text string
}

// ReadPage finds the article in an HTML page. What is no page (a PDF, an
// image) or holds no article is an *Error.
func ReadPage(body []byte, contentType, url string) (*Page, error) {
	return nil, theirs("Not yet.", "")
}
