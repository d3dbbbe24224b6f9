// Package watch compiles watches and says which of them an article matches,
// and why. Watches come in as rows of the store or of the configuration, each
// with a speaker, words in the watch language, or both; an article with its
// statements comes in next, and an alert for each watch that matches goes out.
//
// The language, tightest first:
//
//	quota          a word in any of its forms, without regard to case and accents
//	"the quota"    these words in this form, one after the other
//	quot*          every word that begins so
//	title: source: said:    before a word or a parenthesis: look only there
//	a NEAR/5 b     at most five words between the two
//	-a, NOT a      must not occur
//	a b, a AND b   both
//	a, b, a OR b   either
//
// AND, OR and NOT may be written small; in quotation marks they are words.
//
// A watch on a speaker fires when that person speaks. With words as well they
// must stand in what was said. A watch on words alone looks at the title and
// the text of an article; where it asks for said: only, it fires on the
// statements, whoever spoke.
//
// What narrows a watch (statements.Only) is asked last: outlets and languages
// of the article, then kind and confidence of each statement. A watch on words
// alone that asks for the speaker's own words, or for who spoke, looks at what
// was said.
//
// Reading order: lex.go and parse.go read the language, problem.go words its
// mistakes, expr.go is what they make. compile.go gathers the terms of all
// watches, tokens.go and trie.go find them in a text, page.go finds them in an
// article, match.go decides, only.go narrows (only_read.go reads what people
// type for it), reason.go and because.go say why; trial.go says what an article lacks that
// nearly matches. seek.go looks for words among the statements of an archive.
//
// # Why
//
// The letters of the trie are words, not characters: an article is cut and
// stemmed once, whatever the number of watches, and a word costs one look-up
// in a map. Watches are filed under the speaker and the rarest-looking words
// that they cannot do without, so a watch costs nothing until those appear.
//
// Stems depend on the language of the article, not of the watch: one trie a
// language is made when its first article comes.
//
// Chinese, Japanese, Korean, Thai and their neighbours write no space where a
// term begins or ends. Their characters count as words, and a term is the
// phrase of its characters.
package watch
