package statements

// Harvest counts what feeds brought.
type Harvest struct {
	Items      int // that were not seen before
	Articles   int // that were not stored before
	Stubs      int // of them, those without their text
	Statements int
}

// Yield is what a feed has been bringing. The zero value is that of a feed
// which has brought nothing since its first sight.
type Yield struct {
	Today int // new items since midnight UTC
	// Weeks holds the last seven days first, then the seven before, and so on
	// for at most nine weeks. Weeks before the feed first brought something are
	// left out.
	Weeks []Harvest
}
