package store_test

import (
	"fmt"
	"math"
	"slices"
	"sync"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/store"
)

// toward is a vector of 16 numbers between two axes: 0 is the first, 1 the
// second. Others look into directions of their own.
func toward(x float64) []float32 {
	out := make([]float32, 16)
	out[0], out[1] = float32(math.Cos(x*math.Pi/2)), float32(math.Sin(x*math.Pi/2))
	return out
}

// apart is a vector of 16 numbers that has next to nothing to do with the first
// two axes.
func apart(i int) []float32 {
	out := make([]float32, 16)
	out[2+i%14], out[2+(i/14)%14] = 1, 0.5
	out[0] = float32(i%5-2) / 20
	return out
}

// embedder gives an embedder that is leased.
func embedder(t *testing.T, a archive, model string) statements.Embedder {
	t.Helper()
	e := get(a.Embedder(t.Context(), model, 0))(t)
	if !get(a.LeaseEmbedder(t.Context(), e.ID, noon, after(minute)))(t) {
		t.Fatal("it is not ours")
	}
	return e
}

// many keeps n statements of Mira Solheim.
func many(t *testing.T, a archive, n int) []int64 {
	t.Helper()
	var lines []line
	for i := range n {
		lines = append(lines, line{"Mira Solheim", "", fmt.Sprintf("Word %d of the harbour", i)})
	}
	kept := get(a.KeepArticle(t.Context(), arrivalOf(fmt.Sprintf("https://courier.example/%d", n), "Harbour", lines...)))(t)
	var ids []int64
	for _, f := range get(a.StatementsOf(t.Context(), kept.ArticleID))(t) {
		ids = append(ids, f.Statement.ID)
	}
	return ids
}

func passageIDs(of []statements.Passage) []int64 {
	var out []int64
	for _, p := range of {
		out = append(out, p.ID)
	}
	return out
}

var _ = promise("Embedder", func(t *testing.T, a archive) {
	ctx := t.Context()
	e := get(a.Embedder(ctx, "small", 0))(t)
	same(t, "a second time", get(a.Embedder(ctx, "small", 0))(t), e)
	same(t, "in another process", get(a.open().Embedder(ctx, "small", 0))(t), e)
	for _, o := range []statements.Embedder{get(a.Embedder(ctx, "large", 0))(t), get(a.Embedder(ctx, "small", 256))(t)} {
		if o.ID == e.ID {
			t.Errorf("%+v is the same as %+v", o, e)
		}
	}
})

var _ = promise("LeaseEmbedder", func(t *testing.T, a archive) {
	ctx := t.Context()
	e := embedder(t, a, "small")
	b := a.open()
	same(t, "another process", get(b.LeaseEmbedder(ctx, e.ID, after(time.Second), after(minute)))(t), false)
	same(t, "longer", get(a.LeaseEmbedder(ctx, e.ID, after(time.Second), after(2*minute)))(t), true)
	same(t, "when it has run out", get(b.LeaseEmbedder(ctx, e.ID, after(3*minute), after(4*minute)))(t), true)
	is(t, a.KeepVectors(ctx, e.ID, []statements.Meant{{ID: many(t, a, 1)[0], Vector: toward(0)}}, after(minute)), statements.ErrNotLeased)
	same(t, "what came too late", get(a.Vectors(ctx, e.ID))(t), 0)
	same(t, "one that is none", get(a.LeaseEmbedder(ctx, 99, noon, after(minute)))(t), false)
})

// The newest come first, also those that come while older ones are embedded, and
// none comes twice.
var _ = promise("Unembedded", func(t *testing.T, a archive) {
	ctx := t.Context()
	old := many(t, a, 5)
	e := embedder(t, a, "small")
	keep := func(n int, want ...int64) {
		t.Helper()
		got := get(a.Unembedded(ctx, e.ID, n))(t)
		if d := slices.Compare(passageIDs(got), want); d != 0 {
			t.Errorf("got %v, want %v", passageIDs(got), want)
		}
		var of []statements.Meant
		for _, p := range got {
			of = append(of, statements.Meant{ID: p.ID, Vector: toward(0)})
		}
		ok(t, a.KeepVectors(ctx, e.ID, of, after(minute)))
	}
	same(t, "what it says", get(a.Unembedded(ctx, e.ID, 1))(t), []statements.Passage{{ID: old[4], Text: "Word 4 of the harbour"}})
	keep(2, old[4], old[3])
	fresh := many(t, a, 3)
	keep(4, fresh[2], fresh[1], fresh[0], old[2])
	keep(9, old[1], old[0])
	keep(9)
	same(t, "another embedder", len(get(a.Unembedded(ctx, get(a.Embedder(ctx, "large", 0))(t).ID, 99))(t)), 8)
	_, err := a.Unembedded(ctx, 99, 1)
	is(t, err, statements.ErrNotFound)
})

// A large archive is gone through from its end to its beginning, and what is
// done is not looked through again.
var _ = promise("Unembedded of many", func(t *testing.T, a archive) {
	ctx := t.Context()
	var total int
	for i := range 3 {
		total += len(many(t, a, 900+i))
	}
	e := embedder(t, a, "small")
	seen := map[int64]bool{}
	last := int64(math.MaxInt64)
	for {
		got := get(a.Unembedded(ctx, e.ID, 250))(t)
		if len(got) == 0 {
			break
		}
		var of []statements.Meant
		for _, p := range got {
			if p.ID >= last || seen[p.ID] {
				t.Fatalf("%d comes after %d", p.ID, last)
			}
			last, seen[p.ID] = p.ID, true
			of = append(of, statements.Meant{ID: p.ID, Vector: apart(int(p.ID))})
		}
		ok(t, a.KeepVectors(ctx, e.ID, of, after(minute)))
	}
	same(t, "all", len(seen), total)
	fresh := many(t, a, 2)
	same(t, "what came since", passageIDs(get(a.Unembedded(ctx, e.ID, 9))(t)), []int64{fresh[1], fresh[0]})
	same(t, "in another process", passageIDs(get(a.open().Unembedded(ctx, e.ID, 9))(t)), []int64{fresh[1], fresh[0]})
})

var _ = promise("KeepVectors", func(t *testing.T, a archive) {
	ctx := t.Context()
	ids := many(t, a, 4)
	e := embedder(t, a, "small")
	until := after(minute)
	ok(t, a.KeepVectors(ctx, e.ID, []statements.Meant{{ID: ids[3], Vector: toward(0)}, {ID: 9999, Vector: toward(0)}, {ID: ids[2]}}, until))
	ok(t, a.KeepVectors(ctx, e.ID, []statements.Meant{{ID: ids[3], Vector: toward(1)}}, until)) // as after a kill
	same(t, "embedded", get(a.Vectors(ctx, e.ID))(t), 2)
	same(t, "left", passageIDs(get(a.Unembedded(ctx, e.ID, 9))(t)), []int64{ids[1], ids[0]})
	same(t, "the size", get(a.Embedder(ctx, "small", 0))(t).Size, 16)
	nan := toward(0)
	nan[3] = float32(math.NaN())
	for name, v := range map[string][]float32{"not a number": nan, "zero": make([]float32, 16), "too short": {1}} {
		if err := a.KeepVectors(ctx, e.ID, []statements.Meant{{ID: ids[1], Vector: v}}, until); err == nil {
			t.Errorf("a vector that is %s is kept", name)
		}
	}
	is(t, a.KeepVectors(ctx, e.ID, []statements.Meant{{ID: ids[1], Vector: make32(1, 17)}}, until), statements.ErrOtherSize)
	is(t, a.KeepVectors(ctx, e.ID, []statements.Meant{{ID: ids[1], Vector: toward(0)}, {ID: ids[0], Vector: make32(1, 17)}}, until), statements.ErrOtherSize)
	same(t, "after what is wrong", get(a.Vectors(ctx, e.ID))(t), 2)
	is(t, a.KeepVectors(ctx, 99, []statements.Meant{{ID: ids[1], Vector: toward(0)}}, until), statements.ErrNotFound)
	ok(t, a.KeepVectors(ctx, e.ID, nil, until))
})

