package span

import (
	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
)

// Labels of the cue model.
const (
	NoCue uint8 = iota
	CueBegins
	CueGoesOn
)

// widths of the features of cues.
const (
	CueWidth     = 72
	CueEdgeWidth = 16
)

// kind is a word as finely as the part of speech deserves.
func kind(t *token.Token) uint32 { return uint32(t.Tag) | uint32(t.Class&0x3ff)<<8 }

func tok(v *View, i int32) *token.Token {
	if i < 0 {
		return &border
	}
	return &v.Tokens[i]
}

// nature says what kind of noun t is.
func nature(t *token.Token) uint32 {
	return uint32(t.Tag) | uint32(t.Name)<<5 | uint32(t.Class&(tag.Communication|tag.Perception|tag.MaybePerception|tag.Organisation))<<8
}

// where says how token i stands to quotations: inside, at an edge, with one
// earlier or later in its sentence.
func (v *View) where(i, from, to int) uint32 {
	t := &v.Tokens[i]
	p, n := v.near(i-1, from, to), v.near(i+1, from, to)
	p2, n2 := v.near(i-2, from, to), v.near(i+2, from, to)
	w := uint32(0)
	if t.Quote > 0 {
		w |= 1
		q := v.quoteOf[t.Quote]
		if q.words > 6 {
			w |= 2
		}
		return w
	}
	if p.Mark == token.Closes {
		w |= 4
	}
	if n.Mark == token.Opens {
		w |= 8
	}
	if p2.Mark == token.Closes {
		w |= 16
	}
	if n2.Mark == token.Opens {
		w |= 32
	}
	s := t.Sent
	if v.before[i].marks > v.before[v.Sents[s]].marks {
		w |= 64
	}
	if v.before[v.Sents[s+1]].marks > v.before[i+1].marks {
		w |= 128
	}
	return w
}

// CueFeatures appends the features of token i in the paragraph from..to.
func (v *View) CueFeatures(f []uint32, i, from, to int) []uint32 {
	t := &v.Tokens[i]
	p1, p2, p3 := v.near(i-1, from, to), v.near(i-2, from, to), v.near(i-3, from, to)
	n1, n2 := v.near(i+1, from, to), v.near(i+2, from, to)
	g, k := uint32(t.Tag), kind(t)
	h, s, c, o := tok(v, v.verb[i]), tok(v, v.subj[i]), tok(v, v.clause[i]), tok(v, v.object[i])
	frame := v.frame[i]
	left, right, back := frame&0xf, frame>>4&0x1ff, frame>>13
	at := v.where(i, from, to)
	lg := mix(t.Lemma, g)
	who := nature(s) | left<<20
	whom := nature(o) | right<<20
	inside := at & 1
	start := uint32(min(3, i-int(v.Sents[t.Sent])))
	f = append(f,
		mix(100, 0), mix(101, t.Low), mix(102, lg), mix(103, p1.Low), mix(104, n1.Low), mix(105, p2.Low), mix(106, n2.Low),
		mix(107, mix(p1.Low, lg)), mix(108, mix(lg, n1.Low)), mix(109, g|uint32(p1.Tag)<<5|uint32(n1.Tag)<<10),
		mix(110, g|uint32(p1.Tag)<<5|uint32(p2.Tag)<<10), mix(111, g|uint32(n1.Tag)<<5|uint32(n2.Tag)<<10), mix(112, k),
		mix(115, suffix(v.Word(i))|g<<27), mix(116, mix(frame, k)), mix(118, mix(lg, who)), mix(119, mix(k, who)),
		mix(120, mix(k, right|uint32(c.Tag)<<9)), mix(121, mix(lg, mix(h.Lemma, back))), mix(122, mix(k, kind(h)|back<<27)),
		mix(123, mix(lg, back|left<<4)), mix(124, mix(lg, at)), mix(125, mix(k, at)), mix(126, mix(g|frame<<8, at)),
		mix(127, mix(lg, inside)), mix(129, mix(lg, uint32(n1.Name)<<8|uint32(p1.Name)<<4|inside)), mix(130, mix(g, kind(p1))),
		mix(131, mix(g, kind(n1))), mix(132, mix(p1.Lemma, p1.Tag32())), mix(133, mix(n1.Lemma, n1.Tag32())),
		mix(136, mix(g, start|uint32(t.Shape)<<4)), mix(137, mix(lg, start)), mix(140, mix(o.Lemma, k)),
		mix(141, mix(h.Lemma, g|back<<8)), mix(142, mix(p3.Low, g)),
		mix(145, mix(k, mix(uint32(p1.Tag)|uint32(p2.Tag)<<5, uint32(p3.Tag)))), mix(146, mix(whom, k)),
		mix(149, uint32(n1.Shape)|uint32(t.Shape)<<4|uint32(p1.Shape)<<8|inside<<12), mix(150, mix(lg, mix(p1.Lemma, inside))),
	)
	return f
}

// CueEdges appends the features of the border before token i.
func (v *View) CueEdges(f []uint32, i, from, to int) []uint32 {
	p, t := v.near(i-1, from, to), v.near(i, from, to)
	return append(f,
		mix(200, 0), mix(201, p.Tag32()|t.Tag32()<<8), mix(202, mix(p.Low, t.Tag32())), mix(203, mix(t.Low, p.Tag32())), mix(204, mix(p.Lemma, t.Lemma)),
		mix(205, kind(p)), mix(206, kind(t)), mix(207, mix(kind(p), t.Low)), mix(208, mix(kind(t), p.Low)),
	)
}

// suffix hashes the last three bytes of w.
func suffix(w string) uint32 {
	h := uint32(7)
	for i := max(0, len(w)-3); i < len(w); i++ {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h & 0x7ffffff
}
