package console

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
	eastasian "golang.org/x/text/width"

	"onrecord/handlers/locales"
)

// width counts the columns that s takes; escape sequences take none.
func width(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if s[i] == '\x1b' {
			i += escapeLen(s[i:])
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		n += columns(r)
		i += size
	}
	return n
}

// escapeLen is the length of the escape sequence that s begins with: those
// that we write ourselves end with an m.
func escapeLen(s string) int {
	if end := strings.IndexByte(s, 'm'); end >= 0 {
		return end + 1
	}
	return len(s)
}

func columns(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch eastasian.LookupRune(r).Kind() {
	case eastasian.EastAsianWide, eastasian.EastAsianFullwidth:
		return 2
	}
	return 1
}

// fold breaks s at blanks into lines of at most wide columns. A word that is
// longer is broken; runs of blanks become one. An empty s is one empty line.
func fold(s string, wide int) []string {
	wide = max(wide, 8)
	var lines []string
	line, used := "", 0
	for _, word := range glued(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' })) {
		w := width(word)
		if used > 0 && used+1+w > wide {
			lines = append(lines, line)
			line, used = "", 0
		}
		if used > 0 {
			line += " "
			used++
		}
		for w > wide {
			head, rest := breakAt(word, wide)
			lines = append(lines, head)
			word, w = rest, width(rest)
		}
		line += word
		used += w
	}
	return append(lines, line)
}

// beforeNumbers is what numbers have before them in each language: "No.", "№".
var beforeNumbers = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, lang := range append(locales.Languages(), "en") {
		before, _, _ := strings.Cut(locales.Of(lang).Say("No. %s", "\x00"), "\x00")
		out[strings.TrimSpace(before)] = true
	}
	return out
})

// glued keeps a number with the No. before it, whatever the language.
func glued(words []string) []string {
	out := words[:0]
	for _, w := range words {
		if n := len(out); n > 0 && beforeNumbers()[out[n-1]] {
			out[n-1] += " " + w
			continue
		}
		out = append(out, w)
	}
	return out
}

// breakAt cuts a word after wide columns.
func breakAt(word string, wide int) (head, rest string) {
	n := 0
	for i := 0; i < len(word); {
		if word[i] == '\x1b' {
			i += escapeLen(word[i:])
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		if n += columns(r); n > wide {
			return word[:i], word[i:]
		}
		i += size
	}
	return word, ""
}

// fit cuts a line that must not be longer than the terminal is wide.
func (p *page) fit(s string) string {
	head, _ := breakAt(s, p.style.Width)
	return head
}

// ascii writes a card for a terminal that knows no more.
func ascii(s string) string {
	s = plainer.Replace(s)
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return s
	}
	return unidecode.Unidecode(s)
}

var plainer = strings.NewReplacer(
	"│", "|", "─", "-", "·", "-", "…", "...",
	"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'",
	"—", "--", "–", "-", "\u00a0", " ",
)
