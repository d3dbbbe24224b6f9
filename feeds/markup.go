package feeds

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// attribute is one of a start tag, its name in lower case, its value unescaped.
type attribute struct{ name, value string }

type attributes []attribute

func (as attributes) get(name string) string {
	for _, a := range as {
		if a.name == name {
			return a.value
		}
	}
	// Attributes with a prefix are rare; people take any for rdf's.
	if _, local, ok := strings.Cut(name, ":"); ok && local != "base" {
		for _, a := range as {
			if _, l, ok := strings.Cut(a.name, ":"); ok && l == local {
				return a.value
			}
		}
	}
	return ""
}

// isTagStart reports whether a '<' at i begins a start tag.
func isTagStart(s string, i int) bool {
	return i+1 < len(s) && isNameByte(s[i+1]) && (s[i+1] < '0' || s[i+1] > '9') && s[i+1] != '-' && s[i+1] != '.'
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.' || c == ':' || c >= 0x80
}

// tagName is the name that begins at i.
func (m *mender) tagName(i int) string {
	j := i
	for j < len(m.in) && j-i < 200 && isNameByte(m.in[j]) {
		j++
	}
	return m.in[i:j]
}

func localName(raw string) string {
	if _, local, ok := strings.Cut(raw, ":"); ok {
		raw = local
	}
	return strings.ToLower(raw)
}

// readTag reads the start tag at pos and sets pos behind it. It takes what
// browsers take: values without quotes, twice the same name, no value at all.
func (m *mender) readTag() (raw string, attrs attributes, empty bool) {
	raw = m.tagName(m.pos + 1)
	i := m.pos + 1 + len(raw)
	for i < len(m.in) {
		switch c := m.in[i]; {
		case c == '>':
			m.pos = i + 1
			return raw, attrs, empty
		case c == '<': // the tag was never closed
			m.pos, m.damaged = i, true
			return raw, attrs, empty
		case c == '/':
			empty = true
			i++
		case !isNameByte(c):
			i++
		default:
			var a attribute
			a, i = m.attribute(i)
			if len(attrs) < 100 {
				attrs = append(attrs, a)
			}
			empty = false
		}
	}
	m.pos = len(m.in)
	return raw, attrs, empty
}

func (m *mender) attribute(i int) (attribute, int) {
	name := m.tagName(i)
	i += len(name)
	j := i
	for j < len(m.in) && isSpace(m.in[j]) {
		j++
	}
	if j >= len(m.in) || m.in[j] != '=' {
		return attribute{name: strings.ToLower(name)}, i
	}
	j++
	for j < len(m.in) && isSpace(m.in[j]) {
		j++
	}
	val, end := m.attributeValue(j)
	key := strings.ToLower(name)
	if p, prefix, ok := strings.Cut(name, ":"); ok && strings.EqualFold(p, "xmlns") {
		key = "xmlns:" + prefix // prefixes keep their case
	}
	return attribute{name: key, value: strings.TrimSpace(unescape(val, m.entities))}, end
}

func (m *mender) attributeValue(i int) (string, int) {
	if i < len(m.in) && (m.in[i] == '"' || m.in[i] == '\'') {
		if k := strings.IndexByte(m.in[i+1:], m.in[i]); k >= 0 {
			return m.in[i+1 : i+1+k], i + k + 2
		}
		i++
	}
	j := i
	for j < len(m.in) && !isSpace(m.in[j]) && m.in[j] != '>' {
		j++
	}
	return m.in[i:j], j
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// unescape undoes XML's and HTML's character references; extra holds those of
// the document type. An ampersand that begins none stands for itself, and so
// does one whose reference has no semicolon: "?a=1&copy=2" is an address.
func unescape(s string, extra map[string]string) string {
	amp := strings.IndexByte(s, '&')
	if amp < 0 {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	for amp >= 0 {
		out.WriteString(s[:amp])
		s = s[amp:]
		semi := strings.IndexByte(s[:min(len(s), 40)], ';')
		text, ok := "", false
		if semi > 1 {
			text, ok = reference(s[1:semi], extra)
		}
		if ok {
			out.WriteString(text)
			s = s[semi+1:]
		} else {
			out.WriteByte('&')
			s = s[1:]
		}
		amp = strings.IndexByte(s, '&')
	}
	out.WriteString(s)
	return out.String()
}

// reference is what stands between & and ;.
func reference(name string, extra map[string]string) (string, bool) {
	if name[0] == '#' {
		return numeric(name[1:])
	}
	if v, ok := extra[name]; ok {
		return v, true
	}
	// "&amp;" + a name without its semicolon must not be read by its beginning.
	if v := html.UnescapeString("&" + name + ";"); !strings.HasSuffix(v, ";") || v == ";" {
		return v, true
	}
	return "", false
}

func numeric(digits string) (string, bool) {
	base := 10
	if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return "", false
	}
	switch {
	case n >= 0x80 && n <= 0x9f: // windows-1252 by people who looked it up
		return string(windows1252(byte(n))), true
	case n > utf8.MaxRune || n >= 0xd800 && n <= 0xdfff || !isXMLRune(rune(n)):
		return "", true
	}
	return string(rune(n)), true
}

// isXMLRune reports the characters that XML 1.0 allows.
func isXMLRune(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000
}

// stripTags drops tags from a text that should hold none.
func stripTags(s string) string {
	if strings.IndexByte(s, '<') < 0 {
		return s
	}
	var out strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			out.WriteString(s)
			return out.String()
		}
		out.WriteString(s[:i])
		j := strings.IndexByte(s[i:], '>')
		if j < 0 {
			return out.String()
		}
		s = s[i+j+1:]
	}
}

// builder writes the cleaned document.
type builder struct{ b []byte }

func (b *builder) Grow(n int)     { b.b = make([]byte, 0, n) }
func (b *builder) len() int       { return len(b.b) }
func (b *builder) truncate(n int) { b.b = b.b[:n] }
func (b *builder) String() string { return string(b.b) }

func (b *builder) write(pieces ...string) {
	for _, p := range pieces {
		b.b = append(b.b, p...)
	}
}

func (b *builder) element(name, attrs, text string) {
	b.write("<", name, attrs, ">")
	b.cdata(text)
	b.write("</", name, ">")
}

func (b *builder) attribute(name, val string) {
	b.write(" ", name, `="`, html.EscapeString(clean(val)), `"`)
}

func (b *builder) cdata(text string) {
	b.write("<![CDATA[", strings.ReplaceAll(clean(text), "]]>", "]]]]><![CDATA[>"), "]]>")
}

// clean drops what XML forbids, and reads the control characters above ASCII,
// which nobody means, as windows-1252.
func clean(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c == 0xef || c == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0 {
			return strings.Map(func(r rune) rune {
				switch {
				case r >= 0x80 && r < 0xa0 && r != 0x85:
					return windows1252(byte(r))
				case isXMLRune(r):
					return r
				}
				return -1
			}, s)
		}
	}
	return s
}
