package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strings"
	"time"

	"onrecord/handlers"
	"onrecord/store"
)

func main() {
	var o options
	flag.StringVar(&o.db, "db", "", "SQLite file or postgres: address; a file that goes again if left out")
	flag.IntVar(&o.statements, "statements", 1_000_000, "how many the archive has at least")
	flag.DurationVar(&o.each, "each", 2*time.Second, "how long each question is asked")
	flag.StringVar(&o.only, "only", "", "measure only the rows with this in their name")
	flag.StringVar(&o.profile, "profile", "", "file for a CPU profile of the measuring")
	flag.Parse()
	if err := run(context.Background(), o); err != nil {
		fmt.Fprintln(os.Stderr, "askbench:", err)
		os.Exit(1)
	}
}

type options struct {
	db         string
	statements int
	each       time.Duration
	only       string
	profile    string
}

func run(ctx context.Context, o options) error {
	if o.db == "" {
		dir, err := os.MkdirTemp("", "askbench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		o.db = filepath.Join(dir, "archive.db")
	}
	s, err := store.Open(ctx, o.db, ".")
	if err != nil {
		return err
	}
	defer s.Close()
	if err := fill(ctx, s, o.db, o.statements); err != nil {
		return err
	}
	bare, err := openBare(ctx, o.db)
	if err != nil {
		return err
	}
	defer bare.Close()
	desk := handlers.On(s)
	desk.Now = func() time.Time { return until }
	t := table{archive: o.statements, clock: bare.clock(), database: "SQLite"}
	if bare.postgres {
		t.database = "PostgreSQL"
	}
	profiled, err := profiling(o.profile)
	if err != nil {
		return err
	}
	defer profiled()
	for _, q := range questions(ctx, s) {
		if !strings.Contains(", "+q.name, o.only) {
			continue
		}
		row, err := measure(ctx, desk, bare, q, o.each)
		if err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
		t.rows = append(t.rows, row)
	}
	for _, typed := range completions() {
		if !strings.Contains("completion "+typed, o.only) {
			continue
		}
		t.completions = append(t.completions, complete(ctx, desk, bare, typed, o.each))
	}
	t.print(os.Stdout)
	return nil
}

// profiling writes a CPU profile to a file until it is stopped; of no file it
// writes none.
func profiling(file string) (stop func(), err error) {
	if file == "" {
		return func() {}, nil
	}
	f, err := os.Create(file)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, err
	}
	return func() { pprof.StopCPUProfile(); f.Close() }, nil
}
