package vectors

import (
	"encoding/binary"
	"errors"
	mathbits "math/bits"
)

// bits is how many directions a signature tells of.
const bits = 512

// SignatureSize is how many bytes a stored signature has.
const SignatureSize = bits / 8

// Signature is on which side of 512 directions a vector lies.
type Signature [bits / 64]uint64

// Sign gives the signature of v.
func Sign(v Vector) Signature {
	var s Signature
	for i, x := range turn(v)[:bits] {
		if x > 0 {
			s[i/64] |= 1 << (i % 64)
		}
	}
	return s
}

// Bytes is s as it is stored.
func (s Signature) Bytes() []byte {
	out := make([]byte, 0, SignatureSize)
	for _, w := range s {
		out = binary.LittleEndian.AppendUint64(out, w)
	}
	return out
}

var errSignature = errors.New("the signature is damaged")

// ReadSignature reads what Bytes gave.
func ReadSignature(b []byte) (Signature, error) {
	var s Signature
	if len(b) != SignatureSize {
		return s, errSignature
	}
	for i := range s {
		s[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return s, nil
}

// Distance is in how many of the 512 bits s and o differ.
func (s *Signature) Distance(o *Signature) int {
	return mathbits.OnesCount64(s[0]^o[0]) + mathbits.OnesCount64(s[1]^o[1]) +
		mathbits.OnesCount64(s[2]^o[2]) + mathbits.OnesCount64(s[3]^o[3]) +
		mathbits.OnesCount64(s[4]^o[4]) + mathbits.OnesCount64(s[5]^o[5]) +
		mathbits.OnesCount64(s[6]^o[6]) + mathbits.OnesCount64(s[7]^o[7])
}
