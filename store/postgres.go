package store

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"runtime"
	"strings"

	"github.com/jackc/pgx/v5"
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
		lockBands: postgresLocks, batches: true, unsettled: unsettled,
		planned: func(args []any) []any { return append([]any{pgx.QueryExecModeExec}, args...) },
		again:   postgresAgain, migrate: migratePostgres, index: tsvector{},
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

// postgresLocks takes the locks from left to right: what is in order never waits
// in a circle.
func postgresLocks(n int) string {
	return "SELECT " + tuples(1, strings.TrimSuffix(strings.Repeat("pg_advisory_xact_lock(?), ", n), ", "))
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
		Text: statements.Say("The archive %s cannot be opened: %s.", name, strings.Join(strings.Fields(cause), " ")),
		Hint: statements.Say("Check that PostgreSQL runs there, and the user, password and database in store.url."),
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
