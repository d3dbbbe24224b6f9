package main

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the drivers of the bare query
	_ "modernc.org/sqlite"

	"onrecord/handlers"
)

// bareMost is how many statements the bare query gives: as many as an answer
// looks at.
const bareMost = 200

// bare is the database without us.
type bare struct {
	*sql.DB
	postgres bool
	server   *server // of PostgreSQL on this machine; else nil
}

// clock reports that the work is done where its CPU time cannot be seen.
func (b bare) clock() bool { return b.postgres && b.server == nil }

// spent is the CPU time that was spent up to now, here and by the server.
func (b bare) spent(ctx context.Context) time.Duration {
	if b.server == nil {
		return spent()
	}
	return spent() + b.server.spent(ctx)
}

func isPostgres(address string) bool { return strings.HasPrefix(address, "postgres") }

func openBare(ctx context.Context, address string) (bare, error) {
	b := bare{postgres: isPostgres(address)}
	var err error
	if b.postgres {
		b.DB, err = sql.Open("pgx", address)
	} else {
		b.DB, err = sql.Open("sqlite", "file:"+address+"?mode=ro&_pragma=cache_size(-65536)&_pragma=mmap_size(268435456)")
	}
	if err == nil {
		err = b.PingContext(ctx)
	}
	if err == nil && b.postgres {
		b.server = serverOf(ctx, b.DB)
	}
	return b, err
}

// ask is a plain ranked full-text query for the same words of the same speaker.
func (b bare) ask(ctx context.Context, q question) (int, error) {
	query, args := `SELECT rowid FROM statement_index WHERE statement_index MATCH $1 ORDER BY rank LIMIT $2`, []any{fts5Match(q), bareMost}
	if b.postgres {
		query = `SELECT id FROM statement_index, CAST($1 AS tsquery) AS q WHERE stems @@ q ORDER BY ts_rank(stems, q) DESC LIMIT $2`
		args[0] = tsMatch(q)
	}
	rows, err := b.QueryContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}

func fts5Match(q question) string {
	parts := make([]string, len(q.words))
	for i, w := range q.words {
		parts[i] = `"` + w + `"`
	}
	m := `{said around title} : (` + strings.Join(parts, " OR ") + `)`
	if q.speaker != 0 {
		m += fmt.Sprintf(` AND marks : "s%d"`, q.speaker)
	}
	return m
}

func tsMatch(q question) string {
	m := "('" + strings.Join(q.words, "' | '") + "')"
	if q.speaker != 0 {
		m += fmt.Sprintf(` & '#s%d'`, q.speaker)
	}
	return m
}

// took is what many runs of one thing took.
type took struct {
	runs     int
	cpu      time.Duration // of one
	p50, p99 time.Duration // by the clock
}

// row is a question with what it took.
type row struct {
	question
	answer, bare took
	found        int
}

func measure(ctx context.Context, d *handlers.Desk, b bare, q question, each time.Duration) (row, error) {
	r := row{question: q}
	request := handlers.Request{Command: "ask", Options: map[string]string{"question": q.text}, User: handlers.User{ID: "bench"}, Server: "bench", Place: "bench"}
	var err error
	r.bare, err = many(ctx, b, each, func() error {
		n, err := b.ask(ctx, q)
		r.found = n
		return err
	})
	if err != nil {
		return r, err
	}
	r.answer, err = many(ctx, b, each, func() error {
		reply := d.Serve(ctx, request)
		if f := reply.Cards[0].Form; f != handlers.FormAnswer && r.found > 0 {
			return fmt.Errorf("no answer but %s", f)
		}
		return nil
	})
	return r, err
}

// complete measures what is proposed for a name.
func complete(ctx context.Context, d *handlers.Desk, b bare, typed string, each time.Duration) row {
	r := row{question: question{name: "‘" + typed + "’"}}
	r.answer, _ = many(ctx, b, each/2, func() error {
		r.found = len(d.Complete(ctx, handlers.Request{Command: "ask", User: handlers.User{ID: "bench"}, Server: "bench"}, "speaker", typed))
		return nil
	})
	return r
}

// many does something for some time, once before it counts.
func many(ctx context.Context, b bare, each time.Duration, do func() error) (took, error) {
	if err := do(); err != nil {
		return took{}, err
	}
	var runs []time.Duration
	begun, cpu := time.Now(), b.spent(ctx)
	for time.Since(begun) < each || len(runs) < 5 {
		at := time.Now()
		if err := do(); err != nil {
			return took{}, err
		}
		runs = append(runs, time.Since(at))
	}
	cpu = b.spent(ctx) - cpu
	slices.Sort(runs)
	return took{runs: len(runs), cpu: cpu / time.Duration(len(runs)), p50: runs[len(runs)/2], p99: runs[len(runs)*99/100]}, nil
}
