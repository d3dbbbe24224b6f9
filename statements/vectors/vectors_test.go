package vectors

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// random is a vector of no particular direction.
func random(r *rand.Rand, size int) Vector {
	raw := make([]float32, size)
	for i := range raw {
		raw[i] = float32(r.NormFloat64())
	}
	v, err := New(raw)
	if err != nil {
		panic(err)
	}
	return v
}

// beside is a vector whose cosine with v is c.
func beside(r *rand.Rand, v Vector, c float64) Vector {
	raw, across, along := make([]float32, len(v)), random(r, len(v)), 0.0
	for i := range v {
		along += float64(v[i]) * float64(across[i])
	}
	for i := range v {
		out := (float64(across[i]) - along*float64(v[i])) / math.Sqrt(1-along*along)
		raw[i] = float32(c*float64(v[i]) + math.Sqrt(1-c*c)*out)
	}
	o, err := New(raw)
	if err != nil {
		panic(err)
	}
	return o
}

func TestNew(t *testing.T) {
	numbers := func(n int, x float32) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = x
		}
		return out
	}
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	for name, tc := range map[string]struct {
		numbers []float32
		good    bool
	}{
		"some":     {numbers(64, 3), true},
		"tiny":     {numbers(64, 1e-30), true},
		"huge":     {numbers(64, 1e38), true},
		"none":     {nil, false},
		"too few":  {numbers(LeastSize-1, 1), false},
		"too many": {numbers(MostSize+1, 1), false},
		"zero":     {numbers(64, 0), false},
		"NaN":      {append(numbers(64, 1), nan), false},
		"infinite": {append(numbers(64, 1), inf), false},
	} {
		v, err := New(tc.numbers)
		if (err == nil) != tc.good {
			t.Errorf("%s: %v", name, err)
		}
		if c, _ := v.Cosine(Pack(v)); tc.good && math.Abs(c-1) > 1e-4 {
			t.Errorf("%s: a cosine of %v with itself", name, c)
		}
	}
}

// A packed vector has the cosine that the vector has, within a hundredth.
func TestPack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	worst := 0.0
	for _, size := range []int{LeastSize, 100, 384, 768, 1024, 3072} {
		for _, want := range []float64{-0.5, 0, 0.3, 0.6, 0.95} {
			v := random(r, size)
			got, err := v.Cosine(Pack(beside(r, v, want)))
			if err != nil {
				t.Fatal(err)
			}
			worst = max(worst, math.Abs(got-want))
		}
	}
	if worst > 0.01 {
		t.Errorf("a cosine is off by %v", worst)
	}
	v := random(r, 100)
	for name, packed := range map[string][]byte{"another size": Pack(random(r, 99)), "nothing": nil, "no direction": make([]byte, 100)} {
		if c, err := v.Cosine(packed); err == nil {
			t.Errorf("%s has a cosine of %v", name, c)
		}
	}
}

// Signatures tell angles, and are the same for ever.
func TestSign(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, size := range []int{LeastSize, 384, 1024} {
		for _, c := range []float64{-0.9, 0, 0.5, 0.8, 0.99} {
			sum := 0
			for range 50 {
				v := random(r, size)
				a, b := Sign(v), Sign(beside(r, v, c))
				sum += a.Distance(&b)
			}
			got, want := float64(sum)/50, bits*math.Acos(c)/math.Pi
			if math.Abs(got-want) > 16 {
				t.Errorf("%d numbers, cosine %v: they differ in %v bits, not %v", size, c, got, want)
			}
		}
	}
	raw := make([]float32, 16)
	for i := range raw {
		raw[i] = float32(i) - 5
	}
	v, _ := New(raw)
	if d := cmp.Diff(Signature{14811098008603647317, 11108153348088738544, 10927047403118392712, 2183083213437768335, 17365599176632851825, 7016223844029441558, 16295779793268150881, 2114720889009814683}, Sign(v)); d != "" {
		t.Errorf("stored signatures are worth nothing any more:\n%s", d)
	}
}

