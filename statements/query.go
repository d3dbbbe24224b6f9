package statements

import "time"

// Query is a question as it was understood.
type Query struct {
	Question string
	Speakers []Speaker // any of them; none means anybody
	Except   []Speaker `json:",omitempty"` // whose words are not asked for
	Topic    []Term    // what it is about; best evidence first
	Since    Date      // inclusive; zero is open
	Until    Date      // inclusive; zero is open
	Outlets  []string  // any of them, by name or host; none means all
	Kinds    []Kind    // any of them; none means all
	Order    Order     `json:",omitempty"`

	NotUnderstood []string // words of the question that played no part

	// ReadAs are names of the question that nobody on record bears and that were
	// read as slips of the names of some of Speakers, in their order; a name that
	// may be of several has one for each. Questions that were kept before this was
	// known have none.
	ReadAs []ReadAs `json:",omitempty"`
}

// Order is which of the answers a question asks for first.
type Order string

// The orders. Without a topic the best are the newest all the same.
const (
	BestFirst   Order = ""
	NewestFirst Order = "newest"
	OldestFirst Order = "oldest"
)

// ReadAs is a misspelt name with the name on record that it was read as.
type ReadAs struct {
	Typed   string // as it stands in the question, without a title
	Speaker string
}

// Term is one thing that a query looks for, in the question's own words, with
// the stems that count as it. One stem may be several words ("jabhat al nusra").
type Term struct {
	Words string
	Stems []string
}

// Coverage says what a search looked at: the other half of every answer.
type Coverage struct {
	Feeds      int
	Healthy    int
	Failing    []string // names of the feeds that are not healthy
	Articles   int
	Statements int
	From, To   Date // publication days of the oldest and newest article
}

// StoredQuestion is an answered question, kept so that the buttons under its
// answer work after a restart and for years.
type StoredQuestion struct {
	ID         string // 13 letters and digits; given by the store
	Text       string // as it was asked
	User       string // who asked, unique on the surface
	Server     string
	Place      string
	At         time.Time
	Query      Query   // as it was understood
	Statements []int64 // the answers' statements, best first: more than were shown
	Nearest    []int64 // what came nearest when nothing was on record
	Coverage   Coverage
	// Looked is set where Text is no question but words of the watch language.
	Looked *Looked `json:",omitempty"`
	// Watch is set where Text is the words of a watch that was tried and is none yet.
	Watch *Watch `json:",omitempty"`
	// Form is what was made of the question, if it was no answer: "timeline",
	// "compare".
	Form string `json:",omitempty"`
	// Against is the other side of a comparison.
	Against *Query `json:",omitempty"`
}

// Looked says how a search by words went.
type Looked struct {
	At   int  // statements that were looked at
	Cut  bool // there were older ones
	More bool // more have the words than are kept
}
