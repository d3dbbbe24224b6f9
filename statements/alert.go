package statements

import "time"

// Form is what an outgoing message looks like.
type Form string

// The forms of message that the outbox carries.
const (
	FormAlert   Form = "alert"   // somebody who is watched spoke
	FormKeyword Form = "keyword" // watched words stand in an article
	FormBacklog Form = "backlog" // what the archive held already, folded
	FormDigest  Form = "digest"  // alerts that were held, gathered
	FormSilence Form = "silence" // sources from which nothing comes, and why
	FormNotice  Form = "notice"  // what is said once: to an admin, or of a calm day
)

// Alert says that one watch matched one article, and why.
type Alert struct {
	Watch      Watch
	Form       Form  // FormAlert or FormKeyword
	Statements []int // indexes into the article's statements that matched; none for FormKeyword

	// Reason is for people: `spoke`, `spoke, said “quota”`, `“quota” in the
	// title`. It may hold words of the article and is escaped when shown.
	Reason string
	Words  []string // the watched words that were found, as the article has them
}

// Found is a stored statement together with the article it was read from.
type Found struct {
	Statement Statement
	SpeakerID int64
	Article   Article
	// Cluster is the number of the utterance that the statement is a report of:
	// statements with one number are reports of one. 0 before it is kept.
	Cluster int64
	Also    []Outlet // other outlets that carry the same article
	Score   float64  // of the search that found it; greater is better
	Changed *Change  // what the outlet did to it since; nil is nothing that is known
	// Others are reports of the same utterance in other articles, the first
	// first. They have no Others of their own.
	Others []Found
	// Review is what a reviewer made of it, for who sees it through a View; nil
	// where nobody did. Merged says that Cluster is of a reviewer's making.
	Review *Correction
	Merged bool
}

// Entry is one thing that a delivery tells: a watch, why it matched, and what.
type Entry struct {
	Watch  Watch
	Reason string
	Words  []string
	Found  []Found // of one article; for FormKeyword all its statements
	// Whole says that the alert is of the article, not of statements in it.
	Whole bool
	// Article is set even when Found is empty (a keyword in an article in
	// which nobody spoke).
	Article Article
	Also    []Outlet
}

// Delivery is one message that a place is owed, as the outbox holds it.
type Delivery struct {
	ID       string // 13 letters and digits; Discord's nonce and the id in the buttons
	Place    string
	Form     Form
	Entries  []Entry
	Created  time.Time
	Attempts int // earlier attempts whose outcome was kept

	// Digest is what one of FormDigest tells besides; nil for the others.
	Digest *Digest

	// Hush is what one of FormSilence tells; nil for the others.
	Hush *Hush
	// Notices are what one of FormNotice says.
	Notices []Notice

	// Before is what the only speaker of the delivery said on the topic on
	// earlier days, the best first; nil where that is not known.
	Before []Found

	// Uncertain says that an earlier attempt was begun and never settled: the
	// message may be there already.
	Uncertain bool
	// MessageID is the message's id in its place, once it is there.
	MessageID string
	// Begun is when the newest unsettled attempt began; zero if there is none.
	Begun time.Time
}
