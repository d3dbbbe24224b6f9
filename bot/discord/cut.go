package discord

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// count is how Discord counts: Unicode code points.
func count(s string) int { return utf8.RuneCountInString(s) }

// cutText cuts a line of plain text at a word, to at most n code points.
func cutText(s string, n int) string {
	s = oneLine(s)
	if count(s) <= n {
		return s
	}
	return wordEnd(s, n-1) + "…"
}

// wordEnd gives the longest beginning of s that has at most n code points and
// ends with a word. A single word that is longer is broken, but never between
// a letter and its accents.
func wordEnd(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	n = max(n, 0)
	end := n
	for end > 0 && !unicode.IsSpace(runes[end]) && end > n-60 {
		end--
	}
	if end == 0 || !unicode.IsSpace(runes[end]) {
		for end = n; end > 0 && (unicode.Is(unicode.M, runes[end]) || runes[end] == '\u200d'); {
			end--
		}
	}
	return strings.TrimRightFunc(string(runes[:end]), unicode.IsSpace)
}

// closing gives the marks that close an opening one: the article's language
// decides, and „ and » are closed by more than one.
var closing = map[rune]string{
	'“': "”", '„': "“”", '”': "”", '«': "»", '»': "«", '‹': "›", '›': "‹", '「': "」", '『': "』", '"': "\"",
}

// openMark gives the closing mark that the text t still needs after the
// beginning of it, or "" where none is open. Marks are only looked for in
// whole, the uncut text, which shows how this article closes its own.
func openMark(beginning, whole string) string {
	var m pair
	m.read(beginning)
	if m.open == 0 {
		return ""
	}
	for _, r := range whole[len(beginning):] {
		if strings.ContainsRune(closing[m.open], r) {
			return string(r)
		}
	}
	first, _ := utf8.DecodeRuneInString(closing[m.open])
	return string(first)
}

// pair follows the quotation marks of a text; open is the one that is.
type pair struct{ open rune }

func (m *pair) read(s string) {
	for _, r := range s {
		switch {
		case m.open != 0 && strings.ContainsRune(closing[m.open], r):
			m.open = 0
		case m.open == 0 && closing[r] != "":
			m.open = r
		}
	}
}

// lastMark gives an opening mark that s ends with, where nothing would stand
// between it and a cut.
func lastMark(s string) string {
	last, n := utf8.DecodeLastRuneInString(s)
	if closing[last] == "" || openMark(s, s) == "" || openMark(s[:len(s)-n], s) != "" {
		return ""
	}
	return string(last)
}

// bare is a text without the marks around it.
func bare(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return strings.ContainsRune("“”„«»‹›「」『』\"", r) || unicode.IsSpace(r)
	})
}
