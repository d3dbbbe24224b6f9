package main

import (
	"encoding/json"
	"io"
	"strings"
	"time"

	"onrecord/feeds"
	"onrecord/statements"
)

// The JSON that other programs read. Keys are never renamed; unknown values are
// null.

type articleJSON struct {
	Title         *string `json:"title"`
	Byline        *string `json:"byline"`
	Published     *string `json:"published"`
	PublishedZone string  `json:"published_zone,omitempty"`
	Site          *string `json:"site"`
	Lang          *string `json:"lang"`
	Text          string  `json:"text"`
}

type feedJSON struct {
	Title *string    `json:"title"`
	Link  *string    `json:"link"`
	Items []itemJSON `json:"items"`
}

type itemJSON struct {
	ID            *string `json:"id"`
	Title         *string `json:"title"`
	Link          *string `json:"link"`
	Published     *string `json:"published"`
	PublishedZone string  `json:"published_zone,omitempty"`
	Updated       *string `json:"updated"`
	UpdatedZone   string  `json:"updated_zone,omitempty"`
	Author        *string `json:"author"`
	Summary       *string `json:"summary"`
	Content       *string `json:"content"`
}

type extractJSON struct {
	File          string          `json:"file"`
	Title         *string         `json:"title"`
	Published     *string         `json:"published"`
	PublishedZone string          `json:"published_zone,omitempty"`
	Text          *string         `json:"text,omitempty"`
	Statements    []statementJSON `json:"statements"`
}

type statementJSON struct {
	Speaker    *string         `json:"speaker"`
	Role       *string         `json:"role"`
	Kind       statements.Kind `json:"kind"`
	Source     *spanJSON       `json:"source"`
	Cue        *spanJSON       `json:"cue"`
	Content    []spanJSON      `json:"content"`
	Verbatim   []spanJSON      `json:"verbatim"`
	SaidOn     statements.Date `json:"said_on"`
	Confidence float64         `json:"confidence"`
	Why        *whyJSON        `json:"why,omitempty"`
}

// whyJSON names the rule or the model behind each part of a statement; null is
// a part that is not there.
type whyJSON struct {
	Source  *string `json:"source"`
	Cue     *string `json:"cue"`
	Content *string `json:"content"`
	Speaker *string `json:"speaker"`
}

type spanJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type failedJSON struct {
	File  string `json:"file"`
	Error string `json:"error"`
}

type answersJSON struct {
	Question string       `json:"question"`
	Query    queryJSON    `json:"query"`
	Answers  []answerJSON `json:"answers"`
	Nothing  bool         `json:"nothing_on_record"`
	// Told says that the answers are what others tell of a land or a body that was asked
	// for and has no words of its own on it.
	Told    bool         `json:"told_by_others,omitzero"`
	Nearest []answerJSON `json:"nearest,omitzero"`
	// DidYouMean are names on record like the one that was asked for and is not.
	DidYouMean []string     `json:"did_you_mean,omitempty"`
	Coverage   coverageJSON `json:"coverage"`
}

type queryJSON struct {
	Speakers []string        `json:"speakers"`
	Topic    []string        `json:"topic"`
	Since    statements.Date `json:"since"`
	Until    statements.Date `json:"until"`
	Order    string          `json:"order,omitempty"` // "newest" or "oldest"; else the best come first
	ReadAs   []readAsJSON    `json:"read_as,omitempty"`
}

// readAsJSON is a name that nobody on record bears with the speaker that it was
// read as.
type readAsJSON struct {
	Typed   string `json:"typed"`
	Speaker string `json:"speaker"`
}

type answerJSON struct {
	Speaker  *string         `json:"speaker"`
	Kind     statements.Kind `json:"kind"`
	Cue      string          `json:"cue,omitempty"` // "denied": without it the text may say the contrary
	Text     string          `json:"text"`
	Verbatim []string        `json:"verbatim"`
	SaidOn   statements.Date `json:"said_on"`
	Outlet   *string         `json:"outlet"`
	Title    *string         `json:"title"`
	URL      *string         `json:"url"`
	Also     []outletJSON    `json:"also"`
}

type outletJSON struct {
	Outlet string `json:"outlet"`
	URL    string `json:"url"`
}

