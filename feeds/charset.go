package feeds

import (
	"bytes"
	"encoding/binary"
	"mime"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

var (
	xmlEncoding = regexp.MustCompile(`(?i)^\s*<\?xml[^>]*?\bencoding\s*=\s*["']\s*([^"'\s>]+)`)
	metaCharset = regexp.MustCompile(`(?i)<meta[^>]*?\bcharset\s*=\s*["']?\s*([a-z0-9_:.-]+)`)
)

// decoded turns a body into valid UTF-8. What the bytes themselves prove comes
// first (a byte order mark, the zeros of UTF-16, long runs of valid UTF-8),
// then what the HTTP header and the document claim, then a guess: headers and
// documents lie about this more than about anything else. mended says that
// some bytes fitted nothing and were replaced.
func decoded(body []byte, contentType string) (text string, mended bool) {
	if wide, ok := decodeWide(body); ok {
		return wide, false
	}
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	if utf8.Valid(body) {
		if !escapes2022(body, contentType) {
			return string(body), false
		}
	}
	for _, label := range labels(body, contentType) {
		if e, name := charset.Lookup(label); e != nil && name != "utf-8" && name != "replacement" && !strings.HasPrefix(name, "utf-16") {
			if s, good := tryDecode(e, body); good {
				return s, false
			}
		}
	}
	return guessed(body)
}

// decodeWide reads UTF-32 and UTF-16, by their marks or by where the zeros are
// in the first characters, which are '<' and more ASCII in every feed.
func decodeWide(b []byte) (string, bool) {
	has := func(mark string) bool { return bytes.HasPrefix(b, []byte(mark)) }
	switch {
	case has("\xff\xfe\x00\x00"):
		return fromUTF32(b[4:], binary.LittleEndian), true
	case has("\x00\x00\xfe\xff"):
		return fromUTF32(b[4:], binary.BigEndian), true
	case has("<\x00\x00\x00"):
		return fromUTF32(b, binary.LittleEndian), true
	case has("\x00\x00\x00<"):
		return fromUTF32(b, binary.BigEndian), true
	case has("\xff\xfe"):
		return fromUTF16(b[2:], binary.LittleEndian), true
	case has("\xfe\xff"):
		return fromUTF16(b[2:], binary.BigEndian), true
	case len(b) > 3 && b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0:
		return fromUTF16(b, binary.LittleEndian), true
	case len(b) > 3 && b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0:
		return fromUTF16(b, binary.BigEndian), true
	}
	return "", false
}

func fromUTF32(b []byte, order binary.ByteOrder) string {
	var out strings.Builder
	out.Grow(len(b) / 3)
	for ; len(b) >= 4; b = b[4:] {
		out.WriteRune(rune(order.Uint32(b) & 0x7fffffff))
	}
	return out.String()
}

func fromUTF16(b []byte, order binary.ByteOrder) string {
	var out strings.Builder
	out.Grow(len(b))
	for ; len(b) >= 2; b = b[2:] {
		r := rune(order.Uint16(b))
		if r >= 0xd800 && r < 0xdc00 && len(b) >= 4 {
			if low := rune(order.Uint16(b[2:])); low >= 0xdc00 && low < 0xe000 {
				r = (r-0xd800)<<10 | (low - 0xdc00) + 0x10000
				b = b[2:]
			}
		}
		out.WriteRune(r) // a lone surrogate becomes U+FFFD
	}
	return out.String()
}

// escapes2022 reports ISO-2022-JP, which is valid UTF-8 by looks.
func escapes2022(body []byte, contentType string) bool {
	if !bytes.Contains(body, []byte("\x1b$")) {
		return false
	}
	for _, l := range labels(body, contentType) {
		if strings.HasPrefix(strings.ToLower(l), "iso-2022") {
			return true
		}
	}
	return false
}

// labels are the charsets that are claimed, the surest first.
func labels(body []byte, contentType string) []string {
	var out []string
	if _, params, err := mime.ParseMediaType(contentType); err == nil && params["charset"] != "" {
		out = append(out, params["charset"])
	} else if _, after, ok := strings.Cut(strings.ToLower(contentType), "charset="); ok {
		after, _, _ = strings.Cut(after, ";")
		out = append(out, strings.Trim(after, ` "'`))
	}
	head := body[:min(len(body), 4096)]
	if m := xmlEncoding.FindSubmatch(head); m != nil {
		out = append(out, string(m[1]))
	}
	if m := metaCharset.FindSubmatch(head); m != nil {
		out = append(out, string(m[1]))
	}
	return out
}

// tryDecode decodes, and says whether the bytes can be that encoding: at most
// one character in fifty may fit nothing.
func tryDecode(e encoding.Encoding, body []byte) (string, bool) {
	out, err := e.NewDecoder().Bytes(body)
	if err != nil || !utf8.Valid(out) {
		return "", false
	}
	bad := bytes.Count(out, []byte("\uFFFD"))
	return string(out), bad == 0 || bad*50 < utf8.RuneCount(out)-bytes.Count(out, []byte(" "))
}

// guessed decodes a body that is no UTF-8 and claims nothing that fits. Where
// most of its other bytes form valid UTF-8 the few that do not are taken for
// windows-1252, the usual visitor; otherwise the whole is one legacy encoding.
func guessed(body []byte) (string, bool) {
	good, bad := 0, 0
	for i := 0; i < len(body); {
		r, n := utf8.DecodeRune(body[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	if good >= bad {
		return patched(body), true
	}
	return legacy(body), true
}

// patched keeps what is UTF-8 and reads every other byte as windows-1252.
func patched(body []byte) string {
	var out strings.Builder
	out.Grow(len(body) + len(body)/16)
	for i := 0; i < len(body); {
		r, n := utf8.DecodeRune(body[i:])
		if r == utf8.RuneError && n == 1 {
			out.WriteRune(windows1252(body[i]))
		} else {
			out.Write(body[i : i+n])
		}
		i += n
	}
	return out.String()
}

func windows1252(b byte) rune {
	if b < 0x80 || b > 0x9f {
		return rune(b)
	}
	return []rune("€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ")[b-0x80]
}

// legacy decodes with the encoding that makes the likeliest letters of it.
func legacy(body []byte) string {
	sample := body[:min(len(body), 64<<10)]
	best, bestScore := "windows-1252", -1<<30
	for _, label := range []string{"windows-1252", "windows-1251", "koi8-r", "gbk", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1250", "windows-1253"} {
		e, _ := charset.Lookup(label)
		out, err := e.NewDecoder().Bytes(sample)
		if err != nil {
			continue
		}
		if s := likelihood(string(out), label); s > bestScore {
			best, bestScore = label, s
		}
	}
	e, _ := charset.Lookup(best)
	out, err := e.NewDecoder().Bytes(body)
	if err != nil || !utf8.Valid(out) {
		return patched(body)
	}
	return string(out)
}
