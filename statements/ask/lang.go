package ask

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// closed are the classes of words that no question is about.
const closed = lexicon.Determiner | lexicon.Preposition | lexicon.Conjunction | lexicon.Auxiliary | lexicon.Pronoun | lexicon.That

// language tells the language of the question by its letters and its small words;
// English where two more do not speak against it, or one and a word that only a
// question in another language has: "was sagte Solheim".
func (q *question) language() string {
	if strings.Contains(q.raw, "¿") {
		return "es"
	}
	if q.cyrillic() {
		return "ru"
	}
	english := q.small("en")
	if b := q.base(0); b == "since" || b == "until" {
		english-- // the option of a command, whatever its value is written in
	}
	best, most := "en", english+1
	for _, lang := range lexicon.Languages() {
		if lang == "en" || lang == "ru" {
			continue
		}
		n, own := q.small(lang), q.ownWords(lang)
		if own > 0 {
			n += own + 1
		}
		if n > most {
			best, most = lang, n
		}
	}
	return best
}

// cyrillic reports whether most words are in Cyrillic letters, or the small ones are:
// names may stand in Latin letters.
func (q *question) cyrillic() bool {
	n, small := 0, 0
	for i, w := range q.ws {
		if r, _ := utf8.DecodeRuneInString(w.Folded); unicode.Is(unicode.Cyrillic, r) {
			n++
			if q.smallWord(i, "ru") || q.d.is(w.Folded, "asks-ru", "says-ru", "speech-ru", "who-ru") {
				small++
			}
		}
	}
	return n > 0 && (2*n >= len(q.ws) || small > 1)
}

// small counts the small words of a language.
func (q *question) small(lang string) int {
	n := 0
	for i := range q.ws {
		if q.inName(i) {
			continue
		}
		if q.smallWord(i, lang) || lang == "en" && q.d.is(q.base(i), "stop", "wh", "aux", "about") {
			n++
		}
	}
	return n
}

// inName reports whether word i is a small one within a name, "von der" of Ursula von
// der Leyen, which is of no language.
func (q *question) inName(i int) bool {
	particle := func(k int) bool {
		return q.free(k, k+1) && !q.ws[k].cap && q.d.lexicon.Flags(q.base(k))&lexicon.Particle != 0
	}
	from, to := i, i
	for particle(from) {
		from--
	}
	for particle(to) {
		to++
	}
	if from < 0 && to > 0 && to < len(q.ws) && to <= 3 {
		name := q.cut(0, to+1)
		return len(q.spelled(name, q.lookUp(name))) > 0 // "de la Mar on tolls"
	}
	return q.d.is(q.base(0), "wh", "who") && from < i && to < len(q.ws) && from > 0 && q.ws[from].cap && q.ws[to].cap
}

// ownWords counts the words that ask or tell a time in a language and are none of
// English. In most languages only names are written with a capital.
func (q *question) ownWords(lang string) int {
	n := 0
	for i, w := range q.ws {
		if lang == "fr" && strings.HasPrefix(w.Folded, "qu'") || i > 0 && number(q.base(i-1)) > 0 && calendars()[lang].tells(w.Folded) && !isEnglish(w.Folded) {
			n++
			continue
		}
		if i > 0 && w.cap && lang != "de" || isEnglish(w.Folded) || q.d.is(w.Folded, "stop") || utf8.RuneCountInString(w.Folded) < 4 {
			continue
		}
		if q.d.is(w.Folded, "asks-"+lang, "says-"+lang, "speech-"+lang, "who-"+lang) || q.d.is(q.lower(i), "stop-"+lang) || calendars()[lang].tells(w.Folded) ||
			(i == 0 || !w.cap) && len(lexicon.For(lang).Verbs(q.lower(i))) > 0 {
			n++
		}
	}
	return n
}

// smallWord reports whether word i is one that says nothing about the topic in
// a language other than English.
func (q *question) smallWord(i int, lang string) bool {
	w := q.lower(i)
	return lexicon.For(lang).Flags(w)&closed != 0 || q.d.is(w, "stop-"+lang) || lang != "en" && q.d.is(q.ws[i].Folded, "stop-"+lang)
}

// elide cuts the words that French writes as one: "l'accord", "qu'a".
func (q *question) elide() {
	words := make([]text.Word, len(q.ws))
	for i, w := range q.ws {
		words[i] = w.Word
	}
	cut := elided(q.raw, words)
	if len(cut) == len(words) {
		return
	}
	ws, end := make([]word, 0, len(cut)), 0
	for _, w := range cut {
		r, _ := utf8.DecodeRuneInString(w.Of(q.raw))
		ws = append(ws, word{Word: w, base: w.Folded, cap: unicode.IsUpper(r), sep: strings.Trim(q.raw[end:w.Start], "'’ʼ")})
		end = w.End
	}
	q.ws = ws
}

// lower is word i in small letters, with its accents.
func (q *question) lower(i int) string {
	if i < 0 || i >= len(q.ws) {
		return ""
	}
	return strings.ToLower(q.ws[i].Of(q.raw))
}

// own are the stems of words as articles may have them: in English, in the
// question's language, and unstemmed, as a language without stemmer is indexed. A
// land has its English names as well.
func (q *question) own(words string) []string {
	out := []string{phrase(words)}
	if q.lang == "en" {
		return out
	}
	out = append(out, strings.Join(text.Stems(words, q.lang), " "))
	if q.lang == "de" {
		out = append(out, germanForms(text.Fold(words))...)
	}
	ws := elided(words, text.Words(words))
	if f, n := tongues().at(q.lang, ws, 0); n == len(ws) && n > 0 && f.within >= isLand {
		own := phrase(f.english)
		out = append(append(out, own), slices.Clone(q.d.usual[own])...)
	}
	return out
}

// shortestNoun is how many letters a German noun has before its ending at least.
const shortestNoun = 4

// germanForms are the cases and the plural of a folded German noun, as far as they
// are regular: nothing stems German.
func germanForms(w string) []string {
	if strings.Contains(w, " ") {
		return nil
	}
	var out []string
	for _, end := range [...]string{"en", "es", "n", "e", "s"} {
		if root, ok := strings.CutSuffix(w, end); ok && utf8.RuneCountInString(root) >= shortestNoun {
			out = append(out, root)
		}
	}
	for _, root := range append(out[:len(out):len(out)], w) {
		for _, end := range [...]string{"en", "es", "n", "e", "s"} {
			out = append(out, root+end)
		}
	}
	return out
}
