package feeds

import "onrecord/statements"

// Decode turns a body into valid UTF-8 as documents of this room are read: by
// its bytes, then by the HTTP header and its own claim, then by a guess.
func Decode(body []byte, contentType string) string {
	text, _ := decoded(body, contentType)
	return text
}

// Resolve makes ref, as a page has it, absolute against base. A ref that cannot
// be read is "".
func Resolve(base, ref string) string { return resolve(base, ref) }

// ParseDate reads a date as feeds and pages write it. It invents nothing: what
// is no full date is the zero Moment.
func ParseDate(s string) statements.Moment { return parseDate(s) }
