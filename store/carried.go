package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/statements"
)

// oweCarried puts into the outbox what an article that is there already owes to
// watches on certain outlets: now one of theirs carries it. Every other watch was
// alerted when it came, or will not be.
func oweCarried(ctx context.Context, t *tx, a statements.Arrival, version, article int64) (int, error) {
	a.Alerts = slices.DeleteFunc(slices.Clone(a.Alerts), func(al statements.Alert) bool { return len(al.Watch.Only.Outlets) == 0 })
	if len(a.Alerts) == 0 {
		return 0, nil
	}
	if version != a.Watches {
		return 0, statements.ErrWatchesChanged
	}
	found, err := archived(ctx, t, []int64{article})
	if err != nil || len(found) == 0 {
		return 0, err
	}
	stored := found[0].Statements
	at := make([]int, len(a.Statements)) // of what was read now, in stored; -1 is not there
	for i, st := range a.Statements {
		at[i] = slices.IndexFunc(stored, func(f statements.Found) bool {
			return words(f.Statement.Text(found[0].Article.Text)) == words(st.Text(a.Article.Text))
		})
	}
	a.Alerts = slices.DeleteFunc(a.Alerts, func(al statements.Alert) bool {
		return al.Form == statements.FormAlert && !slices.ContainsFunc(al.Statements, func(i int) bool { return i >= 0 && i < len(at) && at[i] >= 0 })
	})
	for n, al := range a.Alerts {
		var these []int
		for _, i := range al.Statements {
			if i >= 0 && i < len(at) && at[i] >= 0 && !slices.Contains(these, at[i]) {
				these = append(these, at[i])
			}
		}
		a.Alerts[n].Statements = these
	}
	ids := make([]int64, len(stored))
	for i, f := range stored {
		ids[i] = f.Statement.ID
	}
	in, err := clustersOf(ctx, t, ids)
	if err != nil {
		return 0, fmt.Errorf("clusters: %w", err)
	}
	clusters := make([]int64, len(ids))
	for i, id := range ids {
		clusters[i] = in[id]
	}
	return owe(ctx, t, a, article, ids, clusters)
}

// words is a text without what two copies of it differ by.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }
