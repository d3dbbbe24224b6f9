package store_test

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	odd := filepath.Join(dir, "50% of #1? yes & no;")
	ok(t, os.Mkdir(odd, 0o755))
	for _, c := range []struct {
		name, address, dir, file string
	}{
		{"relative", "onrecord.db", dir, filepath.Join(dir, "onrecord.db")},
		{"absolute", filepath.Join(dir, "absolute.db"), "/nowhere", filepath.Join(dir, "absolute.db")},
		{"odd folder", "a b.db", odd, filepath.Join(odd, "a b.db")},
		{"odd name", "what? #2 50%.db", dir, filepath.Join(dir, "what? #2 50%.db")},
		{"file URI", "file:" + filepath.Join(dir, "uri.db") + "?mode=rwc", "/nowhere", filepath.Join(dir, "uri.db")},
		{"memory", ":memory:", dir, ""},
		{"memory URI", "file::memory:", dir, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := store.Open(t.Context(), c.address, c.dir)
			ok(t, err)
			addFeed(t, archive{Store: s}, "https://courier.example/feed")
			same(t, "feeds", len(get(s.Feeds(t.Context()))(t)), 1)
			ok(t, s.Close())
			if c.file == "" {
				return
			}
			if _, err := os.Stat(c.file); err != nil {
				t.Error(err)
			}
			s, err = store.Open(t.Context(), c.address, c.dir)
			ok(t, err)
			same(t, "feeds when it is opened again", len(get(s.Feeds(t.Context()))(t)), 1)
			ok(t, s.Close())
		})
	}
}

func TestOpenFails(t *testing.T) {
	dir := t.TempDir()
	ok(t, os.WriteFile(filepath.Join(dir, "letter.txt"), []byte(strings.Repeat("Dear archive, you are no database. ", 99)), 0o644))
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	ok(t, err)
	port := closed.Addr().(*net.TCPAddr).Port
	ok(t, closed.Close())
	at := func(user string) string {
		return "postgres://" + user + "@127.0.0.1:" + strconv.Itoa(port) + "/archive"
	}
	const secret = "hunter2%21hunter2"
	for _, c := range []struct{ name, address, want string }{
		{"nothing", " ", "The store has no address."},
		{"another database", "mysql://root@localhost/onrecord", `cannot be at a "mysql://" address`},
		{"a letter", "letter.txt", "letter.txt cannot be opened"},
		{"a folder", ".", "cannot be opened"},
		{"no folder", filepath.Join("no", "such", "folder.db"), "cannot be opened"},
		{"no server", at("ida:" + secret), "ida@127.0.0.1"},
		{"secret in the query", at("ida") + "?password=" + secret, "ida@127.0.0.1"},
		{"a bad port", "postgres://ida:" + secret + "@127.0.0.1:port/archive", "cannot be opened"},
		{"a bad option", at("ida:"+secret) + "?sslmode=sometimes", "sslmode"},
		{"a password with a slash", "postgres://ida:12/hunter2@127.0.0.1/archive", "cannot be read"},
		{"a control character", "postgres://ida:" + secret + "@127.0.0.1/\x7f", "the given postgres:// URL"},
		{"a bare percent", "postgres://ida:" + secret + "%@127.0.0.1/archive", "the given postgres:// URL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			defer cancel()
			s, err := store.Open(ctx, c.address, dir)
			if err == nil {
				s.Close()
				t.Fatal("it was opened")
			}
			var p *statements.Problem
			if !errors.As(err, &p) || !strings.HasSuffix(p.Text.String(), ".") || !strings.HasSuffix(p.Hint.String(), ".") {
				t.Errorf("%v is no problem of two sentences", err)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("%q does not say %q", err, c.want)
			}
			if strings.Contains(err.Error(), "hunter2") {
				t.Errorf("%q tells the password", err)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q has more than one line", err)
			}
		})
	}
}

// FuzzShown: whatever an address looks like, its password is not shown.
func FuzzShown(f *testing.F) {
	for _, s := range []string{"p", "a:b", "%", "p@q", "/", "?x", "#", "\x00", "é", "[::1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		secret := "hunter2" + s + "hunter2"
		for _, address := range []string{"postgres://ida:" + secret + "@h/d", "postgres://ida@h/d?password=" + secret, "postgres://h/d?sslPassword=" + secret} {
			if got := store.Shown(address); strings.Contains(got, "hunter2") {
				t.Errorf("%q is shown as %q", address, got)
			}
		}
	})
}

// Several processes start at once on an archive that is not there yet.
func TestOpenAtOnce(t *testing.T) {
	for name, address := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.EmptyPostgres} {
		t.Run(name, func(t *testing.T) {
			address := address(t)
			var wg sync.WaitGroup
			for range 6 {
				wg.Go(func() {
					s, err := store.Open(t.Context(), address, "")
					if err != nil {
						t.Error(err)
						return
					}
					if _, err := s.Coverage(t.Context()); err != nil {
						t.Error(err)
					}
					if err := s.Close(); err != nil {
						t.Error(err)
					}
				})
			}
			wg.Wait()
		})
	}
}

func TestOpenNewerArchive(t *testing.T) {
	for name, address := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		t.Run(name, func(t *testing.T) {
			address := address(t)
			s := storetest.Open(t, address)
			ok(t, store.Exec(t.Context(), s, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, TRUE)`))
			_, err := store.Open(t.Context(), address, "")
			var p *statements.Problem
			if !errors.As(err, &p) || !strings.Contains(p.Text.String(), "9999") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestSchemasHaveTheSameColumns(t *testing.T) {
	// The full-text index is the one table that is made differently.
	columns := func(address string) []string {
		var out []string
		for _, c := range get(store.Columns(t.Context(), storetest.Open(t, address)))(t) {
			table, _, _ := strings.Cut(c, ".")
			if !strings.HasPrefix(table, "statement_index") && !strings.HasPrefix(table, "sqlite_") && table != "goose_db_version" {
				out = append(out, c)
			}
		}
		return out
	}
	got, want := columns(storetest.SQLite(t)), columns(storetest.Postgres(t))
	same(t, "columns in SQLite and PostgreSQL", got, want)
	if len(got) < 100 {
		t.Errorf("only %d columns: the comparison sees too few", len(got))
	}
}
