package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"onrecord/statements"
)

// BacklogDue gives the watches that ask for what the archive holds and for
// which it was not looked through yet, oldest first.
func (s *Store) BacklogDue(ctx context.Context) ([]statements.Watch, error) {
	out, err := all(ctx, s.reader, scanWatch, `SELECT `+watchColumns+` FROM watches w
		WHERE w.backlog AND NOT w.looked AND NOT w.removed ORDER BY w.id`)
	if err != nil {
		return nil, fmt.Errorf("look for watches without their backlog: %w", err)
	}
	if err := s.addNames(ctx, out); err != nil {
		return nil, fmt.Errorf("read whom the watches mean: %w", err)
	}
	return out, nil
}

// KeepBacklog puts what was found for a watch into the outbox, folded into
// messages of ten articles, and marks the watch as done, in one transaction.
// What the watch was told already is left out. For a watch that is done or gone
// it does nothing: another process may have been quicker.
func (s *Store) KeepBacklog(ctx context.Context, watchID int64, found []statements.ArchivedAlert, now time.Time) error {
	return s.write(ctx, "keep the backlog", func(t *tx) error {
		n, err := t.changed(ctx, `UPDATE watches SET looked = TRUE WHERE id = $1 AND NOT looked AND NOT removed`, watchID)
		if err != nil || n == 0 {
			return err
		}
		var place string
		if err := one(ctx, t, `SELECT place FROM watches WHERE id = $1`, []any{watchID}, &place); err != nil {
			return err
		}
		told, err := toldArticles(ctx, t, watchID, place)
		if err != nil {
			return err
		}
		for _, f := range found {
			if told[f.ArticleID] {
				continue
			}
			told[f.ArticleID] = true
			alert := storedAlert{watch: watchID, article: f.ArticleID, place: place, reason: f.Reason, words: f.Words, statements: f.StatementIDs}
			if alert.delivery, err = joinBacklog(ctx, t, alert, now); err != nil {
				return err
			}
			if _, err := insertAlert(ctx, t, alert, now); err != nil {
				return err
			}
			in, err := clustersOf(ctx, t, f.StatementIDs)
			if err != nil {
				return err
			}
			if err := tells(ctx, t, watchID, place, alert.delivery, slices.Sorted(maps.Values(in))); err != nil {
				return err
			}
		}
		return nil
	})
}

func toldArticles(ctx context.Context, t *tx, watchID int64, place string) (map[int64]bool, error) {
	ids, err := all(ctx, t, scalar[int64], `SELECT article_id FROM alerts WHERE watch_id = $1 AND place = $2`, watchID, place)
	told := make(map[int64]bool, len(ids))
	for _, id := range ids {
		told[id] = true
	}
	return told, err
}
