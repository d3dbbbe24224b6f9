package store

import (
	"context"
	"fmt"

	"onrecord/statements"
)

// Meant gives a watch that is not kept yet the names that the registry has for
// whom it watches, as Watches gives them to those that are.
func (s *Store) Meant(ctx context.Context, w statements.Watch) (statements.Watch, error) {
	ws := []statements.Watch{w}
	if err := s.addNames(ctx, ws); err != nil {
		return w, fmt.Errorf("read whom the watch means: %w", err)
	}
	return ws[0], nil
}
