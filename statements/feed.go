package statements

import "time"

// Feed is one feed as the store holds it: what to fetch, when, and how it has
// been doing.
type Feed struct {
	ID       int64
	URL      string
	Name     string // for people; the feed's own title where nobody gave one
	Schedule string // cron expression or "@every 10m"; "" is left to us
	Origin   string // OriginConfig or OriginChat
	By       string // who added it

	ETag         string
	LastModified string
	BodyHash     string // of the last body that was parsed: same bytes are not parsed again

	NextAt time.Time // when it is due
	// Seen is false until a first visit has been kept: its items are kept as
	// backlog then and alert nobody.
	Seen bool

	Failures     int // in a row
	FailingSince time.Time
	LastError    string // one line for people, without secrets
	Theirs       bool   // the failure is the feed's, not ours
	LastOK       time.Time
	LastItem     time.Time // when something new last came
	Paused       bool      // gone (410), or paused by the operator
	Outage       bool      // the failure is our own network's: most hosts fail with it

	Items   int       // in the feed, with those that were lost, at the last reading
	Lost    int       // items that the last reading had to leave out
	Damage  string    // what was wrong with the document; "" is nothing
	MovedAt time.Time // when a permanent redirect last changed URL

	// Recent is when its newest items came, to the minute, oldest first: what
	// the time of the next visit and the word "quiet" are made from.
	Recent []time.Time
	// Asks is the least between two visits that its publisher asks for.
	Asks time.Duration
	// Push is what its hub does; only lists of feeds have it.
	Push Push
}

// Healthy reports whether the newest visit was a good one.
func (f Feed) Healthy() bool { return f.Seen && f.Failures == 0 && !f.Outage && !f.Paused }

// Where feeds and watches come from.
const (
	OriginConfig = "config" // kept in step with the configuration file
	OriginChat   = "chat"   // added by a command, removed by a command
)

// Visit is the outcome of one visit to a feed, kept when all its items are.
type Visit struct {
	FeedID int64
	URL    string
	Name   string // the feed's own title; fills an empty name
	At     time.Time
	NextAt time.Time

	Status     int // of HTTP; 0 when there was no answer
	Unchanged  bool
	Items      int // in the feed
	New        int // not seen before
	Articles   int // kept
	Statements int // kept
	Alerts     int // put into the outbox
	Stubs      int // articles that were kept without their text
	// Backlog marks the first sight of a feed, which is no yield.
	Backlog bool

	Lost   int           // items that had to be left out
	Damage string        // what was wrong with the document
	Recent []time.Time   // as in Feed; nil leaves it as it is
	Asks   time.Duration // as in Feed

	Problem string // "" is a good visit
	// Outage says that the problem is our own network's. The visit does not
	// count among the feed's failures, which stay at Failures.
	Outage   bool
	Failures int
	Theirs   bool
	Gone     bool   // 410
	MovedTo  string // where a permanent redirect leads

	ETag         string
	LastModified string
	BodyHash     string
}

// Arrival is an article on its way into the store: what one feed item brought,
// read and matched.
type Arrival struct {
	FeedID  int64
	ItemKey string
	Outlet  Outlet // this feed's name and this item's link
	// Quiet is set on the first sight of a feed: only watches that ask for the
	// backlog are alerted.
	Quiet      bool
	At         time.Time
	Article    Article
	Statements []Statement
	Alerts     []Alert
	// Watches is the version of the watches that Alerts were matched against.
	Watches int64

	// Look is the page that the article was read from, to be looked at again;
	// no URL: there is none. Body is a hash of the feed's text where that is
	// what the article was made of, so that its edits are seen; else 0.
	Look Look
	Body int64
}

// Archived is a stored article with its statements, in the order of the text.
type Archived struct {
	Article    Article
	Also       []Outlet
	Statements []Found
}

// Kept is what keeping an arrival wrote.
type Kept struct {
	ArticleID  int64
	New        bool // the article was not stored before
	Deliveries int  // messages that are owed because of it
	// Clusters are those of a new article's statements, in their order.
	Clusters []int64
}

// ArchivedAlert is a match of a watch in the archive.
type ArchivedAlert struct {
	ArticleID    int64
	StatementIDs []int64 // none for words that matched the article
	Reason       string
	Words        []string
}
