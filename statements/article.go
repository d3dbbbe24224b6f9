package statements

import "time"

// Span is a half-open range of bytes [Start, End) in an article's text. The
// zero Span means "none".
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// IsZero reports whether s stands for "none".
func (s Span) IsZero() bool { return s == Span{} }

// Of cuts s out of text. A span that does not lie inside text gives "".
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// Contains reports whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Moment is a point in time as a document gave it. The zero Moment is unknown.
// Where the document named no zone, Time is in UTC and ZoneUnknown is set: the
// clock reading is right, the instant may be off by half a day.
type Moment struct {
	Time        time.Time
	ZoneUnknown bool
	DayOnly     bool // only the day was given; Time is its midnight
}

// IsZero reports whether the moment is unknown.
func (m Moment) IsZero() bool { return m.Time.IsZero() }

// Article is one text as it was read from one page or feed item.
type Article struct {
	ID        int64  // of the stored row; 0 before it is kept
	URL       string // canonical: without tracking parameters and fragment
	Outlet    string // the name of the site, for people
	Title     string // one line, without the site's name
	Byline    string
	Lang      string // BCP 47 primary language ("en"); "" is unknown
	Published Moment
	Fetched   time.Time

	// Text is what the spans of the article's statements count in: valid
	// UTF-8, never changed once kept. Its first line is the headline.
	Text string

	// Summary is the feed's own teaser in plain text. It is shown where the
	// page could not be read; Stub says that Text is no more than that.
	Summary string
	Stub    bool
}

// Outlet is one place on the web that carries an article.
type Outlet struct {
	Name string
	URL  string
}
