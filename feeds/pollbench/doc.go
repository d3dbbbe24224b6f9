// Command pollbench compares polling with bare fetching, in one run, on one
// machine:
//
//	go run ./feeds/pollbench
//	go run ./feeds/pollbench -postgres postgres://user@host/empty_database
//	go run ./feeds/pollbench -hosts 2000
//
// A server in a process of its own, on loopback, offers 2,000 feeds of 74 kB
// with 20 to 50 items, which carry their text; five items of each are new in
// every changed round. Then each in a process of its own, whose CPU time and
// peak memory are its own: (a) fetches them and has gofeed parse them, (b) goes
// onrecord's road: claim, fetch, parse, tell what is new, keep it, schedule. A
// table and the ratios come out, with whether each goal is reached.
//
// Reading order: main.go (flags and the order of the run), part.go (a process
// of its own and what it reports), server.go and body.go (the feeds), bare.go,
// road.go, idle.go (what is measured), table.go (what is printed).
//
// # Why
//
// Pages and statements have benchmarks of their own. Items carry their text, so
// no page is fetched; -read has the statements read as well.
//
// The road's clock is set forward between rounds, which makes every feed due;
// everything else in it is what the bot runs.
//
// All feeds are at one host of loopback, as when programs are compared against a
// server of one's own: connections are used again, and no pace is kept, for the
// host is ours. With -hosts 2000 each has an address of its own, as most feeds
// do in the world, where a server has closed its connection long before the
// next visit; then a 304 costs a new connection, which is half of its CPU time.
package main
