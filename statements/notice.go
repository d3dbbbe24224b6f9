package statements

import "time"

// NoticeKind is what a notice is about.
type NoticeKind string

// The notices.
const (
	NoticeClosed NoticeKind = "closed" // a place refuses our messages
	NoticeGone   NoticeKind = "gone"   // a feed says that it will not come back, and is read no more
	NoticeCalm   NoticeKind = "calm"   // nothing was told for a day, and all is well
)

// Notice is something that is said once, to an admin or, if it is calm, to a
// place. The store keeps it as JSON.
type Notice struct {
	// Key is the same for what must not be said twice.
	Key  string     `json:"-"`
	Kind NoticeKind `json:"kind"`

	Place   string    `json:"place,omitempty"`   // that is closed
	Waiting int       `json:"waiting,omitempty"` // messages for it
	Feed    int64     `json:"feed,omitempty"`    // that is gone
	Name    string    `json:"name,omitempty"`    // of the feed
	Why     string    `json:"why,omitempty"`     // one line; it may hold what came from outside
	Since   time.Time `json:"since,omitzero"`

	Feeds   int      `json:"feeds,omitempty"` // of a calm day
	Healthy int      `json:"healthy,omitempty"`
	Sick    []string `json:"sick,omitempty"` // the names of those that are not healthy
}
