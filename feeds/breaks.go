package feeds

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// enoughText is how many bytes of bare text make a box one of text.
const enoughText = 200

// paragraph turns the bare text of a box, parted by line breaks, into
// paragraphs: that is how pages were written before style sheets, and the
// extractor looks for paragraphs.
func paragraph(box *html.Node) {
	if !isBareText(box) {
		return
	}
	var p *html.Node
	flush := func(before *html.Node) {
		if p != nil && p.FirstChild != nil {
			box.InsertBefore(p, before)
		}
		p = nil
	}
	breaks := 0
	for c := box.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.ElementNode && c.DataAtom == atom.Br:
			box.RemoveChild(c)
			if breaks++; breaks > 1 {
				flush(next)
			} else if p != nil {
				p.AppendChild(&html.Node{Type: html.TextNode, Data: " "})
			}
		case c.Type == html.ElementNode && blocks[c.DataAtom]:
			flush(c)
			breaks = 0
		default:
			if c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" {
				break // the line end after a <br> is no text
			}
			breaks = 0
			if p == nil {
				p = &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
			}
			box.RemoveChild(c)
			p.AppendChild(c)
		}
		c = next
	}
	flush(nil)
}

// isBareText reports a box with text of its own and an empty line in it.
func isBareText(box *html.Node) bool {
	text, run, empty := 0, 0, false
	for c := box.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			n := len(strings.TrimSpace(c.Data))
			if text += n; n > 0 {
				run = 0
			}
		case c.Type == html.ElementNode && c.DataAtom == atom.Br:
			run++
			empty = empty || run > 1
		default:
			run = 0
		}
	}
	return text > enoughText && empty
}
