package handlers

import (
	"context"
	"errors"
	"fmt"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/watch"
)

// Trove gives statements by words of the watch language.
type Trove interface {
	// Sought gives at most n statements that have what is sought, newest first;
	// of more those that were kept last.
	Sought(ctx context.Context, of statements.Sought, n int) ([]int64, error)
	// Numbered gives those of ids that are on record, in their order.
	Numbered(ctx context.Context, ids []int64) ([]statements.Found, error)
}

const (
	// mostSought is how many statements with some of the words are looked at.
	mostSought = 2000
	// soughtAtOnce is how many of them are read at a time: their articles come
	// along.
	soughtAtOnce = 100
)

// search is the command: the watch language over the archive.
func (d *Desk) search(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	words := oneLine(r.Options["words"])
	seek, err := seeker(words)
	if err != nil {
		return Reply{}, err
	}
	hits, looked, err := d.sightings(ctx, seek, statements.Query{}, mostKept)
	if err != nil {
		return Reply{}, err
	}
	cov, err := d.Search.Coverage(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("read the coverage: %w", err)
	}
	q := statements.StoredQuestion{Text: words, User: r.User.ID, Server: r.Server, Place: r.Place, At: d.now(), Coverage: cov, Looked: &looked}
	for _, h := range hits {
		q.Statements = append(q.Statements, h.Found.Statement.ID)
	}
	if q.ID, err = d.Questions.KeepQuestion(ctx, q); err != nil {
		return Reply{}, fmt.Errorf("keep the search: %w", err)
	}
	private := r.Options["private"] == "yes"
	s := keptSearch(q, private)
	s.Hits = hits[:min(len(hits), pageSize)]
	if err := d.carried(ctx, inHits(s.Hits)...); err != nil {
		return Reply{}, err
	}
	return Reply{Cards: []Card{SearchCard(in, s)}, Private: private}, nil
}

// seeker reads the words; a mistake is shown where it stands.
func seeker(words string) (*watch.Seeker, error) {
	seek, err := watch.Seek(words)
	var p *statements.Problem
	if errors.As(err, &p) {
		if at := watch.Column(words); at > 0 {
			return nil, &pointed{p, words, at}
		}
	}
	return seek, err
}

// Hit is a statement that has the words of a search.
type Hit struct {
	Found  statements.Found
	Words  []statements.Span
	Reason string
}

// sightings are the newest statements that have the words and answer to q: at
// most n.
func (d *Desk) sightings(ctx context.Context, seek *watch.Seeker, q statements.Query, n int) ([]Hit, statements.Looked, error) {
	ids, err := d.Trove.Sought(ctx, seek.Sought(), mostSought+1)
	if err != nil {
		return nil, statements.Looked{}, fmt.Errorf("search the archive: %w", err)
	}
	looked := statements.Looked{Cut: len(ids) > mostSought}
	ids = ids[:min(len(ids), mostSought)]
	var hits []Hit
	for looked.At < len(ids) && len(hits) <= n {
		part := ids[looked.At:min(looked.At+soughtAtOnce, len(ids))]
		looked.At += len(part)
		found, err := d.Trove.Numbered(ctx, part)
		if err != nil {
			return nil, looked, fmt.Errorf("read what was searched: %w", err)
		}
		for _, h := range d.having(seek, found) {
			if answersTo(h.Found, q) {
				hits = append(hits, h)
			}
		}
	}
	looked.More = len(hits) > n
	return hits[:min(len(hits), n)], looked, nil
}

// having are those of found that have the words. Neighbours of one article are
// looked at together.
func (d *Desk) having(seek *watch.Seeker, found []statements.Found) []Hit {
	var hits []Hit
	for from := 0; from < len(found); {
		to := from
		var sts []statements.Statement
		for to < len(found) && found[to].Article.ID == found[from].Article.ID {
			sts = append(sts, found[to].Statement)
			to++
		}
		for _, s := range seek.In(found[from].Article, sts) {
			hits = append(hits, Hit{d.weighed(found[from+s.Index]), s.Words, s.Reason})
		}
		from = to
	}
	return hits
}

// searchPage is a page of a search that was kept.
func (d *Desk) searchPage(ctx context.Context, in locales.Tongue, q statements.StoredQuestion, page int, private bool) (Card, error) {
	s := keptSearch(q, private)
	pages := max(1, (s.Of+pageSize-1)/pageSize)
	from := (min(page, pages) - 1) * pageSize
	s.First = from + 1
	found, err := d.Trove.Numbered(ctx, q.Statements[from:min(from+pageSize, s.Of)])
	if err != nil {
		return Card{}, fmt.Errorf("read a page of a search: %w", err)
	}
	seek, err := seeker(q.Text)
	if err != nil {
		return Card{}, err
	}
	s.Hits = d.having(seek, found)
	err = d.carried(ctx, inHits(s.Hits)...)
	return SearchCard(in, s), err
}

func keptSearch(q statements.StoredQuestion, private bool) Searched {
	return Searched{ID: q.ID, Words: q.Text, First: 1, Of: len(q.Statements), Looked: *q.Looked, Coverage: q.Coverage, Private: private}
}
