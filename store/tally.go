package store

import (
	"context"
	"sync"
)

// tally counts a table to which rows are only ever added, without counting all
// of them each time: what lies below a row that is surely settled is counted
// once. It is safe for concurrent use.
type tally struct {
	mu      sync.Mutex
	upTo    int64 // the id up to which rows are counted
	counted int64
}

// unsettled is how many of the newest ids are counted each time where many write
// at once: ids are given before rows are committed, so one of them may come late.
const unsettled = 1_000

// of counts the rows of a table, of whose newest ids late may come late. It
// remembers the settled ones once twice as many rows as late are counted.
func (t *tally) of(ctx context.Context, q querier, table string, late int64) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	var fresh, last int64
	query, args := `SELECT COUNT(*), COALESCE(MAX(id), 0) FROM `+table, []any(nil)
	if t.upTo > 0 { // without a condition the smallest index is counted, and not the rows
		query, args = query+` WHERE id > $1`, []any{t.upTo}
	}
	if err := one(ctx, q, query, args, &fresh, &last); err != nil {
		return 0, err
	}
	total := t.counted + fresh
	switch {
	case fresh == 0 || fresh < 2*late:
		return int(total), nil
	case late == 0:
		t.upTo, t.counted = last, total
		return int(total), nil
	}
	var settled int64
	if err := one(ctx, q, `SELECT COUNT(*) FROM `+table+` WHERE id > $1 AND id <= $2`, []any{t.upTo, last - late}, &settled); err != nil {
		return 0, err
	}
	t.upTo, t.counted = last-late, t.counted+settled
	return int(total), nil
}
