package text

import (
	"strings"

	"onrecord/statements"
)

// Paragraphs cuts s at its line ends. Blank lines belong to no paragraph, and
// white space at a paragraph's edges does not belong to it.
func Paragraphs(s string) []statements.Span {
	var out []statements.Span
	for at := 0; at < len(s); {
		end := strings.IndexByte(s[at:], '\n')
		next := at + end + 1
		if end < 0 {
			end, next = len(s)-at, len(s)
		}
		line := s[at : at+end]
		left := len(line) - len(strings.TrimLeft(line, " \t\r\v\f\u00a0\u200b\ufeff"))
		if body := strings.TrimRight(line[left:], " \t\r\v\f\u00a0\u200b"); body != "" {
			out = append(out, statements.Span{Start: at + left, End: at + left + len(body)})
		}
		at = next
	}
	return out
}
