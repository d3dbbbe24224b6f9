package watch

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of what one watch may ask, so that neither reading nor matching it
// can be made expensive.
const (
	maxChars = 1000
	maxTerms = 64
	maxDepth = 16
	maxNear  = 100
	nearIs   = 5 // NEAR without a number
)

type kind int

const (
	tWord kind = iota
	tPhrase
	tOpen
	tClose
	tComma
	tMinus
	tAnd
	tOr
	tNot
	tNear
	tField
	tEnd
)

// token is a piece of the words, with the column of its first character.
type token struct {
	kind   kind
	text   string
	column int
	within int   // of tNear
	field  field // of tField
}

// field is a part of the article that a term is looked for in.
type field int

const (
	anywhere field = iota
	inTitle
	inText
	inSaid
	inSource
	inReach // of a statement, for a Seeker
)

var fields = map[string]field{"title": inTitle, "said": inSaid, "source": inSource}

// lex cuts words into tokens; the last one is tEnd.
func lex(words string) ([]token, *mistake) {
	if utf8.RuneCountInString(words) > maxChars {
		return nil, wrong(maxChars+1, "The words go on after column %s, which is too long.", "Keep them under 1,000 characters, or make two watches.")
	}
	var out []token
	rs := []rune(words)
	for i := 0; i < len(rs); {
		t, next, m := lexOne(rs, i)
		if m != nil {
			return nil, m
		}
		if next > i && t.column > 0 {
			out = append(out, t)
		}
		i = next
	}
	return append(out, token{kind: tEnd, column: len(rs) + 1}), nil
}

// lexOne reads the token that begins at i; white space gives none (column 0).
func lexOne(rs []rune, i int) (token, int, *mistake) {
	col := i + 1
	switch r := rs[i]; {
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return token{}, i + 1, nil
	case r == '(' || r == '（':
		return token{kind: tOpen, column: col}, i + 1, nil
	case r == ')' || r == '）':
		return token{kind: tClose, column: col}, i + 1, nil
	case isComma(r):
		return token{kind: tComma, column: col}, i + 1, nil
	case isQuote(r):
		return lexPhrase(rs, i)
	case isDash(r):
		if i+1 == len(rs) || unicode.IsSpace(rs[i+1]) {
			return token{}, 0, wrong(col, "The minus at column %s stands before nothing.", "Put it right before the word that must not occur, for example quota -herring.")
		}
		return token{kind: tMinus, column: col}, i + 1, nil
	}
	return lexWord(rs, i)
}

func isComma(r rune) bool {
	return r == ',' || r == ';' || r == '|' || r == '，' || r == '、' || r == '；'
}
func isQuote(r rune) bool { return strings.ContainsRune(`"“”„‟«»＂「」『』`, r) }
func isDash(r rune) bool  { return r == '-' || r == '−' || r == '–' || r == '—' }

func lexPhrase(rs []rune, i int) (token, int, *mistake) {
	for j := i + 1; j < len(rs); j++ {
		if isQuote(rs[j]) {
			t := token{kind: tPhrase, text: string(rs[i+1 : j]), column: i + 1}
			if k := strings.IndexByte(t.text, '*'); k >= 0 {
				return t, 0, wrong(i+2+utf8.RuneCountInString(t.text[:k]), "The star at column %s stands inside quotation marks, where words are taken as they are.", "Leave it out, or take the word out of the marks: quot*.")
			}
			return t, j + 1, nil
		}
	}
	return token{}, 0, wrong(i+1, "The quotation mark at column %s is never closed.", `Close it, for example "herring quota".`)
}

// lexWord reads a word, an operator or the name of a field.
func lexWord(rs []rune, i int) (token, int, *mistake) {
	j := i
	for j < len(rs) && !unicode.IsSpace(rs[j]) && !isComma(rs[j]) && !isQuote(rs[j]) && !strings.ContainsRune("()（）", rs[j]) {
		if rs[j] == ':' && j > i && letters(rs[i:j]) {
			return lexField(rs, i, j)
		}
		j++
	}
	t := token{kind: tWord, text: string(rs[i:j]), column: i + 1}
	switch strings.ToUpper(t.text) {
	case "AND", "&&":
		t.kind = tAnd
	case "OR", "||":
		t.kind = tOr
	case "NOT":
		t.kind = tNot
	}
	if t.text == "NEAR" {
		t.kind, t.within = tNear, nearIs
	}
	if n, ok := cutFold(t.text, "NEAR/"); ok {
		within, err := strconv.Atoi(n)
		if err != nil || within < 0 || within > maxNear {
			return t, 0, wrong(t.column, "The number after NEAR/ at column %s is none from 0 to 100.", "Write how many words may stand between, for example quota NEAR/5 herring.")
		}
		t.kind, t.within = tNear, within
	}
	return t, j, nil
}

func lexField(rs []rune, i, colon int) (token, int, *mistake) {
	name := strings.ToLower(string(rs[i:colon]))
	f, ok := fields[name]
	if !ok {
		return token{}, 0, wrong(i+1, "There is no field of the name before the colon at column %s.", `The fields are title:, source: and said:. Words with a colon go into quotation marks.`)
	}
	return token{kind: tField, text: name, column: i + 1, field: f}, colon + 1, nil
}

func letters(rs []rune) bool {
	for _, r := range rs {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return "", false
	}
	return s[len(prefix):], true
}
