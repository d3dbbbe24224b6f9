package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
)

// elsewhere finds who is asked for in another language, and drops what only asks.
// As in English, the place tells: who stands behind "according to", behind or
// before "statements", beside the verb of saying; a name after "about" is a topic.
func (q *question) elsewhere() {
	q.asking()
	for _, way := range [...]func() bool{q.accordingAbroad, q.nounOf, q.newsOf, q.whoAbroad, q.subjectAbroad, q.strangerAbroad} {
		if way() {
			break
		}
	}
	for i := range q.ws {
		switch {
		case !q.free(i, i+1):
		case i == len(q.ws)-1 && lexicon.For(q.lang).Has("separable", q.lower(i)): // "lehnt … ab"
			q.mark(i, i+1, noise)
		case q.lang == "fr" && q.hyphen(i) && q.smallWord(i, "fr"): // "arrive-t-il"
			q.mark(i, i+1, noise)
		case q.is(i, "says-"+q.lang), len(lexicon.For(q.lang).Verbs(q.lower(i))) > 0 && !q.ws[i].cap:
			q.mark(i, i+1, verb)
		case q.is(i, "speech-"+q.lang) && !q.aboutAbroad(i-1):
			q.mark(i, i+1, noise)
		}
	}
}

// asking drops question words and what else stands around the question proper. What
// has a capital inside the question is a name, or a German noun.
func (q *question) asking() {
	for i := 0; i < len(q.ws); i++ {
		if n := q.any(i, "asks-"+q.lang); n > 0 && (i == 0 || !q.ws[i].cap) {
			q.mark(i, i+n, noise)
			i += n - 1
		}
	}
}

// small reports whether word i is free and says nothing about the topic.
func (q *question) smallAt(i int) bool { return q.free(i, i+1) && q.smallWord(i, q.lang) }

// afterArticle skips what may stand before a name or a role at i.
func (q *question) afterArticle(i int) int {
	for q.free(i, i+1) && lexicon.For(q.lang).Flags(q.lower(i))&lexicon.Determiner != 0 || q.free(i, i+1) && q.base(i) == "l" {
		i++
	}
	return i
}

// aboutAbroad reports whether word i is a preposition before what is talked about.
func (q *question) aboutAbroad(i int) bool {
	if i < 0 || i >= len(q.ws) {
		return false
	}
	w := q.lower(i)
	if lexicon.For(q.lang).Flags(w)&lexicon.Determiner != 0 && i > 0 && q.d.is(q.lower(i-1), "about-"+q.lang) {
		return true // "über die Rede"
	}
	if q.lang == "de" && (w == "der" || w == "des") {
		return i > 0 && q.ws[i-1].cap && i > 1 // "der Chef der Werft"
	}
	return lexicon.For(q.lang).Flags(w)&lexicon.Preposition != 0 || q.d.is(q.ws[i].Folded, "about-"+q.lang, "of-"+q.lang)
}

// accordingAbroad reads "laut X", "по словам X".
func (q *question) accordingAbroad() bool {
	for i := range q.ws {
		n := q.any(i, "according-"+q.lang)
		if n == 0 {
			continue
		}
		if q.somebody(q.afterArticle(i+n), true) {
			q.mark(i, i+n, noise)
			return true
		}
	}
	return false
}

// nounOf reads "déclarations de X", "слова X", "X' Aussagen".
func (q *question) nounOf() bool {
	for i := range q.ws {
		n := q.any(i, "speech-"+q.lang)
		if n == 0 || q.aboutAbroad(i-1) {
			continue
		}
		end := i + n
		for end < len(q.ws) && (q.ws[end].part == manner || q.ws[end].part == noise) {
			end++ // "palabras textuales de"
		}
		of := q.any(end, "of-"+q.lang)
		if q.lang == "ru" || of > 0 {
			if q.somebody(q.afterArticle(end+of), of > 0) {
				q.mark(i, i+n, noise)
				q.mark(end, end+of, noise)
				return true
			}
		}
	}
	return false
}

// newsOf reads "neues von X", where nothing stands before but what only asks.
func (q *question) newsOf() bool {
	i := q.first(0)
	of := q.any(i, "of-"+q.lang)
	if of == 0 || i == 0 || !q.somebody(q.afterArticle(i+of), true) {
		return false
	}
	q.mark(i, i+of, noise)
	q.out.Order = statements.NewestFirst
	return true
}

