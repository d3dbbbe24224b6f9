package lexicon

import (
	"strings"
	"sync"

	"onrecord/statements/text"
)

// Lexicon is what is known of one language. It is read-only and may be shared.
type Lexicon struct {
	Lang string

	flags map[string]Flags
	lists map[string][]string
	sets  map[string]map[string]bool // the same lists
	// phrases holds the entries of a list by their first word.
	phrases map[string][][]string
	verbs   map[string][]Verb
	roles   map[string]string // a role phrase -> the one it is the same as
	states  []State
	places  map[string]place
	breaks  text.Breaks
}

// For gives the lexicon of a language by its BCP 47 tag. An unknown language
// has a lexicon without words: quotation marks are found in it, speakers not.
func For(lang string) *Lexicon {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if load, ok := loaders[primary]; ok {
		return load()
	}
	return empty()
}

// Languages are the codes of the languages that have words.
func Languages() []string { return []string{"de", "en", "es", "fr", "ru"} }

var loaders = func() map[string]func() *Lexicon {
	out := map[string]func() *Lexicon{}
	for _, lang := range Languages() {
		out[lang] = sync.OnceValue(func() *Lexicon { return load(lang) })
	}
	return out
}()

var empty = sync.OnceValue(func() *Lexicon { return newLexicon("") })

// Flags gives the classes of a lower-case word. Of who does a thing with others, a
// co-pilot, they are those of the one who does it.
func (l *Lexicon) Flags(lower string) Flags {
	f, ok := l.flags[lower]
	if !ok && strings.HasPrefix(lower, "co-") {
		return l.flags[lower[len("co-"):]] & (Somebody | FemaleRole | MaleRole)
	}
	return f
}

// List gives the entries of a list of the words files, in lower case, with
// blanks where the file has "_".
func (l *Lexicon) List(name string) []string { return l.lists[name] }

// Phrases gives the entries of a list that begin with a word, cut into words.
func (l *Lexicon) Phrases(name, first string) [][]string { return l.phrases[name+" "+first] }

// Has reports whether a list has an entry.
func (l *Lexicon) Has(name, lower string) bool {
	return l.sets[name][lower]
}

// OwnedBy gives the pronoun of whom a possessive says that something is theirs, "her
// answer": PronounM or PronounF. 0 is no such word.
func (l *Lexicon) OwnedBy(lower string) Flags {
	switch {
	case l.Has("possessive-m", lower):
		return PronounM
	case l.Has("possessive-f", lower):
		return PronounF
	}
	return 0
}

// SameRole gives the role that a role phrase counts as: "top diplomat" is a
// foreign minister. Other phrases are given back.
func (l *Lexicon) SameRole(phrase string) string {
	if r, ok := l.roles[phrase]; ok {
		return r
	}
	return phrase
}

// Breaks says where sentences of the language end.
func (l *Lexicon) Breaks() text.Breaks { return l.breaks }
