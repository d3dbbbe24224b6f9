package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// asked is one of several statements that do not wait for each other's results.
type asked struct {
	query string
	args  []any

	row     func(scan func(...any) error) error // is called for each row; nil: it gives none
	changed *int64                              // where the number of changed rows goes, if anybody asks
}

// together runs statements in their order. PostgreSQL is sent all of them at
// once: to go there and back costs more than most of them do. The first that
// fails is the last that runs.
func (t *tx) together(ctx context.Context, list ...asked) error {
	if t.conn == nil || len(list) < 2 {
		for _, a := range list {
			if err := t.ask(ctx, a); err != nil {
				return err
			}
		}
		return nil
	}
	return t.conn.Raw(func(c any) error {
		// Whoever takes the transaction back when ctx ends has to wait for us:
		// nothing is sent after that, or it would be kept.
		if err := ctx.Err(); err != nil {
			return err
		}
		return send(ctx, c.(*stdlib.Conn).Conn(), list)
	})
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

// send sends the statements and then reads what each of them gave.
func send(ctx context.Context, conn *pgx.Conn, list []asked) (err error) {
	var b pgx.Batch
	for _, a := range list {
		b.Queue(a.query, clean(a.args)...)
	}
	answers := conn.SendBatch(ctx, &b)
	defer func() {
		if closed := answers.Close(); err == nil {
			err = closed
		}
	}()
	for i, a := range list {
		if err := read(answers, a); err != nil {
			return fmt.Errorf("statement %d of %d: %w", i+1, len(list), err)
		}
	}
	return nil
}

func read(answers pgx.BatchResults, a asked) error {
	if a.row == nil {
		tag, err := answers.Exec()
		if a.changed != nil {
			*a.changed = tag.RowsAffected()
		}
		return err
	}
	rows, err := answers.Query()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := a.row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
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

// begin begins a transaction on a connection of its own, and gives what ends
// both.
func begin(ctx context.Context, db *sql.DB) (conn *sql.Conn, began *sql.Tx, end func() error, err error) {
	if conn, err = db.Conn(ctx); err != nil {
		return nil, nil, nil, err
	}
	if began, err = conn.BeginTx(ctx, nil); err != nil {
		return nil, nil, nil, errors.Join(err, conn.Close())
	}
	return conn, began, func() error {
		began.Rollback() //nolint:errcheck // after a commit it does nothing, after an error that error counts
		return conn.Close()
	}, nil
}
