package export

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"time"

	"onrecord/statements"
)

// writeMarkdown writes a list of quotations with their evidence. Verbatim words
// alone stand in quotation marks.
func writeMarkdown(b *bytes.Buffer, records []Record) {
	b.WriteString("# Statements on record\n")
	for _, r := range records {
		b.WriteString("\n## " + heading(r) + "\n\n")
		b.WriteString(quotation(r))
		b.WriteString("\n")
		item := func(name, value string) {
			if value != "" {
				b.WriteString("- " + name + ": " + value + "\n")
			}
		}
		item("Said", plain(said(r)))
		if r.Kind != statements.Direct {
			item("Told as", plain(r.Cue)) // "denied": the words alone may say the contrary
		}
		item("How", string(r.Kind)+"; speaker: "+string(r.Known))
		item("In", linked(r))
		item("Published", plain(r.Published))
		item("Read", r.Fetched.Format(time.RFC3339))
		for _, u := range r.Also {
			item("Also", address(u)) // none of an address that is not of the web
		}
		item("Text", fmt.Sprintf("SHA-256 `%s`, bytes %s", r.SHA256, spans(r.Content)))
	}
}

func heading(r Record) string {
	who := "Unnamed"
	if r.speaker() != "" {
		who = plain(r.speaker())
	} else if r.Source != "" {
		who += ", ‘" + plain(r.Source) + "’"
	}
	if r.Role != "" && r.speaker() != "" {
		who += ", " + plain(r.Role)
	}
	return who + " (" + r.reference() + ")"
}

// quotation is the words as a block: in marks where they are verbatim.
func quotation(r Record) string {
	words := plain(r.Text)
	switch {
	case r.Kind == statements.Direct:
		words = r.marked(plain, "“", "”")
	case words != "" && strings.ContainsRune("#+-=0123456789", rune(words[0])):
		words = "&#8203;" + words // a list or a heading begins so
	}
	return "> " + words + "\n"
}

func said(r Record) string {
	switch {
	case r.SaidOn.IsZero():
		return r.Place
	case r.Place == "":
		return r.SaidOn.String()
	}
	return r.SaidOn.String() + ", " + r.Place
}

func linked(r Record) string {
	title := r.Title
	if title == "" {
		title = r.URL
	}
	out := plain(title)
	if to := address(r.URL); to != "" {
		out = "[" + out + "](" + to + ")"
	}
	if r.Outlet != "" {
		out += ", " + plain(r.Outlet)
	}
	return out
}

// address keeps only addresses of the web, with nothing in them that ends one.
func address(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E").Replace(u.String())
}

// plain escapes what Markdown or HTML would read as more than text, and joins
// lines.
func plain(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_[]<>|~&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
