package tag

import (
	"onrecord/statements/model/linear"
	"onrecord/statements/model/token"
)

// Tagger gives tokens their part of speech, kind of name and lemma.
type Tagger struct {
	Tags  linear.Rows
	Names linear.Rows
	Sure  *Lookup // words that have one part of speech
	Words *Words
}

// width of the features of one token.
const (
	TagWidth  = 24
	NameWidth = 28
)

// Run tags the whole of d.
func (g *Tagger) Run(d *token.Doc) {
	var f [TagWidth]uint32
	var nf [NameWidth]uint32
	for s := 0; s+1 < len(d.Sents); s++ {
		from, to := int(d.Sents[s]), int(d.Sents[s+1])
		for i := from; i < to; i++ {
			t := &d.Tokens[i]
			if sure, ok := g.Fixed(d, i); ok {
				t.Tag = sure
				continue
			}
			var scores [Tags]int32
			g.Tags.Add(scores[:], TagFeatures(f[:0], d, i, from, to))
			t.Tag = best(scores[1:WRB+1]) + 1
		}
		for i := from; i < to; i++ {
			d.Tokens[i].Lemma, d.Tokens[i].Class = g.Words.Lemma(d, i)
		}
		for i := from; i < to; i++ {
			if !Nameable(d, i, from, to) {
				continue
			}
			var scores [Names]int32
			g.Names.Add(scores[:], NameFeatures(nf[:0], d, i, from, to))
			d.Tokens[i].Name = best(scores[:When+1])
		}
	}
}

// Fixed gives the tag of a token that needs no model.
func (g *Tagger) Fixed(d *token.Doc, i int) (uint8, bool) {
	t := &d.Tokens[i]
	switch t.Shape {
	case token.Punct:
		return punct(d.Word(i)), true
	case token.Number:
		if w := d.Word(i); w[len(w)-1] >= '0' && w[len(w)-1] <= '9' {
			return CD, true
		}
	case token.Handle, token.Address:
		return NNP, true
	}
	if t.Shape == token.Lower || t.Shape == token.Title {
		sure, ok := g.Sure.Find(t.Low)
		return uint8(sure), ok
	}
	return 0, false
}

func punct(w string) uint8 {
	switch w {
	case "&":
		return CC
	case "%":
		return NN
	case "'", "’":
		return PUNCT
	}
	return PUNCT
}

// Nameable reports whether token i can be part of a name.
func Nameable(d *token.Doc, i, from, to int) bool {
	t := &d.Tokens[i]
	switch t.Shape {
	case token.Lower, token.Number, token.Punct:
		if i == from || d.Tokens[i-1].Name == NoName {
			return false
		}
		return d.Tokens[i-1].Name == When || i+1 < to && d.Tokens[i+1].Shape != token.Lower && d.Tokens[i+1].Shape != token.Punct
	case token.Address:
		return false
	}
	return t.Tag != PRP && t.Tag != PRPS && t.Tag != MD
}

func best(scores []int32) uint8 {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return uint8(b)
}
