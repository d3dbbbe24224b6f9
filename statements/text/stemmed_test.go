package text

import (
	"fmt"
	"sync"
	"testing"

	"github.com/kljensen/snowball"
)

// What is remembered is what the stemmer says, also when memory was full and
// when many ask at once.
func TestRememberedStems(t *testing.T) {
	var s stemmed
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i := range mostStemmed/8 + 100 {
				for _, word := range []string{fmt.Sprintf("walking%d", i), "ceilings", "quotas"} {
					want, _ := snowball.Stem(word, "english", false)
					if got, err := s.stem(word, "english"); got != want || err != nil {
						t.Errorf("%s: %q, %v", word, got, err)
						return
					}
				}
			}
		})
	}
	group.Wait()
	s.n = mostStemmed
	if got, _ := s.stem("herrings", "english"); got != "her" && got != "herring" || s.n != 1 {
		t.Errorf("a full memory gives %q and keeps %d", got, s.n)
	}
	if _, err := s.stem("word", "klingon"); err == nil {
		t.Error("there is no such stemmer")
	}
}
