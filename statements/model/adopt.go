package model

import (
	"sort"

	"onrecord/statements/model/span"
	"onrecord/statements/model/token"
)

// Of a hundred quotations of so many words in the news, how many somebody is
// said to have said (measured on the training articles).
const (
	surelySaid = 7 // words: 98
	mostlySaid = 4 // words: 93; two or three words: 75, one word: 40
)

const (
	// weakest is the probability of a cue that a quotation may still have.
	weakest = 0.02
	// touching is how many tokens may lie between a quotation and its cue.
	touching = 2
	// lookBack is how far before a quotation the one that it goes on from may
	// end, in tokens.
	lookBack = 60
	// leftover is the score of a quotation without a cue.
	leftover = 0.3
)

// adopt finds owners for the quotations that no statement has: a cue that was
// turned down; a statement beside it; or nobody, if it is too long for a title
// or a scare quote.
func (j *joining) adopt(all []span.Candidate) {
	for q := int32(1); q <= j.Quotes; q++ {
		from, to := j.Quotation(q)
		n := j.unowned(from, to)
		if n < mostlySaid {
			continue
		}
		if j.second(all, from, to) || j.neighbour(from, to) {
			continue
		}
		if n >= surelySaid {
			d := draft{prob: leftover, by: ByLeftover}
			j.take(&d, from, to)
			j.add(d)
		}
	}
}

// unowned gives how many words from..to has if less than half of it is
// somebody's, and 0 otherwise.
func (j *joining) unowned(from, to int) int {
	words, owned := 0, 0
	for i := from; i < to; i++ {
		if j.Tokens[i].Shape != token.Punct {
			words++
		}
		if j.said[i] != nobody {
			owned++
		}
	}
	if 2*owned >= to-from {
		return 0
	}
	return words
}

// second gives the quotation from..to to the likeliest of the cues that were
// turned down, if there is one that claims it or stands beside it.
func (j *joining) second(all []span.Candidate, from, to int) bool {
	best := -1
	for k := sort.Search(len(all), func(k int) bool { return all[k].First >= from-span.Reach }); k < len(all); k++ {
		c := &all[k]
		if c.First > to+span.Reach {
			break
		}
		if c.Prob < weakest || best >= 0 && c.Prob <= all[best].Prob || j.said[c.First] != nobody || j.told[c.First] != nobody {
			continue
		}
		if claims(c, from, to) || between([2]int{c.First, c.Last + 1}, [2]int{from, to}) <= touching {
			best = k
		}
	}
	if best < 0 {
		return false
	}
	d, _ := j.draft(&all[best], ByAdoption)
	var own []int
	for _, i := range d.content {
		if j.said[i] == nobody {
			own = append(own, i)
		}
	}
	d.content = own
	j.take(&d, from, to)
	j.add(d)
	return true
}

// claims reports whether c has half of from..to in its content.
func claims(c *span.Candidate, from, to int) bool {
	n := 0
	for i := from; i < to; i++ {
		if c.Role(i) == span.Content {
			n++
		}
	}
	return 2*n >= to-from
}

// neighbour gives the quotation to a statement of its paragraph: one whose cue
// or source touches it, or else the one whose quotation it goes on from.
func (j *joining) neighbour(from, to int) bool {
	k := j.beside(from, to)
	if k == nobody {
		k = j.before(from)
	}
	if k == nobody {
		return false
	}
	j.take(&j.drafts[k], from, to)
	j.own(int(k))
	return true
}

// beside gives the draft whose cue or source touches from..to.
func (j *joining) beside(from, to int) int32 {
	first, last := j.paragraph(from)
	for gap := range touching + 1 {
		if i := from - 1 - gap; i >= first && j.told[i] != nobody {
			return j.told[i]
		}
		if i := to + gap; i < last && j.told[i] != nobody {
			return j.told[i]
		}
	}
	return nobody
}

// before gives the draft that has the quotation before token from.
func (j *joining) before(from int) int32 {
	first, _ := j.paragraph(from)
	for i := from - 1; i >= first && i >= from-lookBack; i-- {
		if j.said[i] != nobody && j.Tokens[i].Quote > 0 {
			return j.said[i]
		}
	}
	return nobody
}

// paragraph gives the tokens of the paragraph of token i.
func (j *joining) paragraph(i int) (from, to int) {
	p := j.Tokens[i].Para
	return int(j.Paras[p]), int(j.Paras[p+1])
}
