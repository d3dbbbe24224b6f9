package speakers

import "strings"

// ByHand reports whether a surname is one slip from a name's as hands and ears
// make them: a letter is left out or doubled, two are swapped, a neighbouring key
// was hit, or both sound alike. Any other letter in place of one may be another
// real name, "Brenner" is not Brunner.
func ByHand(typed, name string) bool {
	a, b := held(typed, name)
	if a == "" || b == "" {
		return false
	}
	if sound(a) == sound(b) {
		return !strings.HasPrefix(a, "h") || strings.HasPrefix(b, "h") // Hamady is not Amadi
	}
	x, y := []rune(strings.ReplaceAll(a, "x", "ks")), []rune(strings.ReplaceAll(b, "x", "ks"))
	i := 0
	for i < min(len(x), len(y)) && x[i] == y[i] {
		i++
	}
	switch len(x) - len(y) {
	case -1:
		return string(x[i:]) == string(y[i+1:])
	case 0:
		if i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] {
			return string(x[i+2:]) == string(y[i+2:])
		}
		return i < len(x) && string(x[i+1:]) == string(y[i+1:]) && besideKey(x[i], y[i]) && !(vowel(x[i]) && vowel(y[i]))
	case 1:
		if i == len(y) && x[i] == 's' {
			return true // an apostrophe is left out
		}
		return i > 0 && i+1 < len(x) && string(x[i+1:]) == string(y[i:]) && (besideKey(x[i], x[i-1]) || besideKey(x[i], x[i+1]))
	}
	return false
}

func vowel(r rune) bool { return strings.ContainsRune("aeiou", r) }

// keys are those of a keyboard with the ones to their right and below them.
var keys = []string{"qw", "we", "er", "rt", "ty", "yu", "ui", "io", "op", "as", "sd", "df", "fg", "gh", "hj", "jk", "kl", "zx", "xc", "cv", "vb", "bn", "nm",
	"qa", "wa", "ws", "es", "ed", "rd", "rf", "tf", "tg", "yg", "yh", "uh", "uj", "ij", "ik", "ok", "ol", "pl", "az", "sz", "sx", "dx", "dc", "fc", "fv", "gv", "gb", "hb", "hn", "jn", "jm", "km"}

var beside = func() map[string]bool {
	out := map[string]bool{}
	for _, k := range keys {
		out[k], out[k[1:]+k[:1]] = true, true
	}
	return out
}()

func besideKey(a, b rune) bool { return beside[string([]rune{a, b})] }
