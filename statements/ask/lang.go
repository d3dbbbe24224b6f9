package ask

import (
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// closed are the classes of words that no question is about.
const closed = lexicon.Determiner | lexicon.Preposition | lexicon.Conjunction | lexicon.Auxiliary | lexicon.Pronoun | lexicon.That

// language tells the language of the question by its small words; English
// where two more do not speak against it.
func (q *question) language() string {
	best, most := "en", q.small("en")+1
	for _, lang := range lexicon.Languages() {
		if n := q.small(lang); lang != "en" && n > most {
			best, most = lang, n
		}
	}
	return best
}

// small counts the small words of a language.
func (q *question) small(lang string) int {
	n := 0
	for i := range q.ws {
		if q.smallWord(i, lang) || lang == "en" && q.d.is(q.base(i), "stop", "wh", "aux", "about") {
			n++
		}
	}
	return n
}

// smallWord reports whether word i is one that says nothing about the topic in
// a language other than English.
func (q *question) smallWord(i int, lang string) bool {
	w := q.lower(i)
	return lexicon.For(lang).Flags(w)&closed != 0 || q.d.is(w, "stop-"+lang)
}

// elsewhere finds who is asked for in another language: a name that the
// archive knows, else a capitalised one beside a verb of saying. A name after
// "about" is a topic there, too.
func (q *question) elsewhere() {
	lex := lexicon.For(q.lang)
	for i := range q.ws {
		after := i > 0 && lex.Flags(q.lower(i-1))&lexicon.Preposition != 0
		if !q.free(i, i+1) || after || q.smallWord(i, q.lang) {
			continue
		}
		if found, n := q.nameAt(i); found != nil {
			q.take(i, n, found)
			return
		}
	}
	for i := range q.ws {
		if len(lex.Verbs(q.lower(i))) == 0 {
			continue
		}
		n := 0
		for most := q.capitals(i + 1); n < most && !q.smallWord(i+1+n, q.lang); n++ {
		}
		if n > 0 {
			q.take(i+1, n, q.misspelt(i+1, n))
			return
		}
	}
}

// lower is word i in small letters, with its accents.
func (q *question) lower(i int) string { return strings.ToLower(q.ws[i].Of(q.raw)) }

// own are the stems of words as articles may have them: in English, in the
// question's language, and unstemmed, as a language without stemmer is indexed.
func (q *question) own(words string) []string {
	out := []string{phrase(words)}
	if q.lang == "en" {
		return out
	}
	return append(out, strings.Join(text.Stems(words, q.lang), " "))
}
