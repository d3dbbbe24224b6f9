package ask

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/lexicon"
)

// except reads "anyone but Solheim", "who other than the mayor": whose words are not
// asked for.
func (q *question) except() {
	for i := 1; i < len(q.ws); i++ {
		n := q.any(i, "except")
		if n == 0 || !q.is(i-1, "generic", "who") && q.base(i-1) != "else" {
			if n = q.any(i, "except-"+q.lang); n == 0 {
				continue
			}
		}
		at := i + n
		found, k := q.nameAt(at)
		for found != nil {
			q.out.Except = append(q.out.Except, found...)
			at += k
			q.mark(i, at, noise)
			next := at
			if q.is(next, "joiner") || q.free(next, next+1) && lexicon.For(q.lang).Has("and", q.lower(next)) {
				next++
			}
			if next == at && (at == len(q.ws) || q.ws[at].sep != ", ") {
				return
			}
			if found, k = q.nameAt(next); found != nil {
				q.mark(at, next, noise)
				at = next
			}
		}
	}
}

// excepted reports whether f was said by somebody whose words are not asked for.
func excepted(q statements.Query, f statements.Found) bool {
	return slices.ContainsFunc(q.Except, func(s statements.Speaker) bool { return s.ID != 0 && s.ID == f.SpeakerID })
}
