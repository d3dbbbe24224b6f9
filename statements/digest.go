package statements

import "time"

// Gathering says what holds alerts back until they are told together.
type Gathering string

// The gatherings.
const (
	GatherDigest Gathering = "digest" // a watch's schedule
	GatherQuiet  Gathering = "quiet"  // quiet hours
	GatherRest   Gathering = "rest"   // the cap of an hour
	GatherMute   Gathering = "mute"   // a mute
	GatherHeld   Gathering = "held"   // none any more: it was let go
)

// Digest is what a message of FormDigest tells besides its entries.
type Digest struct {
	Number int64 // of the message, for people
	Kind   Gathering
	At     time.Time // the hour that it is of; zero for a mute without an end
	Since  time.Time // the hour of the one before; zero is none
	Part   int       // 0 is the first of an hour
	Timing Timing    // of its watches, for GatherDigest

	// For GatherDigest, as of the moment of reading: the watches whose digest it
	// is, and how the feeds are. Coverage counts no articles.
	Watches  []Watch
	Coverage Coverage
}

// Gathered is a message that is not due yet, and what it holds.
type Gathered struct {
	Delivery string
	Place    string
	Kind     Gathering
	At       time.Time // zero: until somebody asks for it
	Alerts   int
	Watches  []Watch // whose alerts it holds; for GatherDigest all whose digest it is
}

// Mute holds what a watch tells in a place back: kept and told when it ends.
type Mute struct {
	ID    int64
	Watch Watch
	Place string
	// Topic narrows it; nil is all that the watch tells.
	Topic   *Topic
	Until   time.Time // zero: until somebody ends it
	By      string    // for people
	Created time.Time
	Held    int // alerts that it holds now
}

// Topic is what some statements are about.
type Topic struct {
	Words []string `json:"words"` // for people
	Stems []string `json:"stems"`
	Least int      `json:"least"` // how many of the stems make a text one of the topic
}
