// Package export writes statements as files that other programs read. Stored
// statements with their articles come in; out come CSV, JSON, Markdown or
// BibTeX, each with the evidence: the words, what stands around them, where
// they stand, when they were read, and the hash of the text they were read in.
//
// Reading order: record.go (what is told of one statement), export.go (the
// formats by name), csv.go, markdown.go, bibtex.go.
//
// # Why
//
// The hash is SHA-256 of the stored text, in which the bytes count: whoever has
// the text can prove that the words stand there and that nothing was changed.
package export
