package export

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"onrecord/statements"
	"onrecord/statements/gist"
)

// Record is a statement with its evidence. Keys are never renamed; what is
// unknown is null or left empty. Bytes count in the stored text of the article.
type Record struct {
	ID         int64             `json:"id"`
	Cluster    int64             `json:"cluster"`
	Speaker    *string           `json:"speaker"` // null: the article names nobody
	Role       string            `json:"role"`
	Known      statements.Known  `json:"known"`
	Confidence float64           `json:"confidence"`
	Kind       statements.Kind   `json:"kind"`
	Text       string            `json:"text"`
	Quotes     []string          `json:"quotes"` // the verbatim parts
	Source     string            `json:"source"` // the article's words for who speaks
	Cue        string            `json:"cue"`
	Before     string            `json:"before"` // the sentence before
	After      string            `json:"after"`
	SaidOn     statements.Date   `json:"said_on"`
	Place      string            `json:"place"`
	Title      string            `json:"title"`
	Byline     string            `json:"byline"`
	Outlet     string            `json:"outlet"`
	URL        string            `json:"url"`
	Also       []string          `json:"also"` // addresses of other reports of it
	Published  string            `json:"published"`
	Fetched    time.Time         `json:"fetched"`
	SHA256     string            `json:"sha256"` // of the stored text
	Content    []statements.Span `json:"content"`
	Verbatim   []statements.Span `json:"verbatim"`
}

// Of gives the record of a stored statement.
func Of(f statements.Found) Record {
	a, s := f.Article, f.Statement
	sum := sha256.Sum256([]byte(a.Text))
	r := Record{
		ID: s.ID, Cluster: f.Cluster, Role: s.Role, Known: s.Known, Confidence: s.Confidence, Kind: s.Kind,
		Text: s.Text(a.Text), Quotes: s.Quotes(a.Text), Source: s.Source.Of(a.Text), Cue: s.Cue.Of(a.Text),
		SaidOn: s.SaidOn, Place: s.Place, Title: a.Title, Byline: a.Byline, Outlet: a.Outlet, URL: a.URL,
		Also: []string{}, Published: published(a.Published), Fetched: a.Fetched.UTC().Truncate(time.Second),
		SHA256: hex.EncodeToString(sum[:]), Content: s.Content, Verbatim: s.Verbatim,
	}
	if s.Speaker != "" && s.Known != statements.Unresolved {
		r.Speaker = &s.Speaker
	}
	if r.Verbatim == nil {
		r.Verbatim = []statements.Span{}
	}
	before, after, _ := gist.Around(a, s)
	r.Before, r.After = before.Of(a.Text), after.Of(a.Text)
	for _, o := range f.Also {
		if o.URL != a.URL { // the same page, by way of another feed
			r.Also = append(r.Also, o.URL)
		}
	}
	for _, o := range f.Others { // an article may have two reports of it
		if !slices.Contains(r.Also, o.Article.URL) {
			r.Also = append(r.Also, o.Article.URL)
		}
	}
	return r
}

func (r Record) speaker() string {
	if r.Speaker == nil {
		return ""
	}
	return *r.Speaker
}

// marked are the verbatim parts, each written by one and in marks of its own, as
// on a card: what stands between two of them is not the speaker's.
func (r Record) marked(write func(string) string, opening, closing string) string {
	parts := make([]string, 0, len(r.Quotes))
	for _, q := range r.Quotes {
		parts = append(parts, opening+write(q)+closing)
	}
	return strings.Join(parts, " ")
}

// published is a moment as the document gave it: a day, or RFC 3339; one whose
// zone is unknown has none.
func published(m statements.Moment) string {
	switch {
	case m.IsZero():
		return ""
	case m.DayOnly:
		return m.Time.Format(time.DateOnly)
	case m.ZoneUnknown:
		return m.Time.Format("2006-01-02T15:04:05")
	}
	return m.Time.Format(time.RFC3339)
}
