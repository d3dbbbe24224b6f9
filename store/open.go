package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"onrecord/statements"
)

// Store is an archive with its outbox. It is safe for concurrent use, by any
// number of goroutines and of processes. Errors that a caller can branch on are
// statements.ErrExists, ErrNotFound and ErrWatchesChanged.
type Store struct {
	db     *sql.DB // writes; SQLite has one connection for it
	writer *writer // that connection; nil for PostgreSQL and in memory
	reader *sql.DB
	ready  ready
	d      dialect
	holder string // names this Store in leases
	depth  depth  // of searches
	plans  plans
	signed signed

	articles, statements tally

	arranged atomic.Int64 // the version of the watches for which ArrangeDigests has moved what waits

	// Zone is where the hours are of watches that name no time zone; nil is UTC.
	// It is set before the Store is used and not changed afterwards.
	Zone *time.Location
}

// Open opens the archive at address, makes it if need be and brings its schema
// up to date. address is a path (relative to dir), a "file:" URI of SQLite or a
// "postgres:" URL. Several processes may open one archive at the same moment.
// An error is a statements.Problem and never holds the password.
func Open(ctx context.Context, address, dir string) (*Store, error) {
	s := &Store{holder: rand.Text(), depth: usualDepth}
	var err error
	switch {
	case strings.TrimSpace(address) == "":
		return nil, &statements.Problem{
			Text: statements.Say("The store has no address."),
			Hint: statements.Say("Give store.url a file such as onrecord.db or a postgres:// URL."),
		}
	case isPostgres(address):
		err = s.openPostgres(ctx, address)
	case strings.Contains(address, "://") && !strings.HasPrefix(address, "file:"):
		scheme, _, _ := strings.Cut(address, "://")
		return nil, &statements.Problem{
			Text: statements.Say("The store cannot be at a %s address.", strconv.Quote(scheme+"://")),
			Hint: statements.Say("Give store.url a file such as onrecord.db or a postgres:// URL."),
		}
	default:
		err = s.openSQLite(ctx, address, dir)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Close waits for what is being read or written and closes the archive.
func (s *Store) Close() error {
	var errs []error
	if s.reader != nil && s.reader != s.db {
		errs = append(errs, s.reader.Close())
	}
	if s.writer != nil {
		errs = append(errs, s.writer.Close())
	}
	if s.db != nil {
		errs = append(errs, s.db.Close())
	}
	return errors.Join(errs...)
}

func isPostgres(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// shown is a database's address without anything that may be a password: user,
// host and path. An address that reads as a URL only by accident ("12/34" as a
// password) is not shown at all.
func shown(address string) string {
	u, err := url.Parse(address)
	if err != nil || strings.Count(address, "@") > 1 || u.User == nil && strings.Contains(u.Path+u.RawQuery+u.Fragment, "@") {
		return unshown
	}
	safe := url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}
	if u.User != nil {
		safe.User = url.User(u.User.Username())
	}
	return safe.String()
}

const unshown = "at the given postgres:// URL"

// newer is the problem of an archive that a newer program has written.
func newer(has, know int64) error {
	return &statements.Problem{
		Text: statements.Say("The archive has schema version %s and this onrecord knows version %s.", has, know),
		Hint: statements.Say("Use the newer onrecord that wrote it, or another store.url."),
	}
}
