// Package model is the learnt half of the reader: English text comes in, who
// said what goes out, as byte spans, with the tags and names of the tokens for
// the rules that come after it. It knows nothing of who a speaker is.
//
// Reading order: model.go, cues.go, roles.go, judge.go, join.go, adopt.go,
// layout.go, file.go, parts.go (parts of speech alone, for questions); the steps that they take are in the folders token, tag
// and span, the arithmetic in linear, and train is the command that learns the
// weights. MODEL_CARD.md says from what, and how good they are.
//
// # Why
//
// Rules find "said"; two thirds of the cues of the news occur once. So cues are
// found by a linear chain over words, tags, word classes, the nouns and verbs
// around them, and quotation marks; then source and content of each cue by a
// second chain; then a third one judges each cue by what it would introduce and
// by what surrounds it. Given the right cues the second step is as good as
// people are, so whatever can be gained is gained in the first and third. What
// is regular in language stays a rule: whole quotations, one owner for each
// word, transcripts.
//
// There was a dependency parser once. Which nouns, verbs, marks and clauses
// stand before and behind a word says as much to the cues and more to the
// roles, and costs nothing.
//
// Everything is linear and hashed because the reader runs on one core at
// hundreds of articles a second, with no library and no machine of its own. What
// costs time is memory that a core does not keep near, so training drives most
// weights to nothing: the tables of all steps together have under two megabytes.
package model
