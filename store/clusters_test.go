package store_test

import (
	"fmt"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"onrecord/statements"
	"onrecord/store"
)

const (
	silos  = "Not one tonne of grain is going to leave this harbour until every silo has been sealed by the inspectors"
	sealed = "Until every silo is sealed by inspectors, not a single tonne of grain leaves the harbour"
	ferry  = "The night ferry to the northern islands sails again from Sunday with half of its crew"
)

// carries keeps an article of an outlet, some hours after noon, and gives the
// clusters of its statements.
func carries(t testing.TB, a archive, outlet string, hours int, lines ...line) []int64 {
	t.Helper()
	in := arrivalOf(fmt.Sprintf("https://%s.example/%d", outlet, hours), "Grain", lines...)
	in.Article.Outlet, in.Outlet.Name = outlet, outlet
	in.Article.Published.Time = noon.Add(time.Duration(hours) * time.Hour)
	_, version, err := a.Watches(t.Context())
	ok(t, err)
	in.Watches = version
	return get(a.KeepArticle(t.Context(), in))(t).Clusters
}

// outlets are who carries each cluster, the first first.
func outlets(t testing.TB, a archive, ids ...int64) [][]string {
	t.Helper()
	var out [][]string
	for _, c := range get(a.Clusters(t.Context(), ids))(t) {
		var of []string
		for _, o := range c.Outlets() {
			of = append(of, o.Name)
		}
		out = append(out, of)
	}
	return out
}

func brekke(said string) line { return line{"Tomas Brekke", "harbour master", said} }

var _ = promise("Clusters", func(t *testing.T, a archive) {
	wire := carries(t, a, "wire", 2, brekke(silos), brekke(ferry))
	same(t, "opened", wire, []int64{1, 2})
	isle := carries(t, a, "isle", 1, line{"Ada Holm", "", ferry + " of our own"}, brekke(sealed))
	same(t, "the second outlet's", isle, []int64{3, 1})
	carries(t, a, "post", 3, brekke(silos))
	same(t, "who carries it, as it was published", outlets(t, a, 1, 2, 3, 99), [][]string{{"isle", "wire", "post"}, {"wire"}, {"isle"}})
	c := get(a.Clusters(t.Context(), []int64{1}))(t)[0]
	var wordings []string
	for _, f := range c.Wordings() {
		wordings = append(wordings, f.Statement.Text(f.Article.Text))
	}
	same(t, "wordings", wordings, []string{sealed, silos})
})

var _ = promise("Clusters of days and speakers", func(t *testing.T, a archive) {
	first := carries(t, a, "wire", 0, brekke(silos))
	same(t, "days later", carries(t, a, "isle", 24*3, brekke(silos)), []int64{2})
	same(t, "of somebody else", carries(t, a, "post", 1, line{"Ada Holm", "", sealed}), []int64{3})
	same(t, "by surname", carries(t, a, "gazette", 1, line{"Brekke", "", silos}), first)
	same(t, "by nobody, word for word", carries(t, a, "sheet", 1, line{"", "a docker", silos}), first)
	carries(t, a, "far", 100*24, line{"Jo Brekke", "", silos}, brekke(silos))
	same(t, "a surname that two bear", carries(t, a, "near", 100*24+1, line{"Brekke", "", "He counts the tonnes of grain in every silo of the harbour himself"}), []int64{8})
})

var _ = promise("ClustersOf", func(t *testing.T, a archive) {
	carries(t, a, "wire", 0, brekke(silos))
	carries(t, a, "isle", 1, brekke(sealed), brekke(ferry))
	same(t, "of each", get(a.ClustersOf(t.Context(), []int64{1, 2, 3, 77}))(t), map[int64]int64{1: 1, 2: 1, 3: 3, 77: 77})
	// A statement of a time before there were clusters.
	ok(t, store.Exec(t.Context(), a.Store, `DELETE FROM quotations`))
	ok(t, store.Exec(t.Context(), a.Store, `DELETE FROM reports`))
	same(t, "of old ones", get(a.ClustersOf(t.Context(), []int64{2}))(t), map[int64]int64{2: 2})
	same(t, "old ones are alone", outlets(t, a, 1, 2), [][]string{{"wire"}, {"isle"}})
	same(t, "and stay so", carries(t, a, "post", 2, brekke(silos)), []int64{4})
})

