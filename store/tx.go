package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/timing"
)

// querier is what a transaction and a pool have in common.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// executor is what writes in a transaction.
type executor interface {
	querier
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// tx is a transaction that writes.
type tx struct {
	executor
	d    dialect
	plan func(statements.Timing) timing.Plan // what a watch's timing means here
}

// write runs do in a transaction and commits it. Where the database says that
// trying again helps (busy, deadlock), do runs again from its beginning: it must
// not leave anything behind but rows.
func (s *Store) write(ctx context.Context, what string, do func(*tx) error) error {
	f := func(t *tx) error {
		t.plan = s.plan
		return do(t)
	}
	err := retry(ctx, s.d.again, func() error {
		if s.writer != nil {
			return s.writer.do(ctx, s.d, f)
		}
		if s.d.batches {
			return inSession(ctx, s.db, func(on *session) error { return f(&tx{executor: on, d: s.d}) })
		}
		began, err := s.db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		defer began.Rollback() //nolint:errcheck // after a commit it does nothing, after an error that error counts
		if err := f(&tx{executor: began, d: s.d}); err != nil {
			return err
		}
		return began.Commit()
	})
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

func (t *tx) exec(ctx context.Context, query string, args ...any) error {
	_, err := t.ExecContext(ctx, query, clean(args)...)
	return err
}

// changed runs a statement and gives the number of rows that it changed.
func (t *tx) changed(ctx context.Context, query string, args ...any) (int64, error) {
	r, err := t.ExecContext(ctx, query, clean(args)...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// one scans the only row of a query; sql.ErrNoRows if there is none.
func one(ctx context.Context, q querier, query string, args []any, into ...any) error {
	return q.QueryRowContext(ctx, query, clean(args)...).Scan(into...)
}

// all reads every row before it gives any: a second query in the same
// transaction must not find the first one's rows open.
func all[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, clean(args)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// scalar scans rows of one column.
func scalar[T any](r *sql.Rows) (T, error) {
	var v T
	err := r.Scan(&v)
	return v, err
}

// clean makes strings fit for both databases: PostgreSQL refuses NUL and
// invalid UTF-8. Each bad byte becomes one other byte, so that spans hold.
func clean(args []any) []any {
	for i, a := range args {
		if s, ok := a.(string); ok && (strings.IndexByte(s, 0) >= 0 || !utf8.ValidString(s)) {
			args[i] = cleanText(s)
		}
	}
	return args
}

func cleanText(s string) string {
	b := []byte(s)
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b[i] = '?'
		case r == 0:
			b[i] = ' '
		}
		i += n
	}
	return string(b)
}

// list gives "$3, $4, $5" for the places of n arguments after the first from.
func list(from, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("$" + strconv.Itoa(from+i+1))
	}
	return b.String()
}

// tuples gives the VALUES of n rows, each like row with its "?" numbered on.
func tuples(n int, row string) string {
	var b strings.Builder
	at := 0
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		for _, r := range row {
			if r != '?' {
				b.WriteRune(r)
				continue
			}
			at++
			b.WriteString("$" + strconv.Itoa(at))
		}
	}
	return b.String()
}

// rowsAtOnce is how many rows one statement inserts: enough to save the ways to
// a server, and few enough for its limits.
const rowsAtOnce = 50

// chunk is how many arguments one statement is given at most; databases have
// limits of 32,766 and 65,535.
const chunk = 500

func anys[T any](in []T) []any {
	out := make([]any, len(in))
	for i, v := range in {
		out[i] = v
	}
	return out
}

// millis and moment turn a time into the stored number and back; the zero time
// is 0.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func moment(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

// ignore is err, unless it is one of those.
func ignore(err error, those error) error {
	if errors.Is(err, those) {
		return nil
	}
	return err
}
