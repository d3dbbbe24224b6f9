package tag

import (
	"onrecord/statements/model/linear"
	"onrecord/statements/model/token"
)

// tail hashes the last n bytes of w, in lower case where they are ASCII.
func tail(w string, n int) uint32 {
	if len(w) > n {
		w = w[len(w)-n:]
	}
	h := uint32(n) * 0x9E3779B1
	for i := range len(w) {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// at gives what the features of i see of token i+off: outside the sentence
// it is a border.
func at(d *token.Doc, i, from, to int) *token.Token {
	if i < from {
		return &before
	}
	if i >= to {
		return &after
	}
	return &d.Tokens[i]
}

var (
	before = token.Token{Low: 1, Lemma: 1, Shape: token.Punct}
	after  = token.Token{Low: 2, Lemma: 2, Shape: token.Punct}
)

// TagFeatures appends the features of token i in the sentence from..to. The
// tags of the tokens before it must be known.
func TagFeatures(f []uint32, d *token.Doc, i, from, to int) []uint32 {
	t, w := &d.Tokens[i], d.Word(i)
	p1, p2 := at(d, i-1, from, to), at(d, i-2, from, to)
	n1, n2 := at(d, i+1, from, to), at(d, i+2, from, to)
	t1, t2 := uint32(p1.Tag), uint32(p2.Tag)
	shape := uint32(t.Shape)
	first := uint32(0)
	if i == from || i == from+1 && p1.Shape == token.Punct {
		first = 1
	}
	s3 := tail(w, 3)
	n3 := uint32(0)
	if i+1 < to {
		n3 = tail(d.Word(i+1), 3)
	}
	m := linear.Mix
	f = append(f,
		m(1, t.Low),
		m(2, m(t.Low, shape)),
		m(3, s3),
		m(4, tail(w, 2)),
		m(5, tail(w, 4)),
		m(6, m(shape, first)),
		m(7, t1),
		m(8, t1<<8|t2),
		m(9, m(t1, t.Low)),
		m(10, p1.Low),
		m(11, p2.Low),
		m(12, n1.Low),
		m(13, n2.Low),
		m(14, n3),
		m(15, m(t.Low, n1.Low)),
		m(16, m(p1.Low, t.Low)),
		m(17, m(t1, s3)),
		m(18, m(t1, n1.Low)),
		m(19, shape<<4|uint32(n1.Shape)<<8|uint32(p1.Shape)),
		m(20, m(s3, n3)),
		m(21, m(shape<<1|first, s3)),
		m(22, t1<<16|t2<<8|shape),
	)
	return f
}

// NameFeatures appends the features of token i for its kind of name. All tags
// of the sentence and the names before i must be known.
func NameFeatures(f []uint32, d *token.Doc, i, from, to int) []uint32 {
	t, w := &d.Tokens[i], d.Word(i)
	p1, p2 := at(d, i-1, from, to), at(d, i-2, from, to)
	n1, n2 := at(d, i+1, from, to), at(d, i+2, from, to)
	k1, k2 := uint32(p1.Name), uint32(p2.Name)
	shape := uint32(t.Shape)
	shapes := shape | uint32(n1.Shape)<<4 | uint32(p1.Shape)<<8
	s3 := tail(w, 3)
	m := linear.Mix
	return append(f,
		m(31, t.Low),
		m(32, m(t.Low, shape)),
		m(33, s3),
		m(34, tail(w, 4)),
		m(35, shapes),
		m(36, m(shapes, uint32(t.Tag))),
		m(37, k1),
		m(38, k1<<8|k2),
		m(39, m(k1, t.Low)),
		m(40, p1.Low),
		m(41, n1.Low),
		m(42, m(p1.Low, t.Low)),
		m(43, m(t.Low, n1.Low)),
		m(44, m(k1, shapes)),
		m(45, p2.Low),
		m(46, n2.Low),
		m(47, m(k1, s3)),
		m(48, m(k1, n1.Low)),
		m(49, m(n1.Low, n2.Low)),
		m(50, m(p1.Low, p2.Low)),
		m(51, uint32(t.Tag)|uint32(p1.Tag)<<8|uint32(n1.Tag)<<16),
		m(52, m(shape, n1.Low)),
		m(53, m(shape, p1.Low)),
		m(54, uint32(p1.Class)<<4|uint32(n1.Class)&15),
	)
}
