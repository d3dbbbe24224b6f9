package store

import (
	"context"
	"fmt"
	"os"
	"strings"

	"onrecord/statements"
)

// Name is the database's.
func (s *Store) name() string { return s.d.name }

// Plan gives the database's plan for the search of q, a line a step.
func Plan(ctx context.Context, s *Store, q statements.Query, n int) (string, error) {
	f, err := s.filterOf(ctx, q)
	if err != nil {
		return "", err
	}
	if f, err = s.weigh(ctx, f); err != nil {
		return "", err
	}
	f.limit = n
	query, args := f.query(s.d.index.best, newest)
	return explain(ctx, s, query, args...)
}

// PlanLease gives the plan of the look for due messages, PlanClaim that for due
// feeds.
func PlanLease(ctx context.Context, s *Store) (string, error) {
	return explain(ctx, s, leasable, int64(1), "discord", 10)
}

func PlanClaim(ctx context.Context, s *Store) (string, error) {
	return explain(ctx, s, feedsDue, int64(1), 10)
}

// PlanLooks gives the plan of the look for due looks, PlanChanges that for what
// became of an article's statements, PlanTelling that for its messages.
func PlanLooks(ctx context.Context, s *Store) (string, error) {
	return explain(ctx, s, looksDue, int64(1), 10)
}

func PlanChanges(ctx context.Context, s *Store) (string, error) {
	return explain(ctx, s, changesInForce, int64(1))
}

func PlanTelling(ctx context.Context, s *Store) (string, error) {
	return explain(ctx, s, tellingOf, int64(1))
}

// PlanOutlets gives the plan of the look for who carries articles too.
func PlanOutlets(ctx context.Context, s *Store) (string, error) {
	return explain(ctx, s, outletsAlso("article_id IN ($1, $2)"), int64(1), int64(2))
}

// PlanCandidates gives the plan of the look for what one speaker said around a
// day, PlanQuotes that for long sentences.
func PlanCandidates(ctx context.Context, s *Store) (string, error) {
	return explain(ctx, s, rootsQuery(1), int64(1), int64(1), "2026-11-16", "2026-11-24", mostCandidates)
}

func PlanQuotes(ctx context.Context, s *Store) (string, error) {
	return explain(ctx, s, quotesQuery(2), int64(1), int64(2), "2026-11-16", "2026-11-24", mostQuoted)
}

func explain(ctx context.Context, s *Store, query string, args ...any) (string, error) {
	how := "EXPLAIN "
	if s.name() == "sqlite" {
		how = "EXPLAIN QUERY PLAN "
	}
	rows, err := s.reader.QueryContext(ctx, how+query, args...)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	var lines []string
	for rows.Next() {
		var line string
		var ignored any
		into := []any{&line}
		if s.name() == "sqlite" {
			into = []any{&ignored, &ignored, &ignored, &line}
		}
		if err := rows.Scan(into...); err != nil {
			return "", err
		}
		lines = append(lines, strings.TrimSpace(line))
	}
	return strings.Join(lines, "\n"), rows.Err()
}

// Columns gives every column of every table as "table.column".
func Columns(ctx context.Context, s *Store) ([]string, error) {
	query := `SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1`
	if s.name() == "sqlite" {
		query = `SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1`
	}
	out, err := all(ctx, s.reader, scalar[string], query)
	if err != nil {
		return nil, fmt.Errorf("columns: %w", err)
	}
	return out, nil
}

// Exec changes the archive behind the Store's back.
func Exec(ctx context.Context, s *Store, query string, args ...any) error {
	return s.write(ctx, "test", func(t *tx) error { return t.exec(ctx, query, args...) })
}

