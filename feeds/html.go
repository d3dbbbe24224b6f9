package feeds

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks are the elements that begin and end a paragraph.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Blockquote: true, atom.Li: true, atom.Ul: true, atom.Ol: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Table: true, atom.Tr: true, atom.Section: true, atom.Article: true, atom.Header: true,
	atom.Footer: true, atom.Figure: true, atom.Figcaption: true, atom.Pre: true, atom.Hr: true,
	atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Address: true, atom.Aside: true, atom.Main: true,
}

// unread are the elements whose text nobody is meant to read.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Object: true, atom.Svg: true, atom.Form: true, atom.Select: true, atom.Textarea: true,
}

// lineText is the text of a piece of HTML as one line.
func lineText(fragment string) string {
	if !strings.ContainsAny(fragment, "<&") {
		return oneLine(fragment)
	}
	return oneLine(strings.ReplaceAll(textOf(fragment, true), "\n", " "))
}

// plainText is the text of a piece of HTML, paragraphs separated by an empty
// line. It never fails: what is no tag is text.
func plainText(fragment string) string { return textOf(fragment, false) }

// textOf reads a fragment; in a line, what looks like a tag that HTML does not
// have is text, as in "<<<Tutorial>>>".
func textOf(fragment string, line bool) string {
	var w paragraphs
	z := html.NewTokenizer(strings.NewReader(fragment))
	skip := 0 // depth inside unread elements
	for {
		switch z.Next() {
		case html.ErrorToken:
			return w.String()
		case html.TextToken:
			if skip == 0 {
				w.text(string(z.Text()))
			}
		case html.StartTagToken:
			raw := string(z.Raw())
			a := tagAtom(z)
			if line && a == 0 && !strings.ContainsAny(raw, ":-=/") {
				w.text(html.UnescapeString(raw))
			}
			if unread[a] {
				skip++
			}
			w.tag(a)
		case html.SelfClosingTagToken:
			w.tag(tagAtom(z))
		case html.EndTagToken:
			a := tagAtom(z)
			if unread[a] && skip > 0 {
				skip--
			}
			w.tag(a)
		}
	}
}

func tagAtom(z *html.Tokenizer) atom.Atom {
	name, _ := z.TagName()
	return atom.Lookup(name)
}

// paragraphs collects text into paragraphs of one line each. The zero value is
// ready.
type paragraphs struct {
	done    []string
	current strings.Builder
	breaks  int // <br> in a row
}

func (p *paragraphs) text(s string) {
	if strings.TrimSpace(s) != "" {
		p.breaks = 0
	}
	p.current.WriteString(s)
}

func (p *paragraphs) tag(a atom.Atom) {
	switch {
	case a == atom.Br:
		// One is a new line, which a headline breaks at as well; two part
		// paragraphs.
		p.current.WriteByte(' ')
		if p.breaks++; p.breaks > 1 {
			p.end()
		}
	case a == atom.Td || a == atom.Th:
		p.current.WriteByte(' ')
	case blocks[a]:
		p.end()
	}
}

func (p *paragraphs) end() {
	if s := oneLine(p.current.String()); s != "" {
		p.done = append(p.done, s)
	}
	p.current.Reset()
}

func (p *paragraphs) String() string {
	p.end()
	return strings.Join(p.done, "\n\n")
}
