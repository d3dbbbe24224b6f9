package model

import (
	"onrecord/statements/model/linear"
	"onrecord/statements/model/span"
)

// Labels of the verdict; 0 is turned down, and the third is not used.
const (
	accepted = 1
	unused   = 2
)

// strict is taken from the score of every statement: people who read find a
// wrong one worse than a missing one.
const strict = 0.2

// Judge gives the candidates that are statements, with the probability that
// they are. The roles of all of them must be known.
func (m *Model) Judge(v *span.View, cs []span.Candidate) []span.Candidate {
	if len(cs) == 0 {
		return nil
	}
	span.Relate(v, cs)
	var l linear.Lattice
	var f [span.JudgeWidth]uint32
	var edges [span.JudgeEdgeWidth]uint32
	l.Reset(len(cs))
	for k := range len(cs) + 1 {
		m.Verdict.ScoreEdge(&l, k, span.JudgeEdges(edges[:0], v, cs, k))
		if k < len(cs) {
			m.Verdict.Score(&l, k, span.JudgeFeatures(f[:0], v, cs, k))
			l.State[k][unused] = -1e6
		}
	}
	z := l.Sum()
	l.Back()
	labels := make([]uint8, len(cs))
	for k := range l.State {
		l.State[k][accepted] -= strict
	}
	l.Best(labels)
	for k := range l.State {
		l.State[k][accepted] += strict
	}
	var out []span.Candidate
	for k, label := range labels {
		if label == accepted {
			c := cs[k]
			c.Prob = l.Prob(k, accepted, z)
			out = append(out, c)
		}
	}
	return out
}
