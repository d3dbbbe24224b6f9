package main

import (
	"onrecord/statements/model"
	"onrecord/statements/model/span"
)

// sequence is one labelled chain with the features of its tokens and borders.
type sequence struct {
	state, edge         []uint32 // one after the other
	stateEnds, edgeEnds []int32
	gold                []uint8
}

func (s *sequence) addState(f []uint32) {
	s.state = append(s.state, f...)
	s.stateEnds = append(s.stateEnds, int32(len(s.state)))
}

func (s *sequence) addEdge(f []uint32) {
	s.edge = append(s.edge, f...)
	s.edgeEnds = append(s.edgeEnds, int32(len(s.edge)))
}

// states gives the features of token i.
func (s *sequence) states(i int) []uint32 { return s.state[start(s.stateEnds, i):s.stateEnds[i]] }

// edges gives the features of the border before token i.
func (s *sequence) edges(i int) []uint32 { return s.edge[start(s.edgeEnds, i):s.edgeEnds[i]] }

func start(ends []int32, i int) int32 {
	if i == 0 {
		return 0
	}
	return ends[i-1]
}

// cueLabels gives the label of each token in the cue model.
func (a *article) cueLabels() []uint8 {
	out := make([]uint8, len(a.doc.Tokens))
	for _, q := range a.Quotes {
		for _, c := range q.Cue {
			first, last := a.touched(c)
			for i := first; i <= last; i++ {
				out[i] = span.CueGoesOn
				if i == first {
					out[i] = span.CueBegins
				}
			}
		}
	}
	return out
}

// cueSequences gives the paragraphs of a.
func cueSequences(a *article) []*sequence {
	v, gold := span.Look(a.doc), a.cueLabels()
	var out []*sequence
	var f [span.CueWidth]uint32
	var edges [span.CueEdgeWidth]uint32
	for p := 0; p+1 < len(v.Paras); p++ {
		from, to := int(v.Paras[p]), int(v.Paras[p+1])
		s := &sequence{gold: gold[from:to]}
		for i := from; i <= to; i++ {
			s.addEdge(v.CueEdges(edges[:0], i, from, to))
			if i < to {
				s.addState(v.CueFeatures(f[:0], i, from, to))
			}
		}
		out = append(out, s)
	}
	return out
}

// roleSequences gives the windows of the cues of a. Where other cues stand is
// what a model found, not what people said.
func roleSequences(a *article) []*sequence {
	v := span.Look(a.doc)
	isCue := model.Likely(v, a.found)
	var out []*sequence
	var c span.Cue
	for _, q := range a.Quotes {
		if len(q.Cue) == 0 {
			continue
		}
		if first, last := a.touched(q.Cue[0]); first <= last {
			c.Aim(v, first, last, isCue)
			out = append(out, a.window(&c, q))
		}
	}
	return out
}

func (a *article) window(c *span.Cue, q quote) *sequence {
	var f [span.RoleWidth]uint32
	var edges [span.RoleEdgeWidth]uint32
	from, to := c.Window()
	s := &sequence{gold: make([]uint8, to-from)}
	mark := func(spans [][2]int32, role uint8) {
		for _, x := range spans {
			first, last := a.touched(x)
			for i := max(first, from); i <= last && i < to; i++ {
				if i < c.First || i > c.Last {
					s.gold[i-from] = role
				}
			}
		}
	}
	mark(q.Source, span.Source)
	mark(q.Content, span.Content)
	for i := from; i <= to; i++ {
		s.addEdge(c.Edges(edges[:0], i))
		if i < to {
			s.addState(c.Features(f[:0], i))
		}
	}
	return s
}

// verdictSequence gives the candidates of a: 1 is one whose cue people marked
// too.
func verdictSequence(a *article) *sequence {
	v, gold, cs := span.Look(a.doc), a.cueLabels(), a.found
	span.Relate(v, cs)
	var f [span.JudgeWidth]uint32
	var edges [span.JudgeEdgeWidth]uint32
	s := &sequence{gold: make([]uint8, len(cs))}
	for k := range len(cs) + 1 {
		s.addEdge(span.JudgeEdges(edges[:0], v, cs, k))
		if k == len(cs) {
			break
		}
		s.addState(span.JudgeFeatures(f[:0], v, cs, k))
		for _, label := range gold[cs[k].First : cs[k].Last+1] {
			if label != span.NoCue {
				s.gold[k] = 1
			}
		}
	}
	return s
}
