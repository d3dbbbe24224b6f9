// Package tag gives tokens their part of speech, base form and kind of name. A
// token.Doc comes in and is filled in.
//
// Reading order: tags.go, tag.go, features.go, words.go, lemma.go, lookup.go.
//
// # Why
//
// Greedy from left to right, with an averaged perceptron for what is open and a
// list for the words that never vary: 96.4 % of the tags that CoreNLP gives, at
// a fifth of a millisecond an article. Verbs and nouns also get their classes in
// WordNet (wordnet.txt, under the licence in WORDNET.md), because two thirds of
// the words that people report speech with occur once in a corpus and their
// classes are known all the same.
package tag
