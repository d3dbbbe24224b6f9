package speakers

import "strings"

// spell brings one word of a name, already in plain lower-case Latin letters,
// to the spelling that its transliterations share. It is not meant for eyes.
func spell(w string) string {
	if v, ok := variants[w]; ok {
		return v
	}
	w = german(w)
	w = slavicV(w)
	w = strings.ReplaceAll(w, "ks", "x")
	w = ending(w)
	w = single(w)
	if v, ok := variants[w]; ok {
		return v
	}
	return w
}

// german undoes umlauts written with an e: Mueller, Schroeder. "Michael" and
// "Samuel" keep theirs: an umlaut never stands before a final l.
func german(w string) string {
	w = strings.ReplaceAll(strings.ReplaceAll(w, "tsch", "ch"), "sch", "sh")
	for _, v := range [...]string{"ue", "oe", "ae"} {
		i := strings.Index(w, v)
		if i > 0 && i+2 < len(w) && w[i+2:] != "l" && consonant(w[i-1]) && w[i-1] != 'q' && w[i-1] != 'g' && consonant(w[i+2]) {
			w = w[:i+1] + w[i+2:]
		}
	}
	return w
}

// slavicV writes the German and Polish w of Wolkow as the v of Volkov.
func slavicV(w string) string {
	if len(w) > 4 && (strings.HasSuffix(w, "ow") || strings.HasSuffix(w, "ew")) {
		return strings.ReplaceAll(w, "w", "v")
	}
	return w
}

// endings are what й, ий and я at the end of a name become in one newsroom or
// another; longer ones first.
var endings = [...][2]string{
	{"skyj", "ski"}, {"skij", "ski"}, {"skyy", "ski"}, {"skiy", "ski"}, {"skii", "ski"}, {"skyi", "ski"}, {"skoy", "skoi"}, {"skoj", "skoi"},
	{"iya", "ia"}, {"ija", "ia"}, {"iia", "ia"}, {"lya", "lia"}, {"nya", "nia"},
	{"eij", "ei"}, {"iej", "ei"}, {"iei", "ei"}, {"ey", "ei"}, {"ej", "ei"}, {"ay", "ai"}, {"aj", "ai"}, {"oy", "oi"},
	{"iy", "i"}, {"ij", "i"}, {"ii", "i"}, {"yi", "i"}, {"yy", "i"}, {"yj", "i"}, {"y", "i"},
}

func ending(w string) string {
	for _, e := range endings {
		if len(w) > len(e[0]) && strings.HasSuffix(w, e[0]) {
			return w[:len(w)-len(e[0])] + e[1]
		}
	}
	return w
}

// single writes doubled letters once: Hassan and Hasan, Qassem and Qasem.
func single(w string) string {
	var b strings.Builder
	for i := 0; i < len(w); i++ {
		if i > 0 && w[i] == w[i-1] && w[i] < 0x80 {
			continue
		}
		b.WriteByte(w[i])
	}
	return b.String()
}

func consonant(c byte) bool {
	return c >= 'a' && c <= 'z' && !strings.ContainsRune("aeiou", rune(c))
}
