package sources

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// nominative gives a full name as it is called when it stands in another case:
// "по словам Марины Костиной" are Марина Костина's. The given name must be a
// known one once its ending is changed; else the name stays as it is.
func nominative(lex *lexicon.Lexicon, name string) string {
	given, last, two := strings.Cut(name, " ")
	endings := lex.List("given-case")
	if !two || len(endings) == 0 || strings.Contains(last, " ") || speakers.Gender(strings.ToLower(given)) != 0 {
		return name
	}
	for _, e := range endings {
		called, ok := recase(given, e)
		if !ok {
			continue
		}
		list := "surname-case-m"
		switch speakers.Gender(strings.ToLower(called)) {
		case 0:
			continue
		case 'f':
			list = "surname-case-f"
		}
		for _, e := range lex.List(list) {
			if l, ok := recase(last, e); ok {
				return called + " " + l
			}
		}
		return called + " " + last
	}
	return name
}

// recase changes the ending of a word by a pair "from=to".
func recase(word, pair string) (string, bool) {
	from, to, _ := strings.Cut(pair, "=")
	stem, ok := strings.CutSuffix(word, from)
	r, _ := utf8.DecodeRuneInString(stem)
	return stem + to, ok && utf8.RuneCountInString(stem) > 1 && unicode.IsUpper(r)
}
