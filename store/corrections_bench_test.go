package store_test

import (
	"fmt"
	"testing"

	"onrecord/statements"
	"onrecord/store/storetest"
)

// What corrections cost a question: none, and as many as a busy team makes in
// some years.
func BenchmarkSeen(b *testing.B) {
	for _, n := range []int{0, 100, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			a := archive{Store: storetest.Open(b, storetest.SQLite(b))}
			for i := range (n + 19) / 20 {
				var lines []line
				for k := range 20 {
					lines = append(lines, line{fmt.Sprintf("Speaker %d Number", k), "", fmt.Sprintf("This is what was said as number %d of %d", k, i)})
				}
				in := arrivalOf(fmt.Sprintf("https://courier.example/%d", i), fmt.Sprint("Article ", i), lines...)
				get(a.KeepArticle(b.Context(), in))(b)
			}
			for i := range n {
				get(a.Correct(b.Context(), statements.Correction{Server: ours, Statement: int64(i + 1), What: statements.VerdictReject, At: noon}))(b)
			}
			b.ResetTimer()
			for b.Loop() {
				get(a.Seen(b.Context(), ours, ""))(b)
			}
		})
	}
}
