package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"onrecord/statements"
)

// Tested gives, for each watch of a server that was reviewed, how many of the
// statements that it told are right, and how many alerts it makes a day since a
// moment. The newest mostTested reviews count.
func (s *Store) Tested(ctx context.Context, server string, since, now time.Time) ([]statements.Tested, error) {
	out, err := s.tested(ctx, server, since, now)
	if err != nil {
		return nil, fmt.Errorf("count what was reviewed: %w", err)
	}
	return out, nil
}

// mostTested bounds what a status costs.
const mostTested = 2000

func (s *Store) tested(ctx context.Context, server string, since, now time.Time) ([]statements.Tested, error) {
	type row struct {
		statement int64
		what      statements.Verdict
		ids       string
		watch     statements.Watch
	}
	rows, err := all(ctx, s.reader, func(r *sql.Rows) (v row, err error) {
		var made int64
		return v, r.Scan(append([]any{&v.statement, &v.what, &v.ids}, watchFields(&v.watch, &made)...)...)
	}, `SELECT c.statement_id, c.what, a.statements, `+watchColumns+` FROM
			(SELECT statement_id, what, id FROM corrections WHERE server = $1 AND undone = 0 AND what <> 'duplicate' ORDER BY id DESC LIMIT $2) c
			JOIN statements st ON st.id = c.statement_id JOIN watches w ON `+whose+` AND NOT w.removed
			JOIN alerts a ON a.watch_id = w.id AND a.article_id = st.article_id ORDER BY w.id, c.id DESC`, server, mostTested)
	if err != nil {
		return nil, err
	}
	type pair struct{ watch, statement int64 }
	seen := map[pair]bool{}
	var out []statements.Tested
	for _, r := range rows {
		var ids []int64
		if err := json.Unmarshal([]byte(r.ids), &ids); err != nil {
			return nil, fmt.Errorf("statements of an alert: %w", err)
		}
		if p := (pair{r.watch.ID, r.statement}); seen[p] || len(ids) > 0 && !slices.Contains(ids, r.statement) {
			continue
		} else {
			seen[p] = true // the newest verdict on it is in force
		}
		if n := len(out); n == 0 || out[n-1].Watch.ID != r.watch.ID {
			out = append(out, statements.Tested{Watch: r.watch})
		}
		t := &out[len(out)-1]
		t.Of++
		if r.what == statements.VerdictRight {
			t.Right++
		}
	}
	days := max(now.Sub(since).Hours()/24, 1)
	for i := range out {
		var n float64
		if err := one(ctx, s.reader, `SELECT COUNT(*) FROM alerts WHERE watch_id = $1 AND created >= $2`, []any{out[i].Watch.ID, millis(since)}, &n); err != nil {
			return nil, err
		}
		out[i].PerDay = n / days
	}
	return out, nil
}
