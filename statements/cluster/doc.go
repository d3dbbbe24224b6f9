// Package cluster tells which reports are of one utterance. Statements of an
// article come in; a Signature of each goes out, and, held against signatures
// that are known already, the cluster that each belongs to.
//
// Reading order: sign.go (the signature of a statement), words.go (which of its
// words count, and how much), same.go (two signatures compared), occasion.go
// (who and when), assign.go (an article's statements find their clusters),
// pack.go (signatures as bytes). data/ has words that outlets put for one
// another; pairs/ is the command that prints the pairwise figures.
//
// # Why
//
// Speaker and occasion come first, words second. The same sentence on the next
// day is another statement, and three words in common prove nothing, however
// rare: so a short quote joins only where the order of the quotes around it
// says so too. A quote without a speaker joins one with a name only by a long
// sentence that is the same word for word.
//
// A signature is a bottom-k MinHash sketch over stems: the smallest hashes of
// the words. Nearly all statements have fewer words than the sketch has room
// for and are compared exactly; a speech is compared by a fair sample. It holds
// all that a comparison needs, so no text is read again.
//
// A quote of several sentences says several things, and a report may have one
// of them: sentences are compared too. What a paraphrase has in quotation marks
// says most about it. The top of an article announces what stands below, so less
// is asked there, and what stands there speaks for no other report.
//
// A word counts less if many of its article's statements have it: at talks on
// herring everybody says herring. This needs no archive, so a comparison of two
// statements is the same today and in a year.
//
// The day may be off by one: outlets disagree about "Tuesday" and time zones.
// One statement alike on two days is a repetition; several alike, in articles
// of neighbouring days, are one occasion that somebody dated wrongly.
//
// Outlets and translators put words for one another. The lists of such words
// are small and general, and written for this room: what one may ask with (the
// room ask has its own) is wider than what reports of one utterance differ in.
//
// A statement is in one cluster. A long report of two remarks that others have
// apart is with one of them, and two points of one article are never one.
//
// Clusters that have been opened are never joined by a later report: messages
// have been sent for them. This is where the order of arrival matters, and the
// only place. An article's own statements are taken together, best pair first,
// so their order does not.
package cluster
