package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// tick is how often the bot looks for due feeds.
const tick = 200 * time.Millisecond

// rest polls, while no feed is due, and counts what that writes.
func (r *road) rest(ctx context.Context) (measure, int64, error) {
	before, err := written(ctx, r.archive)
	if err != nil {
		return measure{}, 0, err
	}
	m, err := take(func() (int, int, error) {
		ctx, cancel := context.WithTimeout(ctx, r.idle)
		defer cancel()
		return r.feeds, 0, r.poller.Run(ctx, tick)
	})
	if err != nil {
		return m, 0, err
	}
	after, err := written(ctx, r.archive)
	return m, after - before, err
}

// written is a number that grows with every write to a database: with SQLite
// its files' size and time, with PostgreSQL the rows that were written.
func written(ctx context.Context, address string) (n int64, err error) {
	if isPostgres(address) {
		return rowsWritten(ctx, address)
	}
	for _, end := range []string{"", "-wal"} {
		info, err := os.Stat(address + end)
		if err != nil {
			return 0, fmt.Errorf("look at the archive: %w", err)
		}
		// A page that is written over leaves the size as it is.
		n += info.Size() + info.ModTime().UnixNano()
	}
	return n, nil
}

func isPostgres(address string) bool { return strings.HasPrefix(address, "postgres") }

func rowsWritten(ctx context.Context, address string) (n int64, err error) {
	db, err := pgx.Connect(ctx, address)
	if err != nil {
		return 0, fmt.Errorf("look at the archive: %w", err)
	}
	defer db.Close(ctx)
	// A session tells what it has done when it has rested for ten seconds
	// (PGSTAT_IDLE_INTERVAL).
	time.Sleep(11 * time.Second)
	err = db.QueryRow(ctx, `SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint FROM pg_stat_user_tables`).Scan(&n)
	return n, err
}
