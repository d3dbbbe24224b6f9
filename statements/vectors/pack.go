package vectors

import (
	"errors"
	"fmt"
	"math"
)

// Pack gives v in a byte a dimension: only its direction counts, so the scale is
// not kept.
func Pack(v Vector) []byte {
	most := 0.0
	for _, x := range v {
		most = max(most, math.Abs(float64(x)))
	}
	out := make([]byte, len(v))
	if most == 0 {
		return out
	}
	for i, x := range v {
		out[i] = byte(int8(math.RoundToEven(float64(x) / most * 127)))
	}
	return out
}

var errPacked = errors.New("a packed vector is damaged")

// Cosine is how near a packed vector lies to v: 1 is the same direction, 0 has
// nothing in common with it. A vector of another size has no cosine with v: that
// is an error, and so is one without any direction.
func (v Vector) Cosine(packed []byte) (float64, error) {
	if len(packed) != len(v) {
		return 0, fmt.Errorf("%d bytes are not %d numbers: %w", len(packed), len(v), errPacked)
	}
	dot, square := float32(0), int64(0)
	for i, b := range packed {
		x := int8(b)
		dot += v[i] * float32(x)
		square += int64(x) * int64(x)
	}
	if square == 0 {
		return 0, errPacked
	}
	return min(1, max(-1, float64(dot)/math.Sqrt(float64(square)))), nil
}
