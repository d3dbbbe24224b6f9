package model

import (
	"onrecord/statements"
	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
)

// Part is a part of speech, as far as it tells how much a word says.
type Part uint8

// The parts of speech.
const (
	Small     Part = iota // articles, prepositions, pronouns, auxiliary verbs, numbers, marks
	Noun                  // and names
	Adjective             // and participles that stand for one
	Verb
	Adverb // and the particles of verbs: "take back"
)

// Word is a word of a text with its part of speech.
type Word struct {
	statements.Span
	Part Part
}

// Words are the words and marks of text with their parts of speech. What lies
// beyond its first 256 KB is not looked at.
func (m *Model) Words(text string) []Word {
	d := token.Cut(readable(text))
	m.Tagger.Run(d)
	out := make([]Word, len(d.Tokens))
	for i, t := range d.Tokens {
		out[i] = Word{statements.Span{Start: int(t.Start), End: int(t.End)}, partOf(t.Tag)}
	}
	return out
}

func partOf(t uint8) Part {
	switch t {
	case tag.NN, tag.NNS, tag.NNP:
		return Noun
	case tag.JJ, tag.JJR, tag.JJS:
		return Adjective
	case tag.VB, tag.VBD, tag.VBG, tag.VBN, tag.VBP, tag.VBZ:
		return Verb
	case tag.RB, tag.RBR, tag.RBS, tag.RP:
		return Adverb
	}
	return Small
}
