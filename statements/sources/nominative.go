package sources

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements/cues"
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

// ofAnother reports whether a name only says whose the role before it is: a role
// that stands as subjects do, and a name that does not: "Адвокат Марины
// Костиной" is not Marina.
func ofAnother(src string, s *cues.Sentence, head, name Range) bool {
	if len(s.Lex.List("given-case")) == 0 || name.First <= head.First || !s.Is(head.First, lexicon.Role) {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(s.Lower(head.First))
	if strings.ContainsRune("аяоеуюыиэё", end) {
		return false // "министра Марины Костиной", which may be after "по словам"
	}
	raw := clean(span(s, name).Of(src))
	return nominative(s.Lex, raw) != raw
}

// recase changes the ending of a word by a pair "from=to".
func recase(word, pair string) (string, bool) {
	from, to, _ := strings.Cut(pair, "=")
	stem, ok := strings.CutSuffix(word, from)
	r, _ := utf8.DecodeRuneInString(stem)
	return stem + to, ok && utf8.RuneCountInString(stem) > 1 && unicode.IsUpper(r)
}
