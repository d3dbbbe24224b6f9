package ask

import (
	"strings"
	"unicode/utf8"
)

// endings are what a noun or an adjective may end with instead of its last letter,
// or after it, by language and that letter; "" is any other.
var endings = map[string]map[string][]string{
	"de": {"": {"s", "es", "n", "en", "e", "in", "innen"}},
	"fr": {"": {"s", "e", "es"}, "n": {"s", "ne", "nes", "e", "es"}},
	"es": {"": {"s", "es", "a", "as"}, "o": {"a", "os", "as"}},
	"ru": {"": {"а", "у", "ом", "ем", "е", "ы", "и", "ов", "ам"}, "а": {"ы", "и", "у", "е", "ои", "еи", ""}, "я": {"и", "ю", "е", "еи"},
		"ь": {"я", "ю", "ем", "е", "и"}, "и": {"я", "ю", "ем", "е"}},
}

// ofLands are the endings of what is a land's.
var ofLands = map[string][]string{
	"de": {"e", "en", "er", "es", "em"}, "fr": {"s", "e", "es", "ne", "nes"}, "es": {"s", "a", "as", "es"},
	"ru": {"ии", "ого", "ому", "им", "ом", "ая", "ои", "ую", "ое", "ие", "их"},
}

// formsOf are the forms of a folded word, itself the first.
func formsOf(w, lang string, s within) []string {
	out := []string{w}
	if s == ofALand {
		for _, e := range ofLands[lang] {
			out = append(out, w+e)
		}
		if o, ok := strings.CutSuffix(w, "o"); ok && lang == "es" {
			out = append(out, o+"a", o+"as")
		}
		return out
	}
	r, n := utf8.DecodeLastRuneInString(w)
	ends, ok := endings[lang][string(r)]
	root := w[:len(w)-n]
	if !ok || lang == "fr" {
		root = w
	}
	if !ok {
		ends = endings[lang][""]
	}
	for _, e := range ends {
		out = append(out, root+e)
	}
	return out
}
