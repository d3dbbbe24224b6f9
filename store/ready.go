package store

import (
	"context"
	"database/sql"
	"sync"
)

// ready keeps the statements prepared that are read with again and again. The
// zero value is ready.
type ready struct {
	mu    sync.Mutex
	stmts map[string]*sql.Stmt
}

// prepared is a statement in a querier's clothes.
type prepared struct{ *sql.Stmt }

func (p prepared) QueryContext(ctx context.Context, _ string, args ...any) (*sql.Rows, error) {
	return p.Stmt.QueryContext(ctx, args...)
}

func (p prepared) QueryRowContext(ctx context.Context, _ string, args ...any) *sql.Row {
	return p.Stmt.QueryRowContext(ctx, args...)
}

// mostReady is how many statements are kept prepared, by each connection, and
// longestReady how long one may be. Those that come first stay.
const (
	mostReady    = 100
	longestReady = 6_000
)

// again is the reader for queries that come again and again: to read an SQL
// statement may cost more than to answer it.
func (s *Store) again() querier { return again{s} }

type again struct{ s *Store }

func (a again) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return a.s.often(ctx, query).QueryContext(ctx, query, args...)
}

func (a again) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	return a.s.often(ctx, query).QueryRowContext(ctx, query, args...)
}

// often is the reader for one such query. PostgreSQL's driver remembers
// statements by itself.
func (s *Store) often(ctx context.Context, query string) querier {
	if s.writer == nil || len(query) > longestReady {
		return s.reader
	}
	s.ready.mu.Lock()
	defer s.ready.mu.Unlock()
	if stmt := s.ready.stmts[query]; stmt != nil {
		return prepared{stmt}
	}
	if len(s.ready.stmts) >= mostReady {
		return s.reader
	}
	stmt, err := s.reader.PrepareContext(ctx, query)
	if err != nil {
		return s.reader // which will say why
	}
	if s.ready.stmts == nil {
		s.ready.stmts = map[string]*sql.Stmt{}
	}
	s.ready.stmts[query] = stmt
	return prepared{stmt}
}

// padded repeats the last of the list until there are 2, 4, 8 ... of them, so
// that lists of many lengths are few statements.
func padded[T any](list []T) []T {
	out := append([]T(nil), list...)
	for n := len(out); n > 0 && n&(n-1) != 0; n++ {
		out = append(out, list[len(list)-1])
	}
	return out
}

// among is the condition that a column is one of the ids, with its arguments: a
// list of many lengths as few statements, or as one array where the database
// has those, for which it plans in a tenth of the time.
func among(q querier, column string, ids []int64) (string, []any) {
	if on, ok := q.(interface{ arrays() bool }); ok && on.arrays() {
		return column + ` = ANY($1)`, []any{ids}
	}
	ids = padded(ids)
	return column + ` IN (` + list(0, len(ids)) + `)`, anys(ids)
}

func (a again) arrays() bool { return a.s.d.batches }
func (t *tx) arrays() bool   { return t.d.batches }
