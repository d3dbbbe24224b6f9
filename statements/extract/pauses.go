package extract

import "strings"

// quoteEndsBefore gives the quotation that the sentence before ends with, when
// it may belong to a cue at the front of this one: “Is it late?” Lee asked.
func (r *reading) quoteEndsBefore() int {
	if r.n == 0 || r.d.first(r.n) {
		return -1
	}
	prev := &r.d.sents[r.n-1]
	last := len(prev.Items) - 1
	if last < 0 || !prev.IsQuote(last) {
		return -1
	}
	q := prev.Items[last].Quote
	if r.d.taken[q] || !r.d.pauses(q) {
		return -1
	}
	return q
}

// pauses reports whether a quotation ends with a mark before its closing one,
// as speech does before a cue.
func (d *document) pauses(q int) bool {
	t := strings.TrimRight(d.quotes[q].Inner.Of(d.src), " '’\"”)]")
	if t == "" {
		return false
	}
	switch t[len(t)-1] {
	case ',', '?', '!', '.', '-':
		return true
	}
	n := len(t)
	return n > 3 && (t[n-3:] == "…" || t[n-3:] == "—" || t[n-3:] == "–")
}
