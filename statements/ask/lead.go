package ask

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// lead adds the words of the paragraph after the headline, which says what the
// whole article is about, and leaves out what both quote.
func (r *reader) lead(p *passage) {
	_, body, _ := strings.Cut(p.found.Article.Text, "\n")
	first, _, _ := strings.Cut(strings.TrimLeft(body, "\n"), "\n")
	if len(first) <= around {
		r.add(p, unquoted(first), lead)
	}
	p.words = slices.DeleteFunc(p.words, func(w placed) bool { return w.zone == headline })
	title := p.found.Article.Title
	if title == "" {
		title, _, _ = strings.Cut(p.found.Article.Text, "\n")
	}
	r.add(p, unquoted(title), headline)
}

// unquoted is s with a blank for each quotation: in a headline and a lead those
// are one person's words, and not what all others speak of. Two hundred of them
// are read for one question, which takes a regular expression ten times as long.
func unquoted(s string) string {
	if !strings.ContainsAny(s, `“"„«‘`) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		end := quotation(s, i)
		if end > 0 {
			b.WriteByte(' ')
		} else {
			_, n := utf8.DecodeRuneInString(s[i:])
			end = i + n
			b.WriteString(s[i:end])
		}
		i = end
	}
	return b.String()
}

// quotation gives where the quotation ends that begins at byte i, or 0: one in
// double marks, or one in single marks with what stands on both sides, so that no
// apostrophe is taken for a mark.
func quotation(s string, i int) int {
	switch r, n := utf8.DecodeRuneInString(s[i:]); {
	case r == '“' || r == '"' || r == '„' || r == '«':
		return closing(s, i+n)
	case r == '‘' && i == 0:
		return closingSingle(s, i+n)
	case strings.ContainsRune(" \t\n\f\r:", r) && strings.HasPrefix(s[i+n:], "‘"):
		return closingSingle(s, i+n+len("‘"))
	}
	return 0
}

// closing gives what comes after the mark that closes, where no other opens before.
func closing(s string, i int) int {
	for at, r := range s[i:] {
		switch r {
		case '”', '"', '“', '»':
			return i + at + utf8.RuneLen(r)
		case '„', '«':
			return 0
		}
	}
	return 0
}

// closingSingle is like closing for a mark that is an apostrophe, too: it closes
// at the end or before a blank or a stop, which belongs to it.
func closingSingle(s string, i int) int {
	for at, r := range s[i:] {
		if r == '‘' {
			return 0
		}
		after := i + at + len("’")
		if r == '’' && (after == len(s) || strings.IndexByte(" \t\n\f\r,:;.", s[after]) >= 0) {
			return min(after+1, len(s))
		}
	}
	return 0
}
