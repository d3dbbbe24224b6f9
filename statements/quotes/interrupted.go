package quotes

import (
	"onrecord/statements"
	"onrecord/statements/text"
)

// Interrupted cuts quotations at a cue that stands inside their marks, as
// Russian sets it: «Мы успеем, — заявила она. — Деньги есть». reports says
// whether a lower-case word is a verb of saying.
func Interrupted(toks []text.Token, qs []Quote, reports func(lower string) bool) []Quote {
	out := make([]Quote, 0, len(qs))
	for _, q := range qs {
		from, to := interruption(toks, q, reports)
		if from == 0 {
			out = append(out, q)
			continue
		}
		head := q
		head.End, head.Unclosed = from, false
		head.Inner.End, head.Outer.End = toks[from-1].End, toks[from-1].End
		out = append(out, head)
		if to > 0 && to+1 < q.End {
			tail := q
			tail.First, tail.Continues = to+1, false
			tail.Inner = statements.Span{Start: toks[to+1].Start, End: q.Inner.End}
			tail.Outer.Start = toks[to+1].Start
			if tail.Inner.Start < tail.Inner.End {
				out = append(out, tail)
			}
		}
	}
	return out
}

// interruption gives the dash before a cue inside a quotation and the dash
// after it; 0 is none.
func interruption(toks []text.Token, q Quote, reports func(string) bool) (from, to int) {
	for i := q.First + 2; i+1 < q.End; i++ {
		if !dash(toks[i]) || !pause(toks[i-1]) {
			continue
		}
		if from == 0 {
			if reports(toks[i+1].Lower) {
				from = i
			}
			continue
		}
		return from, i
	}
	return from, 0
}

func dash(t text.Token) bool { return t.Lower == "—" || t.Lower == "–" }

func pause(t text.Token) bool {
	switch t.Lower {
	case ",", "!", "?", "…", ".", "...":
		return true
	}
	return false
}
