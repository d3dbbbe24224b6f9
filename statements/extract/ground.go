package extract

import "onrecord/statements"

// nobody owns a token.
const nobody = -1

// ground says of each token which of some drafts has it.
type ground struct{ said, cued []int32 }

func (d *document) ground(drafts []draft) *ground {
	g := &ground{make([]int32, len(d.toks)), make([]int32, len(d.toks))}
	for i := range d.toks {
		g.said[i], g.cued[i] = nobody, nobody
	}
	for k := range drafts {
		for _, c := range drafts[k].content {
			d.own(g.said, c, int32(k))
		}
		d.own(g.cued, drafts[k].cue, int32(k))
	}
	return g
}

func (d *document) own(of []int32, sp statements.Span, k int32) {
	if sp.IsZero() {
		return
	}
	for i, end := d.tokens(sp); i < end; i++ {
		of[i] = k
	}
}

// cueOf gives the draft that has a part of dr's cue as its cue and is not used,
// or nobody.
func (g *ground) cueOf(d *document, dr draft, used []bool) int {
	if dr.cue.IsZero() {
		return nobody
	}
	for i, end := d.tokens(dr.cue); i < end; i++ {
		if k := int(g.cued[i]); k != nobody && !used[k] {
			return k
		}
	}
	return nobody
}

// cueIn reports whether any cue stands in sp. A source has none.
func (g *ground) cueIn(d *document, sp statements.Span) bool {
	for i, end := d.tokens(sp); i < end; i++ {
		if g.cued[i] != nobody {
			return true
		}
	}
	return false
}

// touches reports whether another draft than the one numbered but has, in what
// it says or in its cue, a part of what dr says, or dr's cue in what it says.
func (g *ground) touches(d *document, dr *draft, but int) bool {
	other := func(of []int32, sp statements.Span) bool {
		if sp.IsZero() {
			return false
		}
		for i, end := d.tokens(sp); i < end; i++ {
			if of[i] != nobody && int(of[i]) != but {
				return true
			}
		}
		return false
	}
	for _, c := range dr.content {
		if other(g.said, c) || other(g.cued, c) {
			return true
		}
	}
	return other(g.said, dr.cue)
}
