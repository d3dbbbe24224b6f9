// Package advice asks a language model, where the operator has one. A question
// and the statements that answer it go out; an order of the statements and a
// few sentences about them come back, and are checked before anybody sees them.
//
// Reading order: advice.go (what is asked for), client.go (how), check.go (what
// is believed of it).
//
// # Why
//
// A model invents. It therefore never writes a quote, its order is only an order
// of what was found without it, other words for a topic only widen a search
// that found nothing, and a sentence of its own is shown only if it names the
// statements that it rests on and has hardly a word that does not stand in
// them. Slow, down or wrong, it changes nothing: the answer is there without it.
package advice
