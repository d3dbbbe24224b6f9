package linear

import (
	"encoding/binary"
	"math"
)

// Labels is how many labels a chain gives. Label 0 is "neither", and what lies
// before and after a sequence counts as that.
const Labels = 3

// Edges is how many pairs of neighbouring labels there are: the pair (a, b) is
// number a*Labels+b.
const Edges = Labels * Labels

// What a row of a chain holds: the first label, and the pair of the first label
// with itself, weigh nothing; the others are weighed against them.
const (
	StateRow = Labels - 1
	EdgeRow  = Edges - 1
)

// Chain is a linear-chain conditional random field with quantised weights.
type Chain struct {
	State, Edge Checked
	Scale       float32 // of one step of the weights
}

// steps gives what a weight of a chain stands for, in Scale: its square, with
// its sign. Most weights are tiny and a few are large; squares serve both.
var steps = func() (s [256]int32) {
	for i := range s {
		w := int32(int8(i))
		s[i] = w * max(w, -w)
	}
	return s
}()

// Pack gives the weight whose step is nearest to x.
func Pack(x float64) byte {
	w := math.RoundToEven(math.Sqrt(min(math.Abs(x), MostSteps)))
	return byte(int8(math.Copysign(w, x)))
}

// MostSteps is the largest weight in steps.
const MostSteps = 127 * 127

// Lattice holds the scores of one sequence: State[i] of token i, Edge[i] of
// the border before it. Edge has one more.
type Lattice struct {
	State [][Labels]float32
	Edge  [][Edges]float32

	fwd, bwd [][Labels]float32
	back     [][Labels]uint8
}

