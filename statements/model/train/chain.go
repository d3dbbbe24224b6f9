package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"onrecord/statements/model/linear"
)

// none is the number of a feature that is too rare to be learnt.
const none = ^uint32(0)

// number replaces the features of all sequences by small numbers and gives the
// hash of each. Those that occur less than least times become none.
func number(seqs []*sequence, least uint8, of func(*sequence) []uint32) []uint32 {
	const bits = 26
	count := make([]uint8, 1<<bits)
	for _, s := range seqs {
		for _, x := range of(s) {
			if c := &count[x>>(32-bits)]; *c < math.MaxUint8 {
				*c++
			}
		}
	}
	var hashes []uint32
	numbers := map[uint32]uint32{}
	for _, s := range seqs {
		features := of(s)
		for i, x := range features {
			if count[x>>(32-bits)] < least {
				features[i] = none
				continue
			}
			n, ok := numbers[x]
			if !ok {
				n = uint32(len(hashes))
				numbers[x] = n
				hashes = append(hashes, x)
			}
			features[i] = n
		}
	}
	return hashes
}

// layer is the weights of one kind of feature while they are learnt.
type layer struct {
	k       int
	hashes  []uint32
	weights []float32
	squares []float32 // sums of squared gradients
	seen    []int32   // step that a feature was last touched at
}

func newLayer(k int, hashes []uint32) *layer {
	return &layer{k, hashes, make([]float32, k*len(hashes)), make([]float32, k*len(hashes)), make([]int32, len(hashes))}
}

// add adds the weights of features to sum.
func (y *layer) add(sum []float32, features []uint32) {
	for _, x := range features {
		if x == none {
			continue
		}
		for k, w := range y.weights[int(x)*y.k : int(x)*y.k+y.k] {
			sum[k] += w
		}
	}
}

// startOfSquares is what a sum of squared gradients begins with, so that the
// first steps are not too long.
const startOfSquares = 1e-2

// step moves the weights of features along the gradient (AdaGrad).
func (y *layer) step(features []uint32, gradient []float32, p chainPlan) {
	const flat = 1e-4
	for _, x := range features {
		if x == none {
			continue
		}
		w, sq := y.of(x)
		for k, g := range gradient {
			if g < flat && g > -flat {
				continue
			}
			sq[k] += float32(g * g)
			w[k] += p.rate * g / float32(math.Sqrt(float64(sq[k])+startOfSquares))
		}
	}
}

// of gives the weights of feature x and the squares of their gradients.
func (y *layer) of(x uint32) (w, sq []float32) {
	from, to := int(x)*y.k, int(x)*y.k+y.k
	return y.weights[from:to], y.squares[from:to]
}

// shrink moves the weights of features towards 0 by as much as they should have
// moved since they were last touched (AdaGrad with a penalty on the sum of all
// weights: Duchi, Hazan and Singer 2011). Most end at 0, and what is left fits
// into a table that a core can keep near.
func (y *layer) shrink(features []uint32, now int32, p chainPlan) {
	for _, x := range features {
		if x == none || y.seen[x] == now {
			continue
		}
		by := p.shrink * p.rate * float32(now-y.seen[x])
		y.seen[x] = now
		w, sq := y.of(x)
		for k, v := range w {
			if v == 0 {
				continue
			}
			d := by / float32(math.Sqrt(float64(sq[k])+startOfSquares))
			if v > 0 {
				w[k] = max(0, v-d)
			} else {
				w[k] = min(0, v+d)
			}
		}
	}
}

// all gives the numbers of all features.
func (y *layer) all() []uint32 {
	out := make([]uint32, len(y.hashes))
	for i := range out {
		out[i] = uint32(i)
	}
	return out
}

// learn fits a chain to seqs.
func learn(seqs []*sequence, p chainPlan) *linear.Chain {
	states := newLayer(linear.Labels, number(seqs, p.least, func(s *sequence) []uint32 { return s.state }))
	edges := newLayer(linear.Edges, number(seqs, p.least, func(s *sequence) []uint32 { return s.edge }))
	rng := rand.New(rand.NewPCG(p.seed, 7))
	order := rng.Perm(len(seqs))
	var l linear.Lattice
	now := int32(0)
	for range p.rounds {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			now++
			follow(&l, states, edges, seqs[k], p, now)
		}
	}
	states.shrink(states.all(), now, p)
	edges.shrink(edges.all(), now, p)
	states.compare()
	edges.compare()
	top := max(largest(states.weights), largest(edges.weights))
	return &linear.Chain{
		State: states.pack(p.states, top),
		Edge:  edges.pack(p.edges, top),
		Scale: float32(top / linear.MostSteps),
	}
}

// follow learns from one sequence.
func follow(l *linear.Lattice, states, edges *layer, s *sequence, p chainPlan, now int32) {
	n := len(s.gold)
	states.shrink(s.state, now, p)
	edges.shrink(s.edge, now, p)
	l.Reset(n)
	for i := range n + 1 {
		edges.add(l.Edge[i][:], s.edges(i))
		if i < n {
			states.add(l.State[i][:], s.states(i))
		}
	}
	z := l.Sum()
	l.Back()
	last := uint8(0)
	for i := range n + 1 {
		here := uint8(0)
		if i < n {
			here = s.gold[i]
			var g [linear.Labels]float32
			for k := range g {
				g[k] = -l.Prob(i, k, z)
			}
			g[here]++
			states.step(s.states(i), g[:], p)
		}
		var g [linear.Edges]float32
		for k := range g {
			g[k] = -l.EdgeProb(i, k/linear.Labels, k%linear.Labels, z)
		}
		g[int(last)*linear.Labels+int(here)]++
		edges.step(s.edges(i), g[:], p)
		last = here
	}
}

func largest(w []float32) float64 {
	top := 1e-9
	for _, x := range w {
		top = max(top, math.Abs(float64(x)))
	}
	return top
}

// compare weighs every label against the first, whose weight becomes 0: no
// probability changes by that.
func (y *layer) compare() {
	for i := range y.hashes {
		row := y.weights[i*y.k : i*y.k+y.k]
		for k := y.k - 1; k >= 0; k-- {
			row[k] -= row[0]
		}
	}
}

// pack puts the weights into a table of size rows; of two features that want one
// row the weightier gets it.
func (y *layer) pack(rows int, top float64) linear.Checked {
	size := make([]float32, len(y.hashes))
	order := make([]int, len(y.hashes))
	for i := range order {
		order[i] = i
		for _, x := range y.weights[i*y.k : i*y.k+y.k] {
			size[i] += float32(x * x)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(size[b], size[a]) })
	table := linear.NewChecked(y.k-1, rows)
	row := make([]byte, y.k-1)
	for _, i := range order {
		for k, x := range y.weights[i*y.k+1 : i*y.k+y.k] {
			row[k] = linear.Pack(float64(x) / top * linear.MostSteps)
		}
		if slices.Max(row) > 0 {
			table.Put(y.hashes[i], row)
		}
	}
	return table
}
