package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"onrecord/statements/text"
)

// gold is what is right.
type gold struct {
	clusters []goldCluster
	apart    [][2]string
	articles []goldArticle
}

type goldCluster struct {
	ID        string `json:"id"`
	Certainty string `json:"certainty"`
	Members   []struct {
		ID string `json:"id"`
	} `json:"members"`
}

type goldArticle struct {
	Page       string          `json:"page_file"`
	Statements []goldStatement `json:"statements"`
}

type goldStatement struct {
	ID    string `json:"id"`
	Quote []struct {
		Text string `json:"text"`
	} `json:"quote"`
}

func (g goldStatement) words() string {
	var out []string
	for _, q := range g.Quote {
		out = append(out, q.Text)
	}
	return strings.Join(out, " ")
}

// readGold reads a gold file and the articles beside it, whose names begin with
// a digit.
func readGold(file string) (gold, error) {
	var g gold
	var list struct {
		Clusters []goldCluster `json:"clusters"`
		NotSame  []struct {
			A string `json:"a"`
			B string `json:"b"`
		} `json:"not_same"`
	}
	if err := readJSON(file, &list); err != nil {
		return g, err
	}
	g.clusters = list.Clusters
	for _, p := range list.NotSame {
		g.apart = append(g.apart, [2]string{p.A, p.B})
	}
	names, err := filepath.Glob(filepath.Join(filepath.Dir(file), "[0-9]*.json"))
	if err != nil {
		return g, err
	}
	for _, name := range names {
		var a goldArticle
		if err := readJSON(name, &a); err != nil {
			return g, err
		}
		g.articles = append(g.articles, a)
	}
	if len(g.articles) == 0 {
		return g, fmt.Errorf("no articles lie beside it")
	}
	return g, nil
}

func readJSON(file string, into any) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// match is one way to see a line of the export as a gold statement.
type match struct {
	id   string
	line line
	like float64
}

// find gives the line of the export that each gold statement was found as, by
// its id. A line is one gold statement at most: the best match is taken first,
// so of a statement and one that it tells of, the line is the one whose words
// it has.
func (g gold) find(lines []line) map[string]line {
	out := map[string]line{}
	for _, a := range g.articles {
		var all []match
		for _, l := range lines {
			if path.Base(l.URL) != path.Base(a.Page) {
				continue
			}
			for _, st := range a.Statements {
				if f := likeness(bag(st.words()), bag(l.Text)); f > 0 {
					all = append(all, match{st.ID, l, f})
				}
			}
		}
		slices.SortStableFunc(all, func(a, b match) int { return cmp.Compare(b.like, a.like) })
		taken := map[json.Number]bool{}
		for _, m := range all {
			if _, ok := out[m.id]; !ok && !taken[m.line.ID] {
				out[m.id], taken[m.line.ID] = m.line, true
			}
		}
	}
	return out
}

func bag(s string) map[string]int {
	out := map[string]int{}
	for _, w := range text.Words(s) {
		out[w.Folded]++
	}
	return out
}

const (
	// partOf is how much of the shorter is in the longer where one is the other
	// or a part of it.
	partOf = 0.6
	// aFew words in common prove nothing where the longer has many more.
	aFew = 3
)

// likeness is the F1 of the words in common, or 0 where they do not make one
// text the other or a part of it.
func likeness(a, b map[string]int) float64 {
	common, na, nb := 0, 0, 0
	for w, n := range a {
		common += min(n, b[w])
		na += n
	}
	for _, n := range b {
		nb += n
	}
	if common == 0 {
		return 0
	}
	f1 := 2 * float64(common) / float64(na+nb)
	if float64(common) < partOf*float64(min(na, nb)) || common < aFew && f1 < 0.5 {
		return 0
	}
	return f1
}
