package discord

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// linkMost is the longest link that is shown; a longer one leaves its text.
const linkMost = 500

// linkSafe is what may stand in a link's address as it is: what RFC 3986
// allows, without parentheses, quotes and asterisks, which Markdown reads.
const linkSafe = "-._~:/?#@!$&+,;="

// link gives the address as it may stand in [text](address), or "" where it
// is none that we show: only http and https, without a password.
func link(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.User != nil {
		return ""
	}
	host, err := idna.Lookup.ToASCII(u.Hostname())
	if err == nil { // what it makes of odd letters it may itself refuse
		host, err = idna.Lookup.ToASCII(host)
	}
	if err != nil || host == "" || strings.ContainsAny(host, ":[]%") {
		return ""
	}
	if p := u.Port(); p != "" {
		host += ":" + p
	}
	rest := u.EscapedPath()
	if u.RawQuery != "" {
		rest += "?" + u.RawQuery
	}
	if u.Fragment != "" {
		rest += "#" + u.EscapedFragment()
	}
	out := u.Scheme + "://" + host + percent(rest)
	if len(out) > linkMost {
		return ""
	}
	return out
}

// percent encodes what linkSafe does not list. What is encoded stays so.
func percent(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9',
			strings.IndexByte(linkSafe, c) >= 0,
			c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
