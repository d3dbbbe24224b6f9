package bot

import (
	"context"
	"errors"
	"fmt"

	"onrecord/feeds"
	"onrecord/statements"
	"onrecord/statements/compare"
)

// Record is the archive as later looks at its articles are kept in it.
type Record interface {
	// ArticleOf gives the article that an item of a feed brought.
	ArticleOf(ctx context.Context, feed int64, itemKey string) (int64, error)
	// Editions gives an article, and its versions that had more statements.
	Editions(ctx context.Context, article int64) ([]statements.Archived, error)
	// KeepLook keeps what a look found in one transaction. A look that another
	// process has taken over is statements.ErrNotFound; alerts as with
	// KeepArticle.
	KeepLook(ctx context.Context, r statements.Relook) (statements.Kept, error)
}

// Relook judges articles that were looked at again: it compares what stands
// there with what was read, and keeps what the outlet changed. What it has more
// alerts like a new article.
type Relook struct {
	Record Record
	Ingest *Ingest
}

// Keep is the relooker's Keep.
func (r *Relook) Keep(ctx context.Context, a feeds.Again) error {
	rel := statements.Relook{Look: a.Look, At: a.At, Sight: a.Sight, Next: a.Next}
	editions, err := r.Record.Editions(ctx, a.Look.Article)
	if err != nil {
		return fmt.Errorf("look at article %d again: %w", a.Look.Article, err)
	}
	switch {
	case a.Sight == statements.SightGone:
		rel.Judged = true
		for _, e := range editions {
			for _, f := range e.Statements {
				rel.Changes = append(rel.Changes, statements.Change{Statement: f.Statement.ID, Deed: statements.Withdrawn})
			}
		}
	case a.Text != "":
		r.judge(&rel, editions, a.Text)
	}
	if err := r.keep(ctx, rel, editions[0]); err != nil && !errors.Is(err, statements.ErrNotFound) {
		return fmt.Errorf("look at article %d again: %w", a.Look.Article, err)
	}
	return nil
}

// Edited is the poller's Edited: the text of an item is held against its
// article like a page.
func (r *Relook) Edited(ctx context.Context, e feeds.Edited) error {
	id, err := r.Record.ArticleOf(ctx, e.Feed.ID, e.Item.Key)
	if errors.Is(err, statements.ErrNotFound) {
		return nil
	}
	var editions []statements.Archived
	if err == nil {
		editions, err = r.Record.Editions(ctx, id)
	}
	if err != nil {
		return fmt.Errorf("compare an item with its article: %w", err)
	}
	rel := statements.Relook{Look: statements.Look{Article: id}, At: e.At, FeedID: e.Feed.ID, ItemKey: e.Item.Key, Mark: e.Mark}
	// A headline is edited more often than an article, and says nothing else.
	r.judge(&rel, editions, feeds.WithHeadline(editions[0].Article.Title, e.Text))
	if err := r.keep(ctx, rel, editions[0]); err != nil {
		return fmt.Errorf("compare article %d with its item: %w", id, err)
	}
	return nil
}

// judge fills in what a text makes of the statements of all editions. What is
// new in it was in none of them.
func (r *Relook) judge(rel *statements.Relook, editions []statements.Archived, text string) {
	art := editions[0].Article
	art.Text, art.Fetched, art.Stub = text, rel.At, false
	rel.Sight, rel.Judged = statements.SightSame, true
	if len(editions) == 1 && compare.SameWords(editions[0].Article.Text, text) {
		return // it need not be read to know that
	}
	now := compare.Reading{Text: text, Statements: r.Ingest.Read(art)}
	fresh := map[int]int{}
	for _, e := range editions {
		was := compare.Reading{Text: e.Article.Text}
		for _, f := range e.Statements {
			was.Statements = append(was.Statements, f.Statement)
		}
		found := compare.Compare(was, now)
		if !found.Judged { // if it is not the one it is none of the others
			rel.Sight, rel.Judged, rel.Changes = found.Sight, false, nil
			rel.Look.ETag, rel.Look.LastModified = "", "" // it is no version to ask about
			return
		}
		rel.Changes = append(rel.Changes, found.Changes...)
		for _, i := range found.Added {
			fresh[i]++
		}
		if e.Article.ID == art.ID {
			rel.Sight = found.Sight
		}
	}
	if rel.Sight == statements.SightSame {
		return
	}
	rel.Text = text
	rel.Added = statements.Arrival{Outlet: statements.Outlet{Name: art.Outlet, URL: art.URL}, At: rel.At, Article: art}
	for i, st := range now.Statements {
		if fresh[i] == len(editions) {
			rel.Added.Statements = append(rel.Added.Statements, st)
		}
	}
}

// keep matches what is new against the watches, and keeps the look.
func (r *Relook) keep(ctx context.Context, rel statements.Relook, first statements.Archived) error {
	set, version, err := r.Ingest.watches(ctx, false)
	for try := 0; err == nil && try < rematches; try++ {
		rel.Added.Watches, rel.Added.Alerts = version, nil
		if len(rel.Added.Statements) > 0 && !r.Ingest.Silent {
			rel.Added.Alerts = news(set.Match(rel.Added.Article, rel.Added.Statements, false), set.Match(first.Article, saidIn(first), false))
		}
		var kept statements.Kept
		if kept, err = r.Record.KeepLook(ctx, rel); err == nil {
			if kept.Deliveries > 0 && r.Ingest.Owed != nil {
				r.Ingest.Owed()
			}
			return nil
		}
		if errors.Is(err, statements.ErrWatchesChanged) {
			set, version, err = r.Ingest.watches(ctx, true)
		}
	}
	return err
}

// news leaves out the alerts of words that stood in the article before.
func news(alerts, before []statements.Alert) []statements.Alert {
	had := map[int64]bool{}
	for _, a := range before {
		had[a.Watch.ID] = a.Form == statements.FormKeyword
	}
	var out []statements.Alert
	for _, a := range alerts {
		if a.Form != statements.FormKeyword || !had[a.Watch.ID] {
			out = append(out, a)
		}
	}
	return out
}

func saidIn(a statements.Archived) []statements.Statement {
	var out []statements.Statement
	for _, f := range a.Statements {
		out = append(out, f.Statement)
	}
	return out
}