// Written gives something that changes with every row of feeds that is written,
// to what it was before as well: of PostgreSQL the rows' versions, of SQLite the
// size and the time of its files.
func Written(ctx context.Context, s *Store) (what string, err error) {
	if s.name() != "sqlite" {
		err = one(ctx, s.db, `SELECT string_agg(xmin::text || ' ' || ctid::text, ',' ORDER BY id) FROM feeds`, nil, &what)
		return what, err
	}
	var file string
	if err := one(ctx, s.reader, `SELECT file FROM pragma_database_list WHERE name = 'main'`, nil, &file); err != nil {
		return "", err
	}
	for _, end := range []string{"", "-wal"} {
		info, err := os.Stat(file + end)
		if err != nil {
			return "", err
		}
		what += fmt.Sprint(info.Size(), info.ModTime().UnixNano(), " ")
	}
	return what, nil
}

// SetDepth makes searches as shallow as in an archive that is many times larger.
func SetDepth(s *Store, ranked, newest int) { s.depth = depth{ranked, newest} }

// Inside a package: what tests of the parts need.
var (
	Surroundings = surroundings
	RangeMarks   = rangeMarks
	CleanText    = cleanText
	Key          = key
	Shown        = shown
	PackSpans    = packSpans
	UnpackSpans  = unpackSpans
)

// Tally counts a table again and again, remembering all but the newest rows.
func Tally(ctx context.Context, s *Store, table string, late int64) func() (int, error) {
	var t tally
	return func() (int, error) { return t.of(ctx, s.reader, table, late) }
}

// Steps are what a transaction is made of. The query has no arguments.
type Steps struct {
	Alone    func(query string) error
	Count    func(query string) (int, error)
	Together func(queries ...string) error
	Later    func(queries ...string) error
}

// Write runs f in a transaction.
func Write(ctx context.Context, s *Store, f func(Steps) error) error {
	return s.write(ctx, "test", func(t *tx) error {
		asks := func(queries []string) (list []asked) {
			for _, q := range queries {
				list = append(list, asked{query: q})
			}
			return list
		}
		return f(Steps{
			Alone:    func(q string) error { return t.exec(ctx, q) },
			Count:    func(q string) (n int, err error) { return n, one(ctx, t, q, nil, &n) },
			Together: func(q ...string) error { return t.together(ctx, asks(q)...) },
			Later:    func(q ...string) error { return t.later(ctx, asks(q)...) },
		})
	})
}

// PlanSeen gives the plan of what every question asks: what its server sees
// otherwise.
func PlanSeen(ctx context.Context, s *Store) (string, error) {
	return explain(ctx, s, changing, "console")
}

// Rows counts a table.
func Rows(ctx context.Context, s *Store, table string) (n int, err error) {
	return n, one(ctx, s.reader, `SELECT COUNT(*) FROM `+table, nil, &n)
}

// Delete deletes a statement, as whoever has to forget one would.
func Delete(ctx context.Context, s *Store, id int64) error {
	return s.write(ctx, "test", func(t *tx) error {
		if err := t.d.index.drop(ctx, t, []int64{id}); err != nil {
			return err
		}
		if err := t.exec(ctx, `DELETE FROM reports WHERE statement_id = $1`, id); err != nil {
			return err
		}
		return t.exec(ctx, `DELETE FROM statements WHERE id = $1`, id)
	})
}

// ForgetSignatures has s read them anew.
func ForgetSignatures(s *Store) {
	s.signed.mu.Lock()
	defer s.signed.mu.Unlock()
	s.signed.embedder = 0
}

// PlanCompare gives the plan of the look for vectors by their numbers,
// PlanSignatures that for the next signatures, PlanUnembedded that for the newest
// statements without a vector.
func PlanCompare(q statements.Query) func(context.Context, *Store) (string, error) {
	return func(ctx context.Context, s *Store) (string, error) {
		query, args := compareQuery(filter{outlets: q.Outlets}, []int64{1, 2, 3})
		return explain(ctx, s, query, args...)
	}
}

func PlanSignatures(beyond string) func(context.Context, *Store) (string, error) {
	return func(ctx context.Context, s *Store) (string, error) {
		return explain(ctx, s, nextSignatures(beyond), int64(1), int64(9), 10)
	}
}

func PlanUnembedded(ctx context.Context, s *Store) (string, error) {
	return explain(ctx, s, unembeddedSince, int64(1), int64(9), 10)
}
