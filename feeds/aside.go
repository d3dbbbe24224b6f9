package feeds

import "strings"

// skipAside passes over a comment, a processing instruction, a document type or
// a stray CDATA section at pos.
func (m *mender) skipAside() bool {
	rest := m.in[m.pos:]
	end := func(start, stop string) bool {
		if i := strings.Index(rest[len(start):], stop); i >= 0 {
			m.pos += len(start) + i + len(stop)
		} else {
			m.pos += len(start)
			m.damaged = true
		}
		return true
	}
	switch {
	case strings.HasPrefix(rest, "<!--"):
		return end("<!--", "-->")
	case strings.HasPrefix(rest, "<![CDATA["):
		return end("<![CDATA[", "]]>")
	case strings.HasPrefix(rest, "<?"):
		return end("<?", ">")
	case strings.HasPrefix(rest, "<!"):
		m.doctype()
		return true
	}
	return false
}

// doctype passes over a document type and notes its plain entities. Entities
// made of entities and those kept elsewhere are bombs and spies, and are left.
func (m *mender) doctype() {
	rest := m.in[m.pos:]
	stop := strings.IndexByte(rest, '>')
	if open := strings.IndexByte(rest, '['); open >= 0 && open < stop {
		if i := strings.Index(rest[open:], "]"); i >= 0 {
			m.noteEntities(rest[open : open+i])
			if j := strings.IndexByte(rest[open+i:], '>'); j >= 0 {
				stop = open + i + j
			}
		}
	}
	if stop < 0 {
		stop = 1
	}
	m.pos += stop + 1
}

func (m *mender) noteEntities(subset string) {
	for _, piece := range strings.Split(subset, "<!ENTITY")[1:] {
		name, rest, ok := strings.Cut(strings.TrimSpace(piece), " ")
		rest = strings.TrimSpace(rest)
		if !ok || len(rest) < 2 || (rest[0] != '"' && rest[0] != '\'') || len(m.entities) >= 500 {
			continue
		}
		val, _, ok := strings.Cut(rest[1:], rest[:1])
		if !ok || len(val) > 500 || strings.Contains(val, "%") || strings.Contains(strings.ReplaceAll(val, "&#", ""), "&") {
			continue
		}
		if m.entities == nil {
			m.entities = map[string]string{}
		}
		m.entities[name] = unescape(val, nil)
	}
}
