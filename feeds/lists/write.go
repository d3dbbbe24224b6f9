package lists

import (
	"encoding/xml"
	"fmt"
	"strings"
	"unicode/utf8"

	"onrecord/statements"
)

// Write makes an OPML 2.0 list. hidden is how many addresses had a name or a
// password in them, which is left out. It bears no date: the same feeds make
// the same bytes, and whoever keeps lists sees what changed.
func Write(title string, list []statements.Feed) (out []byte, hidden int) {
	var b strings.Builder
	b.WriteString(xml.Header + "<opml version=\"2.0\">\n  <head>\n")
	fmt.Fprintf(&b, "    <title>%s</title>\n", escaped(title))
	b.WriteString("  </head>\n  <body>\n")
	for _, f := range list {
		address, had := withoutUser(f.URL)
		if had {
			hidden++
		}
		name := f.Name
		if name == "" {
			name = address
		}
		fmt.Fprintf(&b, "    <outline type=\"rss\" text=\"%s\" xmlUrl=\"%s\"/>\n", escaped(name), escaped(address))
	}
	b.WriteString("  </body>\n</opml>\n")
	return []byte(b.String()), hidden
}

// escaped is a text as an attribute takes it: without what XML forbids.
func escaped(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		if r < ' ' || r == 0xfffe || r == 0xffff || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // writes to memory: it cannot fail
	return b.String()
}
