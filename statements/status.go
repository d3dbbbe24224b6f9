package statements

import "time"

// Stats is what the archive and its outbox look like to one server.
type Stats struct {
	Coverage Coverage
	Speakers int
	Watches  []Watch // of the server that was asked for, oldest first
	Watching int     // watches of all servers and of the configuration
	Waiting  int     // messages not sent yet, those of paused places too
	Paused   []Paused
	// LastArticle is when an article was last kept; zero if there is none.
	LastArticle time.Time
}

// Paused is a place that refused a message for good.
type Paused struct {
	Place   string
	Why     string
	Waiting int // messages that wait for it
}
