package span

import "onrecord/statements/model/tag"

// widths of the features of judging.
const (
	JudgeWidth     = 64
	JudgeEdgeWidth = 24
)

// JudgeFeatures appends the features of candidate k.
func JudgeFeatures(f []uint32, v *View, cs []Candidate, k int) []uint32 {
	c := &cs[k]
	core := c.core(v)
	t := &v.Tokens[core]
	p := chance(c.Prob)
	sure := uint32(max(0, min(15, -c.Sure*4)))
	lg := mix(t.Lemma, uint32(t.Tag))
	kd, frame := kind(t), v.frame[core]
	share := uint32(0)
	if c.quoted > 0 {
		share = 1 + uint32(3*c.quoted/max(1, c.words))
	}
	words := bucket(c.words)
	who := c.who(v)
	outer, inner, rival := sign(cs, c.outer, c), sign(cs, c.inner, c), sign(cs, c.rival, c)
	mutual := uint32(0)
	if c.outer >= 0 && c.Role(cs[c.outer].First) == Content {
		mutual = 1
	}
	quote := uint32(0)
	if t.Quote > 0 {
		quote = 1
		if c.outer >= 0 && cs[c.outer].quoted > 0 {
			quote = 2
		}
	}
	first := &border
	if c.content[1] > 0 {
		first = &v.Tokens[c.content[0]]
		if c.content[0] < c.First && c.content[1] > c.Last {
			first = v.near(c.Last+1, 0, len(v.Tokens))
		}
	}
	outerLemma := uint32(0)
	if c.outer >= 0 {
		o := &v.Tokens[cs[c.outer].core(v)]
		outerLemma = mix(o.Lemma, uint32(o.Tag))
	}
	long := uint32(min(4, c.Last-c.First))
	prev := v.near(c.First-1, 0, len(v.Tokens))
	return append(f,
		mix(500, 0), mix(501, p), mix(502, lg), mix(503, mix(lg, p/3)), mix(504, mix(kd, p/2)), mix(505, sure), mix(506, sure<<8|p),
		mix(507, words|p<<8), mix(508, words<<8|share), mix(509, mix(lg, words)), mix(510, mix(lg, share)), mix(511, mix(kd, share|words<<8)),
		mix(512, who), mix(513, mix(who, p)), mix(514, mix(lg, who)), mix(515, mix(kd, who)), mix(516, outer), mix(517, mix(outer, p)),
		mix(518, mix(outer, quote|mutual<<2)), mix(519, inner), mix(520, mix(inner, p)), mix(521, rival), mix(522, mix(rival, p)),
		mix(523, mix(outer, who)), mix(524, mix(lg, outer/8)), mix(525, mix(outerLemma, p/3)), mix(526, mix(outerLemma, uint32(t.Tag))),
		mix(527, c.side()|p<<4), mix(528, mix(lg, c.side())), mix(529, mix(first.Low, uint32(t.Tag))), mix(530, mix(first.Low, lg)),
		mix(531, mix(first.Tag32(), kd)), mix(532, long|p<<8), mix(533, mix(long, lg)), mix(534, mix(frame, uint32(t.Tag)|p<<8)),
		mix(535, mix(frame, kd)), mix(536, mix(prev.Low, kd)), mix(537, mix(mix(who, share), words|c.side()<<8)),
		mix(538, mix(mix(outer, inner), mix(rival, mutual))), mix(539, mix(quote, p)), mix(540, mix(quote, kd)),
		mix(541, mix(mix(frame>>13, outer), mutual)), mix(542, mix(frame>>4&0x1ff, lg)), mix(543, mix(sure, outer|inner<<8)),
		mix(544, mix(frame>>13|uint32(t.Tag)<<8, who|c.side()<<8)),
	)
}

// JudgeEdges appends the features of two candidates that follow one another,
// k-1 and k.
func JudgeEdges(f []uint32, v *View, cs []Candidate, k int) []uint32 {
	if k == 0 || k >= len(cs) || v.Tokens[cs[k-1].First].Para != v.Tokens[cs[k].First].Para {
		return append(f, mix(600, 0))
	}
	a, b := &cs[k-1], &cs[k]
	rel := uint32(0)
	if a.Role(b.First) == Content {
		rel = 1
	}
	if b.Role(a.First) == Content {
		rel |= 2
	}
	if a.content[0] < b.content[1] && b.content[0] < a.content[1] {
		rel |= 4
	}
	if a.source == b.source && a.source[1] > 0 {
		rel |= 8
	}
	ta, tb := &v.Tokens[a.core(v)], &v.Tokens[b.core(v)]
	if ta.Sent == tb.Sent {
		rel |= 16
	}
	if int(v.verb[b.core(v)]) == a.core(v) {
		rel |= 32 | v.frame[b.core(v)]>>13<<8
	}
	pa, pb := chance(a.Prob), chance(b.Prob)
	return append(f,
		mix(601, 0), mix(602, rel), mix(603, mix(rel&7, pa|pb<<8)), mix(604, mix(rel, ta.Lemma)), mix(605, mix(rel, tb.Lemma)),
		mix(606, mix(rel, kind(ta))), mix(607, mix(rel, kind(tb))), mix(608, mix(ta.Lemma, mix(tb.Lemma, rel))), mix(609, mix(rel, pa)), mix(610, mix(rel, pb)),
		mix(611, mix(rel, bucket(b.First-a.Last))),
	)
}

// chance makes a probability coarse.
func chance(p float32) uint32 {
	switch {
	case p < 0.05:
		return 0
	case p > 0.99:
		return 13
	case p > 0.97:
		return 12
	case p > 0.94:
		return 11
	}
	return 1 + uint32(p*10)
}

// core is the main word of the cue.
func (c *Candidate) core(v *View) int { return core(v, c.First, c.Last) }

// side says on which sides of the cue its content stands.
func (c *Candidate) side() uint32 {
	s := uint32(0)
	if c.content[1] > 0 && c.content[0] < c.First {
		s = 1
	}
	if c.content[1] > c.Last {
		s |= 2
	}
	return s
}

// who says what kind of source it is, and on which side.
func (c *Candidate) who(v *View) uint32 {
	if c.source[1] == 0 {
		return 0
	}
	w := uint32(1)
	for i := c.source[0]; i < c.source[1]; i++ {
		t := &v.Tokens[i]
		switch {
		case t.Name == tag.Person || t.Name == tag.Group:
			w |= 2
		case t.Tag == tag.PRP:
			w |= 4
		case t.Class&(tag.IsPerson|tag.Organisation) != 0 && tag.IsNoun(t.Tag):
			w |= 8
		case t.Tag == tag.WP || t.Tag == tag.WDT:
			w |= 16
		}
	}
	if c.source[0] < c.First {
		w |= 32
	}
	return w
}

// sign gives what the judge wants to know of another candidate.
func sign(cs []Candidate, k int, a *Candidate) uint32 {
	if k < 0 {
		return 0
	}
	s := 1 + chance(cs[k].Prob)
	if cs[k].Prob > a.Prob {
		s |= 32
	}
	return s
}
