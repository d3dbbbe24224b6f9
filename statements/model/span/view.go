package span

import (
	"onrecord/statements/model/linear"
	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
)

var mix = linear.Mix

// View is a document with what the features of cues and roles look up often.
type View struct {
	*token.Doc
	before  []counts    // what stands before a token; one more than there are tokens
	subj    []int32     // the noun, name or pronoun before it in its sentence; -1 is none
	object  []int32     // the one after it
	verb    []int32     // the verb before it
	clause  []int32     // the verb after it that has its own subject, or any
	frame   []uint32    // what surrounds it, as bits
	quoteOf []quotation // by number
}

// counts says how many of them stand before a token.
type counts struct {
	commas, marks, verbs, chunks, preps, subs int16
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

// Look prepares d, which must be tagged.
func Look(d *token.Doc) *View {
	n := len(d.Tokens)
	links := make([]int32, 4*n)
	v := &View{
		Doc: d, before: make([]counts, n+1), frame: make([]uint32, n), quoteOf: make([]quotation, d.Quotes+1),
		subj: links[:n], object: links[n : 2*n], verb: links[2*n : 3*n], clause: links[3*n:],
	}
	for i := range d.Tokens {
		v.count(i)
	}
	for s := 0; s+1 < len(d.Sents); s++ {
		v.link(int(d.Sents[s]), int(d.Sents[s+1]))
	}
	return v
}

func (v *View) count(i int) {
	t := &v.Tokens[i]
	c := v.before[i]
	if t.Low == lowComma {
		c.commas++
	}
	if t.Mark != token.NoMark {
		c.marks++
	}
	if tag.IsVerb(t.Tag) || t.Tag == tag.MD {
		c.verbs++
	}
	if nominal(t.Tag) && (i == 0 || !nominal(v.Tokens[i-1].Tag)) {
		c.chunks++
	}
	if t.Tag == tag.IN || t.Tag == tag.TO {
		c.preps++
	}
	if subordinates(t) {
		c.subs++
	}
	v.before[i+1] = c
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

// nominal reports whether g can head a subject or an object.
func nominal(g uint8) bool {
	switch g {
	case tag.NN, tag.NNS, tag.NNP, tag.PRP, tag.WP, tag.WDT, tag.EX:
		return true
	}
	return false
}

func subordinates(t *token.Token) bool {
	switch t.Tag {
	case tag.WDT, tag.WP, tag.WRB:
		return true
	}
	return t.Low == lowThat && t.Tag == tag.IN
}

// link finds the nouns and verbs around each token of the sentence from..to.
func (v *View) link(from, to int) {
	noun, verb := int32(-1), int32(-1)
	for i := from; i < to; i++ {
		v.subj[i], v.verb[i] = noun, verb
		g := v.Tokens[i].Tag
		if nominal(g) {
			noun = int32(i)
		}
		if tag.IsVerb(g) {
			verb = int32(i)
		}
	}
	noun, verb = -1, -1
	for i := to - 1; i >= from; i-- {
		v.object[i], v.clause[i] = noun, verb
		g := v.Tokens[i].Tag
		if nominal(g) {
			noun = int32(i)
		}
		if (tag.IsVerb(g) || g == tag.MD) && i > from && !group(v.Tokens[i-1].Tag) {
			verb = int32(i)
		}
	}
	for i := from; i < to; i++ {
		v.frame[i] = v.surround(i, from, to)
	}
}

// group reports whether a verb after g goes on with the same group ("will
// have said").
func group(g uint8) bool { return tag.IsVerb(g) || g == tag.MD || g == tag.TO || g == tag.RB }

// surround says how token i stands among the nouns, verbs and marks of its
// sentence from..to.
func (v *View) surround(i, from, to int) uint32 {
	f := uint32(0)
	if s := v.subj[i]; s >= 0 {
		f |= 1 << between(v.before[s+1], v.before[i])
	}
	if o := v.object[i]; o >= 0 {
		f |= 1 << 4 << between(v.before[i+1], v.before[o])
	}
	if c := v.clause[i]; c >= 0 {
		b := v.before[c]
		a := v.before[i+1]
		if b.subs > a.subs {
			f |= 1 << 8
		}
		if b.chunks > a.chunks {
			f |= 1 << 9
		}
		if b.marks > a.marks {
			f |= 1 << 10
		}
		if b.commas > a.commas {
			f |= 1 << 11
		}
		f |= 1 << 12
	}
	if h := v.verb[i]; h >= 0 {
		f |= 1 << 13 << between(v.before[h+1], v.before[i])
	}
	return f
}

// between says what stands between two places: a verb, a mark of any kind, a
// preposition or a word that begins a clause, or nothing of these.
func between(a, b counts) int {
	switch {
	case b.verbs > a.verbs:
		return 3
	case b.commas > a.commas || b.marks > a.marks:
		return 2
	case b.preps > a.preps || b.subs > a.subs:
		return 1
	}
	return 0
}

var border = token.Token{Low: 5, Lemma: 5, Tag: 31, Shape: token.Punct}

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
