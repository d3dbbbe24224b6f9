package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// spent is the CPU time of this process.
func spent() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// tick is the unit of /proc/PID/stat on every Linux that Go runs on.
const tick = 10 * time.Millisecond

// server is a PostgreSQL on this machine, whose CPU time the system tells.
type server struct {
	db         *sql.DB
	postmaster int
}

// serverOf gives the server of a database, or nil if it runs elsewhere.
func serverOf(ctx context.Context, db *sql.DB) *server {
	var pid int
	if err := db.QueryRowContext(ctx, `SELECT pg_backend_pid()`).Scan(&pid); err != nil {
		return nil
	}
	stat, err := statOf(pid)
	if err != nil || !strings.HasPrefix(stat.name, "postgres") {
		return nil
	}
	return &server{db, stat.parent}
}

// spent is the CPU time of all that serve this database, and of those workers of
// theirs that have ended.
func (s *server) spent(ctx context.Context) time.Duration {
	var pids string
	err := s.db.QueryRowContext(ctx, `SELECT COALESCE(string_agg(CAST(pid AS text), ' '), '') FROM pg_stat_activity WHERE datname = current_database()`).Scan(&pids)
	if err != nil {
		return 0
	}
	var total time.Duration
	for _, field := range strings.Fields(pids) {
		pid, _ := strconv.Atoi(field) // the server's own number
		if stat, err := statOf(pid); err == nil {
			total += stat.own
		}
	}
	if stat, err := statOf(s.postmaster); err == nil {
		total += stat.children
	}
	return total
}

// stat is what /proc tells of a process.
type stat struct {
	name          string
	parent        int
	own, children time.Duration
}

func statOf(pid int) (stat, error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return stat{}, err
	}
	_, rest, _ := strings.Cut(string(b), "(")
	end := strings.LastIndex(rest, ")")
	fields := strings.Fields(rest[max(end, 0):])
	if end < 0 || len(fields) < 16 {
		return stat{}, fmt.Errorf("what /proc tells of process %d is %q", pid, b)
	}
	var n [16]int
	for i := range n {
		n[i], _ = strconv.Atoi(fields[i]) // the state is no number
	}
	return stat{name: rest[:end], parent: n[2], own: time.Duration(n[12]+n[13]) * tick, children: time.Duration(n[14]+n[15]) * tick}, nil
}
