package watch

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// Set is a compiled set of watches. It never changes and may be used by
// several goroutines.
type Set struct {
	watches []compiled
	bad     []Bad

	ids     map[string]int32 // of the terms, by key
	terms   []term
	sources map[string][]int32 // terms by the letters of an outlet or host
	exact   *trie
	starts  starts

	people map[string][]int32 // by the last word of the key of each of their names: indexes into names
	names  []watched          // of watched speakers

	filed map[place][]int32 // watches, by what they cannot do without

	mu    sync.Mutex
	stems map[string]*trie // by language; made when first needed
}

// watched is whom watches wait for.
type watched struct {
	name string
	also []string // other names of the same speaker
	not  []string // names that look like it and are another's
}

type compiled struct {
	statements.Watch
	who   int32 // number of the speaker's name, or anybody
	words *expr // nil: no words
	said  bool  // the words ask for nothing but what was said
	only  *filter
}

// place is where a watch is filed: under a speaker, a term, or both.
type place struct{ who, term int32 }

const anybody = int32(-1)

// Bad is a watch that cannot match, and why.
type Bad struct {
	Watch   statements.Watch
	Problem *statements.Problem
}

// Bad lists the watches that match nothing: their words cannot be read, or
// they have neither words nor a speaker.
func (s *Set) Bad() []Bad { return s.bad }

// Compile gathers ws. A watch that cannot be read matches nothing and is
// listed by Bad.
func Compile(ws []statements.Watch) *Set {
	s := &Set{
		ids: map[string]int32{}, sources: map[string][]int32{}, exact: newTrie(),
		people: map[string][]int32{}, filed: map[place][]int32{}, stems: map[string]*trie{},
	}
	who := map[string]int32{}
	for _, w := range ws {
		e, m := read(w)
		switch {
		case m != nil:
			s.bad = append(s.bad, Bad{w, m.problem()})
			continue
		case strings.TrimSpace(w.Speaker) == "" && e == nil:
			s.bad = append(s.bad, Bad{w, &statements.Problem{Text: statements.Say("The watch has neither a speaker nor words."), Hint: statements.Say("Give it one of them, or both.")}})
			continue
		}
		s.file(w, e, s.person(w, who))
	}
	return s
}

// person gives the number of a watch's speaker; seen holds those given so far.
// Watches of one name share it where it means the same to them.
func (s *Set) person(w statements.Watch, seen map[string]int32) int32 {
	name := strings.TrimSpace(w.Speaker)
	if name == "" {
		return anybody
	}
	k := name
	if len(w.Also)+len(w.Not) > 0 { // what reviewers of one server said of a name is no other's
		k = strings.Join(slices.Concat([]string{name, ""}, w.Also, []string{""}, w.Not), "\x00")
	}
	if n, ok := seen[k]; ok {
		return n
	}
	n := int32(len(s.names))
	s.names = append(s.names, watched{name, w.Also, w.Not})
	for _, each := range append([]string{name}, w.Also...) {
		last := lastWord(speakers.Key(each))
		if !slices.Contains(s.people[last], n) {
			s.people[last] = append(s.people[last], n)
		}
	}
	seen[k] = n
	return n
}

// goesBy reports whether a name as an article has it means the one who is
// watched. What an editor said of a name decides before what it looks like.
func (w watched) goesBy(name string) bool {
	k := speakers.Key(name)
	for _, other := range w.not {
		if other == name || speakers.Key(other) == k && speakers.Key(w.name) != k {
			return false
		}
	}
	return speakers.Same(w.name, name) || slices.ContainsFunc(w.also, func(a string) bool { return speakers.Key(a) == k })
}

func lastWord(key string) string { return key[strings.LastIndexByte(key, ' ')+1:] }

// file numbers the terms of e and files the watch.
func (s *Set) file(w statements.Watch, e *expr, who int32) {
	n := int32(len(s.watches))
	c := compiled{Watch: w, who: who, words: e, only: newFilter(w.Only)}
	if e == nil {
		s.watches = append(s.watches, c)
		s.filed[place{who, none}] = append(s.filed[place{who, none}], n)
		return
	}
	c.said = e.saidOnly() || c.only.ofStatements()
	s.watches = append(s.watches, c)
	e.terms(func(t *expr) { t.id = s.number(t.term) })
	need := e.need()
	if need == nil {
		s.filed[place{who, none}] = append(s.filed[place{who, none}], n)
	}
	for _, t := range need {
		p := place{who, t.id}
		if l := s.filed[p]; len(l) == 0 || l[len(l)-1] != n {
			s.filed[p] = append(l, n)
		}
	}
}

// number gives a term its number; terms of the same words share it.
func (s *Set) number(t term) int32 {
	key := t.key()
	if id, ok := s.ids[key]; ok {
		return id
	}
	id := int32(len(s.terms))
	s.ids[key] = id
	s.terms = append(s.terms, t)
	switch t.form {
	case exact:
		s.exact.add(t.words, id)
	case prefix:
		s.starts.add(t.words[0], id)
	case source:
		k := strings.Join(t.words, "")
		s.sources[k] = append(s.sources[k], id)
	}
	return id
}

// in gives the trie of the stemmed terms in an article's language.
func (s *Set) in(lang string) *trie {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t, ok := s.stems[lang]; ok {
		return t
	}
	t := newTrie()
	for id, tm := range s.terms {
		if tm.form != stemmed {
			continue
		}
		stems := make([]string, len(tm.words))
		for i, w := range tm.words {
			stems[i] = text.Stem(w, lang)
		}
		t.add(stems, int32(id))
		if tm.join && len(tm.words) > 1 {
			t.add([]string{text.Stem(strings.Join(tm.words, ""), lang)}, int32(id))
		}
	}
	s.stems[lang] = t
	return t
}

// stemLangs are the languages whose stems differ from plain words. All others
// share one trie, so that a made-up language tag costs no memory.
var stemLangs = []string{"en", "es", "fr", "ru", "sv", "no", "nb", "hu", "it", ""}

func stemLang(lang string) string {
	if slices.Contains(stemLangs, lang) {
		return lang
	}
	return plain
}

// starts finds the prefix terms that a word begins with.
type starts struct {
	ids     map[string][]int32
	lengths []int // in bytes, that some prefix has
}

func (s *starts) add(beginning string, id int32) {
	if s.ids == nil {
		s.ids = map[string][]int32{}
	}
	s.ids[beginning] = append(s.ids[beginning], id)
	if !slices.Contains(s.lengths, len(beginning)) {
		s.lengths = append(s.lengths, len(beginning))
		slices.Sort(s.lengths)
	}
}

// of gives the prefix terms that folded begins with.
func (s *starts) of(folded string) []int32 {
	var out []int32
	for _, n := range s.lengths {
		if n > len(folded) {
			break
		}
		if n == len(folded) || utf8.RuneStart(folded[n]) {
			out = append(out, s.ids[folded[:n]]...)
		}
	}
	return out
}
