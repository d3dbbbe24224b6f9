package storetest

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"
)

var errNone = errors.New("no server: set ONRECORD_TEST_POSTGRES to the URL of one, or install PostgreSQL (Debian: apt-get install postgresql)")

// watchdog runs the server until its standard input ends, which is when the
// test process does, and then removes the server's folder.
const watchdog = `dir=$1; shift
"$@" >"$dir/log" 2>&1 & server=$!
read -r _
kill -INT $server; wait $server
rm -rf "$dir"`

// keptOpen is the watchdog's standard input. Nothing is written to it.
//
//lint:ignore U1000 it is held so that no finalizer closes it
var keptOpen *os.File

// start starts a server of this process's own, on a socket in a folder of its
// own, and gives its URL.
func start() (string, error) {
	bin := binaries()
	if bin == "" {
		return "", errNone
	}
	dir, err := os.MkdirTemp("", "onrecord-pg-")
	if err != nil {
		return "", err
	}
	as, err := unprivileged(dir)
	if err != nil {
		return "", err
	}
	data := filepath.Join(dir, "data")
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	initdb.Dir, initdb.SysProcAttr = dir, as
	if out, err := initdb.CombinedOutput(); err != nil {
		return "", errors.Join(fmt.Errorf("initdb: %w: %s", err, out), os.RemoveAll(dir))
	}
	read, write, err := os.Pipe()
	if err != nil {
		return "", err
	}
	keptOpen = write
	dog := exec.Command("sh", "-c", watchdog, "watchdog", dir, filepath.Join(bin, "postgres"), "-D", data, "-k", dir,
		"-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off",
		"-c", "max_connections=300", "-c", "shared_buffers=64MB", "-c", "autovacuum=off", "-c", "log_min_messages=error")
	dog.Dir, dog.SysProcAttr, dog.Stdin = dir, as, read
	dog.SysProcAttr.Setpgid = true // an interrupt from the keyboard is not for it
	if err := dog.Start(); err != nil {
		return "", fmt.Errorf("start PostgreSQL: %w", err)
	}
	read.Close()
	base := (&url.URL{Scheme: "postgres", User: url.User("onrecord"), Path: "/postgres", RawQuery: url.Values{"host": {dir}}.Encode()}).String()
	if err := await(base); err != nil {
		said, _ := os.ReadFile(filepath.Join(dir, "log"))
		return "", errors.Join(fmt.Errorf("PostgreSQL does not answer: %w: %s", err, said), write.Close())
	}
	return base, nil
}

// await waits until the server takes connections.
func await(base string) error {
	db, err := sql.Open("pgx", base)
	if err != nil {
		return err
	}
	defer db.Close()
	for end := time.Now().Add(30 * time.Second); ; {
		if err = db.Ping(); err == nil || time.Now().After(end) {
			return err
		}
		time.Sleep(20 * time.Millisecond) // another process has no clock that a test could turn
	}
}

// binaries is the folder of the newest PostgreSQL that is installed, or "".
func binaries() string {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/postgres") // the pattern is well-formed
	slices.SortFunc(found, func(a, b string) int { return version(a) - version(b) })
	if len(found) > 0 {
		return filepath.Dir(found[len(found)-1])
	}
	path, err := exec.LookPath("postgres")
	if err != nil {
		return ""
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return filepath.Dir(path)
}

// version is the 15 of /usr/lib/postgresql/15/bin/postgres.
func version(path string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path)))) // another name sorts first
	return n
}

// unprivileged hands dir to another user when this process is root, as whom
// PostgreSQL refuses to run.
func unprivileged(dir string) (*syscall.SysProcAttr, error) {
	if os.Geteuid() != 0 {
		return &syscall.SysProcAttr{}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, uidErr := strconv.ParseUint(u.Uid, 10, 32)
		gid, gidErr := strconv.ParseUint(u.Gid, 10, 32)
		if err := errors.Join(uidErr, gidErr, os.Chown(dir, int(uid), int(gid))); err != nil {
			return nil, err
		}
		return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, nil
	}
	return nil, errors.New("PostgreSQL does not run as root, and there is no user postgres or nobody")
}
