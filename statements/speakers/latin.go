package speakers

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// cyrillic follows BGN/PCGN, the table that most English-language media use,
// without its apostrophes. Ukrainian and Belarusian letters are in it too.
var cyrillic = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ё': "e", 'ж': "zh", 'з': "z",
	'и': "i", 'й': "y", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r",
	'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh",
	'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "yu", 'я': "ya",
	'і': "i", 'ї': "i", 'є': "e", 'ґ': "g", 'ў': "u",
}

// undivided are Latin letters that Unicode does not take apart into a letter
// and an accent.
var undivided = map[rune]string{
	'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe",
	'ı': "i", 'ħ': "h", 'ə': "a", 'ŋ': "n",
}

// latin lower-cases s and writes it in unaccented Latin letters. Scripts that
// it has no table for stay as they are.
func latin(s string) string {
	var b strings.Builder
	// Composed first: й taken apart would lose its breve and become и.
	for _, r := range norm.NFKC.String(s) {
		r = unicode.ToLower(r)
		if t, ok := cyrillic[r]; ok {
			b.WriteString(t)
			continue
		}
		for _, p := range norm.NFKD.String(string(r)) {
			switch t, ok := undivided[p]; {
			case ok:
				b.WriteString(t)
			case unicode.Is(unicode.Mn, p):
			case p == '’' || p == 'ʼ' || p == '‘' || p == '`':
				b.WriteByte('\'')
			default:
				b.WriteRune(p)
			}
		}
	}
	return b.String()
}
