package ask

import (
	"embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

//go:embed data/*.txt
var files embed.FS

// data is what is known of the words of questions, read once.
type data struct {
	lists    map[string][]string        // phrases by class
	words    map[string]map[string]bool // single words by class
	acts     map[string]act             // speech acts by name
	actOf    map[string]string          // the act that a stem asks for
	synonyms map[string][]string        // stems of a phrase -> those of its group
	usual    map[string][]string        // the same for usual topics alone
	loose    map[string][]string        // near words and WordNet's synonyms, which count less
	wider    map[string]map[string]bool // a wide word for somebody -> narrower ones
	bad      map[string]bool            // stems of what is thought little of
	good     map[string]bool
	leanings map[string]string   // how somebody is -> the act
	sidings  map[string]string   // what somebody did for one side -> the act
	joined   map[[2]string]bool  // two words that are one role: "general secretary"
	office   map[string]string   // an office as some lands call it -> as most do
	implied  map[string]string   // a title that one land has -> that land, in small letters
	called   map[string][]string // an office as people call it -> as firms and authorities do
	plain    map[string]bool     // English words
	common   map[string]bool     // their stems
	longest  int                 // words in the longest phrase that has synonyms
	lexicon  *lexicon.Lexicon
}

// act is a kind of speech act: criticise, demand, promise.
type act struct {
	tacit    bool            // often made without any of its words
	negates  bool            // made by saying that something is not so
	cues     []string        // stems of what introduces it, by which it is searched for
	made     map[string]bool // these and more
	content  map[string]bool // stems that it is made with
	near     []string        // acts that count as it where nothing better is found
	opposite []string        // acts by which somebody is known not to have done it
	by       map[string]bool // stems of what those are called who do it
	mood     map[string]bool // and of how they are said to be
}

var english = sync.OnceValue(func() *data {
	d := &data{
		lists: map[string][]string{}, words: map[string]map[string]bool{}, acts: map[string]act{},
		actOf: map[string]string{}, synonyms: map[string][]string{}, loose: map[string][]string{}, wider: map[string]map[string]bool{}, joined: map[[2]string]bool{}, leanings: map[string]string{}, sidings: map[string]string{}, called: map[string][]string{}, office: map[string]string{}, implied: map[string]string{}, plain: map[string]bool{}, common: map[string]bool{}, lexicon: lexicon.For("en"),
	}
	d.readWords("words.txt", nil)
	d.readWords("abroad.txt", folded)
	d.readActs()
	d.readStances()
	d.readSynonyms()
	d.readTitles()
	d.readRoles()
	for _, l := range lines("english.txt") {
		d.plain[l], d.common[stem(l)] = true, true
	}
	return d
})

// lines are a file's lines that are neither empty nor comments.
func lines(name string) []string {
	b, err := files.ReadFile("data/" + name)
	if err != nil {
		panic("ask: " + err.Error())
	}
	var out []string
	for l := range strings.Lines(string(b)) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			out = append(out, l)
		}
	}
	return out
}

// readWords reads the classes of a file; written says how an entry is spelled in a
// question that is read, nil as it stands.
func (d *data) readWords(file string, written func(string) string) {
	for _, l := range lines(file) {
		class, entries, _ := strings.Cut(l, ":")
		if d.words[class] == nil {
			d.words[class] = map[string]bool{}
		}
		for _, e := range strings.Fields(entries) {
			e = strings.ReplaceAll(e, "_", " ")
			if written != nil {
				e = written(e)
			}
			d.lists[class] = append(d.lists[class], e)
			d.words[class][e] = true
		}
	}
}

// readTitles reads what offices are called in one land and not in others.
func (d *data) readTitles() {
	for _, e := range append(d.lists["same-office"], d.lists["office-in"]...) {
		title, office, _ := strings.Cut(e, "=")
		d.office[title] = office
	}
	for _, e := range d.lists["of-land"] {
		title, land, _ := strings.Cut(e, "=")
		d.implied[title] = strings.ToLower(land)
	}
}

// is reports whether a folded word belongs to one of the classes.
func (d *data) is(word string, classes ...string) bool {
	for _, c := range classes {
		if d.words[c][word] {
			return true
		}
	}
	return false
}

