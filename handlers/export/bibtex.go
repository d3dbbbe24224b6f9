package export

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode"

	"onrecord/statements"
)

// writeBibTeX writes an entry of biblatex for each statement: the article as it
// was read, with the words in its note.
// https://ctan.org/pkg/biblatex, section 2.1.1
func writeBibTeX(b *bytes.Buffer, records []Record) {
	for i, r := range records {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "@online{onrecord-%d,\n", r.ID)
		field := func(name, value string) {
			if value != "" {
				fmt.Fprintf(b, "  %s = {%s},\n", name, value)
			}
		}
		author := r.Byline
		if author == "" {
			author = r.Outlet
		}
		if author != "" {
			field("author", "{"+latex(author)+"}") // in braces: not to be taken apart
		}
		field("title", latex(r.Title))
		field("organization", latex(r.Outlet))
		if len(r.Published) >= len(time.DateOnly) {
			field("date", r.Published[:len(time.DateOnly)])
		}
		field("url", web(r.URL))
		field("urldate", r.Fetched.Format(time.DateOnly))
		field("note", note(r))
		b.WriteString("}\n")
	}
}

// note is who said what and when.
func note(r Record) string {
	who := r.speaker()
	if who == "" {
		who = "unnamed source"
	}
	out := latex(who)
	if when := said(r); when != "" {
		out += ", " + latex(when)
	}
	words := latex(r.Text)
	if r.Kind == statements.Direct {
		words = r.marked(latex, "``", "''")
	}
	return out + ": " + words + fmt.Sprintf(" (%s, text SHA-256 %s)", r.Kind, r.SHA256)
}

// web is an address without what ends a field.
func web(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", "\\", "%5C").Replace(address(s))
}

// latex escapes what LaTeX would not print.
func latex(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	return strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`,
		"_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`).Replace(s)
}
