package statements

import "time"

// ByEditor is how the speaker of a statement is known to whom an editor of the
// registry gave it.
const ByEditor Known = "editor"

// DatedRole is a role that a speaker bore, and when.
type DatedRole struct {
	ID   int64 // of one that an editor set; 0 for one that was read
	Role string
	// Since and Until are the days that an editor set, both included, zero for
	// open; of a role that was read, the first and the last day it was seen.
	Since, Until Date
	Seen         int    // statements that have it
	By           string // the editor; "" for one that was read
}

// Spelling is one way in which a speaker's name is written.
type Spelling struct {
	Name string
	Uses int    // statements that have it
	By   string // the editor who gave it to the speaker; "" for one that was read
}

// Tally is a name and how often it counts.
type Tally struct {
	Name string
	N    int
}

// Profile is what the archive knows of a speaker.
type Profile struct {
	Speaker
	Roles     []DatedRole // those of editors first, then those most often read
	Spellings []Spelling  // most used first, the shown name among them
	Kinds     map[Kind]int
	Known     map[Known]int
	Outlets   []Tally // most statements first
	Last      Date    // of the newest statement
}

// Holder is somebody who bore a role in some time.
type Holder struct {
	Speaker Speaker // ID and Name
	Role    string
}

// What an edit of the registry does.
const (
	EditMerge  = "merge"
	EditSplit  = "split"
	EditName   = "rename"
	EditAlias  = "alias"
	EditUnname = "no alias"
	EditRole   = "role"
	EditUnrole = "no role"
)

// Edit is one change that an editor made to the registry of speakers.
type Edit struct {
	ID       int64
	At       time.Time
	By       string // who, for people
	Server   string // from where
	What     string // EditMerge and so on
	Speaker  Speaker
	Other    Speaker // whom it was merged into, or who was split off; zero else
	Detail   string  // the name, alias or role
	Moved    int     // statements that went from one speaker to another
	Undone   time.Time
	UndoneBy string
}

// Split says what of a speaker is somebody else's: the statements that bear one
// spelling of the name, or some by their numbers.
type Split struct {
	Into       string // the other's name: somebody on record, or somebody new
	Spelling   string
	Statements []int64
}
