package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// pair is two gold statements, in the order of their ids.
type pair [2]string

func pairOf(a, b string) pair {
	if b < a {
		a, b = b, a
	}
	return pair{a, b}
}

// figures are the pairs of statements that were found.
type figures struct {
	right, wrong, missed []pair
	rightly, passed      []pair // of clusters that are only probable: joined, and not
	met                  []pair // joined, and on the list of those that must stay apart
	apart                int    // on that list with both found
	clusters             int    // with two statements found at least
}

func (g gold) score(found map[string]line) figures {
	var f figures
	sure, probable := map[pair]bool{}, map[pair]bool{}
	for _, c := range g.clusters {
		n := 0
		for i, a := range c.Members {
			if _, ok := found[a.ID]; ok {
				n++
			}
			for _, b := range c.Members[:i] {
				if c.Certainty == "probable" {
					probable[pairOf(a.ID, b.ID)] = true
				} else {
					sure[pairOf(a.ID, b.ID)] = true
				}
			}
		}
		if n > 1 {
			f.clusters++
		}
	}
	ids := slices.Sorted(maps.Keys(found))
	for i, b := range ids {
		for _, a := range ids[:i] {
			f.count(pair{a, b}, found[a], found[b], sure, probable)
		}
	}
	for _, p := range g.apart {
		a, okA := found[p[0]]
		b, okB := found[p[1]]
		if okA && okB {
			f.apart++
			if a.Cluster == b.Cluster {
				f.met = append(f.met, pairOf(p[0], p[1]))
			}
		}
	}
	return f
}

// count counts one pair.
func (f *figures) count(p pair, a, b line, sure, probable map[pair]bool) {
	into := map[[2]bool]*[]pair{
		{true, true}: &f.right, {true, false}: &f.wrong, {false, true}: &f.missed,
	}
	if probable[p] && !sure[p] {
		into = map[[2]bool]*[]pair{{true, false}: &f.rightly, {false, false}: &f.passed}
	}
	if list := into[[2]bool{a.Cluster == b.Cluster, sure[p]}]; list != nil {
		*list = append(*list, p)
	}
}

func report(out io.Writer, g gold, found map[string]line, show bool) {
	f := g.score(found)
	fmt.Fprintf(out, "statements found      %d\n", len(found))
	fmt.Fprintf(out, "clusters with two     %d of %d\n", f.clusters, len(g.clusters))
	print := func(name string, right, wrong, missed int) {
		fmt.Fprintf(out, "%-21s precision %.3f  recall %.3f  (%d right, %d wrong, %d missed)\n", name,
			ratio(right, right+wrong), ratio(right, right+missed), right, wrong, missed)
	}
	print("pairs", len(f.right), len(f.wrong), len(f.missed))
	print("with the probable", len(f.right)+len(f.rightly), len(f.wrong), len(f.missed)+len(f.passed))
	fmt.Fprintf(out, "must stay apart       %d of %d do\n", f.apart-len(f.met), f.apart)
	if !show {
		return
	}
	for _, s := range []struct {
		name  string
		pairs []pair
	}{{"wrong", f.wrong}, {"met", f.met}, {"missed", f.missed}, {"missed, probable", f.passed}} {
		for _, p := range s.pairs {
			fmt.Fprintf(out, "%s: %s %q\n    %s %q\n", s.name, p[0], found[p[0]].Text, p[1], found[p[1]].Text)
		}
	}
}

// ratio is a share; of nothing everything.
func ratio(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}
