package statements

import "time"

// Deed is what an outlet did to a statement after it was read.
type Deed string

// The deeds. The words of a statement are those in its Content.
const (
	Reworded   Deed = "reworded"   // other words stand in their place
	TakenOut   Deed = "taken out"  // they are gone, and the article stands
	Rewritten  Deed = "rewritten"  // they are gone, with most of the article
	Reassigned Deed = "reassigned" // they stand there as somebody else's
	Withdrawn  Deed = "withdrawn"  // the article is gone, or says that it does not hold
	Corrected  Deed = "corrected"  // they stand there, and a note of a correction beside them
)

// Change is what an outlet did to a statement, as a later look at it found.
type Change struct {
	Statement int64 // its number
	Deed      Deed
	At        time.Time // of the look

	// Text is the version of the article that was read then; "" if there was
	// none. What follows are spans into it.
	Text string
	Now  Statement // of Reworded and Reassigned: what stands there; ID is 0
	Note Span      // the outlet's own words about it: a correction, a withdrawal
}

// Sight is what a later look at an article found.
type Sight string

// The sights.
const (
	SightSame       Sight = "unchanged"
	SightChanged    Sight = "changed"        // in what was said
	SightElsewhere  Sight = "changed around" // not in what was said
	SightGone       Sight = "gone"           // the page, for good
	SightMissing    Sight = "not found"      // which may pass
	SightLess       Sight = "cut short"      // a stub, a paywall
	SightUnread     Sight = "not readable"   // consent pages, checks for robots, what is no page
	SightOther      Sight = "another text"   // the address leads elsewhere now
	SightNoAnswer   Sight = "no answer"
	SightNotAllowed Sight = "not allowed" // by robots.txt
)

// Look is an article that is to be looked at again.
type Look struct {
	Article int64
	URL     string // of its page, as it was fetched

	// What makes the question cheap, as the page last gave them.
	ETag         string
	LastModified string

	Title   string
	Fetched time.Time // when it was first read
	Done    int       // how many looks there were
	Missing int       // how many of the last ones did not find the page; below zero: had no answer
}

// LookAfter is how long after its first reading an article is looked at again.
var LookAfter = []time.Duration{time.Hour, 6 * time.Hour, 24 * time.Hour}

// NextLook is when an article is due to be looked at again, if it was first
// read at fetched and the last time now; zero is never. Looks that were missed
// are one.
func NextLook(fetched, now time.Time) time.Time {
	for _, d := range LookAfter {
		if at := fetched.Add(d); at.After(now) {
			return at
		}
	}
	return time.Time{}
}

// Relook is a look at an article on its way into the store.
type Relook struct {
	Look  Look
	At    time.Time
	Sight Sight
	Next  time.Time // when to look again; zero is never

	// Judged says that Changes is all that is known of the article's statements
	// now: a statement that is not among them is as it was read.
	Judged  bool
	Text    string // the version that was read; "" if there is none
	Changes []Change

	// FeedID, ItemKey and Mark are of the item of a feed whose text was read
	// instead of a page; no FeedID: a page was.
	FeedID  int64
	ItemKey string
	Mark    int64

	// Added are statements that the version has more, with their alerts: its
	// Article is the version, and has an address of its own.
	Added Arrival
}

// Sighting is a look at an article, for people.
type Sighting struct {
	At    time.Time
	Sight Sight
}
