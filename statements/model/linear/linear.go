package linear

import "encoding/binary"

// Mix hashes two numbers into one. It is the only hash of the models: a
// feature is Mix(template, value), a pair of values is Mix of both.
func Mix(a, b uint32) uint32 {
	h := (a ^ b*0x9E3779B1) * 0x85EBCA6B
	h ^= h >> 15
	h *= 0xC2B2AE35
	return h ^ h>>13
}

// Rows is a table of quantised weights: one row of K signed bytes for each
// bucket of the hash.
type Rows struct {
	K     int
	Shift uint // of a 32-bit hash, to leave the number of a bucket
	W     []byte
}

// NewRows makes an empty table of 1<<bits rows.
func NewRows(k int, bits uint) Rows { return Rows{k, 32 - bits, make([]byte, k<<bits)} }

// Add adds the rows of the features f to scores, which must hold K numbers.
func (r *Rows) Add(scores []int32, f []uint32) {
	for _, x := range f {
		at := int(x>>r.Shift) * r.K
		row := r.W[at : at+r.K : at+r.K]
		scores = scores[:len(row)]
		for i, w := range row {
			scores[i] += int32(int8(w))
		}
	}
}

// Four sums the rows of the features f of a table whose K is 4.
func (r *Rows) Four(f []uint32) (scores [4]int32) {
	for _, x := range f {
		row := binary.LittleEndian.Uint32(r.W[int(x>>r.Shift)*4:])
		scores[0] += int32(int8(row))
		scores[1] += int32(int8(row >> 8))
		scores[2] += int32(int8(row >> 16))
		scores[3] += int32(int8(row >> 24))
	}
	return scores
}

// Checked is a table like Rows, of any number of rows, whose rows also hold a
// byte of the hash, so that a feature that was never learnt meets the weights of
// another one only once in 127 times.
type Checked struct {
	K    int
	Size int    // rows
	W    []byte // rows of K weights and the check; a byte more than that is wanted at the end
}

// NewChecked makes an empty table of size rows.
func NewChecked(k, size int) Checked { return Checked{k, size, make([]byte, (k+1)*size+1)} }

// at gives where the row of feature f begins.
func (r *Checked) at(f uint32) int { return int(uint64(f)*uint64(r.Size)>>32) * (r.K + 1) }

// check is never 0, which marks a row that is free.
func check(f uint32) byte { return byte(f&0x7f) + 1 }

// Put stores the row of feature f unless its place is taken.
func (r *Checked) Put(f uint32, row []byte) bool {
	at := r.at(f)
	if r.W[at+r.K] != 0 {
		return false
	}
	copy(r.W[at:at+r.K], row)
	r.W[at+r.K] = check(f)
	return true
}
