package span

import (
	"onrecord/statements/model/linear"
	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
	"onrecord/statements/model/tree"
)

var mix = linear.Mix

// View is a document with what the features of cues and roles look up often.
type View struct {
	*token.Doc
	kids   []uint32 // relations of the tokens that hang on it, to the left and to the right
	subj   []int32  // its subject, or that of the verb it is coordinated with; -1 is none
	clause []int32  // its clausal complement or, failing that, its object; -1 is none
	that   []bool   // its clause begins with "that"
	// how many of them stand before a token
	commas, marks, verbs []int16
	quoteOf              []quotation // by number
}

// quotation is a stretch between marks.
type quotation struct {
	from, to int32 // tokens, both marks included; to is exclusive
	words    int32
}

var (
	lowThat  = token.Hash("that")
	lowComma = token.Hash(",")
	lowTo    = token.Hash("to")
	lowColon = token.Hash(":")
)

// Look prepares d, which must be tagged and parsed.
func Look(d *token.Doc) *View {
	n := len(d.Tokens)
	v := &View{
		Doc: d, kids: make([]uint32, n), subj: make([]int32, n), clause: make([]int32, n), that: make([]bool, n),
		commas: make([]int16, n+1), marks: make([]int16, n+1), verbs: make([]int16, n+1), quoteOf: make([]quotation, d.Quotes+1),
	}
	for i := range n {
		v.subj[i], v.clause[i] = -1, -1
	}
	for i := range d.Tokens {
		v.count(i)
		v.hang(i)
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if v.subj[i] < 0 && t.Head >= 0 && (t.Rel == tree.Conj || t.Rel == tree.Xcomp || t.Rel == tree.Advcl || t.Rel == tree.Ccomp && !tag.IsVerb(t.Tag)) {
			v.subj[i] = v.subj[t.Head]
		}
	}
	return v
}

func (v *View) count(i int) {
	t := &v.Tokens[i]
	v.commas[i+1], v.marks[i+1], v.verbs[i+1] = v.commas[i], v.marks[i], v.verbs[i]
	if t.Low == lowComma {
		v.commas[i+1]++
	}
	if t.Mark != token.NoMark {
		v.marks[i+1]++
	}
	if tag.IsVerb(t.Tag) || t.Tag == tag.MD {
		v.verbs[i+1]++
	}
	if q := &v.quoteOf[t.Quote]; t.Quote > 0 {
		if q.to == 0 {
			q.from = int32(i)
		}
		q.to = int32(i) + 1
		if t.Shape != token.Punct {
			q.words++
		}
	}
}

// hang tells the head of token i about it.
func (v *View) hang(i int) {
	t := &v.Tokens[i]
	h := t.Head
	if h < 0 {
		return
	}
	bit := uint32(1) << t.Rel
	if int(h) < i {
		bit <<= 16
	}
	v.kids[h] |= bit
	switch t.Rel {
	case tree.Subj:
		if v.subj[h] < 0 {
			v.subj[h] = int32(i)
		}
	case tree.Ccomp, tree.Xcomp:
		v.clause[h] = int32(i)
	case tree.Obj:
		if v.clause[h] < 0 {
			v.clause[h] = int32(i)
		}
	case tree.Marker:
		if t.Low == lowThat {
			v.that[h] = true
		}
	}
}

var border = token.Token{Low: 5, Lemma: 5, Tag: 31, Shape: token.Punct, Head: -1}

// near gives token i of the paragraph from..to; outside it is the border.
func (v *View) near(i, from, to int) *token.Token {
	if i < from || i >= to {
		return &border
	}
	return &v.Tokens[i]
}

// bucket makes a distance coarse.
func bucket(n int) uint32 {
	switch {
	case n < 0:
		return 31 - bucket(-n)
	case n < 5:
		return uint32(n)
	case n < 8:
		return 5
	case n < 12:
		return 6
	case n < 20:
		return 7
	case n < 40:
		return 8
	}
	return 9
}

// Quotation gives the tokens of quotation q, its marks included.
func (v *View) Quotation(q int32) (from, to int) {
	return int(v.quoteOf[q].from), int(v.quoteOf[q].to)
}
