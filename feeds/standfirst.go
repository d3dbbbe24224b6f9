package feeds

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A standfirst is what stands between the headline and the text: it says who is
// interviewed, or what is new, and often nothing else does.
const (
	shortestStandfirst = 40 // bytes
	longestStandfirst  = 600
	// nearHeadline is how many elements after the headline it stands at most.
	nearHeadline = 6
)

// standing is how pages name it, as a whole word of a class or an id.
var standing = regexp.MustCompile(`(?i)(^|[\s_-])(standfirst|dek|deck|sub|subtitle|sub-?head|sub-?headline|sub-?heading|strap|strapline|lede|teaser-text|article-(intro|summary|description))($|[\s_-])`)

// standfirst finds it on a page whose extractor left it out; "" if there is
// none, or if the text has it.
func standfirst(doc *html.Node, body string) string {
	letters := lettersOf(body)
	after := -1
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.DataAtom == atom.H1 {
			after = 0
			continue
		}
		if after < 0 {
			continue
		}
		if after++; after > nearHeadline {
			after = -1 // another heading may follow
			continue
		}
		if !named(n) && !subordinate(n) {
			continue
		}
		text := oneLine(nodeText(n))
		if len(text) < shortestStandfirst || len(text) > longestStandfirst || linked(n) {
			continue
		}
		if l := lettersOf(text); l == "" || strings.Contains(letters, l) {
			return ""
		}
		return text
	}
	return ""
}

// named reports whether an element says that it is a standfirst.
func named(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id":
			if standing.MatchString(a.Val) {
				return true
			}
		case "itemprop":
			if a.Val == "alternativeHeadline" || a.Val == "description" {
				return true
			}
		}
	}
	return false
}

// subordinate reports whether an element is the heading right below the headline, in
// the header that both share.
func subordinate(n *html.Node) bool {
	if n.DataAtom != atom.H2 || n.Parent == nil || n.Parent.DataAtom != atom.Header && n.Parent.DataAtom != atom.Hgroup {
		return false
	}
	before := n.PrevSibling
	for before != nil && before.Type != html.ElementNode {
		before = before.PrevSibling
	}
	return before != nil && before.DataAtom == atom.H1
}

// linked reports whether most of an element is links: a list of stories.
func linked(n *html.Node) bool {
	in := 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			in += len(oneLine(nodeText(d)))
		}
	}
	return 2*in > len(oneLine(nodeText(n)))
}
