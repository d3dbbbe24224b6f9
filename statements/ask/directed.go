package ask

import "strings"

// directed is the "to" or "for" of "ask the drivers to wait", "ask for time",
// where the verb at i demands something; 0 where it is none: "ask about".
func (q *question) directed(i int) int {
	if q.base(i) == "ask" && q.base(i+1) == "for" {
		return i + 1
	}
	for k := i + 2; k < i+maxName && q.free(i, k+1) && !q.is(k, "about"); k++ {
		if q.base(k) == "to" {
			return k
		}
	}
	return 0
}

// answering drops what somebody answers, by its name, after the verb at i: of
// "answer the criticism that aid was slow" only the aid is looked for.
func (q *question) answering(i int) {
	switch stem(q.base(i)) {
	case "answer", "respond", "react", "repli", "counter", "rebut":
	default:
		return
	}
	k := i + 1
	for k < i+6 && q.free(k, k+1) && !q.is(k, "charge", "about") {
		k++
	}
	if q.free(k, k+1) && q.is(k, "charge") {
		q.mark(k, k+1, noise)
	}
}

// saidSorry is the "sorry" of "say sorry", of which the verb stands at i; 0 where
// there is none.
func (q *question) saidSorry(i int) int {
	for k := i; k <= i+1; k++ {
		if q.base(k) == "sorry" && stem(q.base(k-1)) == "say" && q.free(k, k+1) {
			return k
		}
	}
	return 0
}

// told drops whom somebody told something, the words at i up to what it was
// about: "tell reporters about". Who has a name is looked for, and so is a body of
// which nothing else is asked: "tell the inquiry".
func (q *question) told(i int) {
	k := i
	for k < i+3 && q.free(k, k+1) && !q.is(k, "about") && (!q.ws[k].cap || q.initialsOfSeveral(k) || q.shouted(k) && len(q.base(k)) > 1) {
		k++
	}
	if k > i && q.is(k, "about") {
		q.mark(i, k, noise)
	}
}

// initialsOfSeveral reports whether word i is an acronym of several: "MPs".
func (q *question) initialsOfSeveral(i int) bool {
	w, ok := strings.CutSuffix(q.ws[i].Of(q.raw), "s")
	return ok && len(w) > 1 && w == strings.ToUpper(w)
}

// addressee drops whom a demand goes to, words [i, j), where that is anybody:
// "ask the public to". The news has "people" for it, or nobody at all.
func (q *question) addressee(i, j int) {
	for k := i; k < j; k++ {
		if q.is(k, "audience") {
			q.mark(k, k+1, noise)
		}
	}
}
