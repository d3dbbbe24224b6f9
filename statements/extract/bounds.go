package extract

import (
	"strings"

	"onrecord/statements/lexicon"
)

// contentEnd gives the item where content from item from on ends: the
// sentence's stop, or where a later frame takes over.
func (r *reading) contentEnd(from, next int) int {
	end := r.s.Last()
	for k := from; k < end; k++ {
		if r.used[k] {
			end = k
			break
		}
	}
	if r.s.Headline {
		end = r.beforeAs(from, end)
	}
	for i := range r.frames {
		f := &r.frames[i]
		if f.First <= from || f.First >= end || f.done {
			continue
		}
		if f.whole.First < from && f.whole.End > from && f.whole.End <= end {
			// "Lee, who says it is late, said": the clause is part of a source.
			end = f.whole.End
			continue
		}
		switch {
		case f.shared >= 0 && f.Shared && r.s.Mark(f.First-1, ",", "—", "–", "―", "--"):
			end = f.First - 1
		case f.shared >= 0 && f.Shared && r.s.IsQuote(f.First-1):
			end = f.First // the comma stands inside the marks
		case f.shared >= 0 && f.Coordinated && r.s.Is(f.First-1, lexicon.Coordinator) && r.sameTense(f) && !r.thinksOn(f, from):
			end = f.First - 1
		case f.shared < 0 && f.first > from && (r.turns(f.first) || r.s.Headline && f.sourced && !f.right && r.s.Mark(f.first-1, ",")), f.aside && f.first > from && r.s.Mark(f.first-1, ","):
			end = f.first - 1
		}
	}
	return end
}

// sameTense reports whether a coordinated verb is in the form of the one whose
// subject it shares: "announced … and urged", not "said they met and urge".
func (r *reading) sameTense(f *frame) bool {
	return f.Verb.Form == r.frames[f.shared].Verb.Form
}

// turns reports whether another speaker's clause begins at item i: after a
// semicolon, or after a comma and "while" or "but".
func (r *reading) turns(i int) bool {
	if r.s.Mark(i-1, ";") {
		return true
	}
	if q := i - 2; r.s.Lex.Has("turn", r.s.Lower(i-1)) && r.s.IsQuote(q) && strings.HasSuffix(strings.TrimSpace(r.d.quotes[r.s.Items[q].Quote].Inner.Of(r.d.src)), ",") {
		return true // “before the spring,” though others said
	}
	return r.s.Lex.Has("turn", r.s.Lower(i-1)) && r.s.Mark(i-2, ",", "—", "–", "―", "--", "-")
}

// thinksOn reports whether a coordinated verb goes on with what somebody says
// of himself: "said he was late but saw no way out".
func (r *reading) thinksOn(f *frame, from int) bool {
	return f.Verb.Class == lexicon.Stance && r.s.Is(from, lexicon.PronounM|lexicon.PronounF) && !r.s.Mark(f.First-2, ",")
}

// beforeAs gives the item where what a headline reports ends, before what
// happened meanwhile: "Lee says worst is over as yard cuts 300 jobs". What
// follows must be a clause and not what something is called.
func (r *reading) beforeAs(from, end int) int {
	for k := from + 1; k+3 < end; k++ {
		if !r.s.Lex.Has("meanwhile", r.s.Lower(k)) || !r.s.IsQuote(k-1) && k-from < 3 || r.s.Is(k+1, lexicon.Determiner|lexicon.Adverb|lexicon.Preposition) {
			continue
		}
		for v := k + 2; v < end; v++ {
			if l := r.s.Lower(v); r.s.Word(v) && !r.s.Items[v].Cap && strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss") && r.s.Word(v+1) {
				return k
			}
		}
	}
	return end
}
