package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
)

// mostTogether is how many writes share a transaction at most: whoever waits
// for the first of them waits for the last.
const mostTogether = 32

// checkpointAt is how many pages the log holds before they are copied to the
// archive: pages that change often are copied less often than at SQLite's 1,000.
// The log takes 16 MB then.
const checkpointAt = 4000

// writer is the one connection that writes to an SQLite file. Writes that come
// at the same moment share a transaction, each in a savepoint of its own: a
// commit waits for the disk, and one for all of them waits once. Statements
// stay prepared.
type writer struct {
	conn     *sql.Conn
	prepared map[string]*sql.Stmt // used by whoever leads

	mu      sync.Mutex
	queue   []*job
	leading bool
}

// job is one write that waits for its turn.
type job struct {
	ctx      context.Context
	f        func(*tx) error
	err      error
	panicked any
	lead     chan bool // false: it is done; true: it leads the next group
}

func newWriter(ctx context.Context, db *sql.DB) (*writer, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	w := &writer{conn: conn, prepared: map[string]*sql.Stmt{}}
	if _, err := conn.ExecContext(ctx, fmt.Sprintf("PRAGMA wal_autocheckpoint = %d", checkpointAt)); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

func (w *writer) Close() error {
	var errs []error
	for _, s := range w.prepared {
		errs = append(errs, s.Close())
	}
	return errors.Join(append(errs, ignore(w.conn.Close(), sql.ErrConnDone))...)
}

// do runs f in a transaction and returns when that is committed. Where writes
// run already, it waits for them with others; whoever is first of those leads
// them then.
func (w *writer) do(ctx context.Context, d dialect, f func(*tx) error) error {
	j := &job{ctx: ctx, f: f, lead: make(chan bool, 1)}
	w.mu.Lock()
	w.queue = append(w.queue, j)
	if w.leading {
		w.mu.Unlock()
		if !<-j.lead {
			return j.result()
		}
		w.mu.Lock()
	}
	w.leading = true
	group := w.queue[:min(len(w.queue), mostTogether)]
	w.queue = w.queue[len(group):]
	w.mu.Unlock()
	w.settle(d, group)
	w.handOver(group)
	return j.result()
}

func (j *job) result() error {
	if j.panicked != nil {
		panic(j.panicked)
	}
	return j.err
}

// handOver tells the others that they are done, and the first of those that
// came in the meantime to go on.
func (w *writer) handOver(group []*job) {
	for _, j := range group[1:] {
		j.lead <- false
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.leading = len(w.queue) > 0; w.leading {
		w.queue[0].lead <- true
	}
}

// settle runs a group in one transaction; if that as a whole fails, each of
// them in one of its own, so that nobody fails for what another does.
func (w *writer) settle(d dialect, group []*job) {
	err := w.transaction(d, group)
	if err == nil {
		return
	}
	if len(group) == 1 {
		group[0].err = err
		return
	}
	for _, j := range group {
		j.err, j.panicked = nil, nil
		if err := w.transaction(d, []*job{j}); err != nil {
			j.err = err
		}
	}
}

// transaction runs a group. Its error is one of the transaction; those of the
// jobs are in the jobs.
func (w *writer) transaction(d dialect, group []*job) (err error) {
	// A context that ends in the middle of a statement would take the whole
	// transaction back, the others' part too.
	ctx := context.Background()
	if err := w.exec(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			w.exec(ctx, "ROLLBACK") //nolint:errcheck // there may be nothing left to take back
		}
	}()
	t := &tx{executor: w, d: d}
	if len(group) == 1 {
		return w.alone(ctx, t, group[0])
	}
	kept := 0
	for _, j := range group {
		if j.err = j.ctx.Err(); j.err != nil {
			continue
		}
		if err := w.exec(ctx, "SAVEPOINT one"); err != nil {
			return err
		}
		j.run(t)
		if j.err == nil && j.panicked == nil {
			kept++
		} else if err := w.exec(ctx, "ROLLBACK TO one"); err != nil {
			return fmt.Errorf("%w; take it back: %w", j.err, err)
		}
		if err := w.exec(ctx, "RELEASE one"); err != nil {
			return err
		}
	}
	if kept == 0 {
		return w.exec(ctx, "ROLLBACK")
	}
	return w.exec(ctx, "COMMIT")
}

// alone runs a job that has the transaction to itself.
func (w *writer) alone(ctx context.Context, t *tx, j *job) error {
	if j.err = j.ctx.Err(); j.err == nil {
		j.run(t)
	}
	if j.err != nil || j.panicked != nil {
		w.exec(ctx, "ROLLBACK") //nolint:errcheck // there may be nothing left to take back
		return nil
	}
	return w.exec(ctx, "COMMIT")
}

func (j *job) run(t *tx) {
	defer func() { j.panicked = recover() }()
	j.err = j.f(t)
}

func (w *writer) exec(ctx context.Context, query string) error {
	_, err := w.ExecContext(ctx, query)
	return err
}

const (
	// mostPrepared is how many statements stay prepared, and longestPrepared
	// the length of one in bytes: those put together from lists seldom come
	// again.
	mostPrepared    = 200
	longestPrepared = 1500
)

// statement gives the prepared form of a query; nil is one that is not kept.
func (w *writer) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s := w.prepared[query]; s != nil || len(query) > longestPrepared {
		return s, nil
	}
	if len(w.prepared) >= mostPrepared {
		for q, s := range w.prepared {
			delete(w.prepared, q)
			s.Close() //nolint:errcheck // it is a cache
		}
	}
	s, err := w.conn.PrepareContext(ctx, query)
	if err == nil {
		w.prepared[query] = s
	}
	return s, err
}

// ExecContext, QueryContext and QueryRowContext are those of a transaction.
// The context counts before each of them and not in its middle.
func (w *writer) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	ctx = context.WithoutCancel(ctx)
	s, err := w.statement(ctx, query)
	switch {
	case err != nil:
		return nil, err
	case s == nil:
		return w.conn.ExecContext(ctx, query, args...)
	}
	return s.ExecContext(ctx, args...)
}

// QueryContext is like ExecContext.
func (w *writer) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	ctx = context.WithoutCancel(ctx)
	s, err := w.statement(ctx, query)
	switch {
	case err != nil:
		return nil, err
	case s == nil:
		return w.conn.QueryContext(ctx, query, args...)
	}
	return s.QueryContext(ctx, args...)
}

// QueryRowContext is like ExecContext.
func (w *writer) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	ctx = context.WithoutCancel(ctx)
	if s, err := w.statement(ctx, query); err == nil && s != nil {
		return s.QueryRowContext(ctx, args...)
	}
	return w.conn.QueryRowContext(ctx, query, args...)
}
