package store_test

import (
	"fmt"
	"testing"

	"onrecord/statements"
)

var _ = promise("OutletNames", func(t *testing.T, a archive) {
	same(t, "of nothing", len(get(a.OutletNames(t.Context()))(t)), 0)
	library(t, a)
	for i, name := range []string{"Harbor Courier", "HARBOR COURIER", "Épinay Soir"} {
		in := arrivalOf(fmt.Sprint("https://more.example/", i), "More", line{"Pell Andersen", "", fmt.Sprint("The lamp stays lit, ", i)})
		in.Outlet = statements.Outlet{Name: name, URL: in.Article.URL}
		get(a.KeepArticle(t.Context(), in))(t)
	}
	same(t, "the outlets", get(a.OutletNames(t.Context()))(t), []string{"Épinay Soir", "Fjord Wire", "Fjord Wire World", "Harbor Courier", "Isle"})
})
