package handlers

import (
	"cmp"
	"context"
	"net/url"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// seenBy is the desk over the archive as the reviewers of a server see it: what
// they rejected is in no answer, and what they gave to somebody else is found as
// his. Where nobody has corrected anything it is the desk itself.
func (d *Desk) seenBy(ctx context.Context, server string) (*Desk, error) {
	if d.Reviews == nil || server == "" {
		return d, nil
	}
	v, err := d.Reviews.Seen(ctx, server, "")
	if err != nil || v.Empty() {
		return d, err
	}
	seen := *d
	seen.Search = seenSearch{d.Search, d.Trove, v}
	seen.Trove = seenTrove{d.Trove, v}
	seen.Traces = seenTraces{d.Traces, v}
	seen.Speakers = seenSpeakers{d.Speakers, v}
	days := seenDays{d.Days, seenSearch{d.Search, d.Trove, v}}
	seen.Registry = seenRegistry{d.Registry, v, days}
	seen.Shelf = seenShelf{d.Shelf, v}
	seen.Past = seenPast{d.Past, v}
	seen.Clusters = seenUtterances{d.Clusters, v}
	seen.Days = days
	return &seen, nil
}

type search = Search

type seenSearch struct {
	search
	all Trove
	*statements.View
}

// mostGiven bounds what reviewers gave to one speaker and a search looks at.
const mostGiven = 200

// Search looks for what was read as theirs, leaves out what reviewers took from
// them, and adds, first, what they gave to them.
func (s seenSearch) Search(ctx context.Context, q statements.Query, n int) ([]statements.Found, error) {
	found, err := s.search.Search(ctx, q, n+min(s.Len(), n))
	if err != nil {
		return nil, err
	}
	found = s.Sift(found)
	if len(q.Speakers) == 0 {
		return found[:min(len(found), n)], nil
	}
	found = slices.DeleteFunc(found, func(f statements.Found) bool { return f.Review != nil && !saidBy(f, q.Speakers) })
	given, err := s.given(ctx, q)
	if err != nil {
		return nil, err
	}
	heard, err := s.heard(ctx, q, n)
	if err != nil || len(given)+len(heard) == 0 {
		return found[:min(len(found), n)], err
	}
	found = unique(slices.Concat(given, heard, found))
	if len(q.Topic) == 0 {
		slices.SortStableFunc(found, newestFirst)
	}
	return found[:min(len(found), n)], nil
}

func newestFirst(a, b statements.Found) int {
	switch x, y := dayOf(a), dayOf(b); {
	case x.Before(y):
		return 1
	case y.Before(x):
		return -1
	}
	return cmp.Compare(b.Statement.ID, a.Statement.ID)
}

func saidBy(f statements.Found, who []statements.Speaker) bool {
	return slices.ContainsFunc(who, func(sp statements.Speaker) bool { return sp.ID == f.SpeakerID })
}

// heard are the statements under names that reviewers say are theirs.
func (s seenSearch) heard(ctx context.Context, q statements.Query, n int) ([]statements.Found, error) {
	who := q.Speakers
	if q.Speakers = s.Heard(who); len(q.Speakers) == 0 {
		return nil, nil
	}
	found, err := s.search.Search(ctx, q, n)
	return slices.DeleteFunc(s.Sift(found), func(f statements.Found) bool { return f.Review == nil || !saidBy(f, who) }), err
}

// given are the statements that reviewers gave to the speakers of q and that
// have what q asks for.
func (s seenSearch) given(ctx context.Context, q statements.Query) ([]statements.Found, error) {
	ids := s.Given(q.Speakers)
	if len(ids) == 0 {
		return nil, nil
	}
	found, err := s.all.Numbered(ctx, ids[:min(len(ids), mostGiven)])
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(s.Sift(found), func(f statements.Found) bool { return !passes(f, q) || !onTopic(f, q.Topic) }), nil
}

// passes reports whether f is within the days, kinds and outlets of q.
func passes(f statements.Found, q statements.Query) bool {
	day := dayOf(f)
	switch {
	case !q.Since.IsZero() && day.Before(q.Since), !q.Until.IsZero() && q.Until.Before(day):
		return false
	case len(q.Kinds) > 0 && !slices.Contains(q.Kinds, f.Statement.Kind):
		return false
	}
	return len(q.Outlets) == 0 || slices.ContainsFunc(q.Outlets, func(o string) bool { return carries(f, o) })
}

// carries reports whether an outlet, by name or host, carries f.
func carries(f statements.Found, name string) bool {
	for _, o := range append([]statements.Outlet{{Name: f.Article.Outlet, URL: f.Article.URL}}, f.Also...) {
		u, err := url.Parse(o.URL)
		if text.Fold(o.Name) == text.Fold(name) || err == nil && ("."+u.Hostname() == "."+name || strings.HasSuffix(u.Hostname(), "."+name)) {
			return true
		}
	}
	return false
}

// dayOf is the day that a search puts f on.
func dayOf(f statements.Found) statements.Date {
	switch {
	case !f.Statement.SaidOn.IsZero():
		return f.Statement.SaidOn
	case !f.Article.Published.IsZero():
		return statements.DateOf(f.Article.Published.Time)
	}
	return statements.DateOf(f.Article.Fetched)
}

// onTopic reports whether f has one of the stems of a topic in what was said,
// around it, or in the headline.
func onTopic(f statements.Found, topic []statements.Term) bool {
	if len(topic) == 0 {
		return true
	}
	has := map[string]bool{}
	for _, stem := range text.Stems(f.Article.Title+"\n"+near200(f), f.Article.Lang) {
		has[stem] = true
	}
	for _, t := range topic {
		for _, stem := range t.Stems {
			if !slices.ContainsFunc(strings.Fields(stem), func(w string) bool { return !has[w] }) {
				return true
			}
		}
	}
	return false
}

// near200 is a statement with about a sentence on each side, as it is indexed.
func near200(f statements.Found) string {
	const reach = 200
	t := f.Article.Text
	from, to := max(f.Statement.Start()-reach, 0), min(end(f.Statement)+reach, len(t))
	return strings.ToValidUTF8(t[min(from, to):to], "")
}

type seenTrove struct {
	Trove
	*statements.View
}

func (s seenTrove) Numbered(ctx context.Context, ids []int64) ([]statements.Found, error) {
	found, err := s.Trove.Numbered(ctx, ids)
	return s.Sift(found), err
}

type seenTraces struct {
	Traces
	*statements.View
}

// Trace shows what was rejected, too: it says what became of it.
func (s seenTraces) Trace(ctx context.Context, article int64, server, place string) (statements.Trace, error) {
	t, err := s.Traces.Trace(ctx, article, server, place)
	for i := range t.Statements {
		t.Statements[i] = s.Show(t.Statements[i])
	}
	return t, err
}

type seenSpeakers struct {
	Speakers
	*statements.View
}

// FindSpeakers finds those whom reviewers have named, too.
func (s seenSpeakers) FindSpeakers(ctx context.Context, words string, n int) ([]statements.Speaker, error) {
	found, err := s.Speakers.FindSpeakers(ctx, words, n)
	if err != nil {
		return nil, err
	}
	for _, sp := range s.View.Speakers() {
		if sp.ID < 0 && len(found) < n && begins(sp.Name, words) {
			sp.Statements = len(s.Given([]statements.Speaker{sp}))
			found = append(found, sp)
		}
	}
	return found, nil
}

// SpeakersLike finds those whom reviewers have named, too, after the others.
func (s seenSpeakers) SpeakersLike(ctx context.Context, name string, n int) ([]statements.Speaker, error) {
	found, err := s.Speakers.SpeakersLike(ctx, name, n)
	if err != nil {
		return nil, err
	}
	for _, sp := range s.View.Speakers() {
		if sp.ID < 0 && len(found) < n && speakers.Slips(name, sp.Name) < speakers.Far {
			sp.Statements = len(s.Given([]statements.Speaker{sp}))
			found = append(found, sp)
		}
	}
	return found, nil
}

// begins reports whether each word is one of a name, or the beginning of one.
func begins(name, words string) bool {
	have := text.Words(name)
	want := text.Words(words)
	for _, w := range want {
		if !slices.ContainsFunc(have, func(h text.Word) bool { return strings.HasPrefix(h.Folded, w.Folded) }) {
			return false
		}
	}
	return len(want) > 0
}

type seenShelf struct {
	Shelf
	*statements.View
}

// Statement gives one that was rejected, too: who asks for its number is told.
func (s seenShelf) Statement(ctx context.Context, id int64) (statements.Found, error) {
	f, err := s.Shelf.Statement(ctx, id)
	return s.Show(f), err
}

func (s seenShelf) StatementsOf(ctx context.Context, article int64) ([]statements.Found, error) {
	found, err := s.Shelf.StatementsOf(ctx, article)
	return s.Sift(found), err
}

type seenPast struct {
	Past
	*statements.View
}

func (s seenPast) Archive(ctx context.Context, before int64, n int) ([]statements.Archived, error) {
	page, err := s.Past.Archive(ctx, before, n)
	for i := range page {
		page[i].Statements = s.Sift(page[i].Statements)
	}
	return page, err
}
