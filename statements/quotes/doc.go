// Package quotes finds quotations: the tokens and paragraphs of a text go in,
// the stretches between quotation marks come out, outermost only, in order.
//
// Reading order: quotes.go (what a quotation is, and the scan of a text),
// marks.go (which mark opens and which closes), single.go (single marks and
// apostrophes), interrupted.go and asides.go (a cue inside the marks),
// dialogue.go (speech between dashes).
//
// # Why
//
// A mark that is never closed costs its paragraph at most: a quotation ends
// with the paragraph it opened in. Only when the next paragraph has the
// closing mark, or opens anew, are the two one utterance, and each keeps its
// own span, so that no offset ever spans the blank line between them. Every
// token is looked at once or twice, so that megabytes of marks are no danger.
package quotes
