package tree

import (
	"onrecord/statements/model/linear"
	"onrecord/statements/model/token"
)

// widths of the features of one move and of one relation.
const (
	MoveWidth = 44
	RelWidth  = 24
)

var nothing = token.Token{Low: 3, Tag: 31}

func (s *State) at(k int) *token.Token {
	if k < s.n {
		return &s.d.Tokens[s.stack[s.n-1-k]]
	}
	return &nothing
}

func (s *State) ahead(k int) *token.Token {
	if s.next+k < s.to {
		return &s.d.Tokens[s.next+k]
	}
	return &nothing
}

func (s *State) kid(i int32) *token.Token {
	if i >= 0 {
		return &s.d.Tokens[i]
	}
	return &nothing
}

// Features appends the features of the next move.
func (s *State) Features(f []uint32) []uint32 {
	s0, s1, s2 := s.at(0), s.at(1), s.at(2)
	b0, b1, b2 := s.ahead(0), s.ahead(1), s.ahead(2)
	var l0, r0, l1, r1, lb *token.Token = &nothing, &nothing, &nothing, &nothing, &nothing
	var k0, k1 [2]uint8
	gap, quotes := uint32(0), uint32(0)
	if s.n > 0 {
		i := int(s.stack[s.n-1])
		l0, r0, k0 = s.kid(s.left[i-s.from]), s.kid(s.right[i-s.from]), s.kids[i-s.from]
		gap = uint32(min(s.next-i, 8))
		if s0.Quote != b0.Quote {
			quotes = 1
		}
	}
	if s.n > 1 {
		i := int(s.stack[s.n-2])
		l1, r1, k1 = s.kid(s.left[i-s.from]), s.kid(s.right[i-s.from]), s.kids[i-s.from]
		if s0.Quote != s1.Quote {
			quotes |= 2
		}
	}
	if s.next < s.to {
		lb = s.kid(s.left[s.next-s.from])
	}
	t := func(x *token.Token) uint32 { return uint32(x.Tag) }
	p0, p1, p2, q0, q1, q2 := t(s0), t(s1), t(s2), t(b0), t(b1), t(b2)
	m := linear.Mix
	return append(f,
		m(1, m(s0.Low, p0)), m(2, p0|p1<<5), m(3, m(s1.Low, p1)),
		m(4, m(b0.Low, q0)), m(5, q0), m(6, m(b1.Low, q1)),
		m(7, p0|q0<<5), m(8, m(s0.Low, b0.Low)), m(9, m(s0.Low, q0|p0<<5)), m(10, m(b0.Low, p0|q0<<5)),
		m(11, p0|p1<<5|q0<<10), m(12, p0|p1<<5|p2<<10), m(13, p0|q0<<5|q1<<10), m(14, q0|q1<<5|q2<<10),
		m(15, m(s1.Low, s0.Low)), m(16, m(s1.Low, p0|p1<<5)), m(17, m(s0.Low, p0|p1<<5)),
		m(18, p0|q0<<5|t(l0)<<10|t(r0)<<15), m(19, p0|q0<<5|t(lb)<<10), m(20, p0|p1<<5|t(r1)<<10),
		m(21, p0|p1<<5|t(l0)<<10), m(22, p0|p1<<5|t(r0)<<10), m(23, p0|p1<<5|t(l1)<<10|t(r1)<<15),
		m(24, p0|q0<<5|gap<<10), m(25, m(s0.Low, gap)), m(26, m(b0.Low, gap)),
		m(27, p0|uint32(k0[0])<<8|uint32(k0[1])<<16), m(28, p1|uint32(k1[0])<<8|uint32(k1[1])<<16),
		m(29, quotes|p0<<5|q0<<10|p1<<15), m(30, p0|p1<<5|q0<<10|q1<<15), m(31, m(b2.Low, q0)),
		m(32, m(s0.Low, t(r0)|q0<<8)), m(33, m(b1.Low, p0|q0<<5)), m(34, m(s2.Low, p0|p1<<5)),
		m(35, p0|p1<<5|q0<<10|t(r0)<<15|t(r1)<<20), m(36, m(s1.Low, q0|p0<<5)),
		m(37, m(s0.Lemma, m(b0.Lemma, 1))), m(38, m(m(s1.Low, b0.Low), p0)), m(39, m(r0.Low, p0|q0<<5)),
	)
}

// RelFeatures appends the features of the relation between token i and its
// head.
func RelFeatures(f []uint32, d *token.Doc, i, from, to int) []uint32 {
	t := &d.Tokens[i]
	h, far := &nothing, uint32(0)
	if t.Head >= 0 {
		h = &d.Tokens[t.Head]
		far = uint32(min(5, max(-5, i-int(t.Head))) + 6)
	}
	near := func(j int) *token.Token {
		if j < from || j >= to {
			return &nothing
		}
		return &d.Tokens[j]
	}
	side := far / 6
	p1, n1 := near(i-1), near(i+1)
	g, x := uint32(h.Tag), uint32(t.Tag)
	m := linear.Mix
	return append(f,
		m(1, x|g<<5|side<<10), m(2, m(t.Low, g|side<<5)), m(3, m(h.Low, x|side<<5)), m(4, m(t.Low, h.Low)),
		m(5, x|g<<5|far<<10), m(6, x|g<<5|uint32(p1.Tag)<<10|side<<15), m(7, x|g<<5|uint32(n1.Tag)<<10|side<<15),
		m(8, m(h.Lemma, x|side<<5)), m(9, m(t.Lemma, side)), m(10, m(h.Lemma, m(p1.Low, x|side<<5))),
		m(11, m(n1.Low, x|g<<5)), m(12, m(p1.Low, x|g<<5)), m(13, uint32(t.Quote^h.Quote)&1|x<<5|g<<10|side<<15),
		m(14, uint32(t.Name)|x<<5|g<<10|side<<15), m(15, uint32(h.Class)<<8|x<<2|side),
	)
}
