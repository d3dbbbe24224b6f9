package discord

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ellipsis marks a cut inside words that somebody said. It is ours, and no
// link can begin with it: what follows it is escaped.
const ellipsis = "[…]"

// special is what Discord may read as markup or a mention.
// https://support.discord.com/hc/en-us/articles/210298617 (Markdown Text 101),
// https://discord.com/developers/docs/reference#message-formatting
const special = "\\*_~`|>#-+=[]()<@:"

// escape puts a backslash before everything in s that Discord could read as
// markup. start says that s begins a line, where "1." would begin a list.
// Hyphens, plus and equals signs inside a word are left alone: nothing begins
// there. In our own words (ours) parentheses and colons stay as they are,
// unless the colon belongs to an address.
func escape(b *strings.Builder, s string, start, ours bool) {
	before, _ := utf8.DecodeLastRuneInString(b.String()) // the one before r
	digits := false                                      // so far the line has nothing but spaces and digits
	for i, r := range s {
		rest := s[i+utf8.RuneLen(r):]
		if start || i > 0 && before == '\n' {
			digits, start = true, false
		}
		switch {
		case r == '.' && digits && unicode.IsDigit(before):
			b.WriteByte('\\')
		case strings.HasPrefix(s[i:], ellipsis), r == ']' && strings.HasSuffix(s[:i+1], ellipsis):
			// stays
		case r == '.' && (strings.HasPrefix(rest, "gg/") || strings.HasPrefix(rest, "com/invite")):
			b.WriteByte('\\') // Discord shows a card for what looks like an invitation
		case strings.ContainsRune(special, r) && !harmless(before, r, rest, ours):
			b.WriteByte('\\')
		}
		digits = digits && (unicode.IsDigit(r) || r == ' ')
		b.WriteRune(r)
		before = r
	}
}

// harmless reports whether r between before and rest needs no backslash.
func harmless(before, r rune, rest string, ours bool) bool {
	switch r {
	case '-', '+', '=':
		after, _ := utf8.DecodeRuneInString(rest)
		return isWord(before) && isWord(after)
	case '(', ')':
		return ours && before != ']'
	case ':':
		return ours && !strings.HasPrefix(rest, "//")
	}
	return false
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// clean takes out what would disturb the lines around it: broken bytes,
// control characters, overrides of the writing direction, invisible tags.
// With lines, line ends stay; without, every run of white space is one space.
func clean(s string, lines bool) string {
	s = lineEnds.Replace(strings.ToValidUTF8(s, ""))
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case r == '\n' && lines:
			b.WriteRune(r)
		case r == '\t' && lines:
			b.WriteByte(' ')
		case unicode.IsSpace(r) && !lines:
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		case isInvisible(r):
			continue
		default:
			b.WriteRune(r)
		}
		space = false
	}
	return b.String()
}

// lineEnds makes every sort of line end one.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n")

// isInvisible is what no text of an article needs: joiners stay, for the
// scripts that are written with them.
func isInvisible(r rune) bool {
	switch {
	case unicode.Is(unicode.Bidi_Control, r), r == '\ufeff', r == '\ufffe', r == '\uffff':
		return true
	case r >= 0xE0000 && r <= 0xE007F: // tags
		return true
	}
	return unicode.Is(unicode.Cc, r) && !unicode.IsSpace(r)
}

// oneLine is foreign text for where Discord reads no markup: footers, labels.
func oneLine(s string) string { return strings.TrimSpace(clean(s, false)) }
