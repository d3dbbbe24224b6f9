package main

import (
	"math"

	"onrecord/statements/model/linear"
)

// perceptron is an averaged perceptron over hashed features.
type perceptron struct {
	k     int
	shift uint
	w     []float32
	total []float64
	stamp []int32
	now   int32
}

func newPerceptron(k int, bits uint) *perceptron {
	return &perceptron{k, 32 - bits, make([]float32, k<<bits), make([]float64, k<<bits), make([]int32, k<<bits), 1}
}

func (p *perceptron) score(scores []float32, f []uint32) {
	clear(scores)
	for _, x := range f {
		at := int(x>>p.shift) * p.k
		row := p.w[at : at+p.k]
		for i, w := range row {
			scores[i] += w
		}
	}
}

// update moves the weights of f from bad to good.
func (p *perceptron) update(f []uint32, good, bad int) {
	for _, x := range f {
		at := int(x>>p.shift) * p.k
		p.change(at+good, 1)
		p.change(at+bad, -1)
	}
}

func (p *perceptron) change(i int, by float32) {
	p.total[i] += float64(p.w[i]) * float64(p.now-p.stamp[i])
	p.stamp[i] = p.now
	p.w[i] += by
}

// average gives the averaged weights.
func (p *perceptron) average() []float32 {
	out := make([]float32, len(p.w))
	for i := range p.w {
		t := p.total[i] + float64(p.w[i])*float64(p.now-p.stamp[i])
		out[i] = float32(t / float64(p.now))
	}
	return out
}

// rows quantises the averaged weights. Those that are too small to matter
// become nothing.
func (p *perceptron) rows() linear.Rows {
	r := linear.NewRows(p.k, 32-p.shift)
	avg := p.average()
	scale := 127 / quantile(avg, 0.9995)
	for i, w := range avg {
		r.W[i] = clip(float64(w) * scale)
	}
	return r
}

func clip(x float64) byte { return byte(int8(math.RoundToEven(max(-127, min(127, x))))) }

// quantile gives the size that the share q of the weights that are not 0 stay
// below.
func quantile(w []float32, q float64) float64 {
	const steps = 4096
	top := 0.0
	for _, x := range w {
		top = max(top, math.Abs(float64(x)))
	}
	if top == 0 {
		return 1
	}
	var count [steps + 1]int
	n := 0
	for _, x := range w {
		if x != 0 {
			count[int(math.Abs(float64(x))/top*steps)]++
			n++
		}
	}
	sum := 0
	for i, c := range count {
		sum += c
		if float64(sum) >= q*float64(n) {
			return top * float64(i+1) / steps
		}
	}
	return top
}
