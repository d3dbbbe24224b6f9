package store_test

import (
	"context"
	"regexp"
	"testing"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// What a search by meaning and whoever embeds ask of SQLite begins with the
// numbers that they have.
func TestPlansOfVectors(t *testing.T) {
	a := archive{Store: storetest.Open(t, storetest.SQLite(t))}
	kindred(t, a)
	outlets := statements.Query{Outlets: []string{"Isle Post"}}
	for _, c := range []struct {
		name string
		plan func(context.Context, *store.Store) (string, error)
		want string // a pattern that the plan has
	}{
		{"vectors", store.PlanCompare(statements.Query{}), `SEARCH g USING INTEGER PRIMARY KEY \(rowid=\?\)`},
		{"vectors of outlets", store.PlanCompare(outlets), `SEARCH g USING INTEGER PRIMARY KEY \(rowid=\?\)`},
		{"newer signatures", store.PlanSignatures("g.seq > $2 ORDER BY g.seq"), `SEARCH g USING INDEX meanings_of \(embedder_id=\? AND seq>\?\)`},
		{"older signatures", store.PlanSignatures("g.seq < $2 ORDER BY g.seq DESC"), `SEARCH g USING INDEX meanings_of \(embedder_id=\? AND seq<\?\)`},
		{"statements without a vector", store.PlanUnembedded, `SEARCH st USING INTEGER PRIMARY KEY \(rowid>\?\)`},
	} {
		plan := get(c.plan(t.Context(), a.Store))(t)
		if !regexp.MustCompile(c.want).MatchString(plan) || regexp.MustCompile(`SCAN (st|g|v|o)\b|TEMP B-TREE`).MatchString(plan) {
			t.Errorf("%s:\n%s", c.name, plan)
		}
	}
}
