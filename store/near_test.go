package store_test

import (
	"cmp"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// BenchmarkNear measures on an archive of ONRECORD_BENCH_ARTICLES articles
// (100,000) without statements, all of the same three days: how long one more
// takes, and one that is there under another address.
func BenchmarkNear(b *testing.B) {
	n, _ := strconv.Atoi(cmp.Or(os.Getenv("ONRECORD_BENCH_ARTICLES"), "100000"))
	for name, address := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		b.Run(name, func(b *testing.B) {
			s := storetest.Open(b, address(b))
			words := storetest.NewGenerator(0, 1, noon)
			var mu sync.Mutex
			made := 0
			next := func() statements.Arrival {
				mu.Lock()
				defer mu.Unlock()
				made++
				return printed("Courier", fmt.Sprint("https://courier.example/", made), words.Sentence(8), paragraphs(words, 6))
			}
			keepMany(b, s, n, next)
			b.Run("new", func(b *testing.B) {
				for b.Loop() {
					get(s.KeepArticle(b.Context(), next()))(b)
				}
			})
			in := next()
			get(s.KeepArticle(b.Context(), in))(b)
			b.Run("same", func(b *testing.B) {
				for b.Loop() {
					made++
					in.Article.URL = fmt.Sprint("https://echo.example/", made)
					if kept := get(s.KeepArticle(b.Context(), in))(b); kept.New {
						b.Fatal("it is not the same")
					}
				}
			})
		})
	}
}

// paragraphs are n of 50 words.
func paragraphs(words *storetest.Generator, n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = words.Sentence(50)
	}
	return strings.Join(out, "\n\n")
}

// keepMany fills an archive, sixteen at a time as the poller does.
func keepMany(b *testing.B, s *store.Store, n int, next func() statements.Arrival) {
	b.Helper()
	begin := time.Now()
	var group sync.WaitGroup
	var merged atomic.Int64
	for range 16 {
		group.Go(func() {
			for range n / 16 {
				kept, err := s.KeepArticle(b.Context(), next())
				if err != nil {
					b.Error(err)
					return
				}
				if !kept.New {
					merged.Add(1)
				}
			}
		})
	}
	group.Wait()
	b.Logf("kept %d articles of 300 words, %.0f a second; %d were taken for others", n, float64(n)/time.Since(begin).Seconds(), merged.Load())
}
