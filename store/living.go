package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"onrecord/statements"
)

// editPause is how long a message stays as it is before it is edited again.
const editPause = 2 * time.Minute

// toldBefore gives, of some clusters, the message of another article that has
// told each of them to the place of an alert: for the same watch, or in an alert
// of any that says who spoke.
func toldBefore(ctx context.Context, t *tx, alert statements.Alert, anyWatch bool, article int64, clusters []int64) (map[int64]string, error) {
	out := map[int64]string{}
	for part := range slices.Chunk(clusters, chunk) {
		rows, err := all(ctx, t, scanTelling, `SELECT o.cluster_id, o.delivery_id FROM told o JOIN deliveries d ON d.id = o.delivery_id
			WHERE o.place = $1 AND (o.watch_id = $2 OR ($3 AND d.form = 'alert'))
				AND (d.article_id IS NULL OR d.article_id <> $4) AND o.cluster_id IN (`+list(4, len(part))+`) ORDER BY d.seq DESC`,
			append([]any{alert.Watch.Place, alert.Watch.ID, anyWatch, article}, anys(part)...)...)
		if err != nil {
			return nil, err
		}
		for _, r := range rows { // the oldest message comes last and stays
			out[r.cluster] = r.delivery
		}
	}
	return out, nil
}

// telling is a cluster and the message that tells it.
type telling struct {
	cluster  int64
	delivery string
}

func scanTelling(r *sql.Rows) (row telling, err error) {
	return row, r.Scan(&row.cluster, &row.delivery)
}

// tells writes down that a message tells clusters for a watch. What was told
// already stays where it was told.
func tells(ctx context.Context, t *tx, watch int64, place, delivery string, clusters []int64) error {
	for _, c := range clusters {
		err := t.exec(ctx, `INSERT INTO told (watch_id, cluster_id, place, delivery_id) VALUES ($1, $2, $3, $4)
			ON CONFLICT (watch_id, cluster_id, place) DO NOTHING`, watch, c, place, delivery)
		if err != nil {
			return err
		}
	}
	return nil
}

// join has a message tell a watch too of the clusters that it tells already:
// were it to go with the watch that it was made for, nobody would be told.
func join(ctx context.Context, t *tx, alert statements.Alert, delivery string, clusters []int64, at time.Time) error {
	if err := tells(ctx, t, alert.Watch.ID, alert.Watch.Place, delivery, clusters); err != nil {
		return err
	}
	var article sql.NullInt64
	if err := one(ctx, t, `SELECT article_id FROM deliveries WHERE id = $1`, []any{delivery}, &article); err != nil || !article.Valid || alert.Form != statements.FormAlert {
		return err
	}
	ids, err := all(ctx, t, scalar[int64], `SELECT st.id FROM statements st JOIN reports r ON r.statement_id = st.id
		WHERE st.article_id = $1 AND r.cluster_id IN (`+list(1, len(clusters))+`) ORDER BY st.place_in`, append([]any{article.Int64}, anys(clusters)...)...)
	if err != nil || len(ids) == 0 {
		return err
	}
	stored := storedAlert{watch: alert.Watch.ID, article: article.Int64, place: alert.Watch.Place, delivery: delivery,
		reason: alert.Reason, words: alert.Words, statements: ids}
	isNew, err := insertAlert(ctx, t, stored, at)
	if err != nil || !isNew {
		return err
	}
	return t.exec(ctx, `UPDATE deliveries SET entries = entries + 1 WHERE id = $1`, delivery)
}

// revise has a message tell what has joined it. One that is not there yet is
// drawn with it anyway; what was gathered is not edited.
func revise(ctx context.Context, t *tx, delivery string, at time.Time) error {
	return t.exec(ctx, `UPDATE deliveries SET revision = revision + 1, edit_due = CASE
			WHEN state <> 'sent' OR edit_due > 0 THEN edit_due
			WHEN changed + $3 > $2 THEN changed + $3 WHEN sent + $3 > $2 THEN sent + $3 ELSE $2 END
		WHERE id = $1 AND form NOT IN ('backlog', 'digest')`, delivery, millis(at), editPause.Milliseconds())
}

// stale are the messages of the surface $2 that show less than there is to tell
// and may be edited at time $1.
const stale = `SELECT d.id FROM deliveries d WHERE d.surface = $2 AND d.edit_due > 0 AND d.edit_due <= $1 AND d.leased_until <= $1
	ORDER BY d.edit_due, d.seq LIMIT $3`

