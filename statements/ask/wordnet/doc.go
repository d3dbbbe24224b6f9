// Command wordnet makes the list of synonyms that questions are read with
// (../data/wordnet.txt), and of usual words (../data/english.txt), which are no
// misspelt names, from the files of WordNet 3.0, which Debian's package
// wordnet-base puts in /usr/share/wordnet:
//
//	go run ./statements/ask/wordnet -from /usr/share/wordnet -to statements/ask/data/wordnet.txt -words statements/ask/data/english.txt
//
// Reading order: main.go (what is kept), english.go (the usual words), database.go (WordNet's files).
//
// # Why
//
// Most of WordNet is of no use for questions about the news, and much of it
// would show wrong answers: a common word has many senses, and its synonyms in
// a rare one are other words. So a word counts only where one sense has most of
// its occurrences in the texts that WordNet's authors tagged, and where it
// occurs there at all; plants, animals, food, numbers and bodies are left out,
// and so are gerunds, whose stem is a verb's. 14 kB are left of 28 MB.
package main
