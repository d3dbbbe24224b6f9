package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
)

// Kind says what a token is made of.
type Kind uint8

// The kinds of token.
const (
	Letters Kind = iota // a word; hyphens and apostrophes inside it belong to it
	Number              // 8, 90%, 3.5
	Clitic              // the 's of "Ann's"
	Mark                // one rune of punctuation, or two for '' and `` and --
)

// Token is a word or a mark of a text.
type Token struct {
	statements.Span
	Kind Kind
	Cap  bool // begins with an upper-case letter, or is a name like "al-Zubi"
	// Lower is the token in lower case with straight apostrophes.
	Lower string
	// Gap says that white space stands before the token.
	Gap bool
}

// Tokens cuts s into words, numbers and marks; what is neither white space nor
// a token does not exist. Invalid bytes are marks of their own.
func Tokens(s string) []Token {
	out := make([]Token, 0, len(s)/5)
	gap := true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			i += n
			gap = true
			continue
		}
		t := Token{Gap: gap}
		gap = false
		t.Start = i
		switch {
		case unicode.IsLetter(r):
			if c := elision(s, i); c > 0 {
				i = c // "l'avocate", "qu'elle" are two words
			} else {
				i = wordEnd(s, i)
			}
			if c := clitic(s, t.Start, i); c > t.Start {
				t.End, t.Cap, t.Lower = c, unicode.IsUpper(r), lower(s[t.Start:c])
				out = append(out, t)
				t = Token{Kind: Clitic}
				t.Start = c
			} else {
				t.Cap = unicode.IsUpper(r)
			}
		case unicode.IsDigit(r):
			t.Kind, i = Number, numberEnd(s, i)
		default:
			t.Kind = Mark
			i += n
			if run := runEnd(s, t.Start, n); run >= t.Start+4*n {
				i = run // a rule of dashes or stars is one mark, and no quotation
				break
			}
			if i < len(s) && (r == '\'' || r == '`' || r == '-') && s[i] == byte(r) && !(r == '\'' && !t.Gap && i+1 < len(s) && s[i+1] == '\'') {
				i++ // of three apostrophes that close, the first is the inner mark
			}
		}
		t.End = i
		t.Lower = lower(s[t.Start:i])
		t.Cap = t.Cap || t.Kind == Letters && article(t.Lower) && unicode.IsUpper(firstAfterHyphen(s[t.Start:i]))
		out = append(out, t)
	}
	return out
}

// article reports whether a word begins with the article of Arabic names.
func article(lower string) bool {
	return strings.HasPrefix(lower, "al-") || strings.HasPrefix(lower, "el-") || strings.HasPrefix(lower, "ul-") || strings.HasPrefix(lower, "ad-") || strings.HasPrefix(lower, "as-") || strings.HasPrefix(lower, "ar-") || strings.HasPrefix(lower, "an-")
}

func firstAfterHyphen(w string) rune {
	_, rest, _ := strings.Cut(w, "-")
	r, _ := utf8.DecodeRuneInString(rest)
	return r
}

// runEnd gives the end of a run of one and the same rune, n bytes long, that
// begins at i. Three stops or apostrophes are no run.
func runEnd(s string, i, n int) int {
	end := i + n
	for end+n <= len(s) && s[end:end+n] == s[i:i+n] {
		end += n
	}
	return end
}

// wordEnd finds the end of the word at i. Apostrophes and hyphens between
// letters belong to it, as do the stops of U.S. and e.g.
func wordEnd(s string, i int) int {
	start, stops := i, 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_' {
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[min(i+n, len(s)):])
		switch {
		case (r == '\'' || r == '’' || r == '-' || r == '‑' || r == '&') && (unicode.IsLetter(next) || unicode.IsDigit(next)):
			i += n
			continue
		case r == '.' && unicode.IsLetter(next) && oneLetter(s, start, i, stops):
			i += n
			stops++
			continue
		case r == '.' && stops > 0 && oneLetter(s, start, i, stops):
			return i + n
		}
		break
	}
	return i
}

// oneLetter reports whether one letter stands before the stop at i: the first
// of the word, or one after another stop.
func oneLetter(s string, start, i, stops int) bool {
	_, n := utf8.DecodeLastRuneInString(s[start:i])
	before := i - n
	return before == start || stops > 0 && s[before-1] == '.'
}

func numberEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsDigit(r) || unicode.IsLetter(r) {
			i += n
			continue
		}
		if r == '%' {
			return i + n
		}
		next, _ := utf8.DecodeRuneInString(s[min(i+n, len(s)):])
		if (r == '.' || r == ',' || r == ':' || r == '-') && (unicode.IsDigit(next) || r == '-' && unicode.IsLetter(next)) {
			i += n
			continue
		}
		break
	}
	return i
}

// clitics are the endings that English and French write on to a word.
var clitics = [...]string{"'s", "'re", "'ve", "'ll", "'d", "'m", "-t-il", "-t-elle", "-t-on", "-il", "-elle", "-ils", "-elles"}

// clitic gives where the clitic of the word s[start:end] begins, or 0.
func clitic(s string, start, end int) int {
	w := s[start:end]
	found := 0
	for i := len(w) - 1; i > 0 && i >= len(w)-7; i-- {
		if w[i] != '\'' && w[i] != 0xe2 && w[i] != '-' {
			continue
		}
		l := lower(w[i:])
		for _, c := range clitics {
			if l == c {
				found = start + i // the longest: "-t-il" and not "-il"
			}
		}
	}
	return found
}

// elisions are the words that French writes on to the next one.
var elisions = [...]string{"l'", "d'", "qu'", "n'", "j'", "c'", "m'", "t'", "s'", "lorsqu'", "puisqu'", "jusqu'"}

// elision gives where the word that begins at start ends when it has lost its
// last letter to an apostrophe before another word, or 0.
func elision(s string, start int) int {
	at := start
	for at < len(s) && at < start+8 && s[at] != '\'' && s[at] != 0xe2 {
		at++
	}
	switch {
	case at >= len(s) || at == start:
		return 0
	case s[at] == '\'':
		at++
	case strings.HasPrefix(s[at:], "’"):
		at += len("’")
	default:
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(s[at:]); !unicode.IsLetter(next) {
		return 0
	}
	l := lower(s[start:at])
	for _, e := range elisions {
		if l == e {
			return at
		}
	}
	return 0
}

func lower(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	l := strings.ToLower(s)
	if strings.Contains(l, "’") {
		l = strings.ReplaceAll(l, "’", "'")
	}
	return l
}
