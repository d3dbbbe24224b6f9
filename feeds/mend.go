package feeds

import (
	"strings"
)

// mended is a feed after the cleaning pass.
type mended struct {
	xml     string
	root    string // rss, rdf or feed; "" where there is none
	first   string // the document's first element, for the message when it is no feed
	damaged bool
	cut     bool // it ends too early
	channel bool // it has what a feed has, even if that is empty
	bodies  putAside
}

// mend rewrites whatever came as a small, well-formed feed in UTF-8: only the
// elements that count, under canonical names, with links made absolute and all
// text for people as HTML in CDATA. What is left out or repaired on the way:
//
//   - junk before the root, document types and their entities
//   - characters that XML forbids, bare ampersands, HTML's own entities
//   - tags that are not closed, closed twice, or closed in the wrong order
//   - unescaped HTML inside titles and bodies
//   - a last item that the end of the document cuts: its key could differ from
//     that of the whole item, which then would come twice
func mend(text, base string) mended {
	m := mender{in: text, pageBase: base}
	m.out.Grow(16 << 10)
	if !m.findRoot() {
		return mended{first: m.first}
	}
	m.run()
	return mended{xml: m.document(), root: m.root, first: m.first, damaged: m.damaged, cut: m.cut, channel: m.channel, bodies: putAside{&m}}
}

type mender struct {
	in       string
	pos      int
	out      builder
	open     []element
	root     string
	first    string
	entities map[string]string // of the document type
	pageBase string
	damaged  bool
	cut      bool
	items    int
	channel  bool
	unclosed map[string]int // names with no end tag before this offset
	searches int
	texts    []heldText // put aside
	rootEnd  int        // where in out the namespaces belong
}

// element is one that is open: its start tag was read and its end tag was not.
type element struct {
	raw    string // as the document names it
	name   string // canonical; "" is not written out
	base   string // for its relative links
	prefix *binding
	mark   int  // length of out before its start tag
	silent bool // dropped, with all that is in it
}

// findRoot sets pos to the root's start tag.
func (m *mender) findRoot() bool {
	for m.pos < len(m.in) {
		i := strings.IndexByte(m.in[m.pos:], '<')
		if i < 0 {
			return false
		}
		m.pos += i
		if m.skipAside() {
			continue
		}
		if !isTagStart(m.in, m.pos) {
			m.pos++
			continue
		}
		start := m.pos
		raw := m.tagName(m.pos + 1)
		local := localName(raw)
		if m.first == "" && raw != "" {
			m.first = local
		}
		switch local {
		case "rss", "rdf", "feed", "channel":
			m.pos = start
			m.root = local
			if local == "channel" {
				m.root = "rss"
			}
			return true
		}
		// No feed has this much in front of it, and pages are long.
		if m.pos++; m.pos > 256<<10 {
			return false
		}
	}
	return false
}

func (m *mender) run() {
	m.out.write(`<?xml version="1.0"?>`)
	for m.pos < len(m.in) {
		i := strings.IndexByte(m.in[m.pos:], '<')
		if i < 0 {
			break
		}
		m.pos += i // text between elements means nothing
		switch {
		case m.skipAside():
		case strings.HasPrefix(m.in[m.pos:], "</"):
			m.endTag()
			if len(m.open) == 0 && m.items > 0 {
				return // what follows the root is junk
			}
		case isTagStart(m.in, m.pos):
			m.startTag()
		default:
			m.pos++
			m.damaged = true
		}
	}
	m.cutOff()
}

// cutOff ends a document that ends too early.
func (m *mender) cutOff() {
	m.cut = len(m.open) > 0
	for i, e := range m.open {
		if e.name == "item" || e.name == "entry" {
			m.out.truncate(e.mark)
			m.open = m.open[:i]
			m.items--
			break
		}
	}
	m.damaged = m.damaged || m.cut
	for len(m.open) > 0 {
		m.close()
	}
}

func (m *mender) top() *element {
	if len(m.open) == 0 {
		return &element{base: m.pageBase}
	}
	return &m.open[len(m.open)-1]
}

// startTag reads the start tag at pos and decides what becomes of its element.
func (m *mender) startTag() {
	mark := m.out.len()
	raw, attrs, empty := m.readTag()
	outer := *m.top()
	e := element{raw: raw, base: outer.base, prefix: outer.prefix, mark: mark, silent: outer.silent}
	if b := attrs.get("xml:base"); b != "" {
		e.base = resolve(outer.base, b)
	}
	for _, a := range attrs {
		if p, ok := strings.CutPrefix(a.name, "xmlns"); ok && (p == "" || p[0] == ':') {
			e.prefix = &binding{prefix: strings.TrimPrefix(p, ":"), space: spaceOf(a.value), outer: e.prefix}
		}
	}
	name := m.canonical(raw, e.prefix, len(m.open) == 0)
	r := roles[name]
	if e.silent && name != "item" && name != "entry" {
		r = foreign
	}
	switch {
	case r == container:
		m.openContainer(e, name, attrs, empty)
	case (name == "author" || name == "atom:author") && !e.silent && m.root == "feed":
		m.openContainer(e, name, nil, empty)
	case r == foreign || !m.belongs(name):
		if empty || !m.closes(raw) {
			return
		}
		e.silent = true
		m.open = append(m.open, e)
	default:
		m.leaf(e, name, r, attrs, empty)
	}
}

