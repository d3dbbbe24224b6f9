package vectors

import "math"

// LeastSample is how many cosines a floor needs: of fewer nobody can tell what is
// usual.
const LeastSample = 30

// leastOut is how many standard deviations above the usual a neighbour lies at
// least, among however few it is the nearest.
const leastOut = 3

// Floor is the cosine over which a vector counts as near to a question, given the
// cosines of a sample of the archive with it and how many vectors were looked
// through. Of n that have nothing to do with a question the nearest hardly lies
// farther out than sqrt(2 ln n) standard deviations (the universal threshold of
// Donoho and Johnstone, Biometrika 81, 1994). Of too small a sample the floor is
// above every cosine.
func Floor(sample []float64, n int) float64 {
	if len(sample) < LeastSample {
		return math.Inf(1)
	}
	mean, square := 0.0, 0.0
	for _, c := range sample {
		mean += c
	}
	mean /= float64(len(sample))
	for _, c := range sample {
		square += (c - mean) * (c - mean)
	}
	out := max(leastOut, math.Sqrt(2*math.Log(float64(max(n, 1)))))
	return mean + out*math.Sqrt(square/float64(len(sample)-1))
}
