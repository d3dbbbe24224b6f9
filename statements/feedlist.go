package statements

// FeedList is a list of feeds as people hand them from one reader to another.
type FeedList struct {
	Title string
	Feeds []ListedFeed // each address once, in the list's order

	Folders int // that feeds stood in; nothing is kept of them
	Doubled int // further entries of a feed that is in the list
	Unread  int // entries whose address is none of the web
	// Cut says that the list is longer than is read at once.
	Cut bool
	// Damaged says that something could not be read and may be missing.
	Damaged bool
}

// ListedFeed is one feed of a list.
type ListedFeed struct {
	URL  string
	Name string // one line; may be ""
	Site string // may be ""
}
