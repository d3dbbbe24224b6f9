package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// measure is what some work took: this process's CPU time, and that of nobody
// it talks to.
type measure struct {
	Feeds int
	Items int // kept
	Wall  time.Duration
	CPU   time.Duration
}

// perSecond is feeds by the wall clock.
func (m measure) perSecond() float64 { return float64(m.Feeds) / m.Wall.Seconds() }

// perFeed is CPU time.
func (m measure) perFeed() time.Duration { return m.CPU / time.Duration(max(1, m.Feeds)) }

func (m measure) plus(o measure) measure {
	return measure{m.Feeds + o.Feeds, m.Items + o.Items, m.Wall + o.Wall, m.CPU + o.CPU}
}

// take measures one piece of work; it gives how many feeds and items it was.
func take(work func() (feeds, items int, err error)) (measure, error) {
	cpu, start := cpuTime(), time.Now()
	feeds, items, err := work()
	return measure{feeds, items, time.Since(start), cpuTime() - cpu}, err
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // there is no such process but ourselves
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// report is what a part writes to its standard output.
type report struct {
	First     measure // every feed at first sight
	Changed   measure
	Unchanged measure
	Idle      measure
	Writes    int64 // to the database while idle
	// Peak is the most memory that the process ever had, in bytes.
	Peak int64 `json:"-"`
}

// run starts a part of this program as a process of its own and waits for its
// report.
func run(ctx context.Context, part string, env []string, args ...string) (report, error) {
	c, err := self(ctx, part, args...)
	if err != nil {
		return report{}, err
	}
	c.Env = append(os.Environ(), env...)
	out, err := c.Output()
	if err != nil {
		return report{}, fmt.Errorf("%s: %w", part, err)
	}
	var r report
	if err := json.Unmarshal(out, &r); err != nil {
		return report{}, fmt.Errorf("%s said %q: %w", part, out, err)
	}
	r.Peak = peak(c)
	return r, nil
}

// peak is the largest resident size of a process that has ended. Linux counts
// it in kilobytes.
func peak(c *exec.Cmd) int64 {
	if u, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss << 10
	}
	return 0
}

func self(ctx context.Context, part string, args ...string) (*exec.Cmd, error) {
	me, err := os.Executable()
	if err != nil {
		return nil, err
	}
	c := exec.CommandContext(ctx, me, append([]string{part}, args...)...)
	c.Stderr = os.Stderr
	return c, nil
}

// startServer gives the server's port, and what ends it.
func startServer(ctx context.Context) (port string, stop func() error, err error) {
	c, err := self(ctx, "serve")
	if err != nil {
		return "", nil, err
	}
	in, err := c.StdinPipe()
	if err != nil {
		return "", nil, err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return "", nil, err
	}
	if err := c.Start(); err != nil {
		return "", nil, err
	}
	stop = func() error { return errors.Join(in.Close(), c.Wait()) }
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return "", nil, errors.Join(fmt.Errorf("the server gave no port: %w", err), stop())
	}
	return strings.TrimSpace(line), stop, nil
}
