package statements

import "time"

// Watch is a standing question of one server: tell this place when this
// speaker speaks, when these words appear, or both at once.
type Watch struct {
	ID       int64
	Server   string // "discord:GUILD" or "console"; "" for one from the configuration
	Place    string // where alerts go: "discord:CHANNEL" or "console"
	Speaker  string // "" is anybody
	Keywords string // in the watch language; "" is anything
	Backlog  bool   // also what the archive holds already
	Role     string // Discord role to mention; "" is nobody
	By       string // who made it, for people; "configuration" for the file's own
	Created  time.Time

	// What the editors of the registry made of the speaker's name, filled in by
	// a store: the other names of whom it means, and names that look like it
	// and are somebody else's.
	Also []string
	Not  []string
}

// Name is what people call the watch: its speaker, its words, or both.
func (w Watch) Name() string {
	switch {
	case w.Speaker == "":
		return w.Keywords
	case w.Keywords == "":
		return w.Speaker
	}
	return w.Speaker + " on " + w.Keywords
}
