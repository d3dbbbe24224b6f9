package handlers

import "time"

// Form names the card, for tests and for surfaces that head a card.
type Form string

// The forms of card. Alerts, keyword alerts and backlogs bear the names that
// the outbox has for them.
const (
	FormAlert   Form = "alert"
	FormKeyword Form = "keyword"
	FormBacklog Form = "backlog"
	FormAnswer  Form = "answer"
	FormNone    Form = "none" // nothing on record
	FormContext Form = "context"
	FormList    Form = "list"
	FormSpeaker Form = "speaker"
	FormHelp    Form = "help"
	FormStatus  Form = "status"
	FormDone    Form = "done" // something was changed; one or two lines
	FormProblem Form = "problem"
	FormPreview Form = "preview" // what a watch would have told
	FormReview  Form = "review"  // is a statement right
	FormDigest  Form = "digest"  // alerts that were held, gathered
	FormSilence Form = "silence" // sources from which nothing comes
	FormNotice  Form = "notice"  // what is said once

	FormFind     Form = "find" // who says what in a text that was just read
	FormTimeline Form = "timeline"
	FormCompare  Form = "compare"
	FormVerify   Form = "verify"
)

// Accent is the one colour of a card, by meaning.
type Accent int

// The accents; a surface picks the colour.
const (
	Neutral Accent = iota
	Spoken         // verbatim and partly verbatim
	Reported
	Keyword
	Trouble
)

// Card is one message as it is meant. The words come first (Lead: Discord's
// content, the terminal's first lines), then where they come from (Body,
// Fields: Discord's embed, the terminal's indented lines), then Footer.
//
// Every string that came from outside is put in as it is: surfaces escape,
// clean and cut for themselves.
type Card struct {
	Form    Form
	Accent  Accent
	Place   string    // of an alert: where it goes, for the terminal's rule
	At      time.Time // of an alert: when it was made
	Updated bool      // of an alert, in a terminal: it was shown before
	Lead    []Block
	Body    []Block
	Parts   []Part // below Body; Footer stands under the last
	Fields  []Field
	Footer  string // plain text
	Buttons []Button
	Pick    *Pick    // a list to choose one of, where there are such; what it says can always be typed
	Picture string   // name of one of the reply's files, shown under Lead where there are pictures
	Roles   []string // Discord roles to mention, nobody else ever is
	Title   string   // of an alert: its name where messages have one, as posts in a forum do
}

// Part is a stretch of a card with an accent of its own: an embed in Discord.
type Part struct {
	Accent Accent
	Body   []Block
}

// Field is a named part of a card.
type Field struct {
	Name  string
	Typed string // its name where commands are typed, if that is another
	Body  []Block
}

// Look is how a block stands out.
type Look int

// The looks of a block.
const (
	Plain Look = iota // a line of its own
	Quote             // verbatim or partly verbatim: a bar before it
	Tilde             // reported: italic, or a tilde before it
	Small             // subtext
	Gap               // an empty line; has no runs
)

// Block is one paragraph. Number counts answers: a terminal prints it before a
// Quote or Tilde block, Discord before the Plain block that follows it, so a
// card sets it on both.
type Block struct {
	Look   Look
	Number int
	Of     int // of a note that the quote above it was cut: how many characters that has
	Runs   []Run
}

// Run is a stretch of text of one style. A surface leaves out a block of which
// it leaves out every run.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Struck bool // what was shown and does not hold
	Code   bool
	Link   string    // http or https; "" is none
	Ago    time.Time // a moment shown relative to now; Text is ignored
	Clock  time.Time // a moment shown as the reader's hour; Text is ignored
	Typed  bool      // only where commands are typed: left out in Discord
	Click  bool      // only where buttons are clicked: left out in a terminal
	Cmd    string    // a command to click in Discord ("watch add"); Text is what a terminal shows
	Place  string    // a place ("discord:123") that a surface names in its own way, or else by Text
	Role   string    // a role's number, likewise; nobody is notified
	Ours   bool      // nothing in Text came from outside: its parentheses and colons are not escaped
}

// Button is a verb under a card. What it does can always be typed.
type Button struct {
	Label  string
	Action string // [a-z0-9]
	ID     string // of the delivery, stored question, statement it is about
	Arg    string // [a-z0-9], may be ""
	Typed  string // what to type in a terminal: "context 48213"
	Strong bool   // the one thing a preview is for
}

// Pick is a list of which a user chooses one.
type Pick struct {
	Label   string
	Action  string // as a button's
	ID      string
	Choices []Choice // at most 25
}

// Problem is an error as a card: what went wrong, and what to try. In the
// latter, what can be typed stands between backquotes.
func Problem(text, try string) Card {
	return Card{Form: FormProblem, Accent: Trouble, Lead: []Block{
		{Runs: []Run{{Text: text, Bold: true}}},
		{Runs: hint(try)},
	}}
}
