package watch_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"onrecord/statements"
	"onrecord/statements/watch"
)

// world makes articles of invented words, and watches of which the first ones
// match and all others do not. A third of them is narrowed.
func world(terms int) (*watch.Set, []statements.Article, [][]statements.Statement) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func(salt string, n int) string {
		return salt + strings.Map(func(c rune) rune { return 'a' + (c-'0')*2 }, fmt.Sprint(10000+n)) + "k" // no ending that a stemmer knows
	}
	var ws []statements.Watch
	for i := range terms {
		w := statements.Watch{Keywords: word("vel", i)}
		if i >= 100 {
			w.Keywords = word("mur", i)
			switch i % 5 {
			case 1:
				w.Keywords = fmt.Sprintf("%q", w.Keywords+" "+word("tor", i%900))
			case 2:
				w.Keywords += "*"
			case 3:
				w.Speaker = "Ada " + word("sol", i)
			case 4:
				w.Keywords += " " + word("tor", i%900)
			}
		}
		if i%3 == 0 {
			w.Only = statements.Only{Outlets: []string{"Fjord Wire", "Vell Post"}, Languages: []string{"en"}}
		}
		ws = append(ws, w)
	}
	var as []statements.Article
	var sts [][]statements.Statement
	for i := range 40 {
		var b strings.Builder
		for j := range 700 {
			b.WriteString(word("tor", r.IntN(6000)))
			b.WriteByte(" .\n"[min(j%17, 2)])
		}
		b.WriteString(word("vel", i))
		as = append(as, statements.Article{Lang: "en", Outlet: "Vell Post", Title: "A day in Vell", Text: b.String()})
		sts = append(sts, []statements.Statement{{Speaker: "Ada Marsk", Content: []statements.Span{{Start: 0, End: 200}}}})
	}
	return watch.Compile(ws), as, sts
}

// TestManyWatches holds what the benchmark measures: each article finds its
// one watch among very many.
func TestManyWatches(t *testing.T) {
	set, as, sts := world(20_000)
	if bad := set.Bad(); len(bad) > 0 {
		t.Fatalf("%v in %q", bad[0].Problem, bad[0].Watch.Keywords)
	}
	for i, a := range as {
		if got := set.Match(a, sts[i], false); len(got) != 1 {
			t.Errorf("article %d: %d alerts, want 1", i, len(got))
		}
	}
}
