package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"onrecord/statements"
)

// Coverage says what a search looks at: the feeds and how they are, the
// articles and statements, and the days of publication that they span.
func (s *Store) Coverage(ctx context.Context) (statements.Coverage, error) {
	feeds, err := s.Feeds(ctx)
	if err != nil {
		return statements.Coverage{}, err
	}
	c := healthOf(feeds)
	var from, to sql.NullString
	if c.Articles, err = s.articles.of(ctx, s.again(), "articles", s.d.unsettled); err != nil {
		return c, fmt.Errorf("count the articles: %w", err)
	}
	if c.Statements, err = s.statements.of(ctx, s.again(), "statements", s.d.unsettled); err != nil {
		return c, fmt.Errorf("count the statements: %w", err)
	}
	err = one(ctx, s.again(), `SELECT (SELECT MIN(day) FROM articles), (SELECT MAX(day) FROM articles)`, nil, &from, &to)
	if err != nil || !from.Valid {
		return c, wrap("read the archive's days", err)
	}
	var fromErr, toErr error
	c.From, fromErr = statements.ParseDate(from.String)
	c.To, toErr = statements.ParseDate(to.String)
	return c, wrap("read the archive's days", errors.Join(fromErr, toErr))
}

// healthOf is the part of Coverage that the feeds are.
func healthOf(feeds []statements.Feed) statements.Coverage {
	c := statements.Coverage{Feeds: len(feeds)}
	for _, f := range feeds {
		if f.Healthy() {
			c.Healthy++
			continue
		}
		name := f.Name
		if name == "" {
			name = hostOf(f.URL)
		}
		c.Failing = append(c.Failing, name)
	}
	return c
}

// Stats gives what /status tells a server.
func (s *Store) Stats(ctx context.Context, server string) (statements.Stats, error) {
	var st statements.Stats
	var err error
	if st.Coverage, err = s.Coverage(ctx); err != nil {
		return st, err
	}
	st.Watches, err = all(ctx, s.reader, scanWatch, `SELECT `+watchColumns+` FROM watches w
		WHERE w.server = $1 AND w.server <> '' AND NOT w.removed ORDER BY w.id`, server)
	if err != nil {
		return st, fmt.Errorf("read the server's watches: %w", err)
	}
	st.Paused, err = all(ctx, s.reader, scanPaused, `SELECT d.place, MIN(d.why), (SELECT COUNT(*) FROM deliveries o WHERE o.place = d.place AND o.state <> 'sent')
		FROM deliveries d WHERE d.state = 'paused' AND d.state <> 'sent' GROUP BY d.place ORDER BY d.place`)
	if err != nil {
		return st, fmt.Errorf("read the paused places: %w", err)
	}
	var last sql.NullInt64
	err = one(ctx, s.reader, `SELECT (SELECT COUNT(*) FROM speakers WHERE merged_into IS NULL AND statements > 0), (SELECT COUNT(*) FROM watches WHERE NOT removed),
		(SELECT COUNT(*) FROM deliveries d WHERE d.state <> 'sent' AND NOT (`+stillGathers+`)), (SELECT kept FROM articles ORDER BY id DESC LIMIT 1)`,
		nil, &st.Speakers, &st.Watching, &st.Waiting, &last)
	st.LastArticle = moment(last.Int64)
	return st, wrap("count what waits", err)
}

func scanPaused(r *sql.Rows) (p statements.Paused, err error) {
	return p, r.Scan(&p.Place, &p.Why, &p.Waiting)
}

func wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}
