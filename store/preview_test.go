package store_test

import (
	"slices"
	"testing"

	"onrecord/statements"
)

var _ = promise("Meant", func(t *testing.T, a archive) {
	ctx := t.Context()
	w := statements.Watch{Server: "console", Speaker: "Mira Solheim", Keywords: "quota"}
	talks(t, a, line{"Mira Solheim", "", "No"})
	same(t, "a watch on names that nobody edited", get(a.Meant(ctx, w))(t), w)
	get(a.AddAlias(ctx, by, who(t, a, "Mira Solheim"), "Iron Mira"))(t)
	if got := get(a.Meant(ctx, w))(t); !slices.Equal(got.Also, []string{"Iron Mira"}) || got.Keywords != "quota" {
		t.Errorf("after an alias the watch is %+v", got)
	}
})
