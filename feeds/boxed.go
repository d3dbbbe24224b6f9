package feeds

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// fewestBoxed is how many boxes beside one another hold a sentence each where
// boxes stand for paragraphs.
const fewestBoxed = 3

// boxed makes paragraphs of the boxes in n that hold one each, as editors that
// know no <p> write them: the extractor looks for paragraphs. Where n has
// paragraphs of its own, boxes are something else.
func boxed(n *html.Node) {
	var found []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom == atom.P:
			return
		case c.DataAtom == atom.Div && isSentence(c):
			found = append(found, c)
		}
	}
	if len(found) < fewestBoxed {
		return
	}
	for _, c := range found {
		c.DataAtom, c.Data = atom.P, "p"
	}
}

// isSentence reports whether a box holds text alone that ends as a sentence does.
func isSentence(box *html.Node) bool {
	for c := range box.Descendants() {
		if c.Type == html.ElementNode && blocks[c.DataAtom] {
			return false
		}
	}
	s := strings.TrimRight(oneLine(nodeText(box)), "”’»\"') ")
	return len(s) >= shortestSentence && strings.ContainsAny(s[len(s)-1:], ".?!")
}

// shortestSentence is how many bytes a sentence has at least that is told from a
// label.
const shortestSentence = 25