func make32(x float32, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = x
	}
	return out
}

// A statement that goes takes its vector along.
var _ = promise("KeepVectors of what is deleted", func(t *testing.T, a archive) {
	ctx := t.Context()
	ids := many(t, a, 2)
	e := embedder(t, a, "small")
	ok(t, a.KeepVectors(ctx, e.ID, []statements.Meant{{ID: ids[1], Vector: toward(0)}, {ID: ids[0], Vector: toward(0)}}, after(minute)))
	same(t, "before", len(get(a.Kin(ctx, e.ID, statements.Query{}, toward(0), 9))(t)), 2)
	ok(t, store.Delete(ctx, a.Store, ids[1]))
	same(t, "vectors", get(a.Vectors(ctx, e.ID))(t), 1)
	same(t, "rows", get(store.Rows(ctx, a.Store, "vectors"))(t), 1)
	kin := get(a.Kin(ctx, e.ID, statements.Query{}, toward(0), 9))(t)
	same(t, "found", len(kin), 1)
	same(t, "which", kin[0].ID, ids[0])
})

var _ = promise("ForgetEmbedders", func(t *testing.T, a archive) {
	ctx := t.Context()
	ids := many(t, a, 3)
	old := embedder(t, a, "small")
	var of []statements.Meant
	for _, id := range slices.Backward(ids) {
		of = append(of, statements.Meant{ID: id, Vector: toward(0)})
	}
	ok(t, a.KeepVectors(ctx, old.ID, of, after(minute)))
	e := embedder(t, a, "large")
	ok(t, a.KeepVectors(ctx, e.ID, of[:1], after(minute)))
	same(t, "one that works", get(a.ForgetEmbedders(ctx, e.ID, noon, 9))(t), 0)
	same(t, "its vectors", get(a.Vectors(ctx, old.ID))(t), 3)
	same(t, "some", get(a.ForgetEmbedders(ctx, e.ID, after(2*minute), 2))(t), 2)
	same(t, "the rest", get(a.ForgetEmbedders(ctx, e.ID, after(2*minute), 2))(t), 1)
	same(t, "itself", get(a.ForgetEmbedders(ctx, e.ID, after(2*minute), 2))(t), 1)
	same(t, "nothing more", get(a.ForgetEmbedders(ctx, e.ID, after(2*minute), 2))(t), 0)
	same(t, "what is left", get(store.Rows(ctx, a.Store, "vectors"))(t), 1)
	same(t, "embedders", get(store.Rows(ctx, a.Store, "embedders"))(t), 1)
	if again := get(a.Embedder(ctx, "small", 0))(t); again.ID == old.ID || again.Size != 0 {
		t.Errorf("the model begins with %+v", again)
	}
})

var _ = promise("Vectors", func(t *testing.T, a archive) {
	ctx := t.Context()
	ids := many(t, a, 2)
	e := embedder(t, a, "small")
	ok(t, a.KeepVectors(ctx, e.ID, []statements.Meant{{ID: ids[1], Vector: toward(0)}}, after(minute)))
	same(t, "one's", get(a.Vectors(ctx, e.ID))(t), 1)
	same(t, "another's", get(a.Vectors(ctx, embedder(t, a, "large").ID))(t), 0)
})

