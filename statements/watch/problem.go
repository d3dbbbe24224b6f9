package watch

import (
	"fmt"

	"onrecord/statements"
)

// mistake is a place in the words that cannot be read.
type mistake struct {
	column int // in characters, from 1
	text   statements.Said
	hint   statements.Said
}

func (m *mistake) problem() *statements.Problem {
	return &statements.Problem{Text: m.text, Hint: m.hint}
}

// wrong makes a mistake; text has one %s, for the column.
func wrong(column int, text, hint string) *mistake {
	return &mistake{column, statements.Say(text, fmt.Sprint(column)), statements.Say(hint)}
}

// Check reads keywords in the watch language. A mistake is a
// *statements.Problem that names its column, counted in characters from 1.
// Words that only say what must not occur are a mistake too: for a watch that
// has a speaker as well, ask CheckWatch.
func Check(keywords string) error {
	return CheckWatch(statements.Watch{Keywords: keywords})
}

// CheckWatch is Check for a whole watch, whose speaker and words together must
// ask for something.
func CheckWatch(w statements.Watch) error {
	if _, m := read(w); m != nil {
		return m.problem()
	}
	return nil
}

// Column is where the first mistake in keywords stands, counted in characters
// from 1; 0 if there is none. It is for pointing at it.
func Column(keywords string) int {
	if _, m := read(statements.Watch{Keywords: keywords}); m != nil {
		return m.column
	}
	return 0
}
