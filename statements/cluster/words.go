package cluster

import (
	"embed"
	"strings"
	"sync"
	"unicode"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

//go:embed data/*.txt
var files embed.FS

// content is a word of a statement that counts: by its stem, or by the first
// of the words that outlets put for one another.
type content struct {
	stem     string
	weight   float64
	number   bool
	negation bool // says that it is not so; counts for nothing else
	sentence int  // of the statement, from 0
}

const (
	usual   = 1.0
	faint   = 0.5 // says little by itself: want, people, year
	country = 0.5 // what a country's news is about anyway
)

// statePrefix stands before what is no stem but the name of a state.
const statePrefix = "state "

// small are the classes of words that every text is full of.
const small = lexicon.Determiner | lexicon.Preposition | lexicon.Conjunction | lexicon.ClauseOpener | lexicon.Auxiliary |
	lexicon.Adverb | lexicon.PronounM | lexicon.PronounF | lexicon.PronounP | lexicon.PronounN | lexicon.PronounRelative |
	lexicon.PronounOther | lexicon.FirstPerson | lexicon.Possessive | lexicon.ObjectPronoun | lexicon.That

// reader reads the statements of one article.
type reader struct {
	lang string
	lex  *lexicon.Lexicon
	*thesaurus
}

func newReader(lang, body string) *reader {
	if lang == "" {
		lang = lexicon.Guess(body)
	}
	lang, _, _ = strings.Cut(strings.ToLower(lang), "-")
	return &reader{lang, lexicon.For(lang), thesaurusOf(lang)}
}

// read gives the words of s that count, in order.
func (r *reader) read(s string) []content {
	ws := text.Words(s)
	stems, lower := make([]string, len(ws)), make([]string, len(ws))
	for i, w := range ws {
		lower[i] = strings.ReplaceAll(strings.ToLower(w.Of(s)), "’", "'")
		stems[i] = text.Stem(american(w.Folded, r.lang), r.lang)
	}
	var out []content
	sentence := 0
	for i := 0; i < len(ws); {
		if i > 0 && ends(s[ws[i-1].End:ws[i].Start]) {
			sentence++
		}
		c, n := r.phrase(s, ws, lower[i:], stems[i:], i)
		c.sentence = sentence
		if c.stem != "" || c.negation {
			out = append(out, c)
		}
		i += n
	}
	return out
}

// ends reports whether a sentence ends in what stands between two words. To cut
// at an abbreviation does no harm.
func ends(between string) bool { return strings.ContainsAny(between, ".!?…;") }

// phrase reads the word or phrase that begins with word i, and says how many
// words it has. lower and stems begin there.
func (r *reader) phrase(s string, ws []text.Word, lower, stems []string, i int) (content, int) {
	for n := min(r.longest, len(stems)); n > 0; n-- {
		if state, ok := r.state(strings.Join(lower[:n], " ")); ok {
			return weighed(statePrefix + state), n
		}
		g, ok := r.groups[strings.Join(stems[:n], " ")]
		if ok && (n > 1 || digits(g) || r.lex.Flags(lower[0])&small == 0) {
			return weighed(g), n
		}
	}
	switch w := ws[i].Of(s); {
	case w == "US":
		return weighed(statePrefix + "United States"), 1
	case r.lex.Flags(lower[0])&lexicon.Negation != 0:
		return content{negation: true}, 1
	case r.lex.Flags(lower[0])&small != 0, r.stop[stems[0]], len(stems[0]) < 2 && !digits(stems[0]):
		return content{}, 1
	case r.faint[stems[0]], r.lex.Flags(lower[0])&(lexicon.Weekday|lexicon.Month) != 0:
		return content{stem: stems[0], weight: faint}, 1
	}
	return weighed(stems[0]), 1
}

// state gives the state that a word or phrase stands for: Norland, Norland's,
// Norlanders. "us" is a pronoun, and a state only in capitals.
func (r *reader) state(lower string) (string, bool) {
	if lower == "us" {
		return "", false
	}
	lower = strings.TrimSuffix(strings.TrimSuffix(lower, "'s"), "'")
	for _, w := range [...]string{lower, strings.TrimSuffix(lower, "s")} {
		if name, _, ok := r.lex.StateOf(w); ok {
			return name, true
		}
	}
	return "", false
}

// weighed is a word that counts. Numbers are often of the day and the hour.
func weighed(stem string) content {
	switch {
	case digits(stem):
		return content{stem: stem, weight: faint, number: true}
	case strings.HasPrefix(stem, statePrefix):
		return content{stem: stem, weight: country}
	}
	return content{stem: stem, weight: usual}
}

func digits(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// american spells an English word as Americans do, who are many: organise and
// organize are one word.
func american(w, lang string) string {
	w = strings.TrimSuffix(w, "'s")
	if lang != "en" || len(w) < 6 {
		return w
	}
	for _, end := range [...]string{"isation", "isations", "ise", "ises", "ised", "ising"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 2 {
			return stem + "iz" + end[2:]
		}
	}
	if stem, ok := strings.CutSuffix(w, "our"); ok {
		return stem + "or"
	}
	return w
}

// countIn says in how many of an article's statements each word is.
func countIn(read [][]content) map[string]int {
	counts := map[string]int{}
	for _, of := range read {
		here := map[string]bool{}
		for _, c := range of {
			if !here[c.stem] {
				here[c.stem] = true
				counts[c.stem]++
			}
		}
	}
	return counts
}

// thesaurus is what is known of the words of one language.
type thesaurus struct {
	groups  map[string]string // stems of a word or phrase -> the first of its group
	longest int               // words in the longest phrase
	faint   map[string]bool   // by stem
	stop    map[string]bool
	twice   []string // mistakes in the file, which a test looks for: entries of two groups
}

var thesauri = func() map[string]func() *thesaurus {
	out := map[string]func() *thesaurus{}
	for _, lang := range lexicon.Languages() {
		out[lang] = sync.OnceValue(func() *thesaurus { return readThesaurus(lang) })
	}
	return out
}()

// thesaurusOf gives the words of a language; one without a file has none.
func thesaurusOf(lang string) *thesaurus {
	if read, ok := thesauri[lang]; ok {
		return read()
	}
	return &thesaurus{longest: 1}
}

func readThesaurus(lang string) *thesaurus {
	th := &thesaurus{groups: map[string]string{}, longest: 3, faint: map[string]bool{}, stop: map[string]bool{}}
	body, err := files.ReadFile("data/" + lang + ".txt")
	if err != nil {
		panic("cluster: " + err.Error())
	}
	for line := range strings.Lines(string(body)) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), "#")
		name, words, ok := strings.Cut(line, ":")
		switch {
		case !ok:
			th.group("", line, lang)
		case strings.HasPrefix(name, statePrefix):
			th.group(name, words, lang)
		default:
			th.class(name, words, lang)
		}
	}
	return th
}

// group makes entries count as the first of them, or as a state.
func (th *thesaurus) group(as, entries, lang string) {
	for entry := range strings.SplitSeq(entries, ",") {
		stems := stemsOf(entry, lang)
		if len(stems) == 0 {
			continue
		}
		k := strings.Join(stems, " ")
		if as == "" {
			as = k
		}
		if had, ok := th.groups[k]; ok && had != as {
			th.twice = append(th.twice, entry)
			continue
		}
		th.groups[k] = as
		th.longest = max(th.longest, len(stems))
	}
}

func (th *thesaurus) class(name, words, lang string) {
	of := map[string]map[string]bool{"faint": th.faint, "stop": th.stop}[name]
	if of == nil {
		panic("cluster: data/" + lang + ".txt has a class " + name)
	}
	for _, stem := range stemsOf(words, lang) {
		of[stem] = true
	}
}

func stemsOf(s, lang string) []string {
	var out []string
	for _, w := range text.Words(s) {
		out = append(out, text.Stem(american(w.Folded, lang), lang))
	}
	return out
}
