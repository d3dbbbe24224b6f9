// Package cues finds the words of saying: a sentence goes in, the verb groups
// that report something come out, with how each reports.
//
// Reading order: sentence.go (a sentence as the rules read it: words, marks,
// and each quotation as one item), desk.go (what an office is of: "of Labour and
// Social Security"), find.go (which words are cues), context.go
// (where a word that can report does not: nouns, infinitives, refusals),
// abroad.go (the same for languages that list their verbs form by form).
//
// # Why
//
// A quotation is one item of its sentence: what is said inside it is the
// speaker's, and no cue of the reporter's. A model can stand in for Find, as
// long as it gives cues in the same form.
package cues
