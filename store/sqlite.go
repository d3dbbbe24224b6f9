package store

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"onrecord/statements"
)

func (s *Store) openSQLite(ctx context.Context, address, dir string) error {
	s.d = dialect{name: "sqlite", again: sqliteBusy, migrate: migrateSQLite, index: fts5{}, planned: func(args []any) []any { return args }}
	uri, memory := sqliteURI(address, dir)
	var err error
	if s.db, err = openPool(uri+"&_pragma=cache_size(-8000)", 1); err != nil {
		return sqliteProblem(address, dir, err)
	}
	s.reader = s.db
	if err := s.d.migrate(ctx, s.db); err != nil {
		return sqliteProblem(address, dir, err)
	}
	if memory { // each connection would be an archive of its own
		return nil
	}
	// Each connection has a cache of its own: of so many KiB. It is empty after
	// each write, and to fill a large one, page by page of fresh memory, takes
	// longer than to use few pages again. A mapped file was slower still.
	s.reader, err = openPool(uri+"&_pragma=query_only(1)&_pragma=cache_size(-1000)", min(8, max(4, runtime.NumCPU())))
	if err != nil {
		return sqliteProblem(address, dir, err)
	}
	if s.writer, err = newWriter(ctx, s.db); err != nil {
		return sqliteProblem(address, dir, err)
	}
	return nil
}

// openPool opens at most n connections that stay open: a new one costs more
// than most queries.
func openPool(uri string, n int) (*sql.DB, error) {
	db, err := sql.Open("sqlite", uri)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
}

// sqliteURI gives the driver's address, and whether it is one of an archive in
// memory. A write takes the lock when it begins: to read first and to find out
// later that somebody else has written is an error that no waiting helps.
func sqliteURI(address, dir string) (uri string, memory bool) {
	uri = address
	switch {
	case address == ":memory:":
		uri = "file::memory:"
	case !strings.HasPrefix(address, "file:"):
		path := address
		if !filepath.IsAbs(path) {
			path = filepath.Join(dir, path)
		}
		if abs, err := filepath.Abs(path); err == nil {
			path = abs
		}
		uri = (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path)}).String()
	}
	sep := "?"
	if strings.Contains(uri, "?") {
		sep = "&"
	}
	memory = strings.Contains(uri, ":memory:") || strings.Contains(uri, "mode=memory")
	return uri + sep + "_busy_timeout=10000&_txlock=immediate&_pragma=journal_mode(WAL)" +
		"&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_pragma=temp_store(MEMORY)", memory
}

// sqliteBusy recognises SQLITE_BUSY and SQLITE_LOCKED with all their kin.
func sqliteBusy(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	primary := e.Code() & 0xff
	return primary == sqlite3.SQLITE_BUSY || primary == sqlite3.SQLITE_LOCKED
}

// sqliteRaced recognises what a migration fails with when another process makes
// the same one: busy, "already exists" (which has no number of its own), a
// version that is written down twice.
func sqliteRaced(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	primary := e.Code() & 0xff
	return sqliteBusy(err) || primary == sqlite3.SQLITE_ERROR || primary == sqlite3.SQLITE_CONSTRAINT || primary == sqlite3.SQLITE_SCHEMA
}

func sqliteProblem(address, dir string, err error) error {
	var p *statements.Problem
	if errors.As(err, &p) {
		return p
	}
	path := address
	if !filepath.IsAbs(path) && !strings.HasPrefix(path, "file:") && path != ":memory:" {
		path = filepath.Join(dir, path)
	}
	hint := "Check that its folder exists and can be written, or give store.url another file."
	var e *sqlite.Error
	if errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_NOTADB {
		hint = "It is another kind of file: give store.url another name."
	}
	return &statements.Problem{
		Text: statements.Say("The archive %s cannot be opened: %s.", path, strings.TrimSuffix(err.Error(), ".")),
		Hint: statements.Say(hint),
	}
}

// migrateSQLite brings the schema up to date. Each migration is a transaction;
// when several processes start at once one of them wins and the others fail on
// what is there already, look again and find nothing left to do.
func migrateSQLite(ctx context.Context, db *sql.DB) error {
	return retry(ctx, sqliteRaced, func() error {
		return migrateWith(ctx, goose.DialectSQLite3, db, "migrations/sqlite")
	})
}
