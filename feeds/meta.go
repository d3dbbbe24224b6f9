package feeds

import (
	"net/url"
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"onrecord/statements"
)

// meta is what a page says about itself outside its text.
type meta struct {
	canonical string
	lang      string
}

func readMeta(doc *html.Node, base string) meta {
	var m meta
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			m.lang = primaryLanguage(attr(n, "lang"))
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && m.canonical == "" {
				m.canonical = resolve(base, attr(n, "href"))
			}
		}
	}
	return m
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func tagOf(n *html.Node) atom.Atom {
	if n.DataAtom != 0 {
		return n.DataAtom
	}
	return atom.Lookup([]byte(n.Data))
}

// primaryLanguage cuts "en-GB" to "en".
func primaryLanguage(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if len(tag) < 2 || len(tag) > 3 {
		return ""
	}
	return tag
}

// sameArticle reports whether the address that a page calls its own can be
// believed: the same site, and the same article by the last part of its path.
// Sites that name one address on every page would fold all their articles.
func sameArticle(fetched, canonical string) bool {
	a, err := url.Parse(fetched)
	if err != nil {
		return false
	}
	b, err := url.Parse(canonical)
	if err != nil || !isWeb(b) || bareHost(a) != bareHost(b) {
		return false
	}
	x, y := lastPart(a.Path), lastPart(b.Path)
	return x != "" && y != "" && (strings.Contains(x, y) || strings.Contains(y, x)) && (len(b.Query()) > 0 || len(y) > 4)
}

func bareHost(u *url.URL) string {
	h := strings.ToLower(u.Host)
	for _, p := range []string{"www.", "m.", "mobile.", "amp."} {
		h = strings.TrimPrefix(h, p)
	}
	return h
}

func lastPart(path string) string {
	path = strings.TrimRight(path, "/")
	path = strings.TrimSuffix(strings.TrimSuffix(path, ".amp"), "/amp")
	return path[strings.LastIndexByte(path, '/')+1:]
}

// pageDate is when the article was published, and how that is known.
func pageDate(doc *html.Node, m meta, address string) (statements.Moment, string) {
	r, err := htmldate.FromDocument(doc, htmldate.Options{URL: address, UseOriginalDate: true, SkipExtensiveSearch: true, MinDate: time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil || r.IsZero() {
		return statements.Moment{}, ""
	}
	return statements.Moment{Time: r.DateTime, DayOnly: true, ZoneUnknown: true}, "page"
}
