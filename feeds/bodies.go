package feeds

import (
	"strconv"
	"strings"
)

// bodies are the elements whose long texts gofeed does not get to see.
var bodies = map[string]bool{
	"description": true, "summary": true, "content": true, "content:encoded": true, "dc:description": true,
	"itunes:summary": true, "atom:summary": true, "atom:content": true, "media:description": true,
	"encoded": true, "fulltext": true, "xhtml:body": true,
}

const (
	// longText is the length of a text, in bytes, from which it is put aside.
	longText = 120
	// asideMark begins what stands for a text in the cleaned document.
	asideMark = "onrecord text "
)

// heldText is one that was put aside, as the document has it.
type heldText struct {
	content, name string
	attrs         attributes
}

// putAside keeps a text back and gives what stands for it in the cleaned
// document. Most of a feed is text, most of its items were read at an earlier
// visit, and it need not be cleaned, parsed and read again to find that out.
func (m *mender) putAside(content, name string, attrs attributes) string {
	m.texts = append(m.texts, heldText{content, name, attrs})
	return asideMark + strconv.Itoa(len(m.texts)-1)
}

// putAside is what a document's long texts are found in.
type putAside struct{ m *mender }

// find gives the text that s stands for; nil if it stands for none, as in a
// feed that writes about us.
func (p putAside) find(s string) *heldText {
	number, ok := strings.CutPrefix(s, asideMark)
	if !ok || p.m == nil {
		return nil
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || n >= len(p.m.texts) {
		return nil
	}
	return &p.m.texts[n]
}

// html gives the text that s stands for, else s.
func (p putAside) html(s string) string {
	t := p.find(s)
	if t == nil {
		return s
	}
	return strings.TrimSpace(clean(p.m.words(t.content, t.name, t.attrs)))
}

// hasText reports whether an element is more than white space.
func hasText(content string) bool {
	content = strings.TrimSpace(content)
	content = strings.TrimSuffix(strings.TrimPrefix(content, "<![CDATA["), "]]>")
	return strings.TrimSpace(content) != ""
}
