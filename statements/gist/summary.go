package gist

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/statements"
)

// How much a sentence's rank counts. They settle what is near, and turn round
// nothing that is far apart.
const (
	forWanted  = 1.5 // it holds a watched word
	forLeaning = 0.7 // it begins with "he" or "but", and what is meant is not shown
	forEarly   = 0.5 // added to the first sentence's, less and less to the later
	// repeats is the cosine from which two sentences say the same.
	repeats = 0.6
)

// Wish is what a summary is to be like.
type Wish struct {
	Words     []string          // sentences with one of these are preferred where ranks are near
	Told      []statements.Span // what is shown beside the summary anyhow comes last
	Sentences int               // at most
	Chars     int               // Unicode code points, at most, with one between sentences
}

// Summary is an article in a few of its own sentences, whole, unchanged and in
// its order: the first that tells something, and then those that most others
// are like. None is chosen that is no part of the text (captions, bylines,
// sub-headings), that does not fit, or that only says again what another says.
func Summary(a statements.Article, w Wish) []Sentence {
	ss := telling(a, w.Chars)
	if len(ss) == 0 || w.Sentences < 1 {
		return nil
	}
	words := make([][]string, len(ss))
	for i, s := range ss {
		words[i] = Words(s.Of(a.Text), a.Lang)
	}
	vs := vectors(words)
	picked := pick(a, ss, vs, scores(a, ss, rank(vs), w), w)
	slices.Sort(picked)
	out := make([]Sentence, len(picked))
	for i, at := range picked {
		out[i] = ss[at]
	}
	return out
}

// telling are the first sentences of an article that tell something and have at
// most so many characters.
func telling(a statements.Article, chars int) []Sentence {
	all := Sentences(a)
	var out []Sentence
	for i := 0; i < len(all) && len(out) < mostRead; i++ {
		s := all[i].Of(a.Text)
		if len(s) > utf8.UTFMax*chars || utf8.RuneCountInString(s) > chars {
			continue
		}
		alone := (i == 0 || all[i-1].Paragraph != all[i].Paragraph) && (i+1 == len(all) || all[i+1].Paragraph != all[i].Paragraph)
		if tells(s, known(a.Lang), alone) && !(i >= len(all)-atEnd && aboutAuthor(s, a.Byline)) {
			out = append(out, all[i])
		}
	}
	return out
}

// atEnd is how many sentences are the end of an article.
const atEnd = 3

// scores are the ranks with what else counts.
func scores(a statements.Article, ss []Sentence, ranks []float64, w Wish) []float64 {
	for i, s := range ss {
		of := s.Of(a.Text)
		ranks[i] *= 1 + forEarly/float64(1+i)
		if holds(of, w.Words) {
			ranks[i] *= forWanted
		}
		if leans(of, known(a.Lang)) {
			ranks[i] *= forLeaning
		}
	}
	return ranks
}

// pick takes the lead, and then the best that fit and say something else, those
// that are told anyhow last. Of equals the earlier one is taken.
func pick(a statements.Article, ss []Sentence, vs [][]weight, scores []float64, w Wish) []int {
	picked := []int{0}
	room := w.Chars - utf8.RuneCountInString(ss[0].Of(a.Text))
	order := make([]int, 0, len(ss))
	for i := 1; i < len(ss); i++ {
		order = append(order, i)
	}
	const near = 1e-6 // what differs less has only been added up in another way
	told := func(i int) int {
		if slices.ContainsFunc(w.Told, ss[i].Overlaps) {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(told(i)-told(j), int(scores[j]/near)-int(scores[i]/near))
	})
	for _, i := range order {
		n := utf8.RuneCountInString(ss[i].Of(a.Text)) + 1
		again := slices.ContainsFunc(picked, func(p int) bool { return cosine(vs[i], vs[p]) >= repeats })
		if len(picked) == w.Sentences {
			break
		}
		if n > room || again {
			continue
		}
		picked = append(picked, i)
		room -= n
	}
	return picked
}

// holds reports whether one of the words stands in s.
func holds(s string, words []string) bool {
	s = strings.ToLower(s)
	return slices.ContainsFunc(words, func(w string) bool { return w != "" && strings.Contains(s, strings.ToLower(w)) })
}
