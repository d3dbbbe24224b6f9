package speakers

import "strings"

// sound is roughly how a spelled word of a name is heard, in whatever language:
// what listeners cannot tell apart is one, "Zuckerberg" and "Sukerberg",
// "Jørgensen" and "Yorgensen", "Haddeli" and "Adeli".
func sound(w string) string { return single(heard.Replace(w)) }

// heard are letters with what they are heard as; longer ones first.
var heard = strings.NewReplacer(
	"dzh", "i", "tch", "k", "sh", "ş", "ck", "k", "ch", "k", "kh", "k", "gh", "g", "ph", "f", "dt", "t", "dj", "i",
	"tz", "s", "ts", "s", "cz", "s", "ce", "se", "ci", "si", "cy", "si", "qu", "kv", "ou", "u", "oo", "u", "ie", "i", "ee", "i", "ei", "ai", "ey", "ai",
	"c", "k", "q", "k", "x", "ks", "z", "s", "w", "v", "y", "i", "j", "i", "h", "",
)

// skeleton is a sound without its vowels, which are misheard most.
func skeleton(sound string) []rune {
	var out []rune
	for _, r := range sound {
		if !strings.ContainsRune("aeiou", r) && (len(out) == 0 || out[len(out)-1] != r) {
			out = append(out, r)
		}
	}
	return out
}
