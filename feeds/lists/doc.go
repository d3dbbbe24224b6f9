// Package lists reads and writes lists of feeds: OPML, as other readers export
// and import it, and plain text with an address a line.
//
// In come the bytes of a list that anybody may have made; out goes a
// statements.FeedList, or a *statements.Problem that says what it is instead.
// Write makes OPML of feeds.
//
// Reading order: read.go (what a list is), opml.go, lines.go, write.go.
//
// # Why
//
// OPML of the wild is seldom well-formed: bare ampersands, wrong encodings, cut
// ends. It is read by an HTML tokenizer, which never gives up, expands no
// entities of the document's own and takes time in proportion to the size; a
// tree is never built, so depth costs nothing.
//
// Feeds have no folders here. Those of a list are counted, so that whoever
// imports it is told, and left out.
//
// Passwords in addresses do not leave with an export.
package lists
