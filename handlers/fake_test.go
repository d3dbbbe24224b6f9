package handlers

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

var now = time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)

// shelf is a small archive in memory that does what it says.
type shelf struct {
	mu         sync.Mutex
	found      []statements.Found
	deliveries map[string]statements.Delivery
	questions  map[string]statements.StoredQuestion
	watches    []statements.Watch
	feeds      []statements.Feed
	visits     []statements.Visit
	closed     map[string][]statements.Notice
	said       map[string]bool
	notes      map[string]string
	stats      statements.Stats
	drawer     drawer
	reviews    []statements.Correction
	zones      map[string]string
	tested     []statements.Tested
	broken     error // what every method gives, if set
	panics     bool
}

func (s *shelf) check() error {
	if s.panics {
		panic("the shelf fell over")
	}
	return s.broken
}

func (s *shelf) Search(ctx context.Context, q statements.Query, n int) ([]statements.Found, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.check(); err != nil {
		return nil, err
	}
	var out []statements.Found
	for _, f := range s.found {
		by := len(q.Speakers) == 0
		for _, sp := range q.Speakers {
			by = by || sp.Name == f.Statement.Speaker
		}
		if by && len(out) < n && passes(f, statements.Query{Since: q.Since, Until: q.Until, Outlets: q.Outlets, Kinds: q.Kinds}) {
			out = append(out, f)
		}
	}
	return out, ctx.Err()
}

func (s *shelf) CountStatements(context.Context, statements.Query) (int, error) {
	return len(s.found), s.check()
}

func (s *shelf) Coverage(context.Context) (statements.Coverage, error) {
	return s.stats.Coverage, s.check()
}

func (s *shelf) FindSpeakers(_ context.Context, words string, n int) ([]statements.Speaker, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	var out []statements.Speaker
	for _, f := range s.found {
		sp := statements.Speaker{ID: f.SpeakerID, Name: f.Statement.Speaker, Role: f.Statement.Role, Statements: 1}
		dup := false
		for _, o := range out {
			dup = dup || o.Name == sp.Name
		}
		if !dup && len(out) < n && strings.Contains(text.Fold(sp.Name), text.Fold(words[:min(3, len(words))])) {
			out = append(out, sp)
		}
	}
	return out, nil
}

func (s *shelf) SpeakersLike(_ context.Context, name string, n int) ([]statements.Speaker, error) {
	var out []statements.Speaker
	for _, f := range s.found {
		sp := statements.Speaker{ID: f.SpeakerID, Name: f.Statement.Speaker, Role: f.Statement.Role, Statements: 1}
		dup := slices.ContainsFunc(out, func(o statements.Speaker) bool { return o.Name == sp.Name })
		if !dup && len(out) < n && speakers.Slips(name, sp.Name) < speakers.Far {
			out = append(out, sp)
		}
	}
	return out, s.check()
}

func (s *shelf) CheckFeed(_ context.Context, id int64) (statements.Feed, error) {
	for i, f := range s.feeds {
		if f.ID == id {
			s.feeds[i].NextAt, s.feeds[i].Paused = time.Time{}, false
			return s.feeds[i], s.check()
		}
	}
	return statements.Feed{}, statements.ErrNotFound
}
func (s *shelf) Closed(_ context.Context, server string) ([]statements.Notice, error) {
	return s.closed[server], s.check()
}
func (s *shelf) Notify(_ context.Context, _ string, list []statements.Notice, _ time.Time) (fresh []statements.Notice, err error) {
	for _, n := range list {
		if !s.said[n.Key] {
			fresh = append(fresh, n)
		}
		if s.said == nil {
			s.said = map[string]bool{}
		}
		s.said[n.Key] = true
	}
	return fresh, s.check()
}
func (s *shelf) Visits(context.Context, int64, int) ([]statements.Visit, error) {
	return s.visits, s.check()
}
func (s *shelf) Yields(context.Context, time.Time) (map[int64]statements.Yield, error) {
	return nil, s.check()
}

func (s *shelf) Statement(_ context.Context, id int64) (statements.Found, error) {
	for _, f := range s.found {
		if f.Statement.ID == id {
			return f, s.check()
		}
	}
	return statements.Found{}, statements.ErrNotFound
}

func (s *shelf) StatementsOf(_ context.Context, article int64) ([]statements.Found, error) {
	var out []statements.Found
	for _, f := range s.found {
		if f.Article.ID == article {
			out = append(out, f)
		}
	}
	if out == nil {
		return nil, statements.ErrNotFound
	}
	return out, s.check()
}

func (s *shelf) Delivery(_ context.Context, id string) (statements.Delivery, error) {
	d, ok := s.deliveries[id]
	if !ok {
		return d, fmt.Errorf("delivery %s: %w", id, statements.ErrNotFound)
	}
	return d, s.check()
}

