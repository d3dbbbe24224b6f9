package store_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// BenchmarkKin measures searches by meaning on an archive of
// ONRECORD_BENCH_STATEMENTS statements (20,000), all of which have a vector of
// 1,024 numbers. With ONRECORD_BENCH_SQLITE the archive of SQLite is that file,
// which is filled if it is new, and stays.
func BenchmarkKin(b *testing.B) {
	archives(b, "20000", func(b *testing.B, _ string, s *store.Store) {
		e := embedAll(b, s)
		b.Run("to read the signatures", func(b *testing.B) {
			for b.Loop() {
				store.ForgetSignatures(s)
				ok(b, s.LoadSignatures(b.Context(), e.ID, time.Hour))
			}
		})
		speaker := func(n int) func(*statements.Query) {
			return func(q *statements.Query) { q.Speakers = get(s.FindSpeakers(b.Context(), storetest.Speaker(n), 1))(b) }
		}
		for _, c := range []struct {
			name string
			q    statements.Query
		}{
			{"anybody", statements.Query{}},
			{"a common speaker", with(statements.Query{}, speaker(0))},
			{"a seldom speaker", with(statements.Query{}, speaker(500))},
			{"a year", with(statements.Query{}, func(q *statements.Query) { q.Since, q.Until = day(20).AddDays(-365), day(20).AddDays(-20) })},
			{"an outlet", with(statements.Query{}, func(q *statements.Query) { q.Outlets = []string{"Harbor Courier"} })},
		} {
			b.Run(c.name, func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					if kin := get(s.Kin(b.Context(), e.ID, c.q, meant(int64(i)), 60))(b); len(kin) == 0 {
						b.Fatal("nothing is found")
					}
				}
			})
		}
	})
}

// meant is a vector about one of 5,000 topics, with a sense of its own.
func meant(id int64) []float32 {
	topic, own := rand.New(rand.NewPCG(uint64(id%5000), 7)), rand.New(rand.NewPCG(uint64(id), 8))
	out := make([]float32, 1024)
	for i := range out {
		out[i] = float32(topic.NormFloat64() + own.NormFloat64())
	}
	return out
}

func embedAll(b *testing.B, s *store.Store) statements.Embedder {
	b.Helper()
	ctx, begin, total := b.Context(), time.Now(), 0
	e := get(s.Embedder(ctx, "bench", 0))(b)
	get(s.LeaseEmbedder(ctx, e.ID, time.Now(), time.Now().Add(time.Hour)))(b)
	for {
		var of []statements.Meant
		for _, p := range get(s.Unembedded(ctx, e.ID, 200))(b) {
			of = append(of, statements.Meant{ID: p.ID, Vector: meant(p.ID)})
		}
		if of == nil {
			break
		}
		total += len(of)
		ok(b, s.KeepVectors(ctx, e.ID, of, time.Now().Add(time.Hour)))
	}
	if total > 0 {
		b.Logf("kept %d vectors, %.0f a second", total, float64(total)/time.Since(begin).Seconds())
	}
	return e
}
