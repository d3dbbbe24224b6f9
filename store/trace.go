package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"onrecord/statements"
)

// Trace tells what became of an article: to that server of its own watches, and
// of those that have no server what they told that place. statements.ErrNotFound.
func (s *Store) Trace(ctx context.Context, article int64, server, place string) (statements.Trace, error) {
	out, err := s.trace(ctx, article, server, place)
	if err != nil {
		return statements.Trace{}, fmt.Errorf("trace article %d: %w", article, err)
	}
	return out, nil
}

func (s *Store) trace(ctx context.Context, article int64, server, place string) (out statements.Trace, err error) {
	var kept int64
	if err := unlessMissing(one(ctx, s.reader, `SELECT kept FROM articles WHERE id = $1`, []any{article}, &kept)); err != nil {
		return out, err
	}
	found, err := archived(ctx, s.reader, []int64{article})
	if err != nil {
		return out, err
	}
	out.Archived, out.Kept = found[0], moment(kept)
	out.Carriers, err = all(ctx, s.reader, scanCarrier, `SELECT name, at FROM outlets WHERE article_id = $1 ORDER BY id`, article)
	if err != nil {
		return out, fmt.Errorf("carriers: %w", err)
	}
	out.Reported, err = all(ctx, s.reader, scalar[string], `SELECT a.outlet FROM statements st JOIN reports r ON r.statement_id = st.id
			JOIN reports o ON o.cluster_id = r.cluster_id JOIN statements os ON os.id = o.statement_id JOIN articles a ON a.id = os.article_id
		WHERE st.article_id = $1 AND os.article_id <> $1 GROUP BY a.outlet ORDER BY MIN(os.id)`, article)
	if err != nil {
		return out, fmt.Errorf("reports: %w", err)
	}
	if out.Looks, err = s.Sightings(ctx, article); err != nil {
		return out, err
	}
	if out.Told, err = s.toldOf(ctx, article, server, place); err != nil {
		return out, fmt.Errorf("alerts: %w", err)
	}
	return out, nil
}

func scanCarrier(r *sql.Rows) (c statements.Carrier, err error) {
	var at int64
	err = r.Scan(&c.Name, &at)
	c.At = moment(at)
	return c, err
}

// theirs is the condition that a watch is the server's ($2), or nobody's and
// tells the place ($3).
const theirs = `((w.server = $2 AND w.server <> '') OR (w.server = '' AND w.place = $3))`

const toldColumns = watchColumns + `, d.id, d.place, d.state, d.why, d.created, d.sent, d.changed, d.attempts, d.gathers, d.slot`

// toldOf are the alerts of an article, and the messages of other articles that
// told a watch of the same utterances.
func (s *Store) toldOf(ctx context.Context, article int64, server, place string) ([]statements.Told, error) {
	out, err := all(ctx, s.reader, scanTraced, `SELECT `+toldColumns+`, a.reason, FALSE FROM watches w
			JOIN alerts a ON a.watch_id = w.id AND a.article_id = $1 JOIN deliveries d ON d.id = a.delivery_id
		WHERE `+theirs+` ORDER BY a.id`, article, server, place)
	if err != nil {
		return nil, err
	}
	seen := map[int64]bool{}
	for _, t := range out {
		seen[t.Watch.ID] = true
	}
	joined, err := all(ctx, s.reader, scanTraced, `SELECT `+toldColumns+`, '', TRUE FROM watches w
			JOIN told o ON o.watch_id = w.id AND o.cluster_id IN (SELECT r.cluster_id FROM statements st JOIN reports r ON r.statement_id = st.id WHERE st.article_id = $1)
			JOIN deliveries d ON d.id = o.delivery_id
		WHERE `+theirs+` ORDER BY d.seq`, article, server, place)
	for _, t := range joined {
		if !seen[t.Watch.ID] {
			seen[t.Watch.ID] = true
			out = append(out, t)
		}
	}
	return out, err
}

func scanTraced(r *sql.Rows) (t statements.Told, err error) {
	var made, created, sent, changed, slot int64
	var gathers string
	err = r.Scan(append(watchFields(&t.Watch, &made), &t.Delivery, &t.Place, &t.State, &t.Why, &created, &sent, &changed, &t.Attempts, &gathers, &slot, &t.Reason, &t.Joined)...)
	t.Watch.Created, t.Created, t.Sent, t.Edited = moment(made), moment(created), moment(sent), moment(changed)
	if t.State != statements.StateSent {
		t.Held, t.At = kindOfGathering(gathers), hourOf(moment(slot))
	}
	return t, err
}

// ArticleAt gives the number of the article with this canonical address, be it
// that another's text was the same; statements.ErrNotFound.
func (s *Store) ArticleAt(ctx context.Context, url string) (int64, error) {
	var id int64
	err := one(ctx, s.reader, `SELECT id FROM articles WHERE url_key = $1 UNION ALL SELECT article_id FROM addresses WHERE url_key = $1`, []any{key(url)}, &id)
	if errors.Is(err, sql.ErrNoRows) {
		err = statements.ErrNotFound
	}
	if err != nil {
		return 0, fmt.Errorf("look for the article: %w", err)
	}
	return id, nil
}

// BroughtBy gives the feeds that brought an item known by that address, the
// first first, whether or not an article came of it.
func (s *Store) BroughtBy(ctx context.Context, url string) ([]statements.Carrier, error) {
	out, err := all(ctx, s.reader, scanCarrier, `SELECT f.name, i.at FROM feeds f JOIN items i ON i.feed_id = f.id AND i.item_key = $1 ORDER BY i.at, f.id`, key(url))
	if err != nil {
		return nil, fmt.Errorf("look for who brought an item: %w", err)
	}
	return out, nil
}
