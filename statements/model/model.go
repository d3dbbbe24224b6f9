package model

import (
	_ "embed"
	"sync"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/model/linear"
	"onrecord/statements/model/span"
	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
)

//go:embed weights.bin
var weights []byte

// Weights gives the file of weights that is built in.
func Weights() []byte { return weights }

// Load reads the weights that are built in, the first time it is called. The
// model may be used by several goroutines at once.
var Load = sync.OnceValues(func() (*Model, error) { return Decode(weights) })

// Model reads who said what.
type Model struct {
	Tagger  *tag.Tagger
	Cues    *linear.Chain // which tokens are cues
	Roles   *linear.Chain // which tokens are source and content of one cue
	Verdict *linear.Chain // which cues are statements
}

// By says what found a statement.
type By string

// What finds statements.
const (
	ByModel    By = "model"
	ByAdoption By = "adoption" // a quotation that was left over, with a cue that was doubtful
	ByLeftover By = "leftover" // a quotation that was left over, with no cue at all
	ByScript   By = "script"   // a line of a transcript
	BySigned   By = "signed"   // a quotation with a name below it
)

// Attribution is one statement: who, by which words, and what. Its spans lie
// inside the text, on the borders of tokens; quotation marks belong to Content.
type Attribution struct {
	Source  []statements.Span // none where the text names nobody
	Cue     []statements.Span // none for ByLeftover
	Content []statements.Span // never none
	Score   float64           // 0 to 1
	By      By
}

// Reading is what the model found in a text.
type Reading struct {
	*token.Doc
	Attributions []Attribution // in the order of their content
}

// longestText is how many bytes are read; an article is hardly ever longer than
// a tenth of it.
const longestText = 256 << 10

// Read reads text. What lies beyond its first 256 KB is not looked at.
func (m *Model) Read(text string) Reading {
	d := token.Cut(readable(text))
	m.Tagger.Run(d)
	v := span.Look(d)
	found := m.FindCues(v)
	m.FindRoles(v, found)
	kept := m.Judge(v, found)
	m.FindRolesAgain(v, kept, found)
	return Reading{d, Join(v, kept, found)}
}

// readable is as much of text as is read, to a whole letter.
func readable(text string) string {
	if len(text) <= longestText {
		return text
	}
	end := longestText
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// Attributions gives the statements in text.
func (m *Model) Attributions(text string) []Attribution { return m.Read(text).Attributions }
