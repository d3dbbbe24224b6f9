// Package dates says when and where something was said: the words around a cue
// and the day of publication go in, a day comes out, or nothing.
//
// Reading order: dateline.go ("PORT NORTH, December 14 (Wire) -"), day.go ("on
// Wednesday", "yesterday", "Dec. 14").
//
// # Why
//
// A wrong day is worse than none. A weekday is counted back from the day of
// publication, a day of a month takes the year that puts it nearest before
// that day, and without such a day the year stays open, and so the date. What
// was said "previously" or "last year" has no day.
package dates
