// Package console is the terminal as a surface. Commands come in as typed
// lines and go to the desk; its cards come back and are drawn in 80 columns;
// alerts appear above the prompt while one types. Where the input is no
// terminal, a line is a command and everything is plain text.
//
// Reading order: console.go is the surface; detect.go asks what the terminal can do,
// lines.go reads it; parse.go takes a line apart, misread.go finds what it may not have
// meant, complete.go completes one, memory.go knows what is on the screen. files.go is
// for what comes with a command or a reply. draw.go and parts.go lay a card out,
// fields.go its fields, page.go sets its lines, width.go counts columns, color.go
// colours. reading.go and reading_list.go draw an article with who said what in it,
// for one-shot commands.
//
// # Why
//
// The text alone carries everything: with NO_COLOR or into a file the same
// characters are written, without colour.
//
// A place, a server and a user of this surface are all called console: whoever
// has the terminal is the operator and may do everything.
//
// Find knows only what this process has written. A terminal keeps no messages
// that could be looked up, so after a crash between the writing and its record
// the card is written once more.
//
// A read of a terminal cannot be broken off. When a context ends, the read
// that is under way is left behind; the process is about to end.
package console
