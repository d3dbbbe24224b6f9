// Package linear is the arithmetic of the models: hashed features, quantised
// tables of weights, linear-chain conditional random fields over three labels,
// and the file that the weights are kept in. Features come in as 32-bit hashes,
// scores and labels go out.
//
// Reading order: linear.go, chain.go, file.go.
//
// # Why
//
// Features are numbers from the start: nothing is put together as a string and
// nothing is allocated for one, which is what makes tens of millions of them
// a second possible on one core. A table holds a byte of the hash beside each
// row of weights, so that a feature that was never learnt hardly ever meets the
// weights of another one; without it rare words would be read as frequent ones.
package linear
