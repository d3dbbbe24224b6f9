package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Recall gives the value that was remembered under a name; "" if there is none.
func (s *Store) Recall(ctx context.Context, name string) (string, error) {
	var value string
	err := one(ctx, s.reader, `SELECT value FROM memory WHERE name = $1`, []any{name}, &value)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("recall %s: %w", name, err)
	}
	return value, nil
}

// Remember keeps a small value under a name, in place of an earlier one.
func (s *Store) Remember(ctx context.Context, name, value string) error {
	return s.write(ctx, "remember "+name, func(t *tx) error {
		return t.exec(ctx, `INSERT INTO memory (name, value) VALUES ($1, $2)
			ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
	})
}
