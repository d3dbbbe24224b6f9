// Package compare tells what an outlet did to an article after it was read. Two
// readings of one article come in, the first and a later one; what became of
// each statement goes out, and which statements are new. Diff gives the words
// in which two wordings differ.
//
// Reading order: words.go (what counts as a word), compare.go (the steps),
// whole.go (is it the same article at all), find.go (where the words of a
// statement stand now), voice.go (whose they are now), notes.go (what outlets
// write when they correct themselves; data/ has it by language), diff.go.
//
// # Why
//
// Words count and nothing else: marks, blanks, dashes, capitals and accents are
// the work of typesetters. A statement whose words stand anywhere in the later
// text is as it was, whatever a second reading makes of it: the reader may read
// one text in two ways because of a neighbour, and that is not the outlet's
// doing. So only the outlet's words can make a change, and a change of speaker
// needs a name on both sides and a paragraph that was edited.
//
// A page that came back short is no retraction. Paywalls and stubs cut the end
// off, and then nothing is said about what stood there.
//
// A note of a correction often repeats the wrong words. They do not count as
// words of the article.
package compare
