package ask

import "strings"

// apostrophes reads names as owners where the apostrophe was left out: "Solheims
// reaction". A name that has its "s" itself stays: "Sanders remarks".
func (q *question) apostrophes() {
	for i := range q.ws {
		w := &q.ws[i]
		name, ok := strings.CutSuffix(w.base, "s")
		if !ok || w.poss || len(name) < shortestName || !q.free(i, i+2) || !q.is(i+1, "speech") && !isRole(q.d.lexicon, q.base(i+1)) || q.is(i, "stop", "wh", "aux", "speech", "generic") {
			continue
		}
		whole := q.cut(i, i+1)
		cut := whole[:len(whole)-1]
		_, _, state := q.d.lexicon.StateOf(name)
		if q.isState(i, i+1) || !state && (isEnglish(w.base) || isEnglish(name)) || len(q.spelled(whole, q.lookUp(whole))) > 0 || !state && len(q.spelled(cut, q.lookUp(cut))) == 0 {
			continue
		}
		w.base, w.poss = name, true
		w.End--
	}
}

// shortestName is how many letters a surname has at least to be told without its
// apostrophe.
const shortestName = 3