// kindred keeps a hundred statements that have nothing to do with the first
// axis, and four beside it.
func kindred(t *testing.T, a archive) (e statements.Embedder, near map[string]int64) {
	t.Helper()
	ctx := t.Context()
	many(t, a, 100)
	near = map[string]int64{}
	for i, who := range []string{"Mira Solheim", "Mira Solheim", "Ilya Vantreight", "Jun Castellan"} {
		in := arrivalOf(fmt.Sprintf("https://isle.example/%d", i), "Isle", line{who, "", "We lay down our arms"})
		in.Outlet.Name, in.Article.Outlet = "Isle Post", "Isle Post"
		if i == 0 {
			in.Outlet = statements.Outlet{Name: "Harbor Courier", URL: "https://courier.example/isle"}
			in.Article.URL, in.Article.Outlet = in.Outlet.URL, in.Outlet.Name
		}
		in.Statements[0].SaidOn = day(10 + i)
		if i == 3 {
			in.Statements[0].Kind = statements.Indirect
		}
		kept := get(a.KeepArticle(ctx, in))(t)
		near[fmt.Sprint(who, i)] = get(a.StatementsOf(ctx, kept.ArticleID))(t)[0].Statement.ID
	}
	e = embedder(t, a, "small")
	alike := map[int64]float64{near["Mira Solheim0"]: 0, near["Mira Solheim1"]: 0.1, near["Ilya Vantreight2"]: 0.2, near["Jun Castellan3"]: 0.3}
	for {
		var of []statements.Meant
		for _, p := range get(a.Unembedded(ctx, e.ID, 40))(t) {
			m := statements.Meant{ID: p.ID, Vector: apart(int(p.ID))}
			if x, is := alike[p.ID]; is {
				m.Vector = toward(x)
			}
			of = append(of, m)
		}
		if of == nil {
			return e, near
		}
		ok(t, a.KeepVectors(ctx, e.ID, of, after(minute)))
	}
}

func kinOf(t *testing.T, a *store.Store, e statements.Embedder, q statements.Query, n int) (ids []int64, near int) {
	t.Helper()
	kin := get(a.Kin(t.Context(), e.ID, q, toward(0), n))(t)
	for i, k := range kin {
		ids = append(ids, k.ID)
		if k.Near {
			near++
		}
		if i > 0 && kin[i-1].Alike < k.Alike {
			t.Errorf("%v before %v", kin[i-1], k)
		}
	}
	return ids, near
}

// The nearest come first, of those that pass, and what is near is told apart
// from what is only the nearest.
var _ = promise("Kin", func(t *testing.T, a archive) {
	e, near := kindred(t, a)
	her := get(a.FindSpeakers(t.Context(), "Solheim", 1))(t)
	him := get(a.FindSpeakers(t.Context(), "Vantreight", 1))(t)
	m0, m1, v2, c3 := near["Mira Solheim0"], near["Mira Solheim1"], near["Ilya Vantreight2"], near["Jun Castellan3"]
	for _, c := range []struct {
		name string
		q    statements.Query
		want []int64 // the first of them, all of which are near
	}{
		{"everything", statements.Query{}, []int64{m0, m1, v2, c3}},
		{"a topic, which does not count", about("herring"), []int64{m0, m1, v2, c3}},
		{"a speaker", statements.Query{Speakers: her}, []int64{m0, m1}},
		{"another", statements.Query{Speakers: him}, []int64{v2}},
		{"both", statements.Query{Speakers: append(her, him...)}, []int64{m0, m1, v2}},
		{"days", statements.Query{Since: day(11), Until: day(12)}, []int64{m1, v2}},
		{"until", statements.Query{Until: day(10)}, []int64{m0}},
		{"a kind", statements.Query{Kinds: []statements.Kind{statements.Indirect}}, []int64{c3}},
		{"an outlet", statements.Query{Outlets: []string{"Isle Post"}}, []int64{m1, v2, c3}},
		{"a host", statements.Query{Outlets: []string{"isle.example"}, Speakers: her}, []int64{m1}},
		{"nobody's outlet", statements.Query{Outlets: []string{"Vell Tribune"}}, nil},
		{"another time", statements.Query{Since: day(28), Until: day(29)}, nil},
	} {
		for _, s := range []*store.Store{a.Store, a.open()} {
			ids, n := kinOf(t, s, e, c.q, 9)
			if n != len(c.want) || !slices.Equal(ids[:min(len(ids), n)], c.want) {
				t.Errorf("%s: got %v, of which %d are near; want %v", c.name, ids, n, c.want)
			}
		}
	}
	ids, _ := kinOf(t, a.Store, e, statements.Query{}, 2)
	same(t, "no more than asked for", ids, []int64{m0, m1})
	if _, err := a.Kin(t.Context(), e.ID, statements.Query{}, make([]float32, 16), 9); err == nil {
		t.Error("no direction has kin")
	}
	same(t, "a vector of another size", len(get(a.Kin(t.Context(), e.ID, statements.Query{}, make32(1, 20), 9))(t)), 0)
})