func (s *shelf) KeepQuestion(_ context.Context, q statements.StoredQuestion) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.questions == nil {
		s.questions = map[string]statements.StoredQuestion{}
	}
	q.ID = fmt.Sprintf("question%05d", len(s.questions)+1)
	s.questions[q.ID] = q
	return q.ID, s.check()
}

func (s *shelf) Question(_ context.Context, id string) (statements.StoredQuestion, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q, ok := s.questions[id]
	if !ok {
		return q, statements.ErrNotFound
	}
	return q, s.check()
}

func (s *shelf) Watches(context.Context) ([]statements.Watch, int64, error) {
	return append([]statements.Watch(nil), s.watches...), 1, s.check()
}

func (s *shelf) AddWatch(_ context.Context, w statements.Watch) (statements.Watch, error) {
	w.ID = int64(len(s.watches) + 1)
	s.watches = append(s.watches, w)
	return w, s.check()
}

func (s *shelf) RemoveWatch(_ context.Context, server string, id int64) (statements.Watch, error) {
	for i, w := range s.watches {
		if w.ID == id && w.Server == server {
			s.watches = append(s.watches[:i:i], s.watches[i+1:]...)
			return w, s.check()
		}
	}
	return statements.Watch{}, statements.ErrNotFound
}

func (s *shelf) UpdateWatch(_ context.Context, w statements.Watch) (statements.Watch, error) {
	for i, old := range s.watches {
		if old.ID == w.ID && old.Server == w.Server {
			w.Backlog, w.By, w.Created, w.Owner = old.Backlog, old.By, old.Created, old.Owner
			s.watches[i] = w
			return w, s.check()
		}
	}
	return statements.Watch{}, statements.ErrNotFound
}

func (s *shelf) PausedAt(_ context.Context, place string) (statements.Paused, error) {
	for _, p := range s.stats.Paused {
		if p.Place == place {
			return p, nil
		}
	}
	return statements.Paused{}, statements.ErrNotFound
}

func (s *shelf) Feeds(context.Context) ([]statements.Feed, error) { return s.feeds, s.check() }

func (s *shelf) AddFeed(_ context.Context, f statements.Feed) (statements.Feed, error) {
	for _, old := range s.feeds {
		if old.URL == f.URL && !old.Paused {
			return old, statements.ErrExists
		}
	}
	f.ID = int64(len(s.feeds) + 1)
	s.feeds = append(s.feeds, f)
	return f, s.check()
}

func (s *shelf) RemoveFeed(_ context.Context, id int64) error {
	for i, f := range s.feeds {
		if f.ID == id {
			s.feeds = append(s.feeds[:i:i], s.feeds[i+1:]...)
			return s.check()
		}
	}
	return statements.ErrNotFound
}

func (s *shelf) Stats(_ context.Context, server string) (statements.Stats, error) {
	return s.stats, s.check()
}

func (s *shelf) Archive(_ context.Context, before int64, n int) ([]statements.Archived, error) {
	var out []statements.Archived
	for _, f := range s.found {
		id := f.Article.ID
		if k := len(out) - 1; k >= 0 && out[k].Article.ID == id {
			out[k].Statements = append(out[k].Statements, f)
		} else if (before == 0 || id < before) && len(out) < n {
			out = append(out, statements.Archived{Article: f.Article, Statements: []statements.Found{f}})
		}
	}
	return out, s.check()
}

func (s *shelf) OutletNames(context.Context) ([]string, error) {
	var out []string
	for _, f := range s.found {
		out = append(out, f.Article.Outlet)
	}
	return out, s.check()
}

func (s *shelf) Spoken(ctx context.Context, q statements.Query) ([]statements.DayCount, error) {
	q.Topic = nil
	found, err := s.Search(ctx, q, 1000)
	var out []statements.DayCount
	for _, f := range found {
		c := statements.DayCount{Day: f.Statement.SaidOn, Verbatim: 1}
		if f.Statement.Kind == statements.Indirect {
			c.Verbatim, c.Reported = 0, 1
		}
		out = append(out, c)
	}
	return out, err
}

func (s *shelf) ReadDays(_ context.Context, since, until statements.Date) (map[statements.Date]bool, error) {
	out := map[statements.Date]bool{}
	for _, f := range s.found {
		out[statements.DateOf(f.Article.Published.Time)] = true
	}
	return out, s.check()
}

func (s *shelf) ZoneOf(_ context.Context, owner string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if zone, ok := s.zones[owner]; ok {
		return zone, s.check()
	}
	return "", cmp.Or(s.check(), statements.ErrNotFound)
}

func (s *shelf) SetZone(_ context.Context, owner, zone string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.zones == nil {
		s.zones = map[string]string{}
	}
	s.zones[owner] = zone
	return s.check()
}

func (s *shelf) ClearZone(_ context.Context, owner string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.zones, owner)
	return s.check()
}

func (s *shelf) Meant(_ context.Context, w statements.Watch) (statements.Watch, error) {
	return w, s.check()
}

