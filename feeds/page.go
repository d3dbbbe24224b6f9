package feeds

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"onrecord/statements"
	"onrecord/statements/reasons"
)

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
	// Body is Text without the headline.
	Body string
	// Partial says why Body is no more than the article's beginning; "" is a
	// whole article.
	Partial string
}

// surelyGuessed is the length of a text, in bytes, from which its language can
// be told by its letters; of a few words the guess is anybody's.
const surelyGuessed = 200

// ReadPage finds the article in an HTML page. What is no page (a PDF, an
// image) or holds no article is an *Error.
func ReadPage(body []byte, contentType, url string) (*Page, error) {
	if err := refuseOther(body, contentType); err != nil {
		return nil, err
	}
	text, _ := decoded(body, contentType)
	doc, err := html.Parse(strings.NewReader(tame(text)))
	if err != nil {
		return nil, theirs(because(reasons.NotHTML, oneLine(err.Error())), because(reasons.SeeWhat))
	}
	p := &Page{Canonical: Canonical(url)}
	m := readMeta(doc, url)
	if sameArticle(url, m.canonical) {
		p.Canonical = Canonical(m.canonical)
	}
	p.Published, p.DateFrom = pageDate(doc, m, titleOf(m, m.site, url), url, text)
	prepare(doc)
	if err := p.article(doc, m, url); err != nil {
		return nil, err
	}
	return p, nil
}

// article fills the text and what the extractor knows beside it.
func (p *Page) article(doc *html.Node, m meta, address string) (err error) {
	defer func() {
		if v := recover(); v != nil { // the extractor's, on some page
			err = theirs(because(reasons.PageNotRead, fmt.Sprint(v)), because(reasons.SeeWhat))
		}
	}()
	base, _ := url.Parse(address)
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		OriginalURL:      base,
		ExcludeComments:  true,
		HtmlDateOverride: &htmldate.Result{},
	})
	if err != nil || result.ContentNode == nil {
		return emptyShell(doc, "")
	}
	p.Site = siteName(m, result.Metadata.Sitename, address)
	p.Title = first(titleOf(m, p.Site, address), oneLine(result.Metadata.Title))
	p.Body = inParagraphs(doc, nodeText(result.ContentNode))
	if over, has := above(m.lines, p.Title, withoutHeadline(p.Body, p.Title, m.heading)); over != "" && !has && (len(m.titles) == 0 || !m.alone[lettersOf(p.Title)]) {
		p.Title = over
	}
	p.Body = withoutHeadline(p.Body, p.Title, m.heading)
	p.Byline = bylineOf(doc, m, p.Site, address)
	p.Lang = m.lang
	if p.Lang == "" && len(p.Body) >= surelyGuessed {
		p.Lang = result.Metadata.Language // told by its letters
	}
	if shell := emptyShell(doc, p.Body); shell != nil {
		return shell
	}
	w := walled(m, p.Body, address)
	if w.refused != nil {
		return w.refused
	}
	p.Body, p.Partial = w.body, w.partial
	if s := standfirst(doc, p.Body); s != "" && !sameWords(s, p.Title) {
		p.Body = s + "\n\n" + p.Body
	}
	p.Text = withHeadline(p.Title, p.Body)
	return nil
}

// inParagraphs gives a short article its paragraphs back, which the extractor
// runs together.
func inParagraphs(doc *html.Node, body string) string {
	if strings.Contains(body, "\n\n") || len(body) > 2000 {
		return body
	}
	letters := lettersOf(body)
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Article, atom.Main, atom.Body:
			if whole := nodeText(n); lettersOf(whole) == letters {
				return whole
			}
		}
	}
	return body
}

// withoutHeadline drops the headline, and a line that only dates it, from the
// top of the text.
func withoutHeadline(body, title string, headings []string) string {
	for range 4 {
		top, rest, more := strings.Cut(body, "\n\n")
		if !more || !isDateLine(top) && !slices.ContainsFunc(append([]string{title}, headings...), func(h string) bool { return sameWords(top, h) }) {
			break
		}
		body = rest
	}
	return body
}

// WithHeadline is an article's text from its headline and its body.
func WithHeadline(title, body string) string { return withHeadline(title, body) }

// withHeadline puts the headline before the text, unless it stands there.
func withHeadline(title, body string) string {
	if title == "" {
		return body
	}
	body = withoutHeadline(body, title, nil)
	if body == "" {
		return title
	}
	return title + "\n\n" + body
}

// refuseOther refuses what is no page.
func refuseOther(body []byte, contentType string) error {
	kind, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	kind = strings.TrimSpace(kind)
	hint := because(reasons.GivePage)
	switch trimmed := bytes.TrimLeft(body[:min(len(body), 1024)], " \t\r\n\x00\ufeff"); {
	case len(trimmed) == 0:
		return theirs(because(reasons.EmptyPage), because(reasons.SeeWhat))
	case bytes.HasPrefix(trimmed, []byte("%PDF")), kind == "application/pdf":
		return theirs(because(reasons.IsPDF), hint)
	case isPicture(body), strings.HasPrefix(kind, "image/"), strings.HasPrefix(kind, "video/"), strings.HasPrefix(kind, "audio/"):
		return theirs(because(reasons.IsMedia), hint)
	case isGzip(body), bytes.HasPrefix(body, []byte("PK\x03\x04")), kind == "application/zip":
		return theirs(because(reasons.IsArchive), hint)
	}
	return nil
}

func isPicture(b []byte) bool {
	for _, magic := range []string{"\x89PNG", "\xff\xd8\xff", "GIF8", "RIFF", "\x00\x00\x01\x00", "\x1aE\xdf\xa3", "OggS", "ID3", "II*\x00", "MM\x00*"} {
		if bytes.HasPrefix(b, []byte(magic)) {
			return true
		}
	}
	return len(b) > 12 && string(b[4:8]) == "ftyp"
}

// nodeText is the text under a node, paragraphs separated by an empty line.
func nodeText(n *html.Node) string {
	var w paragraphs
	walkText(n, &w)
	return w.String()
}

func walkText(n *html.Node, w *paragraphs) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
	case html.ElementNode:
		if unread[n.DataAtom] {
			return
		}
		a := tagOf(n)
		w.tag(a)
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walkText(c, w)
		}
		if a != 0 && blocks[a] {
			w.tag(a)
		}
	default:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walkText(c, w)
		}
	}
}