var _ = promise("SplitReports", func(t *testing.T, a archive) {
	ctx := t.Context()
	carries(t, a, "wire", 0, brekke(silos))
	carries(t, a, "isle", 1, brekke(sealed))
	carries(t, a, "post", 2, brekke(silos))
	into := get(a.SplitReports(ctx, []int64{1, 3}))(t)
	same(t, "both", outlets(t, a, 1, into), [][]string{{"isle"}, {"wire", "post"}})
	_, err := a.SplitReports(ctx, []int64{1, 99})
	is(t, err, statements.ErrNotFound)
	_, err = a.SplitReports(ctx, nil)
	is(t, err, statements.ErrNotFound)
	same(t, "a split that failed", outlets(t, a, 1, into), [][]string{{"isle"}, {"wire", "post"}})
})

var _ = promise("JoinClusters", func(t *testing.T, a archive) {
	ctx := t.Context()
	carries(t, a, "wire", 0, brekke(silos))
	carries(t, a, "isle", 1, brekke(ferry))
	ok(t, a.JoinClusters(ctx, 2, 1))
	same(t, "joined", outlets(t, a, 1, 2), [][]string{{"wire", "isle"}})
	same(t, "what comes later", carries(t, a, "post", 2, brekke(ferry)), []int64{1})
	is(t, a.JoinClusters(ctx, 2, 1), statements.ErrNotFound)
})

var _ = promise("Reports", func(t *testing.T, a archive) {
	carries(t, a, "wire", 0, brekke(silos))
	carries(t, a, "isle", 1, brekke(sealed), brekke(ferry))
	var said []string
	for after := int64(0); ; {
		page := get(a.Reports(t.Context(), after, 2))(t)
		if len(page) == 0 {
			break
		}
		for _, f := range page {
			after = f.Statement.ID
			said = append(said, fmt.Sprintf("%d in %d: %s", after, f.Cluster, f.Statement.Text(f.Article.Text)))
		}
	}
	same(t, "all of it", said, []string{"1 in 1: " + silos, "2 in 1: " + sealed, "3 in 3: " + ferry})
})

// What editors say of speakers holds for clusters, too.
var _ = promise("SplitSpeaker and clusters", func(t *testing.T, a archive) {
	ctx := t.Context()
	carries(t, a, "wire", 0, brekke(silos))
	carries(t, a, "isle", 1, brekke(sealed))
	carries(t, a, "post", 2, brekke(silos))
	id := who(t, a, "Tomas Brekke")
	e := get(a.SplitSpeaker(ctx, by, id, statements.Split{Into: "Jo Brekke", Statements: []int64{2, 3}}))(t)
	of := get(a.ClustersOf(ctx, []int64{1, 2, 3}))(t)
	if of[1] == of[2] || of[2] != of[3] {
		t.Errorf("clusters of two speakers: %v", of)
	}
	same(t, "what comes later", carries(t, a, "dock", 2, line{"Jo Brekke", "", silos}), []int64{of[2]})
	get(a.UndoEdit(ctx, by, e.ID))(t)
	same(t, "one utterance again", get(a.ClustersOf(ctx, []int64{1, 2, 3, 4}))(t), map[int64]int64{1: 1, 2: 1, 3: 1, 4: 1})

	carries(t, a, "sheet", 3, line{"Iron Tom", "", ferry})
	get(a.MergeSpeakers(ctx, by, who(t, a, "Iron Tom"), id))(t)
	same(t, "of one who has two names", carries(t, a, "gazette", 3, brekke(ferry)), []int64{5})
	get(a.UndoEdit(ctx, by, 0))(t)
	of = get(a.ClustersOf(ctx, []int64{5, 6}))(t)
	if of[5] == of[6] {
		t.Errorf("the merge is undone, and two speak in cluster %d", of[5])
	}
})

// Two feeds bring one utterance at the same moment.
func TestClustersOfArticlesThatComeTogether(t *testing.T) {
	each(t, func(t *testing.T, a archive) {
		const n = 8
		got := make(chan int64, n)
		g, ctx := errgroup.WithContext(t.Context())
		for i := range n {
			in := arrivalOf(fmt.Sprint("https://isle.example/", i), "Grain", brekke(silos))
			g.Go(func() error {
				kept, err := a.KeepArticle(ctx, in)
				if err == nil {
					got <- kept.Clusters[0]
				}
				return err
			})
		}
		ok(t, g.Wait())
		first := <-got
		for range n - 1 {
			same(t, "cluster", <-got, first)
		}
	})
}