func TestShelfNear(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var s Shelf
	v := random(r, 256)
	for i := range 2000 {
		s.Put(Mark{Seq: int64(i), Speaker: uint32(i % 7), Day: int32(20260101 + i%28), Kind: uint8(i % 3)}, Sign(random(r, 256)), 1<<20)
	}
	kin := map[int64]float64{5000: 0.9, 5001: 0.8, 5002: 0.7}
	for seq, c := range kin {
		s.Put(Mark{Seq: seq, Speaker: 3}, Sign(beside(r, v, c)), 1<<20)
	}
	got, passed := s.Near(Sign(v), 3, nil)
	if d := cmp.Diff([]int64{5000, 5001, 5002}, got[:3]); d != "" || passed != 2003 {
		t.Errorf("of %d:\n%s", passed, d)
	}
	got, passed = s.Near(Sign(v), 5, func(m Mark) bool { return m.Speaker == 4 })
	for _, seq := range got {
		if seq >= 5000 || seq%7 != 4 {
			t.Errorf("%d does not pass", seq)
		}
	}
	if passed != 286 || len(got) < 5 || len(got) > 10 {
		t.Errorf("%d of %d pass", len(got), passed)
	}
	if got, passed := (&Shelf{}).Near(Sign(v), 5, nil); len(got)+passed > 0 {
		t.Errorf("an empty shelf gives %v", got)
	}
	if got := s.Sample(30); len(got) != 30 || got[0] != 0 || !slices.IsSorted(got) {
		t.Errorf("a sample of %v", got)
	}
	if got := (&Shelf{}).Sample(30); len(got) != 0 {
		t.Errorf("an empty sample of %v", got)
	}
}

// A full shelf puts the oldest days away, in whatever order they come.
func TestShelfIsBounded(t *testing.T) {
	var s Shelf
	days := rand.New(rand.NewPCG(7, 8)).Perm(1000)
	for i, day := range days {
		s.Put(Mark{Seq: int64(i), Day: int32(day)}, Signature{}, 160)
		if s.Len() > 160 {
			t.Fatalf("%d on the shelf", s.Len())
		}
	}
	newest := 0
	for i := range s.Len() {
		if s.mark(i).Day >= 900 {
			newest++
		}
	}
	if newest != 100 {
		t.Errorf("of the 100 newest days %d are left", newest)
	}
	var large Shelf // of several boards
	for i := range 5 * onBoard {
		large.Put(Mark{Seq: int64(i), Day: int32(i / 100)}, Signature{uint64(i)}, 3*onBoard)
	}
	for i := range large.Len() {
		if m := large.mark(i); m.Seq < 2*onBoard-1 || large.boards[i/onBoard].signatures[i%onBoard] != (Signature{uint64(m.Seq)}) {
			t.Fatalf("%+v is left", m)
		}
	}
	if n := large.Len(); n < 3*onBoard-onBoard/4 || n > 3*onBoard || len(large.boards) > 3 {
		t.Errorf("%d on %d boards", n, len(large.boards))
	}
	var same Shelf
	for i := range 1000 {
		same.Put(Mark{Seq: int64(i), Day: 20261120}, Signature{}, 160)
	}
	if same.Len() > 160 || same.Len() < 100 {
		t.Errorf("of one day %d are left", same.Len())
	}
}

