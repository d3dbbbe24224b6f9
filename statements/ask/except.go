package ask

import (
	"slices"

	"onrecord/statements"
)

// except reads "anyone but Solheim", "who other than the mayor": whose words are not
// asked for.
func (q *question) except() {
	for i := 1; i < len(q.ws); i++ {
		n := q.any(i, "except")
		if n == 0 || !q.is(i-1, "generic", "who") && q.base(i-1) != "else" {
			continue
		}
		found, k := q.nameAt(q.first(i + n))
		if found == nil {
			continue
		}
		q.out.Except = append(q.out.Except, found...)
		q.mark(i, q.first(i+n)+k, noise)
		return
	}
}

// excepted reports whether f was said by somebody whose words are not asked for.
func excepted(q statements.Query, f statements.Found) bool {
	return slices.ContainsFunc(q.Except, func(s statements.Speaker) bool { return s.ID != 0 && s.ID == f.SpeakerID })
}
