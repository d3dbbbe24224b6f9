// Package tree finds what each token of a sentence depends on, and as what:
// subject, object, clause ... Tagged tokens come in, their Head and Rel are
// filled in.
//
// Reading order: tree.go, features.go, relations.go.
//
// # Why
//
// A greedy arc-hybrid parser (Goldberg and Nivre 2013, "Training deterministic
// parsers with non-deterministic oracles"), because it visits every token twice
// and no more. Its trees agree with CoreNLP's in four heads of five; with
// CoreNLP's own trees in their place the cues get better by 0.3 points only, so
// a better parser is not worth its time.
package tree
