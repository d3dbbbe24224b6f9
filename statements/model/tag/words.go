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
	verbs, nouns       map[uint32]uint16
	oddVerbs, oddNouns map[uint32]string
}

// ReadWords reads the list that is built in.
func ReadWords() *Words {
	w := &Words{make(map[uint32]uint16, 9000), make(map[uint32]uint16, 24000), make(map[uint32]string, 2500), make(map[uint32]string, 2500)}
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
			w.verbs[h] = classOf(rest)
		case "[nouns]":
			w.nouns[h] = classOf(rest)
		case "[irregular verbs]":
			w.oddVerbs[h] = rest
		case "[irregular nouns]":
			w.oddNouns[h] = rest
		}
	}
	for form, base := range extraVerbs {
		w.oddVerbs[token.Hash(form)] = base
	}
	return w
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
			return t.Low, w.verbs[t.Low]
		}
		h := token.HashBytes(base)
		return h, w.verbs[h]
	case t.Tag == NN:
		return t.Low, w.nouns[t.Low]
	case t.Tag == NNS:
		var buf [48]byte
		base, ok := w.noun(buf[:0], d.Word(i), t)
		if !ok {
			return t.Low, w.nouns[t.Low]
		}
		h := token.HashBytes(base)
		return h, w.nouns[h]
	case t.Tag == NNP:
		return t.Low, w.nouns[t.Low]
	}
	return t.Low, 0
}
