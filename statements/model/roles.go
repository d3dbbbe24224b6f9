package model

import (
	"slices"

	"onrecord/statements/model/linear"
	"onrecord/statements/model/span"
)

// FindRoles finds source and content of each candidate.
func (m *Model) FindRoles(v *span.View, found []span.Candidate) {
	m.findRoles(v, found, Likely(v, found), nil)
}

// FindRolesAgain finds them again for the candidates that the verdict left,
// where another cue has come or gone since.
func (m *Model) FindRolesAgain(v *span.View, kept, found []span.Candidate) {
	m.findRoles(v, kept, Likely(v, kept), Likely(v, found))
}

func (m *Model) findRoles(v *span.View, found []span.Candidate, isCue, was []bool) {
	var l linear.Lattice
	var f [span.RoleWidth]uint32
	var edges [span.RoleEdgeWidth]uint32
	var c span.Cue
	for k := range found {
		x := &found[k]
		if end := x.From + len(x.Roles); was != nil && slices.Equal(isCue[x.From:end], was[x.From:end]) {
			continue
		}
		c.Aim(v, x.First, x.Last, isCue)
		from, to := c.Window()
		l.Reset(to - from)
		for i := from; i <= to; i++ {
			m.Roles.ScoreEdge(&l, i-from, c.Edges(edges[:0], i))
			if i < to {
				m.Roles.Score(&l, i-from, c.Features(f[:0], i))
			}
		}
		x.From, x.Roles = from, make([]uint8, to-from)
		l.Best(x.Roles)
		x.Sure = l.Weigh(x.Roles) - l.Sum()
	}
}

// Likely marks the tokens of the candidates that are cues more likely than
// not: what one cue introduces ends where another one begins.
func Likely(v *span.View, found []span.Candidate) []bool {
	isCue := make([]bool, len(v.Tokens))
	for _, c := range found {
		for i := c.First; i <= c.Last && c.Prob >= 0.5; i++ {
			isCue[i] = true
		}
	}
	return isCue
}