// LeaseEdits takes at most n messages that are there and have more to tell by
// now, the longest waiting first. Nobody else is given them until SettleEdit,
// RetryEdit, or the lease ends: an edit that is made twice does no harm. When
// nothing is to be edited nothing is written.
func (s *Store) LeaseEdits(ctx context.Context, surface string, now time.Time, n int, lease time.Duration) ([]statements.Delivery, error) {
	due, err := all(ctx, s.reader, scalar[string], stale, millis(now), surface, n)
	if err != nil {
		return nil, fmt.Errorf("look for messages to edit: %w", err)
	}
	if len(due) == 0 {
		return nil, nil
	}
	var out []statements.Delivery
	err = s.write(ctx, "lease edits", func(t *tx) error {
		ids, err := all(ctx, t, scalar[string], `WITH due AS (`+stale+t.d.lockFree+`)
			UPDATE deliveries SET leased_until = $4, holder = $5, shown = revision WHERE id IN (SELECT id FROM due) RETURNING id`,
			millis(now), surface, n, millis(now.Add(lease)), s.holder)
		if err != nil {
			return err
		}
		out, err = deliveries(ctx, t, ids)
		return err
	})
	s.recall(ctx, out)
	return out, err
}

// SettleEdit says that a message shows what it was drawn from. What has joined
// it since is shown after a pause.
func (s *Store) SettleEdit(ctx context.Context, id string, at time.Time) error {
	return s.write(ctx, "settle the edit", func(t *tx) error {
		return t.exec(ctx, `UPDATE deliveries SET changed = $2, leased_until = 0, why = '', edit_due = CASE WHEN revision > shown THEN CAST($3 AS BIGINT) ELSE 0 END
			WHERE id = $1`, id, millis(at), millis(at.Add(editPause)))
	})
}

// RetryEdit puts an edit off until at. The zero time gives it up: the message
// is gone, or its place is.
func (s *Store) RetryEdit(ctx context.Context, id string, at time.Time) error {
	return s.write(ctx, "put the edit off", func(t *tx) error {
		return t.exec(ctx, `UPDATE deliveries SET edit_due = $2, leased_until = 0,
			why = CASE WHEN CAST($2 AS BIGINT) = 0 AND state = 'sent' THEN 'not edited' ELSE why END WHERE id = $1`, id, millis(at))
	})
}

// NextEdit is when the next message may be edited; zero if none is to be.
func (s *Store) NextEdit(ctx context.Context, surface string) (time.Time, error) {
	var at sql.NullInt64
	err := one(ctx, s.reader, `SELECT MIN(CASE WHEN edit_due > leased_until THEN edit_due ELSE leased_until END) FROM deliveries
		WHERE surface = $1 AND edit_due > 0`, []any{surface}, &at)
	if err != nil {
		return time.Time{}, fmt.Errorf("look for the next edit: %w", err)
	}
	return moment(at.Int64), nil
}

// addReports puts into each statement the other reports of its utterance, and
// leaves one statement of an utterance that an article reports twice.
func addReports(ctx context.Context, q querier, of map[string][]statements.Entry) error {
	var ids []int64
	for _, entries := range of {
		for _, e := range entries {
			for _, f := range e.Found {
				ids = append(ids, f.Statement.ID)
			}
		}
	}
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	in, err := clustersOf(ctx, q, ids)
	if err != nil {
		return err
	}
	var numbers []int64
	for _, id := range ids {
		numbers = append(numbers, in[id])
	}
	list, err := clusters(ctx, q, slices.Compact(slices.Sorted(slices.Values(numbers))))
	if err != nil {
		return err
	}
	byNumber := map[int64]statements.Cluster{}
	for _, c := range list {
		byNumber[c.ID] = c
	}
	for _, entries := range of {
		for i := range entries {
			entries[i].Found = once(entries[i].Found, in)
			for k := range entries[i].Found {
				f := &entries[i].Found[k]
				f.Others = byNumber[in[f.Statement.ID]].Without(f.Article.ID)
			}
		}
	}
	return nil
}

// once leaves one statement of each cluster: the one with the most words of the
// speaker's own, or else the longest; a headline is seldom either.
func once(found []statements.Found, in map[int64]int64) []statements.Found {
	best := map[int64]statements.Found{}
	for _, f := range found {
		c := in[f.Statement.ID]
		if b, ok := best[c]; !ok || fuller(f, b) {
			best[c] = f
		}
	}
	return slices.DeleteFunc(slices.Clone(found), func(f statements.Found) bool {
		return best[in[f.Statement.ID]].Statement.ID != f.Statement.ID
	})
}

func fuller(a, b statements.Found) bool {
	own := func(f statements.Found) int { return size(f.Statement.Verbatim) }
	all := func(f statements.Found) int { return size(f.Statement.Content) }
	return own(a) > own(b) || own(a) == own(b) && all(a) > all(b)
}

// size is how many bytes some spans have.
func size(spans []statements.Span) int {
	n := 0
	for _, sp := range spans {
		n += sp.End - sp.Start
	}
	return n
}
