package store

import (
	"context"
	"database/sql"
	"fmt"

	"onrecord/statements"
)

// Spoken counts the utterances of q by day, the oldest first. A topic is left
// out of account: whether a statement is about it, the asking decides. A
// statement without a day of its own counts on that of its publication, and one
// of which neither is known on the zero day, unless only some days are asked for.
func (s *Store) Spoken(ctx context.Context, q statements.Query) ([]statements.DayCount, error) {
	q.Topic = nil
	f, err := s.filterOf(ctx, q)
	if err != nil || f.none {
		return nil, wrap("count by day", err)
	}
	where, args := f.where()
	if !q.Since.IsZero() || !q.Until.IsZero() {
		dated := ` COALESCE(st.said_on, a.day) IS NOT NULL`
		if where == "" {
			where = " WHERE" + dated
		} else {
			where += " AND" + dated
		}
	}
	rows, err := all(ctx, s.reader, scanDayCount, `SELECT day, CAST(SUM(own) AS bigint), CAST(SUM(1 - own) AS bigint) FROM (
			SELECT MIN(COALESCE(st.said_on, a.day)) AS day, MAX(CASE WHEN st.kind = 'indirect' THEN 0 ELSE 1 END) AS own
			FROM statements st JOIN articles a ON a.id = st.article_id LEFT JOIN reports r ON r.statement_id = st.id`+where+`
			GROUP BY COALESCE(r.cluster_id, st.id)) AS said
		GROUP BY day ORDER BY day`, args...)
	return rows, wrap("count by day", err)
}

func scanDayCount(r *sql.Rows) (c statements.DayCount, err error) {
	var day sql.NullString
	if err := r.Scan(&day, &c.Verbatim, &c.Reported); err != nil || !day.Valid {
		return c, err
	}
	c.Day, err = statements.ParseDate(day.String)
	return c, err
}

// ReadDays gives the days of publication, both ends inclusive, of which the
// archive has articles.
func (s *Store) ReadDays(ctx context.Context, since, until statements.Date) (map[statements.Date]bool, error) {
	days, err := all(ctx, s.reader, scalar[string], `SELECT DISTINCT day FROM articles WHERE day BETWEEN $1 AND $2`, since.String(), until.String())
	if err != nil {
		return nil, fmt.Errorf("look for days with articles: %w", err)
	}
	out := make(map[statements.Date]bool, len(days))
	for _, d := range days {
		day, err := statements.ParseDate(d)
		if err != nil {
			return nil, fmt.Errorf("a day with articles: %w", err)
		}
		out[day] = true
	}
	return out, nil
}
