package linear

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCheckedKeepsStrangersOut(t *testing.T) {
	r := NewChecked(StateRow, 16)
	if !r.Put(0x10000005, []byte{2, 3}) {
		t.Fatal("an empty table took no row")
	}
	if r.Put(0x10000006, []byte{5, 6}) {
		t.Error("a place was given away twice")
	}
	c := Chain{State: r, Edge: NewChecked(EdgeRow, 16), Scale: 1}
	var l Lattice
	l.Reset(1)
	c.Score(&l, 0, []uint32{0x10000006, 0x20000005})
	if l.State[0] != [Labels]float32{} {
		t.Errorf("features that were never learnt score %v", l.State[0])
	}
	c.Score(&l, 0, []uint32{0x10000005})
	if want := [Labels]float32{0, 4, 9}; l.State[0] != want {
		t.Errorf("a learnt feature scores %v, want %v", l.State[0], want)
	}
}

func TestPack(t *testing.T) {
	for _, c := range []struct {
		x    float64
		want int32
	}{{0, 0}, {0.2, 0}, {4, 4}, {-9, -9}, {1e9, MostSteps}, {-1e9, -MostSteps}, {24, 25}} {
		if got := steps[Pack(c.x)]; got != c.want {
			t.Errorf("Pack(%v) stands for %d, want %d", c.x, got, c.want)
		}
	}
}

func TestFour(t *testing.T) {
	r := NewRows(4, 2)
	copy(r.W[4:], []byte{1, 0xff, 2, 3})
	if got, want := r.Four([]uint32{1 << 30, 1<<30 + 5}), [4]int32{2, -2, 4, 6}; got != want {
		t.Errorf("Four gives %v, want %v", got, want)
	}
}

func TestAdd(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	for _, k := range []int{8, 16, 32} {
		r := NewRows(k, 3)
		for i := range r.W {
			r.W[i] = byte(rng.IntN(256))
		}
		f := make([]uint32, 256)
		got, want := make([]int32, k), make([]int32, k)
		for i := range f {
			f[i] = rng.Uint32()
			for j := range want {
				want[j] += int32(int8(r.W[int(f[i]>>r.Shift)*k+j]))
			}
		}
		r.Add(got, f)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("rows of %d (-want +got):\n%s", k, diff)
		}
	}
}

// lattices gives a few small ones with random scores.
func lattices() []*Lattice {
	rng := rand.New(rand.NewPCG(1, 1))
	var out []*Lattice
	for n := range 6 {
		l := &Lattice{}
		l.Reset(n)
		for i := range l.Edge {
			for k := range l.Edge[i] {
				l.Edge[i][k] = float32(rng.NormFloat64() * 2)
			}
		}
		for i := range l.State {
			for k := range l.State[i] {
				l.State[i][k] = float32(rng.NormFloat64() * 2)
			}
		}
		out = append(out, l)
	}
	return out
}

// all gives every labelling of n tokens.
func all(n int) [][]uint8 {
	if n == 0 {
		return [][]uint8{{}}
	}
	var out [][]uint8
	for _, a := range all(n - 1) {
		for k := range uint8(Labels) {
			out = append(out, append(append([]uint8{}, a...), k))
		}
	}
	return out
}

func TestLatticeAgainstAllLabellings(t *testing.T) {
	for n, l := range lattices() {
		z, sum := l.Sum(), 0.0
		l.Back()
		var best []uint8
		top := math.Inf(-1)
		state := make([][Labels]float64, n)
		var lacking [Labels]float64
		for _, labels := range all(n) {
			w := float64(l.Weigh(labels))
			p := math.Exp(w - float64(z))
			sum += p
			for i, k := range labels {
				state[i][k] += p
			}
			for k := uint8(1); k < Labels; k++ {
				if !slices.Contains(labels, k) {
					lacking[k] += p
				}
			}
			if w > top {
				top, best = w, labels
			}
		}
		for k := 1; k < Labels; k++ {
			if p := float64(l.Lacking(k, z)); math.Abs(p-lacking[k]) > 1e-3 {
				t.Errorf("%d tokens: label %d is lacking with %v, want %v", n, k, p, lacking[k])
			}
		}
		if math.Abs(sum-1) > 1e-3 {
			t.Errorf("%d tokens: the probabilities of all labellings sum to %v", n, sum)
		}
		got := make([]uint8, n)
		l.Best(got)
		if n > 0 && string(got) != string(best) {
			t.Errorf("%d tokens: Best gives %v, want %v", n, got, best)
		}
		for i := range state {
			for k, want := range state[i] {
				if p := float64(l.Prob(i, k, z)); math.Abs(p-want) > 1e-3 {
					t.Errorf("%d tokens: label %d of token %d has %v, want %v", n, k, i, p, want)
				}
			}
		}
		for i := range n + 1 {
			sum := float32(0)
			for k := range Edges {
				sum += l.EdgeProb(i, k/Labels, k%Labels, z)
			}
			if math.Abs(float64(sum)-1) > 1e-3 {
				t.Errorf("%d tokens: the pairs at border %d sum to %v", n, i, sum)
			}
		}
	}
}

func TestFileRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	w := make([]byte, 4<<10)
	for i := range w {
		if rng.IntN(3) == 0 {
			w[i] = byte(rng.IntN(256))
		}
	}
	tables := []Table{
		{Name: "a", Size: 1024, Scale: 0.5, W: w},
		{Name: "nothing", Size: 512, W: make([]byte, 1024)},
		{Name: "list", Size: 1, W: []byte{1, 2, 3, 0, 0}},
	}
	b := Encode(tables)
	got, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(tables, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for n := range len(b) {
		if got, err := Decode(b[:n]); err == nil && len(got) == len(tables) {
			t.Fatalf("a file cut off at %d of %d bytes was read", n, len(b))
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte{})
	f.Add(Encode([]Table{{Name: "a", Size: 4, W: []byte{1, 0, 0, 2}}}))
	f.Add(append([]byte(magic), 1, 'a', 1, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 250))
	f.Fuzz(func(t *testing.T, b []byte) {
		tables, err := Decode(b)
		if err != nil {
			return
		}
		again, err := Decode(Encode(tables))
		if err != nil || len(again) != len(tables) {
			t.Fatalf("what was read cannot be written and read again: %v", err)
		}
	})
}
