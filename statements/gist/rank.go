package gist

import (
	"math"
	"slices"
)

const (
	// damping is how far a sentence's rank comes from those like it; the rest
	// all have alike. It is the figure of PageRank and of LexRank.
	damping = 0.85
	// alike is the cosine under which two sentences have nothing to do with each
	// other, as in LexRank.
	alike    = 0.1
	most     = 100 // rounds
	settled  = 1e-9
	mostRead = 200 // sentences of an article; what it is about stands before
)

// weight is a word of a sentence, by its number, and what it weighs there.
type weight struct {
	word  int
	tfidf float64
}

// vectors are the sentences as unit vectors over their words. A word weighs by
// how often it stands in the sentence and by how few sentences have it.
func vectors(sentences [][]string) [][]weight {
	number := map[string]int{}
	var in []float64 // how many sentences have the word
	out := make([][]weight, len(sentences))
	for i, words := range sentences {
		for _, w := range words {
			n, ok := number[w]
			if !ok {
				n = len(in)
				number[w], in = n, append(in, 0)
			}
			out[i] = append(out[i], weight{n, 1})
		}
		slices.SortFunc(out[i], func(a, b weight) int { return a.word - b.word })
		out[i] = summed(out[i])
		for _, w := range out[i] {
			in[w.word]++
		}
	}
	for _, v := range out {
		norm := 0.0
		for i := range v {
			v[i].tfidf *= math.Log(1 + float64(len(sentences))/in[v[i].word])
			norm += v[i].tfidf * v[i].tfidf
		}
		for i := range v {
			v[i].tfidf /= math.Sqrt(norm)
		}
	}
	return out
}

// summed adds up what stands next to its like.
func summed(v []weight) []weight {
	out := v[:0]
	for _, w := range v {
		if n := len(out); n > 0 && out[n-1].word == w.word {
			out[n-1].tfidf += w.tfidf
			continue
		}
		out = append(out, w)
	}
	return out
}

// cosine is how alike two unit vectors are.
func cosine(a, b []weight) float64 {
	sum := 0.0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].word < b[0].word:
			a = a[1:]
		case a[0].word > b[0].word:
			b = b[1:]
		default:
			sum += a[0].tfidf * b[0].tfidf
			a, b = a[1:], b[1:]
		}
	}
	return sum
}

// rank is LexRank: a sentence ranks high if sentences that rank high are like
// it. The mean is 1. A sentence that is like no other has what all have alike.
func rank(vs [][]weight) []float64 {
	n := len(vs)
	like := make([][]float64, n)
	for i := range like {
		like[i] = make([]float64, n)
	}
	for i := range vs {
		for j := range i {
			if c := cosine(vs[i], vs[j]); c >= alike {
				like[i][j], like[j][i] = c, c
			}
		}
	}
	sums := make([]float64, n)
	ranks := make([]float64, n)
	for i := range like {
		for _, c := range like[i] {
			sums[i] += c
		}
		ranks[i] = 1
	}
	for range most {
		next := make([]float64, n)
		moved := 0.0
		for i := range next {
			next[i] = 1 - damping
			for j, c := range like[i] {
				if c > 0 {
					next[i] += damping * ranks[j] * c / sums[j]
				}
			}
			moved = max(moved, math.Abs(next[i]-ranks[i]))
		}
		ranks = next
		if moved < settled {
			break
		}
	}
	return ranks
}