// openContainer writes the start tag of an element that holds others, after
// closing what cannot hold it.
func (m *mender) openContainer(e element, name string, attrs attributes, empty bool) {
	e.name = name
	if name == "item" || name == "entry" {
		m.closeUntil(func(o element) bool { return o.name == "item" || o.name == "entry" })
		e.silent, e.mark = false, m.out.len()
		m.items++
	}
	m.channel = m.channel || name == "channel"
	m.out.write("<", name)
	if len(m.open) == 0 {
		m.rootEnd = m.out.len()
	}
	m.out.write(">")
	if about := attrs.get("rdf:about"); about != "" && name == "item" {
		m.out.write(`<guid isPermaLink="false">`)
		m.out.cdata(about)
		m.out.write("</guid>")
	}
	m.open = append(m.open, e)
	if empty {
		m.close()
	}
}

// closeUntil closes the innermost element that fits, and all inside it.
func (m *mender) closeUntil(fits func(element) bool) bool {
	for i := len(m.open) - 1; i >= 0; i-- {
		if fits(m.open[i]) {
			m.damaged = m.damaged || i < len(m.open)-1
			for len(m.open) > i {
				m.close()
			}
			return true
		}
	}
	return false
}

// declared are the namespaces that the cleaned document may use.
var declared = []struct{ prefix, space string }{
	{"atom:", "http://www.w3.org/2005/Atom"},
	{"content:", "http://purl.org/rss/1.0/modules/content/"},
	{"dc:", "http://purl.org/dc/elements/1.1/"},
	{"dcterms:", "http://purl.org/dc/terms/"},
	{"itunes:", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
	{"media:", "http://search.yahoo.com/mrss/"},
	{"feedburner:", "http://rssnamespace.org/feedburner/ext/1.0"},
	{"pheedo:", "http://www.pheedo.com/namespace/pheedo"},
	{"xhtml:", "http://www.w3.org/1999/xhtml"},
}

// document is the cleaned document with its namespaces: those alone that it
// uses, for gofeed's reader copies each of them for each element.
func (m *mender) document() string {
	body := string(m.out.b[m.rootEnd:])
	spaces := builder{}
	if m.root == "feed" {
		spaces.attribute("xmlns", "http://www.w3.org/2005/Atom")
	}
	for _, d := range declared {
		if strings.Contains(body, "<"+d.prefix) {
			spaces.attribute("xmlns:"+strings.TrimSuffix(d.prefix, ":"), d.space)
		}
	}
	return string(m.out.b[:m.rootEnd]) + spaces.String() + body
}

func (m *mender) close() {
	e := m.open[len(m.open)-1]
	m.open = m.open[:len(m.open)-1]
	if e.name != "" {
		m.out.write("</", e.name, ">")
	}
}

// endTag closes the innermost element of that name, and what is still open in
// it; an end tag of nothing is dropped.
func (m *mender) endTag() {
	raw := m.tagName(m.pos + 2)
	if i := strings.IndexByte(m.in[m.pos:], '>'); i >= 0 {
		m.pos += i + 1
	} else {
		m.pos = len(m.in)
		return // cut in the middle of the tag
	}
	if !m.closeUntil(func(o element) bool { return o.raw == raw }) &&
		!m.closeUntil(func(o element) bool { return strings.EqualFold(o.raw, raw) }) {
		m.damaged = true
	}
}

// closes reports whether an element that was opened at pos is closed before its
// item ends; the others are read as empty. Searches are bounded.
func (m *mender) closes(raw string) bool {
	if until, known := m.unclosed[raw]; known && m.pos < until {
		return false
	}
	if m.searches++; m.searches > 20000 {
		return false
	}
	window := m.in[m.pos:min(len(m.in), m.pos+64<<10)]
	end := strings.Index(window, "</"+raw)
	stop := len(window)
	for _, s := range []string{"</item", "</entry", "</channel"} {
		if i := strings.Index(window, s); i >= 0 && i < stop {
			stop = i
		}
	}
	if end >= 0 && end <= stop {
		return true
	}
	if m.unclosed == nil {
		m.unclosed = map[string]int{}
	}
	if len(m.unclosed) < 1000 {
		m.unclosed[raw] = m.pos + stop
	}
	return false
}
