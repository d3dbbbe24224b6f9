package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := start(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pollbench:", err)
		os.Exit(1)
	}
}

// start runs the part that args name, or, with flags alone, the comparison.
func start(ctx context.Context, args []string) error {
	part := ""
	if len(args) > 0 && args[0] != "" && args[0][0] != '-' {
		part, args = args[0], args[1:]
	}
	o := options{}
	f := flag.NewFlagSet("pollbench", flag.ExitOnError)
	o.flags(f)
	port := f.String("port", "", "of the server that is running (parts alone)")
	archive := f.String("archive", "", "of the road (parts alone)")
	whole := f.Bool("whole", false, "bare reads bodies whole (parts alone)")
	if err := f.Parse(args); err != nil {
		return err
	}
	var r report
	var err error
	switch part {
	case "":
		return o.compare(ctx)
	case "serve":
		return serve()
	case "nothing": // what linking the program's rooms takes
	case "bare":
		r, err = bare{options: o, port: *port, whole: *whole}.run(ctx)
	case "road":
		way := road{options: o, port: *port, archive: *archive}
		r, err = way.profiled(ctx, o.profile)
	default:
		return fmt.Errorf("there is no part %q; run it with flags alone", part)
	}
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(r)
}

// options are what can be set.
type options struct {
	feeds, hosts    int
	workers, rounds int
	still           int
	idle            time.Duration
	read            bool
	postgres        string
	program         string
	profile         string
}

func (o *options) flags(f *flag.FlagSet) {
	f.IntVar(&o.feeds, "feeds", 2000, "how many `feeds`")
	f.IntVar(&o.hosts, "hosts", 1, "at how many `hosts` of loopback they are; with one, connections are used again")
	f.IntVar(&o.workers, "workers", 16, "how many are fetched at the same time, by either side")
	f.IntVar(&o.rounds, "rounds", 2, "`rounds` of each kind, after the first sight")
	f.IntVar(&o.still, "unchanged", 1, "`rounds` without changes after each one with")
	f.DurationVar(&o.idle, "idle", 30*time.Second, "how long to watch it idle")
	f.BoolVar(&o.read, "read", false, "read the statements too")
	f.StringVar(&o.postgres, "postgres", "", "the `URL` of an empty PostgreSQL database to measure as well")
	f.StringVar(&o.profile, "profile", "", "a `file` for the CPU profile of the road")
	f.StringVar(&o.program, "onrecord", "", "an onrecord `binary` whose --help is the measure of memory (built if not given)")
}

// address is feed n's.
func (o *options) address(n int, port string) string {
	return fmt.Sprint(addressOf(n%max(1, o.hosts), port), "/feed/", n)
}

// parts gives the options back as flags, for the parts.
func (o *options) parts(port string, more ...string) []string {
	return append([]string{"-port", port, "-feeds", fmt.Sprint(o.feeds), "-hosts", fmt.Sprint(o.hosts), "-workers", fmt.Sprint(o.workers),
		"-rounds", fmt.Sprint(o.rounds), "-unchanged", fmt.Sprint(o.still), "-idle", o.idle.String(), fmt.Sprintf("-read=%t", o.read), "-profile", o.profile}, more...)
}

// compare measures one side after the other against one server, and prints.
func (o *options) compare(ctx context.Context) (err error) {
	dir, err := os.MkdirTemp("", "pollbench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	t := table{feeds: o.feeds, idle: o.idle}
	if t.help, err = o.help(ctx, dir); err != nil {
		return err
	}
	port, stop, err := startServer(ctx)
	if err != nil {
		return err
	}
	defer stop() //nolint:errcheck // what was measured is measured
	if t.bare, err = run(ctx, "bare", nil, o.parts(port)...); err != nil {
		return err
	}
	if t.whole, err = run(ctx, "bare", []string{"GOGC=400"}, o.parts(port, "-whole")...); err != nil {
		return err
	}
	road, err := run(ctx, "road", nil, o.parts(port, "-archive", filepath.Join(dir, "onrecord.db"))...)
	if err != nil {
		return err
	}
	t.roads = append(t.roads, named{"onrecord, SQLite", road})
	if o.postgres != "" {
		if road, err = run(ctx, "road", nil, o.parts(port, "-archive", o.postgres)...); err != nil {
			return err
		}
		t.roads = append(t.roads, named{"onrecord, PostgreSQL", road})
	}
	t.print(os.Stdout)
	return nil
}
