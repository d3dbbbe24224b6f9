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
		if !q.ownerBut(i, name) {
			continue
		}
		w.base, w.poss = name, true
		w.End--
	}
}

// ownerBut reports whether word i is name but for its last letter, and no name or word
// as it stands: a land, or somebody on record.
func (q *question) ownerBut(i int, name string) bool {
	known := func(words string) bool { return len(q.spelled(words, q.lookUp(words))) > 0 }
	whole := q.cut(i, i+1)
	if q.isState(i, i+1) || known(whole) {
		return false
	}
	if _, _, state := q.d.lexicon.StateOf(name); state {
		return true
	}
	return !isEnglish(q.base(i)) && !isEnglish(name) && known(whole[:len(whole)-1])
}

// shortestName is how many letters a surname has at least to be told without its
// apostrophe.
const shortestName = 3
