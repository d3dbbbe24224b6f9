package vectors

import (
	"errors"
	"fmt"
	"math"
)

// Most and least numbers that a vector may have.
const (
	MostSize  = 8192
	LeastSize = 8
)

// Vector is a direction: finite numbers of length 1 together.
type Vector []float32

var (
	errNotFinite = errors.New("a number is not finite")
	errZero      = errors.New("all numbers are zero")
)

// New makes a Vector of numbers as an endpoint sent them. They are not kept.
func New(numbers []float32) (Vector, error) {
	if n := len(numbers); n < LeastSize || n > MostSize {
		return nil, fmt.Errorf("%d numbers are not between %d and %d", n, LeastSize, MostSize)
	}
	sum := 0.0
	for _, x := range numbers {
		if f := float64(x); math.IsNaN(f) || math.IsInf(f, 0) {
			return nil, errNotFinite
		}
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return nil, errZero
	}
	length := math.Sqrt(sum)
	v := make(Vector, len(numbers))
	for i, x := range numbers {
		v[i] = float32(float64(x) / length)
	}
	return v, nil
}
