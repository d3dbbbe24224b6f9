package store_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// generated makes articles of ten statements with words and speakers as often
// as Zipf says: word0 is in most statements, word9000 in few; so with speakers.
type generated struct {
	r               *rand.Rand
	words, speakers *rand.Zipf
	n, total        int // articles, over two years
}

func newGenerated(total int) *generated {
	r := rand.New(rand.NewPCG(1, 2))
	return &generated{total: total, r: r, words: rand.NewZipf(r, 1.1, 3, 20_000), speakers: rand.NewZipf(r, 1.2, 5, 5_000)}
}

func (g *generated) sentence(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = "word" + letters(int(g.words.Uint64()))
	}
	return strings.Join(words, " ")
}

// letters is a number that no stemmer shortens.
func letters(n int) string {
	s := ""
	for ; n > 0; n /= 10 {
		s = string("bcdfghjklm"[n%10]) + s
	}
	return s + "o"
}

func speakerName(n int) string { return "Ida Holm" + letters(n) }

func (g *generated) next() statements.Arrival {
	var lines []line
	for range 10 {
		lines = append(lines, line{speakerName(int(g.speakers.Uint64())), "minister", g.sentence(25)})
	}
	g.n++
	in := arrivalOf(fmt.Sprint("https://courier.example/", g.n), g.sentence(8), lines...)
	in.Article.Published.Time = noon.Add(-2 * 365 * 24 * time.Hour / time.Duration(g.total) * time.Duration(g.total-g.n))
	in.At, in.Article.Fetched = in.Article.Published.Time, in.Article.Published.Time
	return in
}

// BenchmarkArchive measures on an archive of ONRECORD_BENCH_STATEMENTS
// statements (100,000). With ONRECORD_BENCH_SQLITE the archive of SQLite is that
// file, which is filled if it is new, and stays.
func BenchmarkArchive(b *testing.B) {
	n, _ := strconv.Atoi(cmp.Or(os.Getenv("ONRECORD_BENCH_STATEMENTS"), "100000"))
	sqlite := func(tb testing.TB) string { return cmp.Or(os.Getenv("ONRECORD_BENCH_SQLITE"), storetest.SQLite(tb)) }
	for name, address := range map[string]func(testing.TB) string{"sqlite": sqlite, "postgres": storetest.Postgres} {
		b.Run(name, func(b *testing.B) {
			s := storetest.Open(b, address(b))
			fill(b, s, n)
			if name == "postgres" { // which does so by itself when it has time
				ok(b, store.Exec(b.Context(), s, "ANALYZE"))
			}
			questions(b, s)
		})
	}
}

func fill(b *testing.B, s *store.Store, n int) {
	b.Helper()
	g := newGenerated(n / 10)
	g.n = get(s.Coverage(b.Context()))(b).Articles
	begin, first := time.Now(), g.n
	for g.n < n/10 {
		get(s.KeepArticle(b.Context(), g.next()))(b)
	}
	if g.n > first {
		b.Logf("kept %d articles of 10 statements, %.0f articles/s", g.n-first, float64(g.n-first)/time.Since(begin).Seconds())
	}
}

func questions(b *testing.B, s *store.Store) {
	speaker := func(n int) func(*statements.Query) {
		return func(q *statements.Query) { q.Speakers = get(s.FindSpeakers(b.Context(), speakerName(n), 1))(b) }
	}
	year := func(q *statements.Query) { q.Since, q.Until = day(20).AddDays(-365), day(20).AddDays(-20) }
	common, rare := "word"+letters(1), "word"+letters(9000)
	for _, c := range []struct {
		name string
		q    statements.Query
	}{
		{"common word", about(common)},
		{"three common words", about(common, "word"+letters(2), "word"+letters(3))},
		{"rare word", about(rare)},
		{"common and rare word", about(common, rare)},
		{"common word, common speaker", with(about(common), speaker(0))},
		{"common words, rare speaker", with(about(common, "word"+letters(2)), speaker(900))},
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
	for _, words := range []string{"i", "ida h", "holm", speakerName(17)} {
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
