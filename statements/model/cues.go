package model

import (
	"onrecord/statements/model/linear"
	"onrecord/statements/model/span"
)

const (
	// eager is added to the score of a cue's beginning: the verdict turns down
	// what is too much, but cannot find what is missing.
	eager = 1
	// longestRun is how many tokens are labelled together; only what is no
	// article has longer paragraphs.
	longestRun = 1500
)

// FindCues gives the cues of v: all that may be one, with their probability.
func (m *Model) FindCues(v *span.View) []span.Candidate {
	finder := cueFinder{Model: m, View: v}
	for p := 0; p+1 < len(v.Paras); p++ {
		for from, to := int(v.Paras[p]), int(v.Paras[p+1]); from < to; from += longestRun {
			finder.run(from, min(to, from+longestRun))
		}
	}
	return finder.found
}

type cueFinder struct {
	*Model
	*span.View
	lattice linear.Lattice
	labels  []uint8
	found   []span.Candidate
}

// run labels the tokens from..to.
func (c *cueFinder) run(from, to int) {
	var f [span.CueWidth]uint32
	var edges [span.CueEdgeWidth]uint32
	l := &c.lattice
	l.Reset(to - from)
	for i := from; i <= to; i++ {
		c.Cues.ScoreEdge(l, i-from, c.CueEdges(edges[:0], i, from, to))
		if i < to {
			c.Cues.Score(l, i-from, c.CueFeatures(f[:0], i, from, to))
		}
	}
	z := l.Sum()
	l.Back()
	if cap(c.labels) < to-from {
		c.labels = make([]uint8, longestRun)
	}
	labels := c.labels[:to-from]
	lean(l, eager)
	l.Best(labels)
	lean(l, -eager)
	for i := 0; i < len(labels); i++ {
		if labels[i] == span.NoCue {
			continue
		}
		first, prob := i, float32(0)
		for ok := true; ok; ok = i < len(labels) && labels[i] == span.CueGoesOn {
			prob = max(prob, 1-l.Prob(i, int(span.NoCue), z))
			i++
		}
		i--
		c.found = append(c.found, span.Candidate{First: from + first, Last: from + i, Prob: prob})
	}
}

func lean(l *linear.Lattice, by float32) {
	for i := range l.State {
		l.State[i][span.CueBegins] += by
	}
}
