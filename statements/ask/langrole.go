package ask

import (
	"strings"
	"unicode"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// officeAt is how many words of a role begin at i, and the role as English has it:
// "der norvanische Außenminister", "le maire d'Ostervik".
func (q *question) officeAt(i int) (int, string) {
	k, last := q.afterArticle(i), 0
	start := k
	ws := q.plain(k)
	known := func(k int) (foreign, int) {
		f, n, _ := tongues().around(q.lang, q.plain(k), 0)
		if !q.free(k, k+n) || q.broken(start, k+n) {
			return f, 0
		}
		return f, n
	}
	lex := lexicon.For(q.lang)
	for k < start+maxName && last == 0 {
		f, n := known(k)
		switch {
		case n > 0 && f.within == isOffice:
			last = k + n
		case n > 0 && f.within != isLand:
			k += n
		case q.genitive(k) && k == start: // "Norvaniens Ministerpräsident"
			if _, m := known(k + 1); m == 0 {
				return 0, ""
			}
			k++
		case q.free(k, k+1) && !q.ws[k].cap && demonym(lex, q.ws[k].Folded) != "" && !q.smallAt(k):
			k++
		default:
			return 0, ""
		}
	}
	if len(ws) == 0 || last == 0 {
		return 0, ""
	}
	for last < start+2*maxName {
		n := q.belongs(last, known)
		if n == 0 {
			break
		}
		last += n
	}
	out, _, _ := tongues().inEnglish(q.lang, q.cut(start, last), elided(q.cut(start, last), text.Words(q.cut(start, last))))
	return last - i, out
}

// belongs is how many words at i say of what or of which land a role is that ends
// there: "ruso", "de la ville de Vell", "Остервика".
func (q *question) belongs(i int, known func(int) (foreign, int)) int {
	if f, n := known(i); n > 0 && (f.within != isOffice || q.lang == "ru") {
		return n
	}
	if q.lang != "de" && q.free(i, i+1) && !q.ws[i].cap && !q.smallAt(i) && demonym(lexicon.For(q.lang), q.ws[i].Folded) != "" {
		return 1
	}
	of := q.any(i, "of-"+q.lang)
	if of == 0 {
		if q.genitive(i) {
			return 1
		}
		if q.lang == "ru" && q.free(i, i+1) && q.ws[i].cap && q.oblique(i) {
			return q.surnames(i)
		}
		if q.lang == "ru" && q.free(i, i+1) && !q.broken(i-1, i+1) {
			return q.lowers(i)
		}
		return 0
	}
	k := q.afterArticle(i + of)
	if _, n := known(k); n > 0 {
		return k + n - i
	}
	if n := q.bodyAt(k); n > 0 {
		return k + n - i
	}
	if found, _ := q.namedAt(k); len(found) > 0 && strings.Contains(found[0].Name, " ") && !isOrganisation(found[0].Name) {
		return 0 // "was hält die Ministerin von Solheim"
	}
	if n := q.surnames(k); n > 0 {
		if q.lang == "de" {
			n = q.nouns(k, n)
		}
		return k + n - i
	}
	return 0
}

// genitive reports whether word i is a German name of whose a role is and nobody's on
// record: "Norvaniens".
func (q *question) genitive(i int) bool {
	if q.lang != "de" || !q.free(i, i+1) || !q.ws[i].cap || !strings.HasSuffix(q.base(i), "s") || q.smallAt(i) {
		return false
	}
	return len(q.lookUp(q.cut(i, i+1))) == 0
}

// bodyAt is how many words at i, written small, are a body's: "conseil régional".
func (q *question) bodyAt(i int) int {
	if !q.is(i, "body-"+q.lang) && (!q.free(i, i+1) || lexicon.For(q.lang).Flags(q.lower(i))&(lexicon.Body|lexicon.OrganisationWord) == 0) {
		return 0
	}
	return q.lowers(i)
}

// lowers is how many words from i on are written small and are neither small words
// nor verbs of saying.
func (q *question) lowers(i int) int {
	n := 0
	for n < 3 && q.free(i+n, i+n+1) && !q.ws[i+n].cap && !q.smallAt(i+n) && !q.is(i+n, "says-"+q.lang) && len(lexicon.For(q.lang).Verbs(q.lower(i+n))) == 0 {
		n++
	}
	return n
}

// nouns is how many of n German words with a capital belong to one name: a word
// with another capital behind it may be the next noun.
func (q *question) nouns(i, n int) int {
	for k := 1; k < n; k++ {
		if len(q.lookUp(q.cut(i, i+k))) > 0 {
			return k
		}
	}
	return n
}

// oblique reports whether a Russian word with a capital is of whose a role is, and no
// name of who bears it: the archive knows nobody of that name.
func (q *question) oblique(i int) bool {
	found, _ := q.namedAt(i)
	r := []rune(q.lower(i))
	return found == nil && len(r) > 3 && unicode.IsLetter(r[0]) && strings.ContainsRune("аяиы", r[len(r)-1])
}

// plain are the words from i on.
func (q *question) plain(i int) []text.Word {
	var out []text.Word
	for k := i; k < min(len(q.ws), i+maxName); k++ {
		out = append(out, q.ws[k].Word)
	}
	return out
}
