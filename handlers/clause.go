package handlers

import (
	"regexp"
	"strings"
)

// conjunctions open reported clauses. A card leaves them out: "~ that the
// survey should decide" begins with "the survey".
var conjunctions = map[string]*regexp.Regexp{
	// "that man" may be a man pointed at; before these words it is not.
	"en": regexp.MustCompile(`^that (?:the|an?|he|she|it|they|we|you|I|his|her|its|their|our|no|there|this|these|those|any|all|some|if|when)\b|^that [\p{Lu}\d]`),
	"de": regexp.MustCompile(`^(?:dass|daß) `),
	"fr": regexp.MustCompile(`^qu(?:e |['’])`),
	"es": regexp.MustCompile(`^que `),
	"ru": regexp.MustCompile(`^что `),
}

// clauseAt is the byte in a reported clause where what was said begins.
func clauseAt(clause, lang string) int {
	if lang == "" {
		lang = "en"
	}
	opens := conjunctions[lang]
	if opens == nil || !opens.MatchString(clause) {
		return 0
	}
	return strings.IndexAny(clause, " '’") + len(firstRune(clause, " '’"))
}

// firstRune is the first of the characters in set that s has.
func firstRune(s, set string) string {
	for _, r := range s {
		if strings.ContainsRune(set, r) {
			return string(r)
		}
	}
	return ""
}
