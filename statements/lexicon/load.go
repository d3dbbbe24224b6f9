package lexicon

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed */*.txt
var files embed.FS

func newLexicon(lang string) *Lexicon {
	return &Lexicon{Lang: lang, flags: map[string]Flags{}, lists: map[string][]string{}, sets: map[string]map[string]bool{}, phrases: map[string][][]string{}, verbs: map[string][]Verb{},
		roles: map[string]string{}, places: map[string]place{}}
}

// load reads a language's folder. Mistakes in it are ours and panic.
func load(lang string) *Lexicon {
	l := newLexicon(lang)
	for _, f := range [...]string{"words.txt", "people.txt"} {
		l.readLists(read(lang + "/" + f))
	}
	l.readVerbs(read(lang + "/verbs.txt"))
	l.readPlaces(read(lang + "/places.txt"))
	l.breaks.Abbreviations = set(l.lists["abbreviation"])
	l.breaks.Starters = set(l.lists["sentence-starter"])
	if lang == "de" {
		l.breaks.Numbered = set(l.lists["month"])
	}
	return l
}

func read(name string) string {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("lexicon: %v", err))
	}
	return string(b)
}

// entries are the lines of a file that are neither empty nor comments.
func entries(file string) []string {
	var out []string
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func (l *Lexicon) readLists(file string) {
	for _, line := range entries(file) {
		name, words, ok := strings.Cut(line, ":")
		if !ok {
			panic(fmt.Sprintf("lexicon: %s: no list in %q", l.Lang, line))
		}
		for _, w := range strings.Fields(words) {
			w = strings.ReplaceAll(w, "_", " ")
			if name == "same-role" {
				phrase, role, _ := strings.Cut(w, "=")
				l.roles[phrase] = role
				continue
			}
			l.lists[name] = append(l.lists[name], w)
			if l.sets[name] == nil {
				l.sets[name] = map[string]bool{}
			}
			l.sets[name][w] = true
			if phrase := strings.Fields(w); len(phrase) > 0 {
				key := name + " " + phrase[0]
				l.phrases[key] = append(l.phrases[key], phrase)
			}
			if f := listFlags[name]; f != 0 {
				l.flags[w] |= f
			}
		}
	}
}

// readVerbs reads sections of verbs. English verbs are given by their base
// form, those of other languages by every form that occurs in reports.
func (l *Lexicon) readVerbs(file string) {
	var class Class
	for _, line := range entries(file) {
		if line[0] == '[' {
			if class = classes[strings.Trim(line, "[]")]; class == 0 {
				panic(fmt.Sprintf("lexicon: %s: no class of verbs %s", l.Lang, line))
			}
			continue
		}
		for _, w := range strings.Fields(line) {
			l.addVerb(w, class)
		}
	}
	for _, vs := range l.verbs {
		slices.SortStableFunc(vs, func(a, b Verb) int { return len(b.After) - len(a.After) })
	}
}

func (l *Lexicon) addVerb(entry string, class Class) {
	words := strings.Split(entry, "+")
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, "_", " ")
	}
	double := strings.HasSuffix(words[0], "*")
	forms := strings.Split(strings.TrimSuffix(words[0], "*"), "/")
	v := Verb{Lemma: forms[0], Class: class, After: words[1:], Form: Past}
	if l.Lang != "en" {
		v.Form = abroad[forms[0][0]]
		if forms[0] = strings.TrimLeft(forms[0], "~&"); v.Form == 0 {
			v.Form = Past
		}
		v.Lemma = forms[0]
		for _, f := range forms {
			l.verbs[f] = append(l.verbs[f], v)
		}
		return
	}
	past, part := "", ""
	if len(forms) == 3 {
		past, part = forms[1], forms[2]
	}
	for word, form := range inflect(forms[0], past, part, double) {
		v.Form = form
		l.verbs[word] = append(l.verbs[word], v)
	}
}

// abroad are the marks of verb forms in the files of other languages than
// English: "~dicho" is a participle that needs an auxiliary, "&diciendo" one
// that shares the subject of the verb before it.
var abroad = map[byte]Form{'~': PastPart, '&': Participle}

func (l *Lexicon) readPlaces(file string) {
	for _, line := range entries(file) {
		name, rest, _ := strings.Cut(line, ":")
		demonyms, capital, _ := strings.Cut(rest, "|")
		blank := func(s string) string { return strings.ReplaceAll(strings.TrimSpace(s), "_", " ") }
		st := State{Name: blank(name), Capital: blank(capital)}
		for _, d := range strings.Fields(demonyms) {
			st.Demonyms = append(st.Demonyms, blank(d))
		}
		l.states = append(l.states, st)
		l.addPlace(strings.ToLower(st.Name), place{st.Name, false}, Place)
		for _, d := range st.Demonyms {
			l.addPlace(d, place{st.Name, false}, Demonym)
		}
		l.addPlace(strings.ToLower(st.Capital), place{st.Name, true}, Place)
	}
}

// addPlace keeps the first state that a word stands for.
func (l *Lexicon) addPlace(word string, p place, f Flags) {
	if word == "" {
		return
	}
	if _, ok := l.places[word]; !ok {
		l.places[word] = p
	}
	l.flags[word] |= f
}

func set(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}
