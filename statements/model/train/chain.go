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
}

func newLayer(k int, hashes []uint32) *layer {
	return &layer{k, hashes, make([]float32, k*len(hashes)), make([]float32, k*len(hashes))}
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

// step moves the weights of features along the gradient (AdaGrad, with a decay
// of what is touched).
func (y *layer) step(features []uint32, gradient []float32, p chainPlan) {
	const flat, start = 1e-4, 1e-2
	for _, x := range features {
		if x == none {
			continue
		}
		w, sq := y.weights[int(x)*y.k:int(x)*y.k+y.k], y.squares[int(x)*y.k:int(x)*y.k+y.k]
		for k, g := range gradient {
			if g < flat && g > -flat {
				continue
			}
			g -= float32(p.decay * w[k])
			sq[k] += float32(g * g)
			w[k] += float32(p.rate*g) / float32(math.Sqrt(float64(sq[k])+start))
		}
	}
}

// learn fits a chain to seqs.
func learn(seqs []*sequence, p chainPlan) *linear.Chain {
	states := newLayer(linear.Labels, number(seqs, p.least, func(s *sequence) []uint32 { return s.state }))
	edges := newLayer(linear.Edges, number(seqs, p.least, func(s *sequence) []uint32 { return s.edge }))
	rng := rand.New(rand.NewPCG(p.seed, 7))
	order := rng.Perm(len(seqs))
	var l linear.Lattice
	for range p.rounds {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			follow(&l, states, edges, seqs[k], p)
		}
	}
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
func follow(l *linear.Lattice, states, edges *layer, s *sequence, p chainPlan) {
	n := len(s.gold)
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