// Reset makes room for n tokens and clears the scores.
func (l *Lattice) Reset(n int) {
	l.State = grow(l.State, n)
	l.Edge = grow(l.Edge, n+1)
	l.fwd, l.bwd, l.back = grow(l.fwd, n+1), grow(l.bwd, n+1), grow(l.back, n+1)
	clear(l.State)
	clear(l.Edge)
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// Score fills in token i from its features. There is no branch in it that
// depends on a row: rows are spread over more memory than a core keeps near, and
// a processor that guesses a branch wrong cannot fetch the next ones meanwhile.
func (c *Chain) Score(l *Lattice, i int, f []uint32) {
	var one, two int32
	w, size := c.State.W, uint64(c.State.Size)
	for _, x := range f {
		row := binary.LittleEndian.Uint32(w[int(uint64(x)*size>>32)*(StateRow+1):])
		known := int32((row>>16&0xff^uint32(check(x)))-1) >> 31
		one += steps[byte(row)] & known
		two += steps[byte(row>>8)] & known
	}
	l.State[i] = [Labels]float32{0, float32(one) * c.Scale, float32(two) * c.Scale}
}

// mostEdges is how many features a border may have.
const mostEdges = 64

// ScoreEdge fills in the border before token i from its features, 64 at most.
func (c *Chain) ScoreEdge(l *Lattice, i int, f []uint32) {
	var at [mostEdges]uint32
	n := 0
	for _, x := range f {
		k := c.Edge.at(x)
		at[n&(mostEdges-1)] = uint32(k)
		d := uint32(c.Edge.W[k+EdgeRow] ^ check(x))
		n += int((d - 1) >> 31)
	}
	var sum [EdgeRow]int32
	for _, k := range at[:n] {
		row := binary.LittleEndian.Uint64(c.Edge.W[k:])
		sum[0] += steps[byte(row)]
		sum[1] += steps[byte(row>>8)]
		sum[2] += steps[byte(row>>16)]
		sum[3] += steps[byte(row>>24)]
		sum[4] += steps[byte(row>>32)]
		sum[5] += steps[byte(row>>40)]
		sum[6] += steps[byte(row>>48)]
		sum[7] += steps[byte(row>>56)]
	}
	for k, s := range sum {
		l.Edge[i][k+1] = float32(s) * c.Scale
	}
}

// Best puts the best labels into out, which holds as many as there are tokens.
func (l *Lattice) Best(out []uint8) {
	n := len(l.State)
	v := [Labels]float32{0, -1e9, -1e9}
	for i := range n {
		var next [Labels]float32
		for b := range Labels {
			top, from := float32(-1e30), 0
			for a := range Labels {
				if s := v[a] + l.Edge[i][a*Labels+b]; s > top {
					top, from = s, a
				}
			}
			next[b] = top + l.State[i][b]
			l.back[i][b] = uint8(from)
		}
		v = next
	}
	b, top := 0, float32(-1e30)
	for a := range Labels {
		if s := v[a] + l.Edge[n][a*Labels]; s > top {
			top, b = s, a
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = uint8(b)
		b = int(l.back[i][b])
	}
}

// Sum runs forward over the lattice and gives the logarithm of the sum over all
// labellings.
func (l *Lattice) Sum() float32 {
	n := len(l.State)
	f := [Labels]float32{0, -1e9, -1e9}
	for i := range n {
		e, s := &l.Edge[i], &l.State[i]
		var next [Labels]float32
		for b := range Labels {
			next[b] = logSum(f[0]+e[b], f[1]+e[Labels+b], f[2]+e[2*Labels+b]) + s[b]
		}
		f = next
		l.fwd[i] = f
	}
	return logSum(f[0]+l.Edge[n][0], f[1]+l.Edge[n][Labels], f[2]+l.Edge[n][2*Labels])
}

// Lacking gives the probability that label k, which is not 0, stands nowhere.
// z is what Sum gave.
func (l *Lattice) Lacking(k int, z float32) float32 {
	other := Labels - k
	f, g := float32(0), float32(-1e9)
	for i := range l.State {
		e, s := &l.Edge[i], &l.State[i]
		f, g = logSum(f+e[0], g+e[other*Labels], -1e9)+s[0], logSum(f+e[other], g+e[other*Labels+other], -1e9)+s[other]
	}
	e := &l.Edge[len(l.State)]
	return exp(logSum(f+e[0], g+e[other*Labels], -1e9) - z)
}

// Back runs backward: probabilities can be asked for after Sum and Back.
func (l *Lattice) Back() {
	n := len(l.State)
	var g [Labels]float32
	for a := range Labels {
		g[a] = l.Edge[n][a*Labels]
	}
	for i := n - 1; i >= 0; i-- {
		l.bwd[i] = g
		e, s := &l.Edge[i], &l.State[i]
		x, y, z := s[0]+g[0], s[1]+g[1], s[2]+g[2]
		for a := range Labels {
			g[a] = logSum(e[a*Labels]+x, e[a*Labels+1]+y, e[a*Labels+2]+z)
		}
	}
}

// Prob gives the probability of label k at token i, z being what Sum gave.
func (l *Lattice) Prob(i, k int, z float32) float32 { return exp(l.fwd[i][k] + l.bwd[i][k] - z) }

// EdgeProb gives the probability of the labels a and b on both sides of the
// border before token i.
func (l *Lattice) EdgeProb(i, a, b int, z float32) float32 {
	n := len(l.State)
	s := l.Edge[i][a*Labels+b] - z
	if i > 0 {
		s += l.fwd[i-1][a]
	} else if a != 0 {
		return 0
	}
	if i < n {
		s += l.State[i][b] + l.bwd[i][b]
	} else if b != 0 {
		return 0
	}
	return exp(s)
}

// Weigh gives the score of one labelling.
func (l *Lattice) Weigh(labels []uint8) float32 {
	s, a := float32(0), 0
	for i, b := range labels {
		s += l.Edge[i][a*Labels+int(b)] + l.State[i][b]
		a = int(b)
	}
	return s + l.Edge[len(labels)][a*Labels]
}

func logSum(a, b, c float32) float32 {
	m := max(a, b, c)
	return m + log13(exp(a-m)+exp(b-m)+exp(c-m))
}

// exp is e to the power of x, to one part in a million: a power of two and the
// first terms of the series for what is left.
func exp(x float32) float32 {
	const least, most = -80, 80
	y := max(least, min(most, x)) * math.Log2E
	whole := int32(y+128.5) - 128
	f := (y - float32(whole)) * math.Ln2
	p := 1 + f*(1+f*(1.0/2+f*(1.0/6+f*(1.0/24+f*(1.0/120)))))
	return math.Float32frombits(math.Float32bits(p) + uint32(whole)<<23)
}

// log13 is the logarithm of x between 1 and 3.
func log13(x float32) float32 {
	const middle, ofMiddle = 1.7320508, 0.5493061443340549
	t := (x - middle) / (x + middle)
	u := t * t
	return ofMiddle + 2*t*(1+u*(1.0/3+u*(1.0/5+u*(1.0/7+u*(1.0/9+u*(1.0/11))))))
}
