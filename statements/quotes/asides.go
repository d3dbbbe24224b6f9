package quotes

import "onrecord/statements/text"

// longestAside is how many tokens a cue between two commas has at most.
const longestAside = 12

// Asides cuts quotations at a cue between two commas inside their marks, as
// French sets it: « Cette chèvre, explique le maire, ne mord pas. » reports
// says whether a lower-case word is a verb of saying, begins whether its
// subject may begin with a word.
func Asides(toks []text.Token, qs []Quote, reports func(lower string) bool, begins func(text.Token) bool) []Quote {
	out := make([]Quote, 0, len(qs))
	for _, q := range qs {
		if from, to := asideIn(toks, q, reports, begins); from > 0 {
			head, tail := q, q
			head.End, head.Unclosed = from, false
			head.Inner.End, head.Outer.End = toks[from-1].End, toks[from-1].End
			tail.First, tail.Continues = to+1, false
			tail.Inner.Start, tail.Outer.Start = toks[to+1].Start, toks[to+1].Start
			if tail.Inner.Start < tail.Inner.End {
				out = append(out, head, tail)
				continue
			}
		}
		out = append(out, q)
	}
	return out
}

// asideIn gives the commas around a cue inside a quotation; 0 is none.
func asideIn(toks []text.Token, q Quote, reports func(string) bool, begins func(text.Token) bool) (from, to int) {
	for i := q.First + 2; i+3 < q.End; i++ {
		if toks[i].Lower != "," || toks[i+1].Cap || !reports(toks[i+1].Lower) || !begins(toks[i+2]) {
			continue
		}
		for k := i + 3; k < min(q.End-2, i+longestAside); k++ {
			if toks[k].Lower == "," {
				return i, k
			}
			if toks[k].Kind == text.Mark && toks[k].Lower != "." && toks[k].Lower != "-" {
				break
			}
		}
	}
	return 0, 0
}
