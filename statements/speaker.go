package statements

// Speaker is a person, an organisation or a state that the archive has
// statements of.
type Speaker struct {
	ID         int64
	Name       string   // the spelling that is shown
	Role       string   // the newest one on record
	Aliases    []string // other spellings that mean the same speaker
	Statements int      // how many are on record
}
