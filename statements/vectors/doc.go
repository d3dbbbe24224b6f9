// Package vectors compares what texts mean, by the vectors that an embeddings
// endpoint gives for them. A vector comes in as the endpoint sent it; a signature
// to look for neighbours with, a packed form to compare them by, and the order of
// two searches put together go out.
//
// Reading order: vector.go (what is a vector and what is none), pack.go (one byte
// a dimension), signature.go and turn.go (one bit for 512 directions), shelf.go
// (the nearest of a million), floor.go (whether near is near enough), fuse.go.
//
// # Why
//
// A million vectors of 1,024 floats are 4 GB. So each is kept twice, small. Its
// signature, 64 bytes whatever the model, stays in memory and finds a few hundred
// candidates; its packed form, a byte a dimension, is read for those alone and
// says how near they are.
//
// A signature is the signs of 512 directions. The share of bits in which two
// differ is the angle between their vectors divided by pi (Charikar, Similarity
// estimation techniques from rounding algorithms, STOC 2002). The directions are
// rows of a random rotation, which is made of sign flips and fast Hadamard
// transforms and so needs no table (Ailon and Chazelle, Approximate nearest
// neighbors and the fast Johnson-Lindenstrauss transform, STOC 2006; three rounds
// as in Andoni et al., Practical and optimal LSH for angular distance, NIPS 2015).
// It is the same in every process and for ever: signatures are stored.
//
// The packed form is whole numbers from -127 to 127, the greatest of them as far out
// as can be: the cosine of two vectors is off by less than 0.01, measured in
// vectors_test.go.
//
// Two searches are put together by reciprocal ranks (Cormack, Clarke and
// Büttcher, Reciprocal rank fusion outperforms Condorcet and individual rank
// learning methods, SIGIR 2009), since a cosine and a word's weight have no
// measure in common.
//
// How near is near differs from model to model: of one unrelated texts have a
// cosine of 0.05, of another 0.75. So the floor is not a cosine. It is measured for
// each question against a sample of the whole archive, which is unrelated but for
// a few: what counts must lie farther out than chance would put the farthest of as
// many as were looked through (floor.go).
package vectors
