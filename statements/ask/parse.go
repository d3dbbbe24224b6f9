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
	Names func(words string) []statements.Speaker

	Outlets []string // names of the outlets that are read
}

// Parse understands question. It never fails: what it cannot place is in
// NotUnderstood, and a person whom Names does not know is a Speaker with the
// name as it was typed and no ID.
func Parse(question string, in Context) statements.Query {
	return statements.Query{Question: question}
}
