package ask

import "onrecord/statements/lexicon"

// ofOneTheme is what a statement on one of two themes is worth beside one on both.
const ofOneTheme = 0.85

// twoThemes marks the terms of two themes that somebody is asked about, each by itself:
// "Lund on new polls and a minority cabinet". A statement on one of them answers.
// "Search and rescue" is one: the second has an article.
func (q *question) twoThemes(terms []wanted, at []int, named bool) {
	if !named {
		return
	}
	about, and := -1, -1
	for i := range q.ws {
		switch {
		case about < 0 && q.d.is(q.base(i), "about") && q.base(i) != "of":
			about = i
		case about >= 0 && and < 0 && q.base(i) == "and" && q.d.lexicon.Flags(q.base(i+1))&lexicon.Determiner != 0:
			and = i
		}
	}
	if and < 0 {
		return
	}
	first, second := false, false
	for k, i := range at {
		if i < about || terms[k].act != "" {
			return
		}
		first, second = first || i < and, second || i > and
	}
	if !first || !second {
		return
	}
	for k, i := range at {
		if terms[k].of = 1; i > and {
			terms[k].of = 2
		}
		terms[k].head = false
	}
}

// oneTheme is how well a statement covers the better of two themes; 0 where none or one
// was asked for.
func (s *scored) oneTheme(terms []wanted, weight []float64) float64 {
	var got, sum [3]float64
	for i, t := range terms {
		got[t.of] += weight[i] * s.covers[i]
		sum[t.of] += weight[i]
	}
	if sum[1] == 0 || sum[2] == 0 {
		return 0
	}
	return ofOneTheme * max(got[1]/sum[1], got[2]/sum[2])
}
