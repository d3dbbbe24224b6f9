package ask

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// within says what a word of another language is in a description of somebody.
type within int

const (
	isOffice  within = iota + 1
	isQuality        // former, new
	isLand
	ofALand // russisch
)

// foreign is what a word or phrase of another language is in English.
type foreign struct {
	english string
	within  within
	sure    bool // no word of English is written so
}

// foreigners are the words for offices and lands in other languages.
type foreigners struct {
	in      map[string]map[string]foreign // by language and folded phrase
	sure    map[string]bool               // first words of those that are sure
	longest int                           // words in the longest phrase
}

var qualities = []string{"former", "new", "deputy", "acting"}

// elisions are French words that lose their vowel before another.
var elisions = []string{"l", "d", "qu", "n", "s", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu"}

// elided cuts "l'accord" into its two words. A name keeps what it begins with:
// "D'Alba".
func elided(s string, words []text.Word) []text.Word {
	out := make([]text.Word, 0, len(words))
	for _, w := range words {
		first, rest, ok := strings.Cut(w.Folded, "'")
		raw := w.Of(s)
		i := strings.IndexAny(raw, "'’ʼ")
		if !ok || rest == "" || i < 0 || !slices.Contains(elisions, first) || i == 1 && w.Start > 0 && raw[0] < 'a' {
			out = append(out, w)
			continue
		}
		_, size := utf8.DecodeRuneInString(raw[i:])
		cut := w.Start + i
		out = append(out, text.Word{Span: statements.Span{Start: w.Start, End: cut}, Folded: first},
			text.Word{Span: statements.Span{Start: cut + size, End: w.End}, Folded: rest})
	}
	return out
}

// folded is a phrase as it is looked up.
func folded(phrase string) string {
	phrase = strings.ReplaceAll(phrase, "_", " ")
	var out []string
	for _, w := range elided(phrase, text.Words(phrase)) {
		out = append(out, w.Folded)
	}
	return strings.Join(out, " ")
}

var tongues = sync.OnceValue(func() *foreigners {
	a := &foreigners{in: map[string]map[string]foreign{}, sure: map[string]bool{}}
	lang := ""
	for _, l := range lines("offices.txt") {
		if l[0] == '[' {
			lang = strings.Trim(l, "[]")
			continue
		}
		name, entries, _ := strings.Cut(l, "=")
		f := foreign{english: strings.TrimSpace(name), within: isOffice}
		if slices.Contains(qualities, f.english) {
			f.within = isQuality
		}
		for _, e := range strings.Fields(entries) {
			a.add(lang, e, f)
		}
	}
	for _, l := range lines("lands.txt") {
		name, all, _ := strings.Cut(l, "=")
		name = strings.TrimSpace(name)
		for i, entries := range strings.Split(all, "|") {
			for _, e := range strings.Fields(entries) {
				f := foreign{english: name, within: isLand}
				if r, _ := utf8.DecodeRuneInString(e); unicode.IsLower(r) {
					f.within = ofALand
				}
				a.add([...]string{"de", "fr", "es", "ru"}[i], e, f)
			}
		}
	}
	return a
})

// add keeps an entry in its forms, of a phrase in those of its first word.
func (a *foreigners) add(lang, entry string, f foreign) {
	if a.in[lang] == nil {
		a.in[lang] = map[string]foreign{}
	}
	first, rest, more := strings.Cut(folded(entry), " ")
	for _, w := range formsOf(first, lang, f.within) {
		f.sure = !isEnglish(w)
		if more {
			f.sure = slices.ContainsFunc(strings.Fields(w+" "+rest), func(w string) bool { return !isEnglish(w) })
			w += " " + rest
		}
		if _, ok := a.in[lang][w]; ok && w != folded(entry) {
			continue // a form of one is not the other: "general" has none of "generale"
		}
		a.in[lang][w] = f
		a.longest = max(a.longest, strings.Count(w, " ")+1)
		if f.sure {
			start, _, _ := strings.Cut(w, " ")
			a.sure[start] = true
		}
	}
}

// isEnglish reports whether a folded word is one of English, too.
func isEnglish(w string) bool {
	d := english()
	return d.lexicon.Flags(w) != 0 || d.plain[w] || d.plain[strings.TrimSuffix(w, "s")]
}

// at is the longest phrase of a language that begins at word i.
func (a *foreigners) at(lang string, ws []text.Word, i int) (foreign, int) {
	for n := min(a.longest, len(ws)-i); n > 0; n-- {
		parts := make([]string, n)
		for k := range parts {
			parts[k] = ws[i+k].Folded
		}
		if f, ok := a.in[lang][strings.Join(parts, " ")]; ok {
			return f, n
		}
	}
	return foreign{}, 0
}

// around is like at, and sees the word for what is a land's in the middle of an
// office, the between-th word from i on: "ministre russe des Affaires étrangères".
func (a *foreigners) around(lang string, ws []text.Word, i int) (f foreign, n, between int) {
	f, n = a.at(lang, ws, i)
	k := i + max(n, 1)
	if k+1 >= len(ws) || n > 0 && f.within != isOffice {
		return f, n, 0
	}
	if of, m := a.at(lang, ws, k); (m != 1 || of.within < isLand) && demonym(lexicon.For(lang), ws[k].Folded) == "" {
		return f, n, 0
	}
	without := slices.Concat(ws[i:k], ws[k+1:])
	if whole, m := a.at(lang, without, 0); m > max(n, 1) {
		return whole, m + 1, k - i
	}
	return f, n, 0
}

// InEnglish is a description of somebody in another language as English news
// words it: "foreign minister of Russia" for "russische Außenministerin". It is
// "" where words are no description, or an English one.
func InEnglish(words string) string {
	a := tongues()
	ws := text.Words(words)
	known := func(w text.Word) bool { return a.sure[w.Folded] || slices.Contains(genitives, w.Folded) }
	if !slices.ContainsFunc(ws, func(w text.Word) bool { return known(w) || strings.Contains(w.Folded, "'") }) {
		return ""
	}
	if ws = elided(words, ws); !slices.ContainsFunc(ws, known) {
		return ""
	}
	best, fewest := "", len(ws)+1
	for _, lang := range lexicon.Languages() {
		if out, left, sure := a.inEnglish(lang, words, ws); sure && left < fewest {
			best, fewest = out, left
		}
	}
	return best
}

// inEnglish reads words as a description in lang, and counts those that it has no
// English for; sure reports whether it is one in no other way.
func (a *foreigners) inEnglish(lang, words string, ws []text.Word) (out string, left int, sure bool) {
	lex := lexicon.For(lang)
	var before, role, after []string
	state := ""
	for i := 0; i < len(ws); {
		f, n, between := a.around(lang, ws, i)
		if between > 0 {
			if of, m := a.at(lang, ws, i+between); m > 0 {
				state = of.english
			} else {
				before = append(before, demonym(lex, ws[i+between].Folded))
			}
		}
		raw := ws[i].Of(words)
		switch small := lex.Flags(strings.ToLower(raw))&closed != 0 || english().is(ws[i].Folded, "of-"+lang); {
		case n > 0:
			sure = sure || f.sure && f.english != "Germany" // "the Deutsche Bank economist"
			switch {
			case f.within == isQuality:
				before = append(before, f.english)
			case f.within != isOffice:
				state = f.english
			case role == nil:
				role = []string{f.english}
			default:
				after = append(after, f.english)
			}
		case small && len(ws) > 1:
			sure = sure || role != nil && i > 0 && slices.Contains(genitives, ws[i].Folded) // "Chef der Werft"
		case strings.ToLower(raw) == raw && demonym(lex, ws[i].Folded) != "":
			before = append(before, demonym(lex, ws[i].Folded))
		default:
			alone := i == 0 || lex.Flags(strings.ToLower(ws[i-1].Of(words)))&closed == 0
			if name, ok := strings.CutSuffix(raw, "s"); ok && lang == "de" && alone {
				raw = name // "Norvaniens"
			}
			after = append(after, latin(raw))
			left++
		}
		i += max(n, 1)
	}
	if role == nil {
		return state, left, sure && state != "" && len(after)+len(before) == 0
	}
	out = strings.Join(append(before, role...), " ")
	if len(after) > 0 {
		out += " of " + strings.Join(after, " ")
	}
	if state != "" {
		out += " of " + state
	}
	return out, left, sure
}

// genitives hang a noun on an office and are no words of English.
var genitives = []string{"der", "des", "du"}

// shortestRoot is how many letters a word for what is a land's has before its
// ending at least.
const shortestRoot = 4

// demonym is a word for what is the land's of no lexicon, with an English ending;
// "" where it is none: "norvanische".
func demonym(lex *lexicon.Lexicon, w string) string {
	for i := range w {
		if len(w)-i > 1 && utf8.RuneCountInString(w[:i]) >= shortestRoot && demonymEndings()[lex][w[i:]] {
			return latin(w[:i]) + "ian"
		}
	}
	return ""
}

// demonymEndings are those of words for what is a land's, folded, by the lexicon.
var demonymEndings = sync.OnceValue(func() map[*lexicon.Lexicon]map[string]bool {
	out := map[*lexicon.Lexicon]map[string]bool{}
	for _, lang := range lexicon.Languages() {
		lex := lexicon.For(lang)
		out[lex] = map[string]bool{}
		for _, e := range lex.List("demonym-ending") {
			out[lex][text.Fold(e)] = true
		}
	}
	return out
})

// latin is a name in Latin letters; a Cyrillic one loses the ending of its case:
// "Норвании".
func latin(name string) string {
	if r, _ := utf8.DecodeRuneInString(name); !unicode.Is(unicode.Cyrillic, r) {
		return name
	}
	if root, ok := strings.CutSuffix(text.Fold(name), "ии"); ok {
		return speakers.Key(root) + "ia"
	}
	return speakers.Key(text.Stem(text.Fold(name), "ru"))
}

// Describing are the words of a description of somebody, as articles may have them:
// of one in another language its own words, and those that English has for it.
func Describing(words string) []statements.Term {
	var out []statements.Term
	e := InEnglish(words)
	for _, w := range text.Words(words) {
		stems := []string{text.Stem(w.Folded, "en")}
		for _, lang := range lexicon.Languages() {
			if e != "" {
				stems = append(stems, text.Stem(w.Folded, lang))
			}
		}
		out = append(out, statements.Term{Words: stems[0], Stems: unique(stems)})
	}
	for _, stem := range text.Stems(e, "en") {
		out = append(out, statements.Term{Words: stem, Stems: []string{stem}})
	}
	return out
}

// asEnglish is q with who is asked for in English, as the rules know it.
func asEnglish(q statements.Query) statements.Query {
	cloned := false
	for i, s := range q.Speakers {
		e := ""
		if s.ID == 0 {
			e = InEnglish(s.Name)
		}
		if e == "" {
			continue
		}
		if !cloned {
			q.Speakers, cloned = slices.Clone(q.Speakers), true
		}
		q.Speakers[i].Name = e
	}
	return q
}
