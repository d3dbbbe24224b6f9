package watch_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"onrecord/statements"
	"onrecord/statements/watch"
)

// BenchmarkMatchCJK is BenchmarkMatch where words are not parted by blanks: each
// character is a word of the same trie. Terms have three to five characters;
// each article has the words of one of the first hundred.
func BenchmarkMatchCJK(b *testing.B) {
	for _, terms := range []int{100, 10_000, 100_000} {
		b.Run(fmt.Sprint(terms), func(b *testing.B) {
			r := rand.New(rand.NewPCG(3, 4))
			word := func(from rune, n int) string {
				var w strings.Builder
				for range n {
					w.WriteRune(from + rune(r.IntN(1500)))
				}
				return w.String()
			}
			var ws []statements.Watch
			for range terms {
				ws = append(ws, statements.Watch{Keywords: word('一', 1) + word('勀', 2+len(ws)%3)}) // two ranges: no chance hits
			}
			set := watch.Compile(ws)
			var as []statements.Article
			for i := range 40 {
				var text strings.Builder
				for range 60 {
					text.WriteString(word('一', 24) + "。")
				}
				as = append(as, statements.Article{Lang: "zh", Title: word('一', 9), Text: text.String() + ws[i].Keywords + "。"})
			}
			set.Match(as[0], nil, false)
			start := cpu()
			for b.Loop() {
				hits := 0
				for _, a := range as {
					hits += len(set.Match(a, nil, false))
				}
				if hits != len(as) {
					b.Fatalf("%d alerts, want %d", hits, len(as))
				}
			}
			b.ReportMetric((cpu()-start).Seconds()*1000/float64(b.N), "cpu-ms/op")
		})
	}
}