type coverageJSON struct {
	Feeds      int             `json:"feeds"`
	Healthy    int             `json:"healthy"`
	Articles   int             `json:"articles"`
	Statements int             `json:"statements"`
	From       statements.Date `json:"from"`
	To         statements.Date `json:"to"`
}

// known is s, or null where it is unknown.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// speakerOf is who spoke: a name, or the words that an article has for somebody
// whom it does not name ("a palace aide").
func speakerOf(s statements.Statement) *string {
	if s.Speaker == "" {
		return known(s.Role)
	}
	return &s.Speaker
}

// moment is m in RFC 3339 with the word for a zone that nobody gave.
func moment(m statements.Moment) (*string, string) {
	if m.IsZero() {
		return nil, ""
	}
	s := m.Time.Format(time.RFC3339)
	if m.ZoneUnknown || m.DayOnly {
		return &s, "unknown"
	}
	return &s, ""
}

func spanOf(s statements.Span, text string) *spanJSON {
	if s.IsZero() {
		return nil
	}
	return &spanJSON{s.Start, s.End, s.Of(text)}
}

func spansOf(spans []statements.Span, text string) []spanJSON {
	out := make([]spanJSON, 0, len(spans))
	for _, s := range spans {
		out = append(out, *spanOf(s, text))
	}
	return out
}

func newExtract(name string, a statements.Article, withText bool, sts []statements.Statement) extractJSON {
	line := extractJSON{File: name, Title: known(a.Title), Statements: make([]statementJSON, 0, len(sts))}
	line.Published, line.PublishedZone = moment(a.Published)
	if withText {
		line.Text = &a.Text
	}
	for _, s := range sts {
		line.Statements = append(line.Statements, statementJSON{
			Speaker: speakerOf(s), Role: known(s.Role), Kind: s.Kind,
			Source: spanOf(s.Source, a.Text), Cue: spanOf(s.Cue, a.Text),
			Content: spansOf(s.Content, a.Text), Verbatim: spansOf(s.Verbatim, a.Text),
			SaidOn: s.SaidOn, Confidence: s.Confidence,
		})
	}
	return line
}

// explain adds what found the parts of each statement.
func (e *extractJSON) explain(sts []statements.Statement) {
	for i, s := range sts {
		e.Statements[i].Why = &whyJSON{known(s.Why.Source), known(s.Why.Cue), known(s.Why.Content), known(s.Why.Speaker)}
	}
}

func newFeed(d *feeds.Document) feedJSON {
	out := feedJSON{Title: known(d.Title), Link: known(d.Link), Items: make([]itemJSON, 0, len(d.Items))}
	for _, i := range d.Items {
		item := itemJSON{
			ID: known(i.ID), Title: known(i.Title), Link: known(i.Link),
			Author: known(i.Author), Summary: known(i.Summary), Content: known(i.Content),
		}
		item.Published, item.PublishedZone = moment(i.Published)
		item.Updated, item.UpdatedZone = moment(i.Updated)
		out.Items = append(out.Items, item)
	}
	return out
}

func newArticle(a statements.Article) articleJSON {
	out := articleJSON{
		Title: known(a.Title), Byline: known(a.Byline), Site: known(a.Outlet), Lang: known(a.Lang), Text: a.Text,
	}
	out.Published, out.PublishedZone = moment(a.Published)
	return out
}

func newAnswer(f statements.Found) answerJSON {
	a := answerJSON{
		Speaker: speakerOf(f.Statement), Kind: f.Statement.Kind, Cue: f.Statement.Cue.Of(f.Article.Text),
		Text:     f.Statement.Text(f.Article.Text),
		Verbatim: f.Statement.Quotes(f.Article.Text),
		SaidOn:   f.Statement.SaidOn, Outlet: known(f.Article.Outlet),
		Title: known(f.Article.Title), URL: known(f.Article.URL),
		Also: []outletJSON{},
	}
	reports := statements.Cluster{Reports: append([]statements.Found{f}, f.Others...)}
	for _, o := range reports.Outlets() {
		if !strings.EqualFold(o.Name, f.Article.Outlet) {
			a.Also = append(a.Also, outletJSON{o.Name, o.URL})
		}
	}
	return a
}

func newCoverage(c statements.Coverage) coverageJSON {
	return coverageJSON{c.Feeds, c.Healthy, c.Articles, c.Statements, c.From, c.To}
}

// writeJSON writes v on one line, with the characters of the text as they are.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
