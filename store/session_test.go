package store_test

import (
	"context"
	"testing"

	"onrecord/store"
	"onrecord/store/storetest"
)

// However statements go to the database, a transaction is kept as a whole or
// not at all, in the order in which it was written, and its connection is as
// good as new.
func TestTransactionIsWhole(t *testing.T) {
	const (
		add    = `INSERT INTO versions (name, n) VALUES ('test', 1)`
		double = `UPDATE versions SET n = n * 2 WHERE name = 'test'`
		more   = `UPDATE versions SET n = n + 1 WHERE name = 'test'`
		wrong  = `UPDATE versions SET n = NULL WHERE name = 'test'`
		count  = `SELECT n FROM versions WHERE name = 'test'`
	)
	for _, c := range []struct {
		name string
		do   func(t *testing.T, s store.Steps, stop func()) error
		want int // what is kept; 0 is nothing
	}{
		{"one after the other", func(t *testing.T, s store.Steps, _ func()) error {
			return first(s.Alone(add), s.Alone(more), s.Alone(double))
		}, 4},
		{"together", func(t *testing.T, s store.Steps, _ func()) error { return s.Together(add, more, double) }, 4},
		{"later, and nothing comes", func(t *testing.T, s store.Steps, _ func()) error { return s.Later(add, double, more) }, 3},
		{"later, before what comes", func(t *testing.T, s store.Steps, _ func()) error {
			return first(s.Later(add), s.Alone(more), s.Later(double), s.Together(more))
		}, 5},
		{"later, and read", func(t *testing.T, s store.Steps, _ func()) error {
			err := s.Later(add, more)
			n, read := s.Count(count)
			same(t, "read", n, 2)
			return first(err, read, s.Later(double))
		}, 4},
		{"wrong, alone", func(t *testing.T, s store.Steps, _ func()) error { return first(s.Alone(add), s.Alone(wrong)) }, 0},
		{"wrong, together", func(t *testing.T, s store.Steps, _ func()) error { return s.Together(add, wrong, more) }, 0},
		{"wrong, later", func(t *testing.T, s store.Steps, _ func()) error { return first(s.Together(add, more), s.Later(wrong)) }, 0},
		{"told to stop", func(t *testing.T, s store.Steps, stop func()) error {
			err := s.Together(add, more)
			stop()
			return first(err, s.Later(double))
		}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, open func() *store.Store) {
				s := open()
				ctx, stop := context.WithCancel(t.Context())
				defer stop()
				err := store.Write(ctx, s, func(steps store.Steps) error { return c.do(t, steps, stop) })
				if (err != nil) != (c.want == 0) {
					t.Errorf("gives %v", err)
				}
				ok(t, store.Write(t.Context(), s, func(steps store.Steps) error {
					n, err := steps.Count(`SELECT COALESCE(MAX(n), 0) FROM versions WHERE name = 'test'`)
					same(t, "kept", n, c.want)
					return err
				}))
			})
		})
	}
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// PostgreSQL answers COMMIT with ROLLBACK, and no error, where a statement has
// failed and nobody minded.
func TestFailureThatNobodyMinded(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.Store) {
		s := open()
		err := store.Write(t.Context(), s, func(steps store.Steps) error {
			steps.Alone(`INSERT INTO versions (name, n) VALUES ('test', 1)`) //nolint:errcheck // that is the case
			steps.Alone(`UPDATE versions SET n = NULL WHERE name = 'test'`)  //nolint:errcheck // that is the case
			return nil
		})
		ok(t, store.Write(t.Context(), s, func(steps store.Steps) error {
			n, counted := steps.Count(`SELECT COUNT(*) FROM versions WHERE name = 'test'`)
			if kept := n == 1; kept != (err == nil) {
				t.Errorf("gives %v and has kept it: %t", err, kept)
			}
			return counted
		}))
	})
}
