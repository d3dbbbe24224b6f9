package store_test

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/statements"
)

var _ = promise("Search for one word", func(t *testing.T, a archive) {
	keep := func(i int, title, who, said string) {
		in := arrivalOf(fmt.Sprint("https://courier.example/", i), title, line{who, "", said})
		get(a.KeepArticle(t.Context(), in))(t)
	}
	for i := range 3 {
		keep(i, "Dock", "Mira Solheim", fmt.Sprint("herring of old, ", i))
	}
	for i := range 5 {
		keep(10+i, "Herring", "Mira Solheim", fmt.Sprint("we have boats, ", i))
		keep(20+i, "Herring", "Jun Castellan", fmt.Sprint("we have lamps, ", i))
	}
	solheim := get(a.FindSpeakers(t.Context(), "Solheim", 1))(t)
	old := []string{"herring of old, 2", "herring of old, 1", "herring of old, 0"}
	for _, c := range []struct {
		name string
		q    statements.Query
		n    int
		want []string
	}{
		{"fewer than say it", about("herring"), 2, old[:2]},
		{"as many as say it", about("herring"), 3, old},
		{"then what stands around it, the newest first", about("herring"), 5, append(old[:3:3], "we have lamps, 4", "we have boats, 4")},
		{"of a speaker", with(about("herring"), func(q *statements.Query) { q.Speakers = solheim }), 5, append(old[:3:3], "we have boats, 4", "we have boats, 3")},
		{"one of a speaker", with(about("lamps"), func(q *statements.Query) { q.Speakers = solheim }), 5, nil},
		{"none", about("herring"), 0, nil},
	} {
		same(t, c.name, strings.Join(said(get(a.Search(t.Context(), c.q, c.n))(t)), "; "), strings.Join(c.want, "; "))
	}
	same(t, "all", len(get(a.Search(t.Context(), about("herring"), 100))(t)), 13)
})
