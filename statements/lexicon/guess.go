package lexicon

import (
	"strings"
	"unicode"
)

// Guess names the language of a text by its letters and its small words; ""
// is none of those that have a lexicon. It looks at the beginning only.
func Guess(s string) string {
	s = s[:min(len(s), 6000)]
	letters, cyrillic := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Cyrillic, r) {
				cyrillic++
			}
		}
	}
	if letters == 0 {
		return ""
	}
	if cyrillic*2 > letters {
		if strings.ContainsAny(s, "іїєґ") {
			return ""
		}
		return "ru"
	}
	best, most, words := "", 0, 0
	count := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		for _, lang := range telling[w] {
			count[lang]++
		}
	}
	for _, lang := range Languages() {
		if n := count[lang]; n > most {
			best, most = lang, n
		}
	}
	if most*12 < words {
		return ""
	}
	return best
}

// telling are small words that few other languages share.
var telling = func() map[string][]string {
	out := map[string][]string{}
	for lang, words := range map[string]string{
		"en": "the of and to in that is was for on with he said it as by his at are from has but not they will be have an had were this their she who which would says",
		"de": "der die das und ist nicht von mit den dem ein eine im zu auf für sich des dass wird auch sagte nach bei aus wurde sie er hat werden als es am zum zur über sind",
		"fr": "le la les et des est une dans que pour qui sur pas au du avec par ce il elle aux sont été ont ses mais selon cette plus en un a",
		"es": "el la los las y que en una por con para del se su es al no lo como más pero sus fue según ha este dijo un de",
	} {
		for _, w := range strings.Fields(words) {
			out[w] = append(out[w], lang)
		}
	}
	return out
}()
