// Package gist says what a text is about: in its words, and in a few of its own
// sentences. An article comes in; out go stems (Words) and sentences, whole and
// unchanged (Summary). It is pure and deterministic.
//
// Reading order: words.go (which words say what a text is about), sentences.go,
// fit.go (which sentences tell something; furniture.txt has the phrases of those
// that do not), rank.go (LexRank), summary.go.
//
// # Why
//
// A word says what a text is about if it is of no closed class of its language:
// the lexicon's classes are the stop words, and a language without a lexicon has
// none. Stems are those that the archive is searched by.
//
// LexRank (Erkan and Radev, 2004) is a sum over the article itself: it needs no
// training, no model and no language, and makes no sentence of its own. What
// news has beside it is the lead, which comes first whatever its rank. The
// factors of summary.go only settle what is near; none was fitted to texts.
//
// Two hundred sentences are read, since every one is compared with every other.
package gist
