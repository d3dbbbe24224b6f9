package store

import (
	"context"
	"database/sql"
)

// asked is one of several statements that do not wait for each other's results.
type asked struct {
	query string
	args  []any

	row     func(scan func(...any) error) error // is called for each row; nil: it gives none
	changed *int64                              // where the number of changed rows goes, if anybody asks
	must    string                              // what PostgreSQL has to answer, if not any
}

// together runs statements in their order. PostgreSQL is sent all of them at
// once: to go there and back costs more than most of them do. The first that
// fails is the last that runs.
func (t *tx) together(ctx context.Context, list ...asked) error {
	if s, ok := t.executor.(*session); ok && len(list) > 0 {
		return s.send(ctx, list...)
	}
	for _, a := range list {
		if err := t.ask(ctx, a); err != nil {
			return err
		}
	}
	return nil
}

// later runs statements for whose results nobody waits: on PostgreSQL with the
// next statement or with the commit, which fails where they do.
func (t *tx) later(ctx context.Context, list ...asked) error {
	if s, ok := t.executor.(*session); ok {
		s.later = append(s.later, list...)
		return nil
	}
	return t.together(ctx, list...)
}

func (t *tx) ask(ctx context.Context, a asked) error {
	if a.row == nil {
		n, err := t.changed(ctx, a.query, a.args...)
		if a.changed != nil {
			*a.changed = n
		}
		return err
	}
	_, err := all(ctx, t, func(r *sql.Rows) (struct{}, error) { return struct{}{}, a.row(r.Scan) }, a.query, a.args...)
	return err
}

// into takes the only row of a statement apart.
func into(to ...any) func(scan func(...any) error) error {
	return func(scan func(...any) error) error { return scan(to...) }
}

// each appends the only column of each row.
func each[T any](to *[]T) func(scan func(...any) error) error {
	return func(scan func(...any) error) error {
		var v T
		err := scan(&v)
		*to = append(*to, v)
		return err
	}
}
