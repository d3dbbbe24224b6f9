// Package embed asks an embeddings endpoint, where the operator has one, what
// texts mean. Texts go out and vectors come back, which are checked before anybody
// uses them; for a question, the statements come out that mean something like it.
//
// Reading order: client.go (how it is asked), check.go (what is believed of it),
// topic.go (for a question, which does not wait), meaning.go (what is found with
// it).
//
// # Why
//
// An endpoint may be down, slow or wrong, and may be exchanged for another model's
// behind its address. So an answer counts only if it has one vector for each text,
// each in its place by its number, all of the size that the archive has, all
// finite and none zero; and texts that differ must not all get the same. Nothing
// else of it is read, and no more than such an answer can take.
//
// A question waits for a second and a half, and the next of half a minute do not
// wait at all where it gave nothing: the answer without it is there. What has been
// asked is remembered: to turn a page, or to ask the same again, costs nothing.
package embed
