package feeds

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/reasons"
)

// ReadText takes a plain text file as an article. Text is the body byte for
// byte when that is valid UTF-8, so that offsets count in the file itself; in
// any other encoding it is decoded first. The headline is the first line.
func ReadText(body []byte) (statements.Article, error) {
	if err := refuseOther(body, ""); err != nil {
		return statements.Article{}, err
	}
	text := string(body)
	if !utf8.ValidString(text) {
		text, _ = decoded(body, "")
	}
	if strings.ContainsRune(text, 0) {
		return statements.Article{}, theirs(because(reasons.ZeroBytes), because(reasons.GiveTextOrPage))
	}
	if strings.TrimSpace(text) == "" {
		return statements.Article{}, theirs(because(reasons.EmptyText), because(reasons.GiveArticle))
	}
	return statements.Article{Text: text, Title: headline(text)}, nil
}

// headline is the first line that is not empty.
func headline(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) })
	line, _, _ := strings.Cut(text, "\n")
	return oneLine(line)
}

// IsHTML reports whether an input is a page, by its Content-Type or by its
// first character being '<'.
func IsHTML(body []byte, contentType string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	switch strings.TrimSpace(kind) {
	case "text/html", "application/xhtml+xml":
		return true
	case "text/plain":
		return false
	}
	if wide, ok := decodeWide(body[:min(len(body), 64)]); ok {
		body = []byte(wide)
	}
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	body = bytes.TrimLeftFunc(body, unicode.IsSpace)
	return len(body) > 0 && body[0] == '<'
}

// sameWords compares two lines by their letters and digits alone.
func sameWords(a, b string) bool {
	x, y := lettersOf(a), lettersOf(b)
	return x != "" && x == y
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
