// Package reasons has the sentences that go into a store: why a feed could not be
// read, why a place refuses a message, why a source has fallen silent. They are
// kept in English, with what they name; Read takes one apart again, so that it can
// be said in the reader's language.
//
// sentence.go is how they are written and read, fetching.go what a visit says,
// found.go how a feed was found, yield.go what a feed brings, refusals.go what
// Discord says.
//
// # Why
//
// Rows, logs and JSON have been in English from the beginning, and rows outlive
// programs: what is kept stays as it is. Whoever writes a reason takes its sentence
// from here, and nobody else can make one: what is written can be read.
package reasons
