package store

import (
	"context"
	"fmt"
)

// ZoneOf gives the name of the time zone that a user chose, by whose it is as a
// watch has its Owner; statements.ErrNotFound.
func (s *Store) ZoneOf(ctx context.Context, owner string) (string, error) {
	var zone string
	err := unlessMissing(one(ctx, s.reader, `SELECT zone FROM zones WHERE owner = $1`, []any{owner}, &zone))
	if err != nil {
		return "", fmt.Errorf("read a time zone: %w", err)
	}
	return zone, nil
}

// SetZone keeps the time zone that a user chose, in place of an earlier one.
func (s *Store) SetZone(ctx context.Context, owner, zone string) error {
	return s.write(ctx, "keep a time zone", func(t *tx) error {
		return t.exec(ctx, `INSERT INTO zones (owner, zone) VALUES ($1, $2)
			ON CONFLICT (owner) DO UPDATE SET zone = excluded.zone`, owner, zone)
	})
}

// ClearZone forgets it; that there is none is no error.
func (s *Store) ClearZone(ctx context.Context, owner string) error {
	return s.write(ctx, "forget a time zone", func(t *tx) error {
		return t.exec(ctx, `DELETE FROM zones WHERE owner = $1`, owner)
	})
}
