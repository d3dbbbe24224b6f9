package handlers

import (
	"slices"
	"sort"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// chosen picks the statements that a card shows where it cannot show all: those
// that hold the watched words, then those in the speaker's own words, those of
// the headline last. Their order stays.
func chosen(found []statements.Found, words []string) []statements.Found {
	return foremost(found, words, mostInAlert)
}

// foremost picks at most n statements by rank and leaves their order.
func foremost(found []statements.Found, words []string, n int) []statements.Found {
	ranks := make([]int, len(found))
	for i, f := range found {
		ranks[i] = rank(f, words)
	}
	best := make([]int, len(found))
	for i := range best {
		best[i] = i
	}
	sort.SliceStable(best, func(i, j int) bool { return ranks[best[i]] < ranks[best[j]] })
	best = best[:min(n, len(best))]
	sort.Ints(best)
	out := make([]statements.Found, 0, len(best))
	for _, i := range best {
		out = append(out, found[i])
	}
	return out
}

// rank is less for a statement that a card would rather show.
func rank(f statements.Found, words []string) int {
	n := map[statements.Kind]int{statements.Mixed: 1, statements.Indirect: 2}[kindOf(f.Statement)]
	if !holds(f.Statement.Text(f.Article.Text), words) {
		n += 4
	}
	if headline, _, _ := strings.Cut(f.Article.Text, "\n"); f.Statement.Start() < len(headline) {
		n += 8
	}
	return n
}

// wordsOf gathers the watched words that a delivery found.
func wordsOf(d statements.Delivery) []string {
	var out []string
	for _, e := range d.Entries {
		out = append(out, e.Words...)
	}
	return out
}

// allFound gathers the statements of a delivery: once each, speakers in the
// order in which they first spoke, each one's statements in the text's order.
// Statements of which nothing can be cut from the text are left out, and so is
// what a headline says that the text below says in the same words.
func allFound(d statements.Delivery) []statements.Found {
	var out []statements.Found
	for _, e := range d.Entries {
		out = append(out, showable(e.Found)...)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Statement.Start() < out[j].Statement.Start() })
	out = once(out)
	first := map[string]int{}
	for i, f := range out {
		if _, ok := first[shownAs(f)]; !ok {
			first[shownAs(f)] = i
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return first[shownAs(out[i])] < first[shownAs(out[j])] })
	return out
}

// once keeps the last of the statements that one speaker makes in the same
// words and of one kind, in the order of the text.
func once(found []statements.Found) []statements.Found {
	seen := map[[3]string]bool{}
	var out []statements.Found
	for _, f := range slices.Backward(found) {
		key := [3]string{f.Statement.Speaker, string(kindOf(f.Statement)), text.Fold(f.Statement.Text(f.Article.Text))}
		if !seen[key] {
			seen[key] = true
			out = append(out, f)
		}
	}
	slices.Reverse(out)
	return out
}

// articles counts the articles that a delivery is about.
func articles(d statements.Delivery) int {
	urls := map[string]bool{}
	for _, e := range d.Entries {
		urls[e.Article.URL] = true
	}
	return len(urls)
}

// whenAndWhere reports whether all were said on one day in one place.
func whenAndWhere(found []statements.Found) bool {
	for _, f := range found {
		if f.Statement.SaidOn != found[0].Statement.SaidOn || f.Statement.Place != found[0].Statement.Place {
			return false
		}
	}
	return true
}

// oneVoice reports whether two statements share one byline.
func oneVoice(a, b statements.Found) bool {
	x, y := a.Statement, b.Statement
	return x.Speaker == y.Speaker && x.Speaker != "" && x.Role == y.Role && kindOf(x) == kindOf(y) &&
		x.Known != statements.Unresolved && y.Known != statements.Unresolved &&
		!doubtful(x) && !doubtful(y) && x.SaidOn == y.SaidOn && x.Place == y.Place && alikeReviewed(a, b)
}
