package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
	"time"

	"onrecord/statements"
)

// yieldWeeks is how many weeks of yield are looked at: the running one and the
// eight that make the norm.
const yieldWeeks = 9

// addYield adds a visit to what its feed brought on that day.
func addYield(v statements.Visit) []asked {
	today := unixDay(v.At)
	return []asked{
		{query: `INSERT INTO yields (feed_id, day, items, articles, stubs, statements) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (feed_id, day) DO UPDATE SET items = yields.items + excluded.items, articles = yields.articles + excluded.articles,
				stubs = yields.stubs + excluded.stubs, statements = yields.statements + excluded.statements`,
			args: []any{v.FeedID, today, v.New, v.Articles, v.Stubs, v.Statements}},
		{query: `DELETE FROM yields WHERE feed_id = $1 AND day < $2`, args: []any{v.FeedID, today - int64(visitsKept/(24*time.Hour))}},
	}
}

func unixDay(t time.Time) int64 { return t.Unix() / 86400 }

// Yields gives what each feed has been bringing up to now, by its id. Feeds
// that brought nothing for nine weeks are not in it.
func (s *Store) Yields(ctx context.Context, now time.Time) (map[int64]statements.Yield, error) {
	today := unixDay(now)
	rows, err := all(ctx, s.reader, scanWeek, `SELECT feed_id, ($1 - day) / 7, SUM(items), SUM(articles), SUM(stubs), SUM(statements),
			SUM(CASE WHEN day = $1 THEN items ELSE 0 END), SUM(CASE WHEN day >= $1 - 1 THEN items ELSE 0 END),
			SUM(CASE WHEN day >= $1 - 1 THEN articles ELSE 0 END), SUM(CASE WHEN day >= $1 - 1 THEN stubs ELSE 0 END),
			SUM(CASE WHEN day >= $1 - 1 THEN statements ELSE 0 END)
		FROM yields WHERE day <= $1 AND day > $2 GROUP BY 1, 2 ORDER BY 1, 2`, today, today-7*yieldWeeks)
	if err != nil {
		return nil, fmt.Errorf("read what the feeds brought: %w", err)
	}
	out := map[int64]statements.Yield{}
	for _, r := range rows {
		y := out[r.feed]
		for len(y.Weeks) < int(r.ago) {
			y.Weeks = append(y.Weeks, statements.Harvest{})
		}
		y.Weeks = append(y.Weeks, r.Harvest)
		y.Today += r.today
		if r.ago == 0 {
			y.Lately = r.lately
		}
		out[r.feed] = y
	}
	return out, nil
}

type week struct {
	feed, ago int64
	today     int
	lately    statements.Harvest
	statements.Harvest
}

func scanWeek(r *sql.Rows) (w week, err error) {
	return w, r.Scan(&w.feed, &w.ago, &w.Items, &w.Articles, &w.Stubs, &w.Statements, &w.today,
		&w.lately.Items, &w.lately.Articles, &w.lately.Stubs, &w.lately.Statements)
}

// writeMinutes and minutes turn moments into a column and back: Unix minutes,
// with commas between them.
func writeMinutes(times []time.Time) string {
	var b strings.Builder
	for i, t := range times {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.FormatInt(t.Unix()/60, 10))
	}
	return b.String()
}

func minutes(s string) []time.Time {
	if s == "" {
		return nil
	}
	var out []time.Time
	for word := range strings.SplitSeq(s, ",") {
		if n, err := strconv.ParseInt(word, 10, 64); err == nil {
			out = append(out, time.Unix(60*n, 0).UTC())
		}
	}
	return out
}
