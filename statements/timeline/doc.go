// Package timeline counts statements over time. Days and kinds of statements
// come in, with the days on which the archive has articles; out comes a row of
// bars without holes: days, weeks or months, which are told apart from times of
// which nothing was read.
//
// Reading order: timeline.go, steps.go.
//
// # Why
//
// A bar of zero says that somebody was silent. Where the archive has no article
// at all, nobody listened, and a bar of zero would lie: such bars are gaps.
package timeline
