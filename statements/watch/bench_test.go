//go:build unix

package watch_test

import (
	"fmt"
	"syscall"
	"testing"
	"time"
)

// BenchmarkMatch is a batch of forty articles against more and more watches:
// the time for 100,000 should be at most twice that for 100.
func BenchmarkMatch(b *testing.B) {
	for _, terms := range []int{100, 10_000, 100_000} {
		b.Run(fmt.Sprint(terms), func(b *testing.B) {
			set, as, sts := world(terms)
			n := 0
			for _, a := range as {
				n += len(a.Text)
			}
			set.Match(as[0], nil, false)
			b.SetBytes(int64(n))
			start := cpu()
			for b.Loop() {
				hits := 0
				for i, a := range as {
					hits += len(set.Match(a, sts[i], false))
				}
				if hits != len(as) {
					b.Fatalf("%d alerts, want %d", hits, len(as))
				}
			}
			b.ReportMetric((cpu()-start).Seconds()*1000/float64(b.N), "cpu-ms/op")
		})
	}
}

// cpu is the processor time that the program has used: on a machine that does
// other things as well, wall time says little.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
