package feeds

import "onrecord/statements"

// ReadText takes a plain text file as an article. Text is the body byte for
// byte when that is valid UTF-8, so that offsets count in the file itself; the
// headline is its first line.
func ReadText(body []byte) (statements.Article, error) {
	return statements.Article{}, theirs("Not yet.", "")
}

// IsHTML reports whether an input is a page, by its Content-Type or by its
// first character being '<'.
func IsHTML(body []byte, contentType string) bool { return false }
