package statements

import "time"

// Candidate is a feed that an address led to, before anybody reads it.
type Candidate struct {
	URL    string
	Title  string // the feed's own; may be ""
	Site   string // the address of the site that it names; may be ""
	Format string // "RSS 2.0", "Atom", "JSON Feed"
	Lang   string // BCP 47 primary language; "" is unknown

	Items  int
	Newest Moment        // of the newest dated item; zero if none is dated
	Every  time.Duration // how often something new comes; 0 is unknown
	Recent []Headline    // the newest three

	Comments bool   // of readers: hardly ever what is wanted
	Reason   string // how it was found, for people: "named by the page"
}

// Headline is an item of a feed as a preview shows it.
type Headline struct {
	Title     string
	URL       string
	Published Moment
}
