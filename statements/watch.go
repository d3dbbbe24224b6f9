package statements

import (
	"strconv"
	"strings"
	"time"
)

// Watch is a standing question of one server: tell this place when this
// speaker speaks, when these words appear, or both at once.
type Watch struct {
	ID       int64
	Server   string // "discord:GUILD" or "console"; "@" and its Owner, if it has one; "" for one from the configuration
	Place    string // where alerts go: "discord:CHANNEL", "discord:@USER" by direct message, or "console"
	Speaker  string // "" is anybody
	Keywords string // in the watch language; "" is anything
	Backlog  bool   // also what the archive holds already
	Role     string // Discord role to mention; "" is nobody
	By       string // who made it, for people; "configuration" for the file's own
	Created  time.Time

	// Only narrows what matches, Timing says when it is told.
	Only   Only
	Timing Timing
	// Owner is whose watch it is, if it is nobody else's to see or to change:
	// "discord:USER" or "console". A watch that has one is told to him alone, and
	// its Server is none from which anybody could ask.
	Owner string

	// What the editors of the registry made of the speaker's name, filled in by
	// a store: the other names of whom it means, and names that look like it
	// and are somebody else's.
	Also []string
	Not  []string
}

// Only narrows a watch: the zero Only lets everything through.
type Only struct {
	Outlets   []string `json:"outlets,omitempty"`   // names of outlets, or hosts of their articles
	Verbatim  bool     `json:"verbatim,omitempty"`  // only what is in the speaker's own words, at least partly
	Languages []string `json:"languages,omitempty"` // of the article, BCP 47 primary tags
	Sure      float64  `json:"sure,omitempty"`      // least confidence in who spoke; 0 is the matcher's own
}

// Timing is when a watch tells: the zero Timing is at once, always.
type Timing struct {
	Digest string `json:"digest,omitempty"` // five fields of cron; "" is at once
	Zone   string `json:"zone,omitempty"`   // IANA zone of Digest and Quiet; "" is the installation's
	Quiet  string `json:"quiet,omitempty"`  // "22:00-07:00": held until its end; "" is never
	Most   int    `json:"most,omitempty"`   // alerts an hour, the rest is folded into one message; 0 is any number
}

// Name is what people call the watch: its speaker, its words, or both, and in
// brackets what narrows it.
func (w Watch) Name() string {
	name := w.Speaker + " on " + w.Keywords
	switch {
	case w.Speaker == "":
		name = w.Keywords
	case w.Keywords == "":
		name = w.Speaker
	}
	if only := w.Only.String(); only != "" {
		name += " (" + only + ")"
	}
	return name
}

// String is what narrows a watch in a few words; "" is nothing.
func (o Only) String() string {
	parts := append([]string(nil), o.Outlets...)
	if o.Verbatim {
		parts = append(parts, "verbatim")
	}
	parts = append(parts, o.Languages...)
	if o.Sure > 0 {
		parts = append(parts, "sure by "+strconv.FormatFloat(o.Sure, 'g', 3, 64))
	}
	return strings.Join(parts, ", ")
}
