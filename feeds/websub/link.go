package websub

import (
	"slices"
	"strings"
)

// mostLinks is how many links of one answer are looked at, in its headers and
// in its body.
const mostLinks = 100

// link is one link to somewhere, with what it is.
type link struct {
	to   string
	rels []string // lower case
}

func (l link) is(rel string) bool { return slices.Contains(l.rels, rel) }

// headerLinks reads Link headers (RFC 8288). What cannot be read is left out.
func headerLinks(headers []string) []link {
	var out []link
	for _, h := range headers {
		for len(out) < mostLinks {
			_, rest, ok := strings.Cut(h, "<")
			if !ok {
				break
			}
			to, rest, ok := strings.Cut(rest, ">")
			if !ok {
				break
			}
			l := link{to: strings.TrimSpace(to)}
			l.rels, h = parameters(rest)
			out = append(out, l)
		}
	}
	return out
}

// parameters reads what follows a link up to the comma before the next one. Of
// two rel the first counts.
func parameters(s string) (rels []string, rest string) {
	for {
		s = strings.TrimLeft(s, " \t;")
		if s == "" || s[0] == ',' {
			return rels, s
		}
		i := strings.IndexAny(s, "=;,")
		if i < 0 {
			return rels, ""
		}
		name := strings.ToLower(strings.TrimSpace(s[:i]))
		if s[i] != '=' {
			s = s[i:]
			continue
		}
		var value string
		value, s = parameter(strings.TrimLeft(s[i+1:], " \t"))
		if name == "rel" && rels == nil {
			rels = strings.Fields(strings.ToLower(value))
		}
	}
}

// parameter reads a value, in quotation marks or without.
func parameter(s string) (value, rest string) {
	if !strings.HasPrefix(s, `"`) {
		if i := strings.IndexAny(s, ";,"); i >= 0 {
			return strings.TrimSpace(s[:i]), s[i:]
		}
		return strings.TrimSpace(s), ""
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return b.String(), s[i+1:]
		case s[i] == '\\' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), ""
}
