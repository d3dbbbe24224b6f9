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
		z := l.Sum()
		decode(&l, x.Roles, z)
		x.Sure = l.Weigh(x.Roles) - z
	}
}

// lacking is how likely it must be that nobody is named.
const lacking = 0.5

// decode puts the best labels of l into roles. What somebody said is never
// nothing, and who said it only where that is likelier than not: the best
// labelling of all may well be one of nobody when each of several sources is
// less likely than that. z is what l.Sum gave.
func decode(l *linear.Lattice, roles []uint8, z float32) {
	l.Best(roles)
	saying := slices.Contains(roles, span.Content)
	named := slices.Contains(roles, span.Source) || l.Lacking(int(span.Source), z) >= lacking
	if saying && named {
		return
	}
	l.Back()
	var undo []func()
	if !saying {
		undo = append(undo, force(l, span.Content, z))
	}
	if !named {
		undo = append(undo, force(l, span.Source, z))
	}
	l.Best(roles)
	for _, f := range undo {
		f()
	}
}

// force makes label k certain where it is likeliest, and gives what undoes it.
func force(l *linear.Lattice, k uint8, z float32) func() {
	at, most := 0, float32(-1)
	for i := range l.State {
		if p := l.Prob(i, int(k), z); p > most {
			at, most = i, p
		}
	}
	was := l.State[at][k]
	l.State[at][k] += 1e3
	return func() { l.State[at][k] = was }
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
