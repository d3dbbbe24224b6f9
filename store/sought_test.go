package store_test

import (
	"testing"

	"onrecord/statements"
)

var _ = promise("Sought", func(t *testing.T, a archive) {
	ctx := t.Context()
	older := arrivalOf("https://courier.example/1", "Herring talks stall", line{"Mira Solheim", "", "We will not sign a quota"})
	older.Article.Published.Time = noon.AddDate(0, 0, -9)
	newer := arrivalOf("https://courier.example/2", "Harbour opens", line{"Ilya Vantreight", "", "The quotas are final"}, line{"Pell Andersen", "", "It's late"})
	get(a.KeepArticle(ctx, newer))(t)
	get(a.KeepArticle(ctx, older))(t)
	stem := func(s string) []statements.SoughtStem { return []statements.SoughtStem{{Stem: s}} }
	begins := func(s string) []statements.SoughtStem { return []statements.SoughtStem{{Stem: s, Begins: true}} }
	for _, c := range []struct {
		name string
		of   statements.Sought
		want []string
	}{
		{"anything", nil, []string{"Pell Andersen", "Ilya Vantreight", "Mira Solheim"}},
		{"a stem", statements.Sought{stem("quota")}, []string{"Pell Andersen", "Ilya Vantreight", "Mira Solheim"}},
		{"two groups", statements.Sought{stem("quota"), stem("herring")}, []string{"Mira Solheim"}},
		{"either", statements.Sought{append(stem("sign"), stem("final")...)}, []string{"Pell Andersen", "Ilya Vantreight", "Mira Solheim"}},
		{"a beginning", statements.Sought{begins("herr")}, []string{"Mira Solheim"}},
		{"a beginning is no word", statements.Sought{stem("herr")}, nil},
		{"hostile", statements.Sought{stem(`a" OR "b'c\`)}, nil},
		{"no letters", statements.Sought{stem(""), stem("herring")}, []string{"Mira Solheim"}},
		{"a mark of the index", statements.Sought{begins("kdirect")}, nil},
	} {
		ids := get(a.Sought(ctx, c.of, 10))(t)
		same(t, c.name, names(get(a.Numbered(ctx, ids))(t)), c.want)
	}
	same(t, "the last kept", names(get(a.Numbered(ctx, get(a.Sought(ctx, nil, 1))(t)))(t)), []string{"Mira Solheim"})
})

var _ = promise("Numbered", func(t *testing.T, a archive) {
	ctx := t.Context()
	get(a.KeepArticle(ctx, arrivalOf("https://courier.example/1", "Herring talks stall", line{"Mira Solheim", "", "No"}, line{"Pell Andersen", "", "Yes"})))(t)
	ids := get(a.Sought(ctx, nil, 10))(t)
	found := get(a.Numbered(ctx, []int64{ids[1], 12345, ids[0]}))(t)
	same(t, "in the order asked for", names(found), []string{"Mira Solheim", "Pell Andersen"})
	same(t, "with the article", found[0].Article.Title, "Herring talks stall")
})
