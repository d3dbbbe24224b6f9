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

// Add adds the rows of the features f to scores, which must hold K numbers. K
// must be 8, 16, 24 or 32, and there may be 256 features.
//
// Eight weights are added at a time: as bytes from 0 to 255, in lanes of 16
// bits, the even ones and the odd ones apart.
func (r *Rows) Add(scores []int32, f []uint32) {
	const sign, lanes = 0x8080808080808080, 0x00ff00ff00ff00ff
	var even, odd [4]uint64
	words := r.K / 8
	for _, x := range f {
		row := r.W[int(x>>r.Shift)*r.K:]
		for k := range words {
			w := binary.LittleEndian.Uint64(row[8*k:]) ^ sign
			even[k&3] += w & lanes
			odd[k&3] += w >> 8 & lanes
		}
	}
	bias := int32(128 * len(f))
	for k := range words {
		for j := range 4 {
			scores[8*k+2*j] += int32(even[k]>>(16*j)&0xffff) - bias
			scores[8*k+2*j+1] += int32(odd[k]>>(16*j)&0xffff) - bias
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
