package watch

import "onrecord/statements"

// Set is a compiled set of watches. It may be used by several goroutines.
type Set struct{}

// Bad is a watch that cannot match, and the reason in two sentences.
type Bad struct {
	Watch   statements.Watch
	Problem *statements.Problem
}

// Compile gathers ws. Watches whose words cannot be read match nothing and are
// listed by Bad.
func Compile(ws []statements.Watch) *Set { return &Set{} }

// Bad lists the watches that match nothing because they cannot be read.
func (s *Set) Bad() []Bad { return nil }

// Check reads words in the watch language. A mistake is a *statements.Problem
// that names the column, counted in characters from 1.
func Check(keywords string) error { return nil }

// Match gives one alert for each watch that the article matches, in the order
// in which the watches were compiled.
func (s *Set) Match(a statements.Article, sts []statements.Statement, quiet bool) []statements.Alert {
	return nil
}