// desk is a desk over s whose log goes to the builder.
func desk(s *shelf) (*Desk, *strings.Builder) {
	d := On(s)
	var log strings.Builder
	d.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelInfo}))
	d.Now = func() time.Time { return now }
	d.Intake = world{}
	d.Readings = web{}
	return d, &log
}

const article = `Herring talks stall

Asked about the ceiling, she shook her head. “We will not sign a quota,” Mira Solheim said. The talks resume on Monday.

Ilya Vantreight said the figure was "agreed in this room" and final. He left early.
`

// record makes a statement of the article above.
func record(t testing.TB, id int64, speaker, content string, verbatim ...string) statements.Found {
	t.Helper()
	a := statements.Article{ID: 900, URL: "https://harborcourier.example/a", Outlet: "Harbor Courier", Title: "Herring talks stall", Lang: "en", Text: article,
		Published: statements.Moment{Time: now.Add(-time.Hour)}, Fetched: now}
	s := statements.Statement{ID: id, Speaker: speaker, Known: statements.ByName, Kind: statements.Indirect, Confidence: 0.9,
		Content: []statements.Span{in(t, article, content)}, SaidOn: statements.Date{Year: 2026, Month: 11, Day: 20}}
	for _, v := range verbatim {
		s.Kind = statements.Mixed
		if v == content {
			s.Kind = statements.Direct
		}
		s.Verbatim = append(s.Verbatim, in(t, article, v))
	}
	return statements.Found{Statement: s, Article: a, SpeakerID: int64(len(speaker))}
}

func in(t testing.TB, text, words string) statements.Span {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q does not stand in the text", words)
	}
	return statements.Span{Start: i, End: i + len(words)}
}

// filled is a shelf with two speakers, a delivery, and watches of two servers.
func filled(t testing.TB) *shelf {
	sign := record(t, 48213, "Mira Solheim", "We will not sign a quota,", "We will not sign a quota,")
	room := record(t, 48218, "Ilya Vantreight", `the figure was "agreed in this room" and final`, "agreed in this room")
	s := &shelf{found: []statements.Found{sign, room}}
	s.watches = []statements.Watch{
		{ID: 1, Server: "discord:1", Place: "discord:10", Speaker: "Mira Solheim", By: "Ada"},
		{ID: 2, Server: "discord:2", Place: "discord:20", Keywords: "secret plan", By: "Bob"},
		{ID: 3, Server: "", Place: "discord:11", Keywords: "harbour"},
	}
	s.deliveries = map[string]statements.Delivery{"fvt42qhaxq7jc": {
		ID: "fvt42qhaxq7jc", Place: "discord:10", Form: statements.FormAlert, Created: now,
		Entries: []statements.Entry{{Watch: s.watches[0], Reason: "spoke", Found: []statements.Found{sign, room}, Article: sign.Article}},
	}}
	s.deliveries["fer7n6rwmfcym"] = statements.Delivery{
		ID: "fer7n6rwmfcym", Place: "discord:10", Form: statements.FormDigest, Created: now.Add(-24 * time.Hour),
		Digest: &statements.Digest{Number: 48, Kind: statements.GatherDigest, At: now, Timing: statements.Timing{Digest: "18 9 * * *"}}, Entries: s.deliveries["fvt42qhaxq7jc"].Entries,
	}
	mine := s.deliveries["fer7n6rwmfcym"]
	mine.ID, mine.Place = "fer7n6rwmfcyn", "discord:@u1"
	s.deliveries[mine.ID] = mine
	s.stats.Coverage = statements.Coverage{Feeds: 2, Healthy: 2, Articles: 1, Statements: 2}
	return s
}

var ada = User{ID: "u1", Name: "Ada", ManageServer: true, Reviewer: true}

func ask1(command string, options ...string) Request {
	r := Request{Command: command, User: ada, Server: "discord:1", Place: "discord:10", Options: map[string]string{}}
	for i := 0; i+1 < len(options); i += 2 {
		r.Options[options[i]] = options[i+1]
	}
	return r
}

// plain is a reply as bare text, block by block, for looking into it.
func plain(r Reply) string {
	var b strings.Builder
	blocks := func(bs []Block) {
		for _, blk := range bs {
			for _, run := range blk.Runs {
				b.WriteString(run.Text)
				if run.Place != "" {
					b.WriteString("<" + run.Place + ">")
				}
			}
			b.WriteByte('\n')
		}
	}
	for _, c := range r.Cards {
		blocks(c.Lead)
		blocks(c.Body)
		for _, f := range c.Fields {
			b.WriteString(f.Name + ": ")
			blocks(f.Body)
		}
		b.WriteString(c.Footer + "\n")
		for _, btn := range c.Buttons {
			b.WriteString("[" + btn.Label + "] ")
		}
	}
	return b.String()
}

var errBroken = errors.New("the disk is on fire")
