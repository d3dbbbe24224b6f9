package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"onrecord/statements"
)

// Word is a word of a text: letters, digits and the marks inside them.
type Word struct {
	statements.Span
	Folded string // lower case, without accents
}

// Folded gives the words of s, folded.
func Folded(s string) []string {
	words := Words(s)
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.Folded
	}
	return out
}

// Words cuts s into words. An apostrophe or hyphen between letters stays in
// the word's span but a hyphen starts a new word ("al-Nusra" is two), so that
// spellings with and without it meet.
func Words(s string) []Word {
	out := AppendWords(make([]Word, 0, len(s)/6+1), s)
	if len(out) == 0 {
		return nil
	}
	return out
}

// AppendWords is like Words for those who read many texts: it adds to out, which
// may have room from the text before.
func AppendWords(out []Word, s string) []Word {
	for i := 0; i < len(s); {
		start, small := i, true
		for i < len(s) {
			n := 1
			if c := s[i]; c >= utf8.RuneSelf || !plain[c] {
				if n = wordAt(s[i:], i > start); n == 0 {
					break
				}
				small = small && c == '\''
			}
			i += n
		}
		if i == start {
			i += step(s[i:])
			continue
		}
		w := Word{Span: statements.Span{Start: start, End: i}, Folded: s[start:i]}
		if !small {
			w.Folded = Fold(w.Folded)
		}
		out = append(out, w)
	}
	return out
}

// plain are the bytes that go on with a word, or begin one, and are folded as they
// are: nearly all of most texts.
var plain = func() (is [utf8.RuneSelf]bool) {
	for c := range is {
		is[c] = c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
	}
	return is
}()

// wordAt is how many bytes at the beginning of s go on with a word, or begin
// one; 0 where none does.
func wordAt(s string, on bool) int {
	c := s[0]
	switch {
	case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9':
		return 1
	case c < utf8.RuneSelf && (c != '\'' || !on):
		return 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if inWord(r) {
		return n
	}
	if next, _ := utf8.DecodeRuneInString(s[n:]); on && (r == '\'' || r == '’') && unicode.IsLetter(next) {
		return n
	}
	return 0
}

// step is how many bytes the rune at the beginning of s has.
func step(s string) int {
	if s[0] < utf8.RuneSelf {
		return 1
	}
	_, n := utf8.DecodeRuneInString(s)
	return n
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// Fold lower-cases s, drops accents and straightens apostrophes, so that
// spellings that people take for the same word compare equal.
func Fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == '’' || r == 'ʼ':
			b.WriteByte('\'')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// languages that snowball stems, by BCP 47.
var stemmers = map[string]string{
	"en": "english", "es": "spanish", "fr": "french", "ru": "russian",
	"sv": "swedish", "no": "norwegian", "nb": "norwegian", "hu": "hungarian",
}

// Stem reduces a folded word to its stem in lang; where the language has no
// stemmer it only drops a possessive. Words of an unknown language are stemmed
// as English, or as Russian when they are Cyrillic.
func Stem(folded, lang string) string {
	w := Bare(folded, lang)
	name := stemmers[lang]
	if name == "" && lang == "" {
		name = "english"
	}
	if r, _ := utf8.DecodeRuneInString(w); unicode.Is(unicode.Cyrillic, r) {
		name = "russian"
	} else if lang == "ru" {
		name = "english"
	}
	if name == "" {
		return w
	}
	stem, err := remembered.stem(w, name)
	if err != nil || stem == "" {
		return w
	}
	return stem
}

// Bare is a folded word without its possessive and without what lang elides
// before it.
func Bare(folded, lang string) string {
	w := strings.TrimSuffix(strings.TrimSuffix(folded, "'s"), "'")
	if i := strings.LastIndexByte(w, '\''); i > 0 && i <= 2 && (lang == "fr" || lang == "it") {
		w = w[i+1:] // l'armée
	}
	return w
}

// Stems are the folded and stemmed words of s in order: what is indexed and
// what is searched for.
func Stems(s, lang string) []string {
	words := Words(s)
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = Stem(w.Folded, lang)
	}
	return out
}
