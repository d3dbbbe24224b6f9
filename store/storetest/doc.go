// Package storetest gives tests a real archive, on each database that onrecord
// supports. A test goes in as a function that opens Stores; it runs once as
// subtest "sqlite" and once as subtest "postgres".
//
// PostgreSQL is the server that ONRECORD_TEST_POSTGRES names (a URL whose user
// may create databases), or else a throw-away server started from installed
// binaries. Where neither is to be had the tests on PostgreSQL are skipped and
// say so; with ONRECORD_REQUIRE_POSTGRES=1 they fail.
//
// Reading order: each.go (what tests call), postgres.go (a database for each
// test), server.go (the throw-away server); generate.go makes archives of any
// size for benchmarks, fill.go writes them into PostgreSQL at once.
//
// # Why
//
// The throw-away server is stopped by a shell that reads from a pipe which the
// test process holds. However that process ends, by a crash or a kill too, the
// pipe closes, the server stops and its files go.
package storetest
