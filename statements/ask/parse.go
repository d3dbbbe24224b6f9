package ask

import (
	"time"

	"onrecord/statements"
)

// Context is what a question is read against.
type Context struct {
	Now time.Time // in the asker's zone

	// Names looks words up among the speakers of the archive: a full name, a
	// surname, another spelling, a role. Best first; nothing when nobody fits.
	// It is asked several times for one question. Nil knows nobody.
	Names func(words string) []statements.Speaker

	// Alike looks up who may be meant by a name that is misspelt; the slips are
	// counted here. Nil knows nobody.
	Alike func(name string) []statements.Speaker

	// Stands reports whether an article on record has a name's words: it is no slip
	// then. Nil has none.
	Stands func(name string) bool

	Outlets []string // names of the outlets that are read
}

// Parse understands question. It never fails: what it cannot place is in
// NotUnderstood, and somebody whom Names does not know is a Speaker with the
// words of the question as name and without an ID. Such a speaker may still be
// found by role ("the harbour master"), so a search must not filter by them.
func Parse(question string, in Context) statements.Query {
	q := newQuestion(question, in)
	q.out.Question = question
	q.quotes()
	q.manner()
	q.outlets(func(words int) bool { return words > 1 }) // "USA Today" is no day
	q.when()
	q.outlets(func(words int) bool { return words == 1 })
	q.order()
	q.except()
	q.who()
	q.jointly()
	q.byOtherNames()
	q.topic()
	q.onlyAct()
	q.leftOver()
	return q.out
}
