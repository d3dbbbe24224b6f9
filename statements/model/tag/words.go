package tag

import (
	_ "embed"
	"strings"

	"onrecord/statements/model/token"
)

//go:embed wordnet.txt
var wordnet string

// Classes of words, by WordNet's lexicographer files. The first of each pair
// is set when it is the commonest sense, the second for the next three too.
const (
	Communication uint16 = 1 << iota
	MaybeCommunication
	Cognition
	MaybeCognition
	Emotion
	MaybeEmotion
	Perception // of nouns: a person
	MaybePerception
	Social // of nouns: an act
	MaybeSocial
	Organisation
	MaybeOrganisation
	Known // stands in the list at all
)

const (
	IsPerson    = Perception
	MaybePerson = MaybePerception
)

var classes = map[byte]uint16{
	'C': Communication | MaybeCommunication, 'c': MaybeCommunication,
	'G': Cognition | MaybeCognition, 'g': MaybeCognition,
	'E': Emotion | MaybeEmotion, 'e': MaybeEmotion,
	'P': Perception | MaybePerception, 'p': MaybePerception,
	'S': Social | MaybeSocial, 's': MaybeSocial,
	'A': Social | MaybeSocial, 'a': MaybeSocial,
	'O': Organisation | MaybeOrganisation, 'o': MaybeOrganisation,
}

// Words knows the classes of verbs and nouns and their irregular forms.
type Words struct {
	verbs, nouns       *Lookup // classes
	oddVerbs, oddNouns *Lookup // where the base form stands in odd
	odd                []string
}

// ReadWords reads the list that is built in.
func ReadWords() *Words {
	w := &Words{}
	verbs, nouns := make(map[uint32]uint16, 9000), make(map[uint32]uint16, 24000)
	oddVerbs, oddNouns := make(map[uint32]uint16, 2500), make(map[uint32]uint16, 2500)
	section := ""
	for line := range strings.Lines(wordnet) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			section = line
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		h := token.Hash(word)
		switch section {
		case "[verbs]":
			verbs[h] = classOf(rest)
		case "[nouns]":
			nouns[h] = classOf(rest)
		case "[irregular verbs]":
			oddVerbs[h] = w.base(rest)
		case "[irregular nouns]":
			oddNouns[h] = w.base(rest)
		}
	}
	for form, base := range extraVerbs {
		oddVerbs[token.Hash(form)] = w.base(base)
	}
	w.verbs, w.nouns = NewLookup(verbs), NewLookup(nouns)
	w.oddVerbs, w.oddNouns = NewLookup(oddVerbs), NewLookup(oddNouns)
	return w
}

// base keeps the base form of an irregular word and gives its place.
func (w *Words) base(form string) uint16 {
	w.odd = append(w.odd, form)
	return uint16(len(w.odd) - 1)
}

// known gives the classes of the word with hash h in list; 0 if it is not there.
func known(list *Lookup, h uint32) uint16 {
	class, _ := list.Find(h)
	return class
}

var extraVerbs = map[string]string{
	"'s": "be", "'re": "be", "'m": "be", "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be",
	"being": "be", "'ve": "have", "has": "have", "had": "have", "having": "have", "'d": "have", "does": "do",
	"did": "do", "done": "do", "felt": "feel", "found": "find", "left": "leave", "saw": "see", "lay": "lie",
}

func classOf(letters string) uint16 {
	c := Known
	for i := range len(letters) {
		c |= classes[letters[i]]
	}
	return c
}

// Lemma gives the hash of the base form of token i, by its part of speech, and
// the classes of that form.
func (w *Words) Lemma(d *token.Doc, i int) (lemma uint32, class uint16) {
	t := &d.Tokens[i]
	switch {
	case IsVerb(t.Tag):
		var buf [48]byte
		base, ok := w.verb(buf[:0], d.Word(i), t)
		if !ok {
			return t.Low, known(w.verbs, t.Low)
		}
		h := token.HashBytes(base)
		return h, known(w.verbs, h)
	case t.Tag == NN:
		return t.Low, known(w.nouns, t.Low)
	case t.Tag == NNS:
		var buf [48]byte
		base, ok := w.noun(buf[:0], d.Word(i), t)
		if !ok {
			return t.Low, known(w.nouns, t.Low)
		}
		h := token.HashBytes(base)
		return h, known(w.nouns, h)
	case t.Tag == NNP:
		return t.Low, known(w.nouns, t.Low)
	}
	return t.Low, 0
}
