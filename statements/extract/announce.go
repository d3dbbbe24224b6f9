package extract

import (
	"onrecord/statements"
	"onrecord/statements/lexicon"
)

// announces reads a frame whose sentence ends with a colon before a quotation
// in the next sentence or paragraph: Lee stated: ¶ “It is late.”
func (r *reading) announces(i int) bool {
	f := &r.frames[i]
	last := len(r.s.Items) - 1
	if !r.s.Mark(last, ":") || f.Verb.Class == lexicon.Object || f.Verb.Class == lexicon.Stance || r.n+1 >= len(r.d.sents) {
		return false
	}
	for k := range r.frames {
		if k > i && r.frames[k].First > f.First && !r.frames[k].done {
			return false // the verb nearest to the colon announces
		}
	}
	next := &r.d.sents[r.n+1]
	if len(next.Items) == 0 || !next.IsQuote(0) || next.Para > r.s.Para+1 {
		return false
	}
	q := next.Items[0].Quote
	sp, ok := r.d.inner(q)
	if !ok || r.d.taken[q] {
		return false
	}
	r.d.taken[q] = true
	r.keep(i, "announced", []statements.Span{sp}, f.first, last, [2]int{f.end, last})
	r.out[len(r.out)-1].until = r.n + 1
	return true
}
