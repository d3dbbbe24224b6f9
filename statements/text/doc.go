// Package text cuts text into words, tokens, sentences and paragraphs. All of
// them are byte spans of the input; nothing is copied, changed or lost, and
// the time is linear in the input, whatever the bytes.
//
// Reading order: words.go (words, folding and stems, for searching; stemmed.go
// remembers stems),
// tokens.go (words and punctuation, for reading), paragraphs.go, sentences.go.
//
// # Why
//
// Reading needs the punctuation and the capitals that searching throws away,
// so there are two kinds of word here: Word folds, Token keeps.
package text
