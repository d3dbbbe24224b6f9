package vectors

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// recall is which share of the ten nearest of n vectors is among the 512 that a
// shelf gives, where they are about topics and each has a sense of its own, and a
// question is about one of the topics.
func recall(n, size, topics, questions int) float64 {
	r := rand.New(rand.NewPCG(11, 12))
	centres := make([]Vector, topics)
	for i := range centres {
		centres[i] = random(r, size)
	}
	var s Shelf
	packed := make([][]byte, n)
	for i := range n {
		v := beside(r, centres[i%topics], 0.4+0.4*r.Float64())
		packed[i] = Pack(v)
		s.Put(Mark{Seq: int64(i)}, Sign(v), n)
	}
	have := 0
	for q := range questions {
		v := beside(r, centres[q%topics], 0.6)
		type near struct {
			seq    int64
			cosine float64
		}
		all := make([]near, n)
		for i := range n {
			c, err := v.Cosine(packed[i])
			if err != nil {
				panic(err)
			}
			all[i] = near{int64(i), c}
		}
		slices.SortFunc(all, func(a, b near) int { return cmp.Compare(b.cosine, a.cosine) })
		got, _ := s.Near(Sign(v), 512, nil)
		for _, want := range all[:10] {
			if slices.Contains(got, want.seq) {
				have++
			}
		}
	}
	return float64(have) / float64(10*questions)
}

// Signatures lead to what is nearest.
func TestRecall(t *testing.T) {
	if got := recall(10_000, 384, 500, 20); got < 0.98 {
		t.Errorf("of the ten nearest of 10,000 a shelf gives %.3f", got)
	}
}

// BenchmarkRecall tells which share of the ten nearest of 200,000 is found.
func BenchmarkRecall(b *testing.B) {
	for b.Loop() {
		b.ReportMetric(recall(200_000, 384, 5000, 20), "recall@10")
	}
}
