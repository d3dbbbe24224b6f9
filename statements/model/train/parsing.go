package main

import (
	"math/rand/v2"

	"onrecord/statements/model/tree"
)

const (
	moveBits    = 16
	relBits     = 14
	parseRounds = 5
)

// learnParser learns heads and relations from the silver trees of arts, whose
// tokens are tagged already.
func learnParser(arts []*article) *tree.Parser {
	moves, rels := newPerceptron(tree.Moves, moveBits), newPerceptron(tree.Rels, relBits)
	rng := rand.New(rand.NewPCG(3, 4))
	order := rng.Perm(len(arts))
	for round := range parseRounds {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			for _, s := range arts[k].sents {
				if s[1]-s[0] <= tree.Longest {
					learnMoves(moves, arts[k], s[0], s[1], round, rng)
				}
			}
		}
	}
	p := &tree.Parser{Moves: moves.rows()}
	for range parseRounds {
		for _, k := range order {
			for _, s := range arts[k].sents {
				learnRels(rels, arts[k], s[0], s[1])
			}
		}
	}
	p.Rels = rels.rows()
	return p
}

func learnMoves(p *perceptron, a *article, from, to, round int, rng *rand.Rand) {
	gold := func(i int32) int32 { return a.silver[i].head }
	var f [tree.MoveWidth]uint32
	var scores [tree.Moves]float32
	var s tree.State
	s.Begin(a.doc, from, to)
	for !s.Done() {
		feats := s.Features(f[:0])
		p.score(scores[:], feats)
		best, right, least := -1, -1, 1<<30
		for m := range 3 {
			if !s.Can(m) {
				continue
			}
			if best < 0 || scores[m] > scores[best] {
				best = m
			}
			if c := s.Cost(m, gold); c < least || c == least && scores[m] > scores[right] {
				right, least = m, c
			}
		}
		p.now++
		if best != right {
			p.update(feats, right, best)
		}
		if round == 0 || rng.IntN(10) == 0 {
			best = right
		}
		s.Do(best)
	}
}

func learnRels(p *perceptron, a *article, from, to int) {
	var f [tree.RelWidth]uint32
	var scores [tree.Rels]float32
	for i := from; i < to; i++ {
		a.doc.Tokens[i].Head = a.silver[i].head
	}
	for i := from; i < to; i++ {
		feats := tree.RelFeatures(f[:0], a.doc, i, from, to)
		p.score(scores[:], feats)
		best := 0
		for r, s := range scores {
			if s > scores[best] {
				best = r
			}
		}
		p.now++
		if gold := int(a.silver[i].rel); gold != best {
			p.update(feats, gold, best)
		}
	}
}
