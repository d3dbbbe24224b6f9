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
// -only measures the rows with some words in their name, and -profile writes a
// CPU profile of all of it.
//
// Reading order: main.go, archive.go (what is made), questions.go (what is
// asked), measure.go, spent.go (whose time counts), table.go.
//
// # Why
//
// CPU is that of the process, which for SQLite is all of it. PostgreSQL works in
// processes of its own: where they run on this machine their time is added, as
// the system tells it, for the bare query as for the answer. Where they run
// elsewhere the clock is measured, and so says the table.
//
// An empty archive of PostgreSQL is filled by COPY, for which its user must be a
// superuser; a test of storetest compares the rows with those that the store
// keeps.
package main
