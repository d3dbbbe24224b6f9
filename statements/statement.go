package statements

import "strings"

// Kind says how much of a statement is in the speaker's own words.
type Kind string

// The kinds, by the field's own names.
const (
	Direct   Kind = "direct"   // all of it stands in quotation marks (or is a transcript)
	Indirect Kind = "indirect" // none of it
	Mixed    Kind = "mixed"    // a paraphrase with quoted pieces
)

// Known says how the speaker of a statement is known.
type Known string

// From the surest to the least sure.
const (
	ByName     Known = "name"       // named in the source
	ByRole     Known = "role"       // "the foreign minister"
	ByPronoun  Known = "pronoun"    // "she"
	Carried    Known = "carried"    // no source of its own: goes on from the statement before
	Inferred   Known = "inferred"   // by the layout or the only candidate
	Unresolved Known = "unresolved" // somebody spoke, and who is not known
)

// Statement is what one source said with one cue, as spans into the text of
// its article. All spans are half-open byte ranges and lie inside that text.
type Statement struct {
	ID int64 // of the stored row; 0 before it is kept

	Speaker    string // the fullest name; "" when unresolved
	Heard      string // the name as it was read, where an editor of the registry knows better; "" else
	Role       string // as the article words it, on that day; may be ""
	Known      Known
	Kind       Kind
	Source     Span // who, as the text has it; zero when there is none
	Cue        Span // the words of saying; zero when there is none
	Content    []Span
	Verbatim   []Span // the parts of Content that the text puts in quotation marks
	SaidOn     Date   // zero unless it is known
	Place      string // where it was said; "" unless the text says so
	Confidence float64

	// Why names what found the parts of the statement. It is for people who
	// look at a reading, and is not stored.
	Why Provenance
}

// Provenance names the rule or the model behind each part of a statement: the
// file of the rule ("according", "carry") or "model" with the name of its
// chain ("model/cues"). A part that is not there has no name.
type Provenance struct {
	Source  string
	Cue     string
	Content string
	Speaker string // how the source became a name
}

// Text is the content cut from the article's text, pieces joined by " … ".
func (s Statement) Text(article string) string { return cut(article, s.Content, " … ") }

// Quotes are the verbatim parts, cut from the article's text.
func (s Statement) Quotes(article string) []string {
	out := make([]string, 0, len(s.Verbatim))
	for _, v := range s.Verbatim {
		out = append(out, v.Of(article))
	}
	return out
}

// Start is the first byte of the statement's content: statements of one
// article are kept and shown in the order of Start.
func (s Statement) Start() int {
	if len(s.Content) == 0 {
		return 0
	}
	return s.Content[0].Start
}

func cut(text string, spans []Span, sep string) string {
	pieces := make([]string, 0, len(spans))
	for _, p := range spans {
		pieces = append(pieces, p.Of(text))
	}
	return strings.Join(pieces, sep)
}
