package store_test

import (
	"cmp"
	"os"
	"strconv"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// BenchmarkArchive measures on an archive of ONRECORD_BENCH_STATEMENTS
// statements (100,000). With ONRECORD_BENCH_SQLITE the archive of SQLite is that
// file, which is filled if it is new, and stays.
func BenchmarkArchive(b *testing.B) {
	archives(b, "100000", func(b *testing.B, name string, s *store.Store) {
		if name == "postgres" { // which does so by itself when it has time
			ok(b, store.Exec(b.Context(), s, "ANALYZE"))
		}
		questions(b, s)
	})
}

// archives measures on a filled archive of either kind.
func archives(b *testing.B, usually string, measure func(b *testing.B, name string, s *store.Store)) {
	n, _ := strconv.Atoi(cmp.Or(os.Getenv("ONRECORD_BENCH_STATEMENTS"), usually))
	sqlite := func(tb testing.TB) string { return cmp.Or(os.Getenv("ONRECORD_BENCH_SQLITE"), storetest.SQLite(tb)) }
	for name, address := range map[string]func(testing.TB) string{"sqlite": sqlite, "postgres": storetest.Postgres} {
		b.Run(name, func(b *testing.B) {
			s := storetest.Open(b, address(b))
			fill(b, s, n)
			measure(b, name, s)
		})
	}
}

func fill(b *testing.B, s *store.Store, n int) {
	b.Helper()
	first := get(s.Coverage(b.Context()))(b).Articles
	g := storetest.NewGenerator(first, n/storetest.PerArticle, noon)
	begin := time.Now()
	for g.Made < g.Total {
		get(s.KeepArticle(b.Context(), g.Next()))(b)
	}
	if g.Made > first {
		b.Logf("kept %d articles of 10 statements, %.0f articles/s", g.Made-first, float64(g.Made-first)/time.Since(begin).Seconds())
	}
}

func questions(b *testing.B, s *store.Store) {
	speaker := func(n int) func(*statements.Query) {
		return func(q *statements.Query) { q.Speakers = get(s.FindSpeakers(b.Context(), storetest.Speaker(n), 1))(b) }
	}
	year := func(q *statements.Query) { q.Since, q.Until = day(20).AddDays(-365), day(20).AddDays(-20) }
	common, rare := storetest.Word(1), storetest.Word(9000)
	for _, c := range []struct {
		name string
		q    statements.Query
	}{
		{"common word", about(common)},
		{"three common words", about(common, storetest.Word(2), storetest.Word(3))},
		{"rare word", about(rare)},
		{"common and rare word", about(common, rare)},
		{"common word, common speaker", with(about(common), speaker(0))},
		{"common words, rare speaker", with(about(common, storetest.Word(2)), speaker(900))},
		{"common word, a year", with(about(common), year)},
		{"common word, a speaker, a year", with(with(about(common), speaker(3)), year)},
		{"newest", statements.Query{}},
		{"newest of a speaker", with(statements.Query{}, speaker(3))},
	} {
		b.Run("search/"+c.name, func(b *testing.B) {
			for b.Loop() {
				get(s.Search(b.Context(), c.q, 50))(b)
			}
		})
		b.Run("count/"+c.name, func(b *testing.B) {
			for b.Loop() {
				get(s.CountStatements(b.Context(), c.q))(b)
			}
		})
	}
	for _, words := range []string{"i", "ida h", "holm", storetest.Speaker(17)} {
		b.Run("speakers/"+words, func(b *testing.B) {
			for b.Loop() {
				get(s.FindSpeakers(b.Context(), words, 25))(b)
			}
		})
	}
	b.Run("coverage", func(b *testing.B) {
		for b.Loop() {
			get(s.Coverage(b.Context()))(b)
		}
	})
	b.Run("idle outbox", func(b *testing.B) {
		for b.Loop() {
			get(s.LeaseDeliveries(b.Context(), "discord", noon, 9, minute))(b)
		}
	})
}
