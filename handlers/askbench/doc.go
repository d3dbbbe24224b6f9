// Command askbench measures answers over a large archive against the bare
// full-text query, in one run:
//
//	go run ./handlers/askbench
//	go run ./handlers/askbench -db million.db -statements 1000000
//	go run ./handlers/askbench -db postgres://user@host/database
//
// The archive is made first where it has fewer statements (store/storetest has
// the generator) and stays, if -db names it. Then, for each question, the whole
// answer (understood, searched, ranked, kept, drawn as a card) is measured
// beside the bare query: the same words and the same speaker as a token inside
// the full-text index, in the order of the database's own rank, without reading
// what was found. A table comes out, with whether each goal is reached.
//
// Reading order: main.go, archive.go (what is made), questions.go (what is
// asked), measure.go, table.go.
//
// # Why
//
// CPU is that of the process, which for SQLite is all of it. PostgreSQL works in
// a process of its own: there the clock is measured, and so says the table.
package main
