package store

import "context"

// BreakLeases takes over what a process that was killed has left: the feeds it
// was visiting are due again, and so are the messages that it was sending to a
// surface, with the doubt whether they are there; so are edits, which do no harm
// when they are made twice. A surface calls it once, when
// it starts: one process speaks for a surface. A visit that is still going on
// elsewhere is made twice, which changes nothing.
func (s *Store) BreakLeases(ctx context.Context, surface string) error {
	return s.write(ctx, "take over what was begun", func(t *tx) error {
		if err := t.exec(ctx, `UPDATE feeds SET leased_until = 0 WHERE leased_until > 0`); err != nil {
			return err
		}
		return t.exec(ctx, `UPDATE deliveries SET leased_until = 0 WHERE surface = $1 AND (state = 'due' OR edit_due > 0) AND leased_until > 0`, surface)
	})
}
