package token

import (
	"unicode"
	"unicode/utf8"
)

// Cut cuts text into tokens, sentences, paragraphs and quotations. Bytes that
// are no UTF-8 become marks of their own.
func Cut(text string) *Doc {
	d := &Doc{Text: text, Tokens: make([]Token, 0, len(text)/4+8)}
	para, fresh := int32(0), true
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case r == '\n' || r == '\r':
			fresh = true
			i++
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			i += n
		default:
			if fresh && len(d.Tokens) > 0 {
				para++
			}
			fresh = false
			i = d.next(i, r, n, para)
		}
	}
	d.bound()
	d.quotes()
	return d
}

// next cuts the token, or the word and its clitics, that begins at i with r,
// and gives the place after it.
func (d *Doc) next(i int, r rune, n int, para int32) int {
	t := d.Text
	switch {
	case isLetter(r) || isDigit(r):
		return d.word(i, para)
	case (r == '@' || r == '#') && i+1 < len(t) && isWordByte(t[i+1]):
		end := i + 1
		for end < len(t) && (isWordByte(t[end]) || t[end] == '_') {
			end++
		}
		d.put(i, end, Handle, para)
		return end
	case r == '\'' || r == '’':
		if end := clitic(t, i, n); end > 0 && i > 0 && isWordByte(t[i-1]) {
			d.put(i, end, Lower, para)
			return end
		}
		if r == '\'' && i+1 < len(t) && t[i+1] == '\'' {
			n = 2
		}
	case r == '`' || r == '.' || r == '-' || r == '_' || r == '*':
		for i+n < len(t) && t[i+n] == byte(r) && (r != '`' || n < 2) {
			n++
		}
	}
	d.put(i, i+n, Punct, para)
	return i + n
}

// word cuts a word or number at i, with its inner hyphens, stops and
// apostrophes, and the clitics at its end as tokens of their own.
func (d *Doc) word(i int, para int32) int {
	t := d.Text
	if end := address(t, i); end > 0 {
		d.put(i, end, Address, para)
		return end
	}
	end, last := i, rune(0)
	for end < len(t) {
		r, n := rune(t[end]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(t[end:])
		}
		if isLetter(r) || isDigit(r) || r == '_' || unicode.Is(unicode.Mn, r) || r == '\u00ad' {
			end, last = end+n, r
			continue
		}
		next, _ := utf8.DecodeRuneInString(t[min(end+n, len(t)):])
		if !joins(r, last, next) || clitic(t, end, n) > 0 {
			break
		}
		end, last = end+n, r
	}
	if end < len(t) && t[end] == '.' && stopBelongs(t[i:end]) {
		end++
	}
	split := negation(t, i, end)
	d.put(i, split, shapeOf(t[i:split]), para)
	if split < end {
		d.put(split, end, Lower, para)
	}
	return end
}

// joins reports whether r may stand inside a word between last and next.
func joins(r, last, next rune) bool {
	switch r {
	case '-', '‐', '‑', '&':
		return isLetter(next) || isDigit(next)
	case '\'', '’', 'ʼ':
		return isLetter(last) && isLetter(next)
	case '.':
		return isLetter(last) && isLetter(next) && (unicode.IsUpper(last) || unicode.IsLower(next)) || isDigit(last) && isDigit(next)
	case ',', ':':
		return isDigit(last) && isDigit(next)
	case '/':
		return isDigit(last) && isDigit(next)
	}
	return false
}

// clitic gives the end of the clitic ('s, 're, ...) whose apostrophe, n bytes
// long, stands at i; 0 if there is none.
func clitic(t string, i, n int) int {
	if t[i] != '\'' && t[i] != "’"[0] {
		return 0
	}
	if t[i] != '\'' && (i+n > len(t) || t[i:i+n] != "’") {
		return 0
	}
	rest := t[i+n:]
	for _, c := range [...]string{"s", "re", "ve", "ll", "d", "m", "S"} {
		if len(rest) >= len(c) && rest[:len(c)] == c {
			r, _ := utf8.DecodeRuneInString(rest[len(c):])
			if len(rest) == len(c) || !isLetter(r) && !isDigit(r) {
				return i + n + len(c)
			}
		}
	}
	return 0
}

// negation gives where "n't" begins in t[i:end], or end.
func negation(t string, i, end int) int {
	for _, c := range [...]string{"n't", "n’t", "N'T", "N’T"} {
		if at := end - len(c); at > i && t[at:end] == c {
			return at
		}
	}
	return end
}

// address gives the end of the web or mail address at i, or 0.
func address(t string, i int) int {
	end, at, dots := i, -1, 0
	scheme := false
	for end < len(t) && t[end] > ' ' && t[end] < utf8.RuneSelf && t[end] != '"' && t[end] != '<' && t[end] != '>' && t[end] != ')' && t[end] != ',' && end-i < 300 {
		switch {
		case t[end] == '@' && at < 0:
			at = end
		case t[end] == '.' && at >= 0:
			dots++
		case t[end] == ':' && end+2 < len(t) && t[end+1] == '/' && t[end+2] == '/':
			scheme = true
		case !isWordByte(t[end]) && !scheme && t[end] != '.' && t[end] != '-' && t[end] != '_' && t[end] != ':' && t[end] != '/':
			return 0
		}
		end++
	}
	for end > i && (t[end-1] == '.' || t[end-1] == '?' || t[end-1] == '!' || t[end-1] == ':' || t[end-1] == ';') {
		end--
	}
	if scheme || at > i && dots > 0 && at < end-3 || end-i > 4 && t[i:i+4] == "www." {
		return end
	}
	return 0
}

func (d *Doc) put(start, end int, s Shape, para int32) {
	low := hashLow(d.Text[start:end])
	d.Tokens = append(d.Tokens, Token{
		Start: int32(start), End: int32(end), Low: low, Lemma: low, Para: para, Shape: s,
	})
}

func shapeOf(w string) Shape {
	letters, upper, digits, first := 0, 0, 0, false
	for i, r := range w {
		switch {
		case unicode.IsUpper(r):
			upper++
			letters++
			first = first || i == 0
		case isLetter(r):
			letters++
		case isDigit(r):
			digits++
		}
	}
	switch {
	case digits > 0 && letters <= 2:
		return Number
	case upper == 0:
		return Lower
	case letters == 1:
		return Letter
	case upper == letters:
		return Upper
	case upper == 1 && first:
		return Title
	}
	return Mixed
}

func isWordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b >= utf8.RuneSelf
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return r != utf8.RuneError && unicode.IsLetter(r)
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9'
	}
	return unicode.IsDigit(r)
}

// hashLow hashes w in lower case, with straight apostrophes and every digit
// as 0.
func hashLow[S string | []byte](w S) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); {
		c := w[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= '0' && c <= '9':
			c = '0'
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(string(w[i:min(i+4, len(w))]))
			if r == '’' {
				r = '\''
			}
			r = unicode.ToLower(r)
			h = (h ^ uint32(r)) * 16777619
			i += n
			continue
		}
		h = (h ^ uint32(c)) * 16777619
		i++
	}
	return h
}

// Hash gives the Low of a token that is written w.
func Hash(w string) uint32 { return hashLow(w) }

// HashBytes is Hash of bytes.
func HashBytes(w []byte) uint32 { return hashLow(w) }
