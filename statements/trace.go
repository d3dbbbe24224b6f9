package statements

import "time"

// Trace is what became of an article, as far as one server may know.
type Trace struct {
	Archived
	Kept     time.Time
	Carriers []Carrier // who brought it, the first first
	Reported []string  // outlets whose other articles report an utterance of it
	Told     []Told    // of that server's watches alone
	// Looks are the later looks at it, the first first.
	Looks []Sighting
}

// Carrier is an outlet that carries an article, or a feed that brought one.
type Carrier struct {
	Name string
	At   time.Time
}

// Told is a watch that matched, and the message that tells it.
type Told struct {
	Watch    Watch
	Reason   string // "" where Joined
	Place    string
	Delivery string
	Joined   bool      // the message tells of another article with the same utterance
	State    string    // StateOwed, StatePaused or StateSent
	Why      string    // of the last trouble on the way, for people
	Created  time.Time // of the message
	Sent     time.Time
	Edited   time.Time // zero: never
	Attempts int
	// Held says what gathers it, where the message has not gone: until At, or
	// until somebody asks for it. "" is nothing.
	Held Gathering
	At   time.Time
}

// The states of a message in the outbox.
const (
	StateOwed   = "due"
	StatePaused = "paused"
	StateSent   = "sent"
)
