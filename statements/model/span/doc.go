// Package span holds the features by which the models find the words of saying
// (cues), who said it and what was said (roles), and judge the result. A tagged
// document comes in, hashed features go out.
//
// Reading order: view.go, cues.go, roles.go, candidate.go, judge.go.
//
// # Why
//
// Three steps, because each needs what the one before it found: a cue is judged
// once more when it is known what it would introduce, and whether it stands in
// what somebody else says. Only the outermost statement counts as one.
package span
