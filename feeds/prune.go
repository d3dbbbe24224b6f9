package feeds

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// aside matches an id or class of what stands beside an article: readers'
// comments, notes about authors, disclaimers. It is matched against single
// words of the attribute, so that "commentary" stays.
var aside = regexp.MustCompile(`^(comments?|comments?-?(list|area|section|thread|wrapper|block|body|box|container|form)|disqus(_thread)?|respond|readers?-?comments?|user-?comments?|` +
	`(about-?the-?|post-?|article-?|entry-?)?author-?(box|bio|info|note|notes|card|description|about)|about-?the-?author|biography|bio|` +
	`disclaimers?|legal(-?notice)?|copyright(-?notice)?|article-?disclaimer|` +
	`related|related-?(posts?|articles?|links?|stories|content|news|items)|more-?(news|stories|articles)|most-?(read|popular|viewed)|recommended|` +
	`newsletter|newsletter-?(signup|box|form)|subscribe(-?box)?|share|sharing|share-?(bar|buttons|links|tools)|social|social-?(share|links|buttons)|addthis.*|sharedaddy|` +
	`cookie-?(banner|notice|bar|consent)|gdpr.*|advert|adverts?|advertisement|ad-?(box|banner|container|slot|wrapper)|banner-?ad|promo|teaser-?list|breadcrumbs?|poll|vote-?box)$`)

// prepare makes a parsed page easier to read: tables that only lay it out
// become boxes, and what stands beside the article goes.
func prepare(doc *html.Node) {
	var drop, bare []*html.Node
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.DataAtom == atom.Table && isLayout(n) {
			unfold(n)
		}
		if n.DataAtom == atom.Div || n.DataAtom == atom.Article || n.DataAtom == atom.Section || n.DataAtom == atom.Body {
			bare = append(bare, n)
		}
		if standsAside(n) && !holdsMost(n, doc) {
			drop = append(drop, n)
		}
	}
	for _, n := range bare {
		paragraph(n)
		boxed(n)
	}
	for _, n := range drop {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

func standsAside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Aside, atom.Ul, atom.Ol, atom.P, atom.Table, atom.Td, atom.Span, atom.Footer, atom.Nav, atom.Form, atom.Dl:
	default:
		return false
	}
	for _, word := range strings.Fields(strings.ToLower(attr(n, "id") + " " + attr(n, "class"))) {
		if aside.MatchString(word) {
			return true
		}
	}
	return false
}

// holdsMost guards against a page whose whole body has an unlucky name.
func holdsMost(n, doc *html.Node) bool {
	for c := range n.Descendants() {
		if c.DataAtom == atom.H1 || c.DataAtom == atom.Article {
			return true
		}
	}
	return textLength(n)*2 > textLength(doc)
}

func textLength(n *html.Node) int {
	total := 0
	for c := range n.Descendants() {
		if c.Type == html.TextNode && (c.Parent == nil || !unread[c.Parent.DataAtom]) {
			total += len(strings.TrimSpace(c.Data))
		}
	}
	return total
}

// isLayout reports a table that puts parts of a page side by side: some cell of
// its own holds paragraphs, headings or further tables.
func isLayout(table *html.Node) bool {
	for n := range table.Descendants() {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.Table, atom.Article, atom.Form:
			return true
		case atom.Td:
			if breaks(n) > 2 {
				return true
			}
		}
	}
	return false
}

// breaks counts the paragraphs and line breaks directly in a cell.
func breaks(cell *html.Node) int {
	n := 0
	for c := cell.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.P || c.DataAtom == atom.Br || c.DataAtom == atom.Div {
			n++
		}
	}
	return n
}

// unfold makes boxes of a table's own rows and cells.
func unfold(table *html.Node) {
	box(table)
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr:
				box(c)
				walk(c)
			case atom.Td, atom.Th, atom.Caption:
				box(c)
			}
		}
	}
	walk(table)
}

func box(n *html.Node) { n.DataAtom, n.Data = atom.Div, "div" }
