package span

import (
	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
)

// Labels of the role model.
const (
	NoRole uint8 = iota
	Source
	Content
)

// widths of the features of roles.
const (
	RoleWidth     = 80
	RoleEdgeWidth = 40
)

// Reach is how far from its cue a source or content may begin, in tokens.
const Reach = 200

// mostCues is how many other cues may stand between: it keeps the time linear
// where every second word is one.
const mostCues = 8

// Cue is one cue of a paragraph, with what its role features need.
type Cue struct {
	v            *View
	First, Last  int // tokens, inclusive
	from, to     int // window
	core         int // its main word
	lemma, class uint32
	tag          uint32
	shape        uint32   // what stands on both sides of it
	path         []uint32 // of each token of the window: what lies between it and the cue
	others       []int16  // other cues before each token of the window
}

// Aim prepares the cue first..last of v. isCue says which tokens are in any
// cue.
func (c *Cue) Aim(v *View, first, last int, isCue []bool) {
	t := &v.Tokens[first]
	pf, pt := int(v.Paras[t.Para]), int(v.Paras[t.Para+1])
	c.v, c.First, c.Last = v, first, last
	from, to := v.around(pf, pt, first, last)
	c.from, c.to = reach(isCue, from, to, first, last)
	c.core = core(v, first, last)
	k := &v.Tokens[c.core]
	c.lemma, c.class, c.tag = k.Lemma, uint32(k.Class&0x3ff), uint32(k.Tag)
	p, p2, n, n2 := v.near(first-1, pf, pt), v.near(first-2, pf, pt), v.near(last+1, pf, pt), v.near(last+2, pf, pt)
	c.shape = sideShape(p, p2) | sideShape(n, n2)<<4
	c.others = grow(c.others, c.to-c.from+1)
	c.others[0] = 0
	for i := c.from; i < c.to; i++ {
		c.others[i-c.from+1] = c.others[i-c.from]
		if isCue[i] && (i < first || i > last) && (i == c.from || !isCue[i-1]) {
			c.others[i-c.from+1]++
		}
	}
	c.path = grow(c.path, c.to-c.from)
	for i := c.from; i < c.to; i++ {
		c.path[i-c.from] = c.way(i)
	}
}

// shortSentence is how many tokens a sentence has whose statement may stand in
// one of its neighbours ("That is what she said.").
const shortSentence = 8

// around gives the tokens around the cue first..last, inside the paragraph
// from..to: its sentence, and as far as quotations go on, those beside it.
func (v *View) around(from, to, first, last int) (int, int) {
	a, b := int(v.Tokens[first].Sent), int(v.Tokens[last].Sent)
	l, r := int(v.Sents[a]), int(v.Sents[b+1])
	short := r-l <= shortSentence
	for more := short; l > from && (more || v.quoted(a-1)); more = false {
		a--
		l = int(v.Sents[a])
	}
	for more := short; r < to && (more || v.quoted(b+1)); more = false {
		b++
		r = int(v.Sents[b+1])
	}
	return l, r
}

// quoted reports whether any of sentence s stands in a quotation.
func (v *View) quoted(s int) bool {
	return v.Tokens[v.Sents[s]].Quote > 0 || v.before[v.Sents[s+1]].marks > v.before[v.Sents[s]].marks
}

