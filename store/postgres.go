package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"runtime"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"onrecord/statements"
)

func (s *Store) openPostgres(ctx context.Context, address string) error {
	s.d = dialect{
		name:     "postgres",
		lockFree: " FOR UPDATE SKIP LOCKED", lockWait: " FOR UPDATE", lockShare: " FOR SHARE",
		again: postgresAgain, migrate: migratePostgres, index: tsvector{},
	}
	var err error
	if s.db, err = sql.Open("pgx", address); err != nil {
		return postgresProblem(address, err)
	}
	s.db.SetMaxOpenConns(max(8, 2*runtime.NumCPU()))
	s.db.SetMaxIdleConns(max(8, 2*runtime.NumCPU()))
	s.reader = s.db
	if err := s.d.migrate(ctx, s.db); err != nil {
		return postgresProblem(address, err)
	}
	return nil
}

// postgresAgain recognises serialization_failure, deadlock_detected and a
// server that goes down or starts; see appendix A of PostgreSQL's manual.
func postgresAgain(err error) bool {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return false
	}
	switch e.Code {
	case "40001", "40P01", "57P01", "57P02", "57P03":
		return true
	}
	return false
}

func postgresProblem(address string, err error) error {
	var p *statements.Problem
	if errors.As(err, &p) {
		return p
	}
	name, cause := shown(address), "its address cannot be read"
	if u, parseErr := url.Parse(address); parseErr == nil && name != unshown { // else the cause may quote it, password and all
		cause = withoutSecrets(strings.TrimSuffix(err.Error(), "."), u)
	}
	return &statements.Problem{
		Text: fmt.Sprintf("The archive %s cannot be opened: %s.", name, strings.Join(strings.Fields(cause), " ")),
		Hint: "Check that PostgreSQL runs there, and the user, password and database in store.url.",
	}
}

// withoutSecrets takes every spelling of u's passwords out of s.
func withoutSecrets(s string, u *url.URL) string {
	var secrets []string
	if p, ok := u.User.Password(); ok {
		secrets = append(secrets, p)
		_, raw, _ := strings.Cut(u.User.String(), ":")
		secrets = append(secrets, raw)
	}
	for k, values := range u.Query() {
		if strings.Contains(strings.ToLower(k), "pass") {
			secrets = append(secrets, append(values, u.RawQuery)...)
		}
	}
	for _, secret := range secrets {
		if secret != "" {
			s = strings.ReplaceAll(s, secret, "xxxxx")
		}
	}
	return s
}

// migratePostgres brings the schema up to date under a lock of the session, for
// which other processes wait.
func migratePostgres(ctx context.Context, db *sql.DB) error {
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300), lock.WithUnlockTimeout(1, 10))
	if err != nil {
		return err
	}
	return migrateWith(ctx, goose.DialectPostgres, db, "migrations/postgres", goose.WithSessionLocker(locker))
}

// tsvector keeps the index in a tsvector that is written out here, not parsed
// by PostgreSQL: both databases index the same stems.
type tsvector struct{}

// Lexemes may have positions up to 16383, and a whole vector 1 MB.
const (
	lastPosition = 16383
	classGap     = 50 // no phrase reaches from one class into the next
)

func (tsvector) put(ctx context.Context, t *tx, id int64, d document) error {
	var b strings.Builder
	at := 0
	for _, part := range []struct {
		stems []string
		class byte
	}{{d.said, 'A'}, {d.around, 'B'}, {d.title, 'C'}} {
		for _, w := range part.stems {
			at = min(at+1, lastPosition)
			fmt.Fprintf(&b, "%s:%d%c ", lexeme(w), at, part.class)
		}
		at += classGap
	}
	for _, m := range d.marks {
		b.WriteString(lexeme("#"+m) + " ")
	}
	return t.exec(ctx, `INSERT INTO statement_index (id, stems) VALUES ($1, CAST(CAST($2 AS text) AS tsvector))`, id, b.String())
}

// best ranks by ts_rank; what was said weighs most, marks do not count.
func (x tsvector) best(f filter) (string, []any) {
	from, args := x.from(f)
	args = append(args, anyLexeme(f.topic), f.limit)
	n := len(args)
	return fmt.Sprintf(`SELECT id, CAST(ts_rank('{0, 0.3, 0.2, 1}', stems, CAST(CAST($%d AS text) AS tsquery), 1) AS double precision) AS score`+
		from+` ORDER BY score DESC, id DESC LIMIT $%d`, n-1, n), args
}

func (x tsvector) count(f filter) (string, []any) {
	from, args := x.from(f)
	return `SELECT COUNT(*)` + from, args
}

func (tsvector) from(f filter) (string, []any) {
	match := anyLexeme(f.topic)
	for _, group := range f.marks() {
		marks := make([]phrase, len(group))
		for i, m := range group {
			marks[i] = phrase{"#" + m}
		}
		match += " & " + anyLexeme(marks)
	}
	carried, args := f.carried("statement_index.id", []any{match})
	return ` FROM statement_index WHERE stems @@ CAST(CAST($1 AS text) AS tsquery)` + carried, args
}

// anyLexeme is the tsquery for one of the phrases.
func anyLexeme(phrases []phrase) string {
	out := make([]string, len(phrases))
	for i, p := range phrases {
		quoted := make([]string, len(p))
		for j, w := range p {
			quoted[j] = lexeme(w)
		}
		out[i] = "(" + strings.Join(quoted, " <-> ") + ")"
	}
	return "(" + strings.Join(out, " | ") + ")"
}

// lexeme quotes a stem for tsvector and tsquery.
func lexeme(s string) string {
	return "'" + strings.NewReplacer(`'`, `''`, `\`, `\\`).Replace(s) + "'"
}