func (d *data) readActs() {
	var seldom [][]string // what counts as an act, and may be the usual word of another
	var names []string
	for _, l := range lines("verbs.txt") {
		name, rest, _ := strings.Cut(l, ":")
		cues, content, _ := strings.Cut(rest, "|")
		cues, more, _ := strings.Cut(cues, ";")
		name, tacit := strings.CutSuffix(name, "?")
		name, negates := strings.CutSuffix(name, "!")
		a := act{tacit: tacit, negates: negates, cues: phrases(cues), content: set(phrases(content))}
		a.made = set(append(phrases(more), a.cues...))
		d.acts[name] = a
		d.asksFor(name, a.cues)
		seldom, names = append(seldom, phrases(more)), append(names, name)
	}
	for i, name := range names {
		d.asksFor(name, seldom[i])
	}
	d.actOf["call"] = "demand" // the noun; the verb is one with "for" only
}

// asksFor lets words ask for an act, if none that came before does.
func (d *data) asksFor(act string, words []string) {
	for _, s := range words {
		if _, ok := d.actOf[s]; !ok {
			d.actOf[s] = act
		}
	}
}

// phrases are the stems of entries, words of one joined by blanks.
func phrases(entries string) []string {
	var out []string
	for _, e := range strings.Fields(entries) {
		if s := phrase(strings.ReplaceAll(e, "_", " ")); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func set(list []string) map[string]bool {
	out := make(map[string]bool, len(list))
	for _, s := range list {
		out[s] = true
	}
	return out
}

func (d *data) readSynonyms() {
	for _, l := range lines("thesaurus.txt") {
		d.group(strings.Split(l, ","))
	}
	d.readStates()
	d.usual = maps.Clone(d.synonyms)
	for _, l := range lines("derived.txt") {
		d.group(strings.Split(l, ","))
	}
	for _, l := range lines("news.txt") {
		d.group(strings.Split(l, ","))
	}
	for _, l := range lines("kinds.txt") {
		d.readKinds(l)
	}
	for _, l := range lines("near.txt") {
		d.groupLoosely(strings.Split(l, ","))
	}
	for _, l := range lines("wordnet.txt") {
		d.groupLoosely(strings.Split(l, ","))
	}
}

// readKinds reads a line with a wide word and the narrower ones that answer it:
// who asks about fruit is told about peaches, and not the other way round.
func (d *data) readKinds(line string) {
	wide, narrow, _ := strings.Cut(line, ":")
	w := phrase(wide)
	if w == "" {
		return
	}
	if d.synonyms[w] == nil {
		d.synonyms[w] = []string{w}
	}
	for n := range strings.SplitSeq(narrow, ",") {
		if s := phrase(n); s != "" && !slices.Contains(d.synonyms[w], s) {
			d.synonyms[w] = append(d.synonyms[w], s)
		}
	}
	d.longest = max(d.longest, strings.Count(w, " ")+1)
}

// readStates makes groups of a state's name, its demonyms and its capital.
func (d *data) readStates() {
	for _, s := range d.lexicon.States() {
		d.group(append(append([]string{s.Name}, s.Demonyms...), s.Capital))
	}
}

// readRoles reads which narrower words a wide one for somebody may stand for.
func (d *data) readRoles() {
	for _, l := range lines("roles.txt") {
		if office, others, ok := strings.Cut(l, "="); ok {
			office = strings.ReplaceAll(strings.TrimSpace(office), "_", " ")
			for _, o := range strings.Fields(others) {
				d.called[office] = append(d.called[office], strings.ReplaceAll(o, "_", " "))
			}
			continue
		}
		wide, narrow, _ := strings.Cut(l, ":")
		if d.wider[wide] == nil {
			d.wider[wide] = map[string]bool{}
		}
		for _, n := range strings.Fields(narrow) {
			if first, last, ok := strings.Cut(n, "_"); ok {
				d.joined[[2]string{first, last}] = true
			}
			d.wider[wide][n], d.wider[wide][d.lexicon.SameRole(n)] = true, true
		}
	}
}

// group makes its phrases synonyms. A phrase that has a group already brings
// it along for itself alone.
func (d *data) group(entries []string) {
	var all, asked []string // stems of all, and of those that a question may ask with
	for _, e := range entries {
		words := strings.Fields(e)
		s := phrase(e)
		if s == "" {
			continue
		}
		all = append(all, s)
		if len(words) == 1 || !d.is(words[len(words)-1], "hanging") { // "vote in" may be any vote in some place
			asked = append(asked, s)
		}
	}
	for _, s := range asked {
		for _, o := range all {
			if !slices.Contains(d.synonyms[s], o) {
				d.synonyms[s] = append(d.synonyms[s], o)
			}
		}
		d.longest = max(d.longest, strings.Count(s, " ")+1)
	}
}

// phrase is the stems of s, joined by blanks.
func phrase(s string) string { return strings.Join(text.Stems(s, "en"), " ") }
