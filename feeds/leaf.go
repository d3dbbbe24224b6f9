package feeds

import (
	"encoding/base64"
	"html"
	"strings"
)

// leaf reads an element whose content is text and writes it out, cleaned by
// what the text is for.
func (m *mender) leaf(e element, name string, r role, attrs attributes, empty bool) {
	content, whole := "", true
	if !empty {
		content, whole = m.content(e.raw, attrs)
	}
	if !whole && m.pos >= len(m.in) {
		// The document ends inside. Left open, the item is cut off.
		m.open = append(m.open, element{raw: e.raw, silent: true, base: e.base})
		return
	}
	m.damaged = m.damaged || !whole
	switch r {
	case words:
		if len(content) >= longText && bodies[name] && hasText(content) {
			m.out.element(name, ` type="html"`, m.putAside(content, name, attrs))
			break
		}
		m.out.element(name, ` type="html"`, m.words(content, name, attrs))
	case address:
		m.link(name, content, e.base, attrs)
	default:
		text := m.data(content)
		extra := ""
		if name == "guid" {
			extra = ` isPermaLink="` + permaLink(attrs) + `"`
		}
		if text != "" {
			m.out.element(name, extra, text)
		}
	}
}

func permaLink(attrs attributes) string {
	if strings.EqualFold(attrs.get("ispermalink"), "false") {
		return "false"
	}
	return "true"
}

// content gives what stands between a start tag and its end tag, and sets pos
// behind it. whole is false where the end tag is missing: then the content ends
// where the next element of the feed begins.
func (m *mender) content(raw string, attrs attributes) (content string, whole bool) {
	start := m.pos
	for i := start; i < len(m.in); {
		j := strings.IndexByte(m.in[i:], '<')
		if j < 0 {
			break
		}
		i += j
		rest := m.in[i:]
		switch {
		case strings.HasPrefix(rest, "<![CDATA["):
			k := strings.Index(rest, "]]>")
			if k < 0 {
				m.pos = len(m.in)
				return m.in[start:], false
			}
			i += k + 3
		case strings.HasPrefix(rest, "<!--"):
			if k := strings.Index(rest, "-->"); k >= 0 {
				i += k + 3
			} else {
				i += 4
			}
		case strings.HasPrefix(rest, "</") && isEndOf(rest, raw):
			content = m.in[start:i]
			if k := strings.IndexByte(rest, '>'); k >= 0 {
				m.pos = i + k + 1
				return content, true
			}
			m.pos = len(m.in)
			return content, false
		case isItemEdge(rest):
			// The end tag is missing: end at the first tag of this text.
			end := start + max(0, firstTag(m.in[start:i]))
			m.pos = end
			return m.in[start:end], false
		default:
			i++
		}
	}
	m.pos = len(m.in)
	return m.in[start:], false
}

func isEndOf(rest, raw string) bool {
	if len(rest) < 2+len(raw) || !strings.EqualFold(rest[2:2+len(raw)], raw) {
		return false
	}
	after := rest[2+len(raw):]
	return after == "" || strings.ContainsRune("> \t\r\n", rune(after[0]))
}

// isItemEdge reports a tag that begins or ends an item, or ends the feed.
func isItemEdge(rest string) bool {
	for _, s := range []string{"<item>", "<item ", "</item>", "<entry>", "<entry ", "</entry>", "</channel>", "</rss>", "</feed>"} {
		if len(rest) >= len(s) && strings.EqualFold(rest[:len(s)], s) {
			return true
		}
	}
	return false
}

// firstTag is where the first tag in s begins, or its end.
func firstTag(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '<' && (isTagStart(s, i) || strings.HasPrefix(s[i:], "</")) {
			return i
		}
	}
	return len(s)
}

// data is the text of an element for machines: no markup, one line.
func (m *mender) data(content string) string {
	if strings.Contains(content, "<![CDATA[") {
		content = m.character(content)
	} else {
		content = unescape(stripTags(content), m.entities)
	}
	return oneLine(content)
}

// character is the XML text of content: CDATA as it stands, the rest unescaped.
func (m *mender) character(content string) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(content, "<![CDATA[")
		if !ok {
			out.WriteString(unescape(before, m.entities))
			return strings.TrimSpace(out.String())
		}
		out.WriteString(unescape(before, m.entities))
		inside, after, _ := strings.Cut(rest, "]]>")
		out.WriteString(inside)
		content = after
	}
}

// words makes text for people into HTML. RSS never says whether it is HTML or
// plain text, and mostly it is HTML; Atom says so in the type.
func (m *mender) words(content, name string, attrs attributes) string {
	kind, mode := strings.ToLower(attrs.get("type")), strings.ToLower(attrs.get("mode"))
	isAtom := m.root == "feed" && !strings.Contains(name, ":") || strings.HasPrefix(name, "atom:")
	if !isAtom {
		return m.character(content)
	}
	switch {
	case mode == "base64" || isBinary(kind):
		return m.fromBase64(content, kind)
	case kind == "xhtml" || mode == "xml" && strings.Contains(kind, "html") || kind == "application/xhtml+xml":
		if strings.Contains(content, "<![CDATA[") {
			return m.character(content)
		}
		return strings.TrimSpace(content)
	case kind == "html" || kind == "text/html" || mode == "escaped" && kind != "text/plain":
		return m.character(content)
	case kind == "" && strings.Contains(content, "<![CDATA["):
		return m.character(content) // nobody hides plain text in CDATA
	case kind == "" && firstTag(content) < len(content):
		return m.character(content)
	}
	return html.EscapeString(m.character(content))
}

func isBinary(kind string) bool {
	return kind != "" && strings.Contains(kind, "/") && !strings.HasPrefix(kind, "text/") &&
		!strings.Contains(kind, "xml") && !strings.Contains(kind, "html")
}

func (m *mender) fromBase64(content, kind string) string {
	packed := strings.Join(strings.Fields(m.character(content)), "")
	b, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		return m.character(content)
	}
	text, _ := decoded(b, "")
	if strings.Contains(kind, "html") || kind == "" {
		return text
	}
	return html.EscapeString(text)
}

// link writes an address, made absolute.
func (m *mender) link(name, content, base string, attrs attributes) {
	to := resolve(base, m.data(content))
	if href := attrs.get("href"); href != "" && (to == "" || m.root == "feed") {
		to = resolve(base, href)
	} else if about := attrs.get("rdf:resource"); to == "" && about != "" {
		to = resolve(base, about)
	}
	if to == "" {
		return
	}
	if m.root == "feed" || name == "atom:link" {
		m.out.write("<", name)
		for _, a := range []string{"rel", "type", "hreflang"} {
			if v := attrs.get(a); v != "" {
				m.out.attribute(a, v)
			}
		}
		m.out.attribute("href", to)
		m.out.write("></", name, ">")
		return
	}
	m.out.element(name, "", to)
}
