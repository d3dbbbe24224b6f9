package vectors

import "math"

// rounds is how often signs are flipped and all are mixed: after three the
// directions are as good as random ones.
const rounds = 3

// turn gives v in the directions of a rotation that is random and always the
// same. It has at least bits numbers, and a power of two.
func turn(v Vector) []float64 {
	n := bits
	for n < len(v) {
		n *= 2
	}
	out := make([]float64, n)
	for i, x := range v {
		out[i] = float64(x)
	}
	state := uint64(0x6f6e7265636f7264)
	for range rounds {
		for i := 0; i < n; i += 64 {
			state += 0x9e3779b97f4a7c15
			flips := mix(state)
			for j := range min(64, n-i) {
				if flips>>j&1 == 1 {
					out[i+j] = -out[i+j]
				}
			}
		}
		hadamard(out)
	}
	return out
}

// mix is the step of SplitMix64 that spreads a counter over all bits.
func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// hadamard is the fast Walsh-Hadamard transform; len(x) is a power of two.
func hadamard(x []float64) {
	for h := 1; h < len(x); h *= 2 {
		for i := 0; i < len(x); i += 2 * h {
			for j := i; j < i+h; j++ {
				x[j], x[j+h] = (x[j]+x[j+h])*math.Sqrt2/2, (x[j]-x[j+h])*math.Sqrt2/2
			}
		}
	}
}
