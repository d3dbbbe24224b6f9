package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// session is a transaction on PostgreSQL. It begins on the same way to the
// server as its first statements, if these are sent together, and ends on the
// same way as those that nobody waits for.
type session struct {
	conn  *sql.Conn
	open  bool
	later []asked
}

// inSession runs f in a transaction of its own and commits it.
func inSession(ctx context.Context, db *sql.DB, f func(*session) error) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close() //nolint:errcheck // it goes back to the pool
	s := &session{conn: conn}
	defer s.rollback(ctx)
	if err := f(s); err != nil {
		return err
	}
	return s.commit(ctx)
}

var (
	toBegin  = asked{query: "BEGIN"}
	toCommit = asked{query: "COMMIT", must: "COMMIT"}
)

// send sends the list with what has to go before it.
func (s *session) send(ctx context.Context, list ...asked) error {
	list = append(s.later, list...)
	s.later = nil
	if !s.open {
		s.open = true // whatever comes of it: to roll back nothing is no error
		list = append([]asked{toBegin}, list...)
	}
	return s.conn.Raw(func(c any) error { return send(ctx, c.(*stdlib.Conn).Conn(), list) })
}

// first sends what has to go before a statement that goes alone.
func (s *session) first(ctx context.Context) error {
	if s.open && len(s.later) == 0 {
		return nil
	}
	return s.send(ctx)
}

func (s *session) commit(ctx context.Context) error {
	if !s.open && len(s.later) == 0 {
		return nil
	}
	if err := s.send(ctx, toCommit); err != nil {
		return err
	}
	s.open = false
	return nil
}

// backFor is how long the server may take to take a transaction back. It does
// so by itself where we hang up.
const backFor = 5 * time.Second

func (s *session) rollback(ctx context.Context) {
	if !s.open {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), backFor)
	defer cancel()
	s.conn.Raw(func(c any) error { //nolint:errcheck // a connection that is left in a transaction is closed
		conn := c.(*stdlib.Conn).Conn()
		if _, err := conn.Exec(ctx, "ROLLBACK"); err != nil || conn.PgConn().TxStatus() != 'I' {
			return driver.ErrBadConn
		}
		return nil
	})
}

// ExecContext, QueryContext and QueryRowContext are those of a transaction.
func (s *session) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if s.open && len(s.later) == 0 {
		return s.conn.ExecContext(ctx, query, args...)
	}
	var n int64
	err := s.send(ctx, asked{query: query, args: args, changed: &n})
	return driver.RowsAffected(n), err
}

// QueryContext is like ExecContext.
func (s *session) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := s.first(ctx); err != nil {
		return nil, err
	}
	return s.conn.QueryContext(ctx, query, args...)
}

// QueryRowContext is like ExecContext.
func (s *session) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	if err := s.first(ctx); err != nil { // a row has no other way to carry an error
		var cancel context.CancelCauseFunc
		ctx, cancel = context.WithCancelCause(ctx)
		cancel(err)
	}
	return s.conn.QueryRowContext(ctx, query, args...)
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
	for _, a := range list {
		if err := read(answers, a); err != nil {
			return err
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
		if err == nil && a.must != "" && tag.String() != a.must {
			err = fmt.Errorf("%s was answered by %s: %w", a.query, tag, errBroken)
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

// errBroken: to commit a transaction in which a statement has failed takes it
// back, and PostgreSQL does not call that an error.
var errBroken = errors.New("a statement of the transaction had failed")
