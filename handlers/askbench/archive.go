package main

import (
	"context"
	"fmt"
	"os"
	"sync"
	"time"

	"onrecord/store"
	"onrecord/store/storetest"
)

// until is the last day of the archive.
var until = time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC)

// atOnce is how many articles are kept at once, as the poller does.
const atOnce = 16

// fill makes the archive as large as it is to be. An empty one of PostgreSQL is
// filled past the store, which has to look much up and to wait for commits.
func fill(ctx context.Context, s *store.Store, address string, n int) error {
	cov, err := s.Coverage(ctx)
	if err != nil {
		return err
	}
	g := storetest.NewGenerator(cov.Articles, n/storetest.PerArticle, until)
	if g.Made >= g.Total {
		return nil
	}
	begun, first := time.Now(), g.Made
	told := func() {
		fmt.Fprintf(os.Stderr, "kept %d articles of %d statements, %.0f statements/s\n", g.Made-first, storetest.PerArticle,
			float64((g.Made-first)*storetest.PerArticle)/time.Since(begun).Seconds())
	}
	if first == 0 && isPostgres(address) {
		defer told()
		return storetest.FillPostgres(ctx, address, g)
	}
	var mu sync.Mutex
	var failed error
	var group sync.WaitGroup
	for range atOnce {
		group.Go(func() {
			for {
				mu.Lock()
				if g.Made >= g.Total || failed != nil {
					mu.Unlock()
					return
				}
				a := g.Next()
				mu.Unlock()
				if _, err := s.KeepArticle(ctx, a); err != nil {
					mu.Lock()
					failed = err
					mu.Unlock()
				}
			}
		})
	}
	group.Wait()
	told()
	return failed
}
