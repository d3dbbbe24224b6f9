package extract

import (
	"onrecord/statements"
	"onrecord/statements/cues"
)

// anaphor reports whether the items before item at are nothing but a word for
// the sentence before: "Das teilte die Feuerwehr mit", "Об этом сообщил Ли".
func (r *reading) anaphor(at int) bool {
	for _, phrase := range r.s.Lex.Phrases("anaphor", r.s.Lower(0)) {
		if k, ok := r.s.Match(0, phrase); ok && k == at {
			return true
		}
	}
	return false
}

// pointsBack reads such a sentence: what was said is the sentence before it,
// if that has no cue of its own.
func (r *reading) pointsBack() {
	if r.n == 0 || len(r.frames) == 0 {
		return
	}
	f := &r.frames[0]
	prev := &r.d.sents[r.n-1]
	if !f.right || !r.anaphor(f.Finite) || len(prev.Items) < 4 || prev.Para < r.s.Para-1 || r.d.done[r.n-1] || len(cues.Find(prev)) > 0 {
		return
	}
	if end := r.adjuncts(f); !r.s.Stop(end) && !r.s.Mark(end, ",") || r.d.paras[prev.Para].zone != body {
		return
	}
	if sp, ok := r.d.words(prev, 0, prev.Last()); ok {
		before := reading{d: r.d, n: r.n - 1, s: prev}
		before.take(0, len(prev.Items))
		r.keep(0, "anaphor", []statements.Span{sp}, 0, 0, [2]int{f.end, r.s.Last()})
	}
}
