package storetest

import (
	"path/filepath"
	"testing"

	"onrecord/store"
)

// Each runs f as subtests "sqlite" and "postgres". open opens one more Store on
// the subtest's own archive, which is empty at first; it is closed when the
// subtest ends.
func Each(t *testing.T, f func(t *testing.T, open func() *store.Store)) {
	t.Helper()
	for _, db := range []struct {
		name    string
		address func(testing.TB) string
	}{{"sqlite", SQLite}, {"postgres", Postgres}} {
		t.Run(db.name, func(t *testing.T) {
			address := db.address(t)
			f(t, func() *store.Store { return Open(t, address) })
		})
	}
}

// Open opens a Store that is closed when the test ends.
func Open(t testing.TB, address string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), address, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close the store: %v", err)
		}
	})
	return s
}

// SQLite gives the address of an archive that does not exist yet.
func SQLite(t testing.TB) string { return filepath.Join(t.TempDir(), "onrecord.db") }
