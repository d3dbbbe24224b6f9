package speakers

import "slices"

// Same reports whether two names may stand for one speaker. Of two full names
// every word that both have must agree: an initial agrees with its name, a
// short form with the long one, and a missing middle name with anything. A
// bare surname agrees with every bearer of it, unless "Mr" or "Ms" says
// otherwise; who has several bearers to choose from must not choose by Same.
func Same(a, b string) bool { return Parse(a).Same(Parse(b)) }

// Same is Same for names taken apart.
func (p Name) Same(q Name) bool {
	if len(p.words) == 0 || len(q.words) == 0 {
		return false
	}
	if p.Key() == q.Key() {
		return p.gender == 0 || q.gender == 0 || p.gender == q.gender
	}
	if _, ok := states[p.Key()]; ok {
		return false
	}
	if _, ok := states[q.Key()]; ok {
		return false
	}
	if len(p.words) > len(q.words) {
		p, q = q, p
	}
	if p.words[len(p.words)-1] != q.words[len(q.words)-1] {
		return false
	}
	if len(p.words) == 1 {
		return fits(p.gender, q)
	}
	return givenAgree(p.words[:len(p.words)-1], q.words[:len(q.words)-1])
}

// fits reports whether an honorific of that gender can stand before q.
func fits(gender byte, q Name) bool {
	if gender == 0 {
		return true
	}
	g := q.gender
	if g == 0 {
		g = Gender(q.words[0])
	}
	return g == 0 || g == gender
}

// givenAgree compares given and middle names; short has no more words than
// long. The first ones must agree, the rest must occur in order.
func givenAgree(short, long []string) bool {
	if !wordAgrees(short[0], long[0]) {
		return false
	}
	rest := long[1:]
	for _, w := range short[1:] {
		i := slices.IndexFunc(rest, func(l string) bool { return wordAgrees(w, l) })
		if i < 0 {
			return false
		}
		rest = rest[i+1:]
	}
	return true
}

func wordAgrees(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	return full(a) == full(b)
}

func full(w string) string {
	if n, ok := longForms[w]; ok {
		return n
	}
	return w
}

// longForms is nicknames in the spelling that names have when compared.
var longForms = func() map[string]string {
	out := map[string]string{}
	for short, long := range nicknames {
		out[spell(short)] = spell(long)
	}
	return out
}()