// reach gives the window of the cue first..last in the paragraph from..to.
func reach(isCue []bool, from, to, first, last int) (int, int) {
	l, n := first, 0
	for l > from && l > first-Reach && n <= mostCues {
		l--
		if isCue[l] && !isCue[l+1] {
			n++
		}
	}
	r, n := last+1, 0
	for r < to && r < last+1+Reach && n <= mostCues {
		if isCue[r] && !isCue[r-1] {
			n++
		}
		r++
	}
	return l, r
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// core is the token of first..last that the others hang on: the last verb, or
// the last noun, or the last token.
func core(v *View, first, last int) int {
	best := last
	found := false
	for i := first; i <= last; i++ {
		t := v.Tokens[i].Tag
		if tag.IsVerb(t) && (!found || v.Tokens[i].Class != 0) {
			best, found = i, true
		}
	}
	if found {
		return best
	}
	for i := first; i <= last; i++ {
		if tag.IsNoun(v.Tokens[i].Tag) {
			best = i
		}
	}
	return best
}

func sideShape(near, far *token.Token) uint32 {
	switch {
	case near.Mark == token.Opens:
		return 1
	case near.Mark == token.Closes:
		return 2
	case near.Low == lowComma && far.Mark == token.Opens:
		return 3
	case near.Low == lowComma && far.Mark == token.Closes:
		return 4
	case near.Low == lowComma:
		return 5
	case near.Low == lowColon:
		return 6
	case near.Low == lowThat:
		return 7
	case near.Low == lowTo:
		return 8
	case near.Shape == token.Punct:
		return 9
	case near.Tag == tag.NNP:
		return 10
	case near.Tag == tag.PRP:
		return 11
	case near.Tag == tag.NN || near.Tag == tag.NNS:
		return 12
	case near.Tag == tag.DT || near.Tag == tag.PRPS || near.Tag == tag.JJ:
		return 13
	case tag.IsVerb(near.Tag) || near.Tag == tag.MD:
		return 14
	case near.Tag == tag.IN:
		return 15
	}
	return 0
}

// way says what lies between token i and the cue.
func (c *Cue) way(i int) uint32 {
	v, side, a, b := c.v, uint32(0), c.First, c.Last+1
	switch {
	case i < c.First:
		a, b = i+1, c.First
	case i > c.Last:
		side, a, b = 1, c.Last+1, i
	}
	x, y := &v.before[a], &v.before[b]
	return uint32(min(3, y.chunks-x.chunks)) | uint32(min(2, y.preps-x.preps))<<2 | uint32(min(2, y.subs-x.subs))<<4 |
		uint32(min(2, y.verbs-x.verbs))<<6 | side<<8
}

// Window gives the tokens that the cue's roles are looked for in.
func (c *Cue) Window() (from, to int) { return c.from, c.to }

// Features appends the features of token i for its role to the cue.
func (c *Cue) Features(f []uint32, i int) []uint32 {
	v := c.v
	t := &v.Tokens[i]
	side, far, a, b := uint32(0), 0, 0, 0
	switch {
	case i < c.First:
		side, far, a, b = 0, c.First-i, i, c.First
	case i > c.Last:
		side, far, a, b = 1, i-c.Last, c.Last+1, i
	default:
		return append(f, mix(300, 0), mix(301, c.lemma), mix(302, uint32(t.Tag)))
	}
	p1, n1 := v.near(i-1, c.from, c.to), v.near(i+1, c.from, c.to)
	dist := bucket(far)
	sent := uint32(max(-2, min(2, int(t.Sent-v.Tokens[c.core].Sent))) + 2)
	x, y := &v.before[a], &v.before[b]
	commas, marks, verbs := uint32(min(3, y.commas-x.commas)), uint32(min(3, y.marks-x.marks)), uint32(min(3, y.verbs-x.verbs))
	cues := uint32(min(3, c.others[b-c.from]-c.others[a-c.from]))
	between := commas | marks<<2 | verbs<<4 | cues<<6 | side<<8
	g := uint32(t.Tag) | side<<5
	path := c.path[i-c.from]
	rel := path&0x10f | commas<<4
	quote := c.quote(t)
	who := uint32(t.Tag) | uint32(t.Name)<<5 | uint32(t.Class&(tag.IsPerson|tag.MaybePerson|tag.Organisation|tag.Communication))<<8
	cue := mix(c.lemma, c.tag)
	kind := mix(c.class, c.tag)
	place := side | sent<<1 | quote<<4
	return append(f,
		mix(310, side), mix(312, mix(t.Low, side)), mix(313, g|dist<<6), mix(317, mix(path, g)), mix(318, mix(path, cue)),
		mix(320, place), mix(321, mix(place, c.shape)), mix(322, between), mix(323, mix(between, place)),
		mix(324, mix(who, side|dist<<1)), mix(325, mix(who, rel)), mix(326, mix(who, between)), mix(327, mix(p1.Low, g)),
		mix(328, mix(n1.Low, g)), mix(329, mix(t.Low, mix(cue, side))), mix(330, mix(c.shape, side|dist<<1)),
		mix(335, mix(kind, place)), mix(337, mix(path, between)), mix(340, mix(mix(c.shape, place), commas|cues<<2)),
		mix(341, mix(t.Low, rel)), mix(342, mix(uint32(p1.Tag)|uint32(n1.Tag)<<5, g)), mix(343, mix(who, c.shape|side<<8)),
		mix(345, mix(mix(c.tag, rel), between)),
	)
}

// quote says how token t stands to quotations and to the cue.
func (c *Cue) quote(t *token.Token) uint32 {
	q := uint32(0)
	if t.Quote > 0 {
		q = 1
		if n := c.v.quoteOf[t.Quote]; int(n.to) <= c.First && int(n.to) >= c.First-1 || int(n.from) > c.Last && int(n.from) <= c.Last+2 {
			q = 2
		} else if n.words > 6 {
			q = 3
		}
	}
	if k := c.v.Tokens[c.First].Quote; k > 0 {
		if k == t.Quote {
			return q | 4
		}
		return q | 8
	}
	return q
}

// Edges appends the features of the border before token i.
func (c *Cue) Edges(f []uint32, i int) []uint32 {
	v := c.v
	p, t := v.near(i-1, c.from, c.to), v.near(i, c.from, c.to)
	p2, n := v.near(i-2, c.from, c.to), v.near(i+1, c.from, c.to)
	side := uint32(0)
	switch {
	case i == c.First:
		side = 1
	case i > c.First && i <= c.Last:
		side = 2
	case i == c.Last+1:
		side = 3
	case i > c.Last:
		side = 4
	}
	far := 0
	if i < c.First {
		far = c.First - i
	} else if i > c.Last+1 {
		far = i - c.Last - 1
	}
	marks := uint32(p.Mark) | uint32(t.Mark)<<2
	sent := uint32(0)
	if p.Sent != t.Sent || p == &border || t == &border {
		sent = 1
	}
	quotes := uint32(0)
	if p.Quote > 0 {
		quotes = 1
	}
	if t.Quote > 0 {
		quotes |= 2
	}
	before, here := uint32(0x400), uint32(0x400)
	if i-1 >= c.from {
		before = c.path[i-1-c.from]
	}
	if i < c.to {
		here = c.path[i-c.from]
	}
	g := uint32(p.Tag) | uint32(t.Tag)<<5 | side<<10
	paths := before | here<<16
	cue := mix(c.lemma, c.tag)
	return append(f,
		mix(400, 0), mix(401, side), mix(402, side|bucket(far)<<4), mix(403, g), mix(404, mix(p.Low, side)),
		mix(405, mix(t.Low, side)), mix(406, marks|sent<<4|side<<5), mix(407, mix(p.Low, uint32(t.Tag)|side<<5)),
		mix(408, mix(t.Low, uint32(p.Tag)|side<<5)), mix(409, mix(p.Low, mix(t.Low, side))), mix(410, paths),
		mix(411, mix(paths, g)), mix(413, mix(cue, side)), mix(414, mix(cue, mix(t.Low, side))),
		mix(416, mix(mix(c.shape, marks|sent<<4), side)),
		mix(417, mix(uint32(p2.Tag)|uint32(p.Tag)<<5|uint32(t.Tag)<<10|uint32(n.Tag)<<15, side)),
		mix(418, mix(mix(p2.Low, p.Low), uint32(t.Tag)|side<<5)), mix(419, mix(mix(t.Low, n.Low), uint32(p.Tag)|side<<5)),
		mix(420, mix(mix(cue, uint32(t.Tag)), side)), mix(422, mix(quotes|sent<<2|marks<<3, mix(c.shape, side))),
		mix(423, mix(mix(p.Low, paths), c.tag)), mix(424, mix(mix(t.Low, paths), c.tag)),
	)
}