// whoAbroad reads "wer sprach über …": anybody.
func (q *question) whoAbroad() bool {
	i := q.first(0)
	for q.smallAt(i) && !q.aboutAbroad(i) && q.any(i, "who-"+q.lang) == 0 {
		i = q.first(i + 1) // "hat jemand"
	}
	n := q.any(i, "who-"+q.lang)
	if n > 0 {
		q.mark(i, i+n, noise)
	}
	return n > 0
}

// subjectAbroad reads a name or a role that no preposition makes a topic.
func (q *question) subjectAbroad() bool {
	for i := range q.ws {
		if !q.free(i, i+1) || q.aboutAbroad(i-1) || q.smallAt(i) || q.is(i, "says-"+q.lang) {
			continue
		}
		if q.behindAbout(i) {
			return false
		}
		if q.somebody(i, false) {
			return true
		}
	}
	return false
}

// behindAbout reports whether word i stands behind a preposition and more of what is
// talked about: "über die neue Quote von".
func (q *question) behindAbout(i int) bool {
	for k := i - 1; k >= 0 && q.ws[k].part == free; k-- {
		if !q.smallAt(k) {
			continue
		}
		if q.d.is(q.ws[k].Folded, "about-"+q.lang) && !q.d.is(q.ws[k].Folded, "of-"+q.lang) {
			return true
		}
	}
	return false
}

// strangerAbroad takes capitalised words beside a verb of saying for somebody whom
// the archive does not know.
func (q *question) strangerAbroad() bool {
	for i := range q.ws {
		if !q.is(i, "says-"+q.lang) && len(lexicon.For(q.lang).Verbs(q.lower(i))) == 0 && lexicon.For(q.lang).Flags(q.lower(i))&lexicon.Auxiliary == 0 {
			continue
		}
		at := q.afterArticle(i + 1)
		if n := q.surnames(at); n > 0 {
			q.take(at, n, q.misspelt(at, n))
			return true
		}
		from := i
		for from > 0 && q.free(from-1, from) && q.ws[from-1].cap && !q.smallWord(from-1, q.lang) {
			from--
		}
		if from < i && !q.aboutAbroad(from-1) && !(q.lang == "de" && q.smallAt(from-1)) {
			q.take(from, i-from, q.misspelt(from, i-from))
			return true
		}
	}
	return false
}

// surnames is how many capitalised words of a name begin at i.
func (q *question) surnames(i int) int {
	most, n := q.capitals(i), 0
	for n < most && !q.smallWord(i+n, q.lang) {
		n++
	}
	return n
}

// somebody takes whoever is named or described at i. Where sure is set, a name that
// the archive does not know is one, too.
func (q *question) somebody(i int, sure bool) bool {
	n := q.one(i, sure)
	for next := i + n; n > 0; next += n {
		and := q.said(next, "and")
		if and == 0 {
			break
		}
		at := q.afterArticle(next + and)
		if n = q.one(at, true); n > 0 {
			q.mark(next, at, noise)
			next = at
		}
	}
	return i < len(q.ws) && q.ws[i].part != free
}

// one takes whoever is named or described at i, and says in how many words.
func (q *question) one(i int, sure bool) int {
	if n, role := q.officeAt(i); n > 0 {
		if found, k := q.namedAt(i + n); found != nil {
			q.take(i, n+k, bearers(found, role))
			return n + k
		}
		if k := q.surnames(i + n); k > 0 && !q.aboutAbroad(i+n-1) {
			q.mark(i, i+n, noise)
			q.take(i+n, k, q.misspelt(i+n, k))
			return n + k
		}
		var holds []statements.Speaker
		for _, s := range q.lookUp(role) {
			if strings.EqualFold(s.Role, role) || strings.EqualFold(s.Name, role) {
				holds = append(holds, s)
			}
		}
		q.take(i, n, holds)
		if typed := q.cut(i, i+n); holds == nil && InEnglish(typed) == "" && !strings.EqualFold(q.cut(i+n-1, i+n), role) {
			q.out.Speakers[len(q.out.Speakers)-1].Name = role // "der Chef": English has the word, for somebody else
		}
		return n
	}
	if found, n := q.namedAt(i); found != nil {
		q.take(i, n, found)
		return n
	}
	if f, n := tongues().at(q.lang, q.plain(i), 0); n > 0 && f.within == isLand && q.free(i, i+n) {
		q.take(i, n, slices.DeleteFunc(slices.Clone(q.lookUp(f.english)), func(s statements.Speaker) bool { return !strings.EqualFold(s.Name, f.english) }))
		return n
	}
	if n := q.surnames(i); sure && n > 0 {
		q.take(i, n, q.misspelt(i, n))
		return n
	}
	return 0
}
