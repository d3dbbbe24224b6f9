package storetest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"onrecord/store"
)

// server gives the URL of the server that this process tests with, and makes
// sure of a template with an empty archive there: to copy it is quicker than to
// migrate each test's own. On a server that will outlive the test nothing is
// left behind, a template neither.
var server = sync.OnceValues(func() (base string, err error) {
	if base = os.Getenv("ONRECORD_TEST_POSTGRES"); base != "" {
		return base, nil
	}
	if base, err = start(); err != nil {
		return "", err
	}
	name := "onrecord_template"
	if err := run(base, "CREATE DATABASE "+name); err != nil {
		return "", err
	}
	address, err := database(base, name)
	if err != nil {
		return "", err
	}
	s, err := store.Open(context.Background(), address, "")
	if err != nil {
		return "", err
	}
	template = name
	return base, s.Close()
})

// template is what databases are copied from. It is set when server has run.
var template = "template1"

// copying: a template must not be in use, not even by another copy.
var copying sync.Mutex

// Postgres gives the address of a database of this test's own with an empty
// archive, or skips the test.
func Postgres(t testing.TB) string {
	t.Helper()
	base := need(t)
	return create(t, base, template)
}

// EmptyPostgres gives the address of a database of this test's own with no
// tables at all, or skips the test.
func EmptyPostgres(t testing.TB) string {
	t.Helper()
	return create(t, need(t), "template1")
}

func create(t testing.TB, base, template string) string {
	t.Helper()
	name := "onrecord_test_" + random()
	copying.Lock()
	err := run(base, "CREATE DATABASE "+name+" TEMPLATE "+template)
	copying.Unlock()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := run(base, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	address, err := database(base, name)
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// need gives the server, or ends the test.
func need(t testing.TB) string {
	t.Helper()
	base, err := server()
	switch {
	case err == nil:
		return base
	case os.Getenv("ONRECORD_REQUIRE_POSTGRES") == "1":
		t.Fatalf("PostgreSQL is required and not to be had: %v", err)
	case errors.Is(err, errNone):
		t.Skipf("SKIPPED ON POSTGRESQL: %v", err)
	}
	t.Fatal(err)
	return ""
}

func random() string { return strings.ToLower(rand.Text()[:12]) }

// database is base with another database's name.
func database(base, name string) (string, error) {
	u, err := url.Parse(base)
	if err != nil {
		return "", fmt.Errorf("ONRECORD_TEST_POSTGRES is no URL")
	}
	u.Path = "/" + name
	return u.String(), nil
}

func run(base, statement string) error {
	db, err := sql.Open("pgx", base)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		return fmt.Errorf("%s: %w", statement, err)
	}
	return nil
}
