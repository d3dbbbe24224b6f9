// Package lexicon is language as data: which words report speech, which stand
// for somebody, which are pronouns, titles, weekdays, and which marks quote. A
// language code goes in, a Lexicon comes out.
//
// Reading order: lexicon.go (what a language knows), flags.go (the classes of
// words), verb.go (verbs of saying), inflect.go (English forms), places.go
// and lands.go (states, what is theirs, capitals), load.go (from the files of a folder),
// guess.go (which language a text is in).
// The words themselves lie in en/, ru/, es/, fr/ and de/: words.txt (closed
// classes), verbs.txt, people.txt, places.txt.
//
// # Why
//
// A rule that names a word is a rule for one language. The rules ask for
// classes, and a language is added by a folder. No word here was learnt from a
// corpus, and no name of a person is in it but given names.
package lexicon
