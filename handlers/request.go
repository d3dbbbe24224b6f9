package handlers

import (
	"context"
	"onrecord/handlers/locales"
	"time"
)

// Request is one command as a surface received it.
type Request struct {
	Command string            // as in the table: "ask", "watch add"
	Options map[string]string // by option name; a channel is a place ("discord:123"), a yes/no is "yes" or "no"
	User    User
	Server  string // "discord:GUILD" or "console"; "" in a direct message
	Place   string // where it was asked: "discord:CHANNEL" or "console"
	Locale  string // of the user, BCP 47; may be ""
}

// Operator is the name of whoever has the machine. It is kept so, and said in the
// reader's language.
const Operator = "the operator"

// author is who did something, for people.
func author(in locales.Tongue, by string) string {
	if by == Operator {
		return in.Say("the operator")
	}
	return short(by, mostName)
}

// User is who asks.
type User struct {
	ID           string // unique on its surface
	Name         string // for people
	ManageServer bool   // may change watches and feeds of this server
	Reviewer     bool   // may correct statements for this server
}

// Press is a button that was pressed. ID and Arg are the button's own.
type Press struct {
	Action string
	ID     string
	Arg    string
	Picked string // what was chosen of a card's Pick
	Request
}

// Reply is what the desk answers.
type Reply struct {
	Cards   []Card
	Private bool // only the user sees it
	Update  bool // the pressed button's own message is replaced
	Files   []File
}

// File goes out with a reply: under its last card where the surface has
// attachments, printed after it where the surface has text alone.
type File struct {
	Name string // letters, digits, dots and dashes: "feeds.opml"
	Type string // MIME: "text/x-opml"
	Body []byte
	Alt  string // of a picture: what it says to who cannot see it
}

// Choice is one proposal of a completion.
type Choice struct {
	Name  string // shown; at most 100 characters
	Value string // sent; at most 100 characters
}

// OptionKind says what an option takes.
type OptionKind int

// The kinds of option.
const (
	Words   OptionKind = iota // free text
	YesNo                     // "yes" or "no"
	Day                       // a date in words or YYYY-MM-DD
	Channel                   // a place
	One                       // one of Choices
	// Attached is a file that comes along. Its value is an address that a
	// surface has made and nobody has typed: https where the surface keeps it,
	// or file: where whoever asks sits at this machine.
	Attached
	Role // a role of the server: its number, or a mention of it
)

// Option is one argument of a command.
type Option struct {
	Name     string
	Text     string // what it is, for help and for Discord: at most 100 characters
	Kind     OptionKind
	Required bool
	Complete bool     // Desk.Complete knows values for it
	Choices  []Choice // for One
	MaxChars int      // of Words, in Unicode code points; 0 is the surface's own limit
	Prose    bool     // plain text: where commands are typed it runs to the end of the line
	Starred  bool     // stars mean something in it: cron, the language of watches
	Named    bool     // its value is names of the command's other options
}

// Command is one row of the table that everything is made from: registration,
// help, the console's words, the README's table.
type Command struct {
	Name      string // "ask", "watch add": at most two words
	Text      string // one line, at most 100 characters
	Examples  []string
	Options   []Option
	Moderator bool // asks for Manage Server
	Governs   bool // asks for Manage Server in a server, and for nothing in a direct message, which is the asker's own
	Private   bool // always answered to the user alone
	Server    bool // makes sense in a server only
	Team      bool // asks for a reviewer
	// Message is what the command is called on a message, where messages have
	// commands of their own: its first option is then the message's text. "" is
	// no such command.
	Message string

	run func(*Desk, context.Context, Request) (Reply, error)
}

// Clock gives the time; the zero Desk uses time.Now.
type Clock func() time.Time

// in is the language of who asks.
func (r Request) in() locales.Tongue { return locales.Of(r.Locale) }
