// Command pairs says how well statements are clustered: pairs of statements
// that are together in an export are held against a gold file.
//
//	onrecord export --config FILE --format jsonl > archive.jsonl
//	go run ./statements/cluster/pairs -gold gold/dedup.json archive.jsonl
//
// The gold file lists clusters of statement ids, and pairs that look alike and
// must stay apart; the statements lie beside it, a file NN.json an article, with
// the page that the article is and the words of each statement. A line of the
// export is the gold statement of its article that it has most words in common
// with, one line one statement. Only statements that were found count: what nobody extracted nobody can
// cluster.
//
// A pair that only a cluster marked "probable" holds does no harm where it is
// joined, and counts in the line "with the probable ones" alone.
//
// Reading order: main.go, gold.go (the gold and what was found of it), score.go
// (the figures).
//
// # Why
//
// Precision and recall are of pairs, not of clusters: one wrong statement in a
// cluster of seven is six wrong pairs, which is what a reader sees.
package main
