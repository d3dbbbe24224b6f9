// Package token cuts a text into tokens, sentences, paragraphs and quotations,
// as the models see them. Text comes in, a Doc of byte offsets goes out; the
// models write into its tokens what they find out.
//
// Reading order: token.go, cut.go, bounds.go, quotes.go.
//
// # Why
//
// The cuts are those of the Penn Treebank ("does" + "n't", "Sen." in one
// piece), because the models are learnt from texts that were cut that way. A
// line break ends a paragraph and a paragraph ends every quotation: one that is
// never closed costs no more than its paragraph.
package token