func TestFloor(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	draw := func(n int) []float64 {
		sample := make([]float64, n)
		for i := range sample {
			sample[i] = 0.7 + 0.05*r.NormFloat64()
		}
		return sample
	}
	sample := draw(10_000)
	for _, tc := range []struct {
		n    int
		want float64
	}{{1, 0.85}, {100, 0.852}, {10_000, 0.915}, {1_000_000, 0.963}} {
		if got := Floor(sample, tc.n); math.Abs(got-tc.want) > 0.01 {
			t.Errorf("among %d: a floor of %v, not %v", tc.n, got, tc.want)
		}
	}
	if got := Floor(sample[:LeastSample-1], 100); !math.IsInf(got, 1) {
		t.Errorf("of too few: %v", got)
	}
	// Of that many unrelated ones hardly any passes.
	over := 0
	for range 1000 {
		sample = draw(256)
		nearest := math.Inf(-1)
		for range 1000 {
			nearest = max(nearest, 0.7+0.05*r.NormFloat64())
		}
		if nearest > Floor(sample, 1000) {
			over++
		}
	}
	if over > 250 {
		t.Errorf("%d of 1,000 times the nearest of 1,000 unrelated ones counts as near", over)
	}
}

func TestFuse(t *testing.T) {
	for _, tc := range []struct {
		lists [][]string
		want  []string
	}{
		{nil, nil},
		{[][]string{{"a", "b"}}, []string{"a", "b"}},
		{[][]string{{"a", "b", "c"}, {"c", "d"}}, []string{"c", "a", "b", "d"}},
		{[][]string{{"a", "b"}, {"x", "y"}}, []string{"a", "x", "b", "y"}},
		{[][]string{{"a", "b"}, {"b", "a"}}, []string{"a", "b"}},
	} {
		if d := cmp.Diff(tc.want, Fuse(tc.lists...)); d != "" {
			t.Errorf("%v:\n%s", tc.lists, d)
		}
	}
}

// Whatever is stored, nothing breaks, and a cosine is one.
func FuzzStored(f *testing.F) {
	f.Add([]byte{127, 0, 129, 3, 4, 5, 6, 7}, uint8(8))
	f.Add([]byte{}, uint8(0))
	f.Add(make([]byte, SignatureSize), uint8(SignatureSize))
	f.Fuzz(func(t *testing.T, stored []byte, size uint8) {
		v := random(rand.New(rand.NewPCG(1, uint64(size))), LeastSize+int(size))
		c, err := v.Cosine(stored)
		if err == nil && (len(stored) != len(v) || !(c >= -1 && c <= 1)) {
			t.Errorf("%v is a cosine of %v", stored, c)
		}
		s, err := ReadSignature(stored)
		if (err == nil) != (len(stored) == SignatureSize) || err == nil && !slices.Equal(s.Bytes(), stored) {
			t.Errorf("%v is read as %v, %v", stored, s, err)
		}
	})
}

// FuzzNew: whatever an endpoint sends, it is a direction or none.
func FuzzNew(f *testing.F) {
	f.Add(float32(1), float32(math.NaN()), 9)
	f.Add(float32(3e38), float32(-3e38), 4000)
	f.Add(float32(1e-45), float32(0), 8)
	f.Fuzz(func(t *testing.T, a, b float32, size int) {
		raw := make([]float32, max(0, size)%(2*MostSize))
		for i := range raw {
			raw[i] = a
			if i%2 == 1 {
				raw[i] = b
			}
		}
		v, err := New(raw)
		if err != nil {
			return
		}
		if c, err := v.Cosine(Pack(v)); err != nil || c < 0.99 {
			t.Errorf("%v, %v of %d numbers: %v with itself, %v", a, b, len(raw), c, err)
		}
		Sign(v)
	})
}

// BenchmarkNear looks through a million signatures.
func BenchmarkNear(b *testing.B) {
	var s Shelf
	r := rand.New(rand.NewPCG(1, 1))
	for i := range 1_000_000 {
		var sig Signature
		for j := range sig {
			sig[j] = r.Uint64()
		}
		s.Put(Mark{Seq: int64(i), Speaker: uint32(i % 1000)}, sig, 1<<21)
	}
	sig := Sign(random(r, 1024))
	for name, pass := range map[string]func(Mark) bool{"everybody": nil, "a speaker": func(m Mark) bool { return m.Speaker == 3 }} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s.Near(sig, 512, pass)
			}
		})
	}
}
