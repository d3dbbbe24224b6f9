package store_test

import (
	"fmt"
	"testing"

	"onrecord/store"
)

func TestTally(t *testing.T) {
	each(t, func(t *testing.T, a archive) {
		count := store.Tally(t.Context(), a.Store, "statements", 2)
		for n := range 9 {
			same(t, "statements", get(count())(t), 2*n)
			get(a.KeepArticle(t.Context(), arrivalOf(fmt.Sprint("https://courier.example/", n), "Herring",
				line{"Mira Solheim", "", fmt.Sprint("We have boats, ", n)}, line{"Tomas Brandvold", "", fmt.Sprint("We have lamps, ", n)})))(t)
		}
		same(t, "articles", get(store.Tally(t.Context(), a.Store, "articles", 2)())(t), 9)
	})
}
