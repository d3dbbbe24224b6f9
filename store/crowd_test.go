package store_test

import (
	"fmt"
	"testing"

	"onrecord/store/storetest"
)

// Where hundreds of names begin like what is typed, the most quoted are found,
// the very name first.
var _ = promise("FindSpeakers among many", func(t *testing.T, a archive) {
	ctx := t.Context()
	for n := range 60 {
		var lines []line
		for i := range 10 {
			lines = append(lines, line{storetest.Speaker(1 + 10*n + i), "", fmt.Sprint("We have boats, ", n, i)})
		}
		get(a.KeepArticle(ctx, arrivalOf(fmt.Sprint("https://courier.example/", n), "Boats", lines...)))(t)
	}
	loud := storetest.Speaker(555)
	get(a.KeepArticle(ctx, arrivalOf("https://courier.example/loud", "Boats", line{loud, "", "One"}, line{loud, "", "Two"}, line{"Ida", "", "Three"})))(t)

	found := get(a.FindSpeakers(ctx, "i", 5))(t)
	same(t, "how many begin so", len(found), 5)
	same(t, "the most quoted", found[0].Name, loud)
	found = get(a.FindSpeakers(ctx, "ida", 3))(t)
	same(t, "how many are called so", len(found), 3)
	same(t, "the very name, and the most quoted of the others", []string{found[0].Name, found[1].Name}, []string{"Ida", loud})
	one := get(a.FindSpeakers(ctx, storetest.Speaker(321), 5))(t)
	same(t, "one of them", one[0].Name, storetest.Speaker(321))
	same(t, "the two words", get(a.FindSpeakers(ctx, "ida holm", 1))(t)[0].Name, loud)
	same(t, "nobody's", len(get(a.FindSpeakers(ctx, "ida zorn", 5))(t)), 0)
})
