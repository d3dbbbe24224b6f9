// Package watch compiles watches and says which of them an article matches,
// and why. Watches come in as rows of the store or of the configuration, each
// with a speaker, words in the watch language, or both; alerts go out.
//
// Reading order: lex.go and parse.go read the language, problem.go words its
// errors, compile.go gathers the terms of all watches, trie.go and scan.go find
// them in an article, match.go decides, reason.go says why.
package watch