// Vectors of two models are never mixed, and what comes later is found, too.
var _ = promise("Kin of two models", func(t *testing.T, a archive) {
	ctx := t.Context()
	e, near := kindred(t, a)
	kinOf(t, a.Store, e, statements.Query{}, 9)
	other := embedder(t, a, "large")
	same(t, "of a model without vectors", len(get(a.Kin(ctx, other.ID, statements.Query{}, toward(0), 9))(t)), 0)
	ids := many(t, a, 1)
	ok(t, a.KeepVectors(ctx, other.ID, []statements.Meant{{ID: ids[0], Vector: toward(0.1)}}, after(minute)))
	got, _ := kinOf(t, a.Store, other, statements.Query{}, 9)
	same(t, "of the new one", got, ids)
	got, _ = kinOf(t, a.Store, e, statements.Query{}, 1)
	same(t, "of the old one", got, []int64{near["Mira Solheim0"]})
	ok(t, a.KeepVectors(ctx, e.ID, []statements.Meant{{ID: ids[0], Vector: toward(0)}}, after(minute)))
	got, _ = kinOf(t, a.Store, e, statements.Query{}, 1)
	same(t, "what came later", got, ids)
	_, n := kinOf(t, a.Store, other, statements.Query{}, 9)
	same(t, "where nothing is usual yet, what is near", n, 0)
})

// Statements that are put down to somebody else are found as theirs.
var _ = promise("Kin after a split", func(t *testing.T, a archive) {
	ctx := t.Context()
	e, near := kindred(t, a)
	her := get(a.FindSpeakers(ctx, "Solheim", 1))(t)
	kinOf(t, a.Store, e, statements.Query{Speakers: her}, 9)
	b := a.open()
	kinOf(t, b, e, statements.Query{Speakers: her}, 9)
	get(a.SplitSpeaker(ctx, statements.Edit{By: "Ida", At: noon}, her[0].ID, statements.Split{Into: "Mira Solheim (union)", Statements: []int64{near["Mira Solheim0"]}}))(t)
	other := get(a.FindSpeakers(ctx, "Solheim union", 1))(t)
	for _, s := range []*store.Store{a.Store, b} {
		ids, _ := kinOf(t, s, e, statements.Query{Speakers: other}, 9)
		same(t, "the other's", ids, []int64{near["Mira Solheim0"]})
		ids, _ = kinOf(t, s, e, statements.Query{Speakers: her}, 1)
		same(t, "hers", ids, []int64{near["Mira Solheim1"]})
	}
})

var _ = promise("LoadSignatures", func(t *testing.T, a archive) {
	e, near := kindred(t, a)
	ok(t, a.LoadSignatures(t.Context(), e.ID, time.Minute))
	ids, _ := kinOf(t, a.Store, e, statements.Query{}, 1)
	same(t, "found", ids, []int64{near["Mira Solheim0"]})
	ok(t, a.LoadSignatures(t.Context(), e.ID, time.Minute))
	ids, _ = kinOf(t, a.Store, e, statements.Query{}, 99)
	slices.Sort(ids)
	same(t, "each once", len(slices.Compact(ids)), 99)
})

// Many ask while others embed: each finds what was there when it began.
var _ = promise("Kin of many at once", func(t *testing.T, a archive) {
	ctx := t.Context()
	e, near := kindred(t, a)
	fresh := many(t, a, 40)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 10 {
				kin, err := a.Kin(ctx, e.ID, statements.Query{}, toward(0), 1)
				if err != nil || len(kin) > 0 && kin[0].ID != near["Mira Solheim0"] {
					t.Errorf("%v, %v", kin, err)
				}
			}
		})
	}
	for _, id := range slices.Backward(fresh) {
		ok(t, a.KeepVectors(ctx, e.ID, []statements.Meant{{ID: id, Vector: apart(int(id))}}, after(minute)))
	}
	wait.Wait()
	same(t, "all in the end", len(get(a.Kin(ctx, e.ID, statements.Query{}, toward(0), 999))(t)), 144)
})
