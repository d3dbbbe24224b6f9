package ask

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

// addressee drops whom a demand goes to, words [i, j), where that is anybody:
// "ask the public to". The news has "people" for it, or nobody at all.
func (q *question) addressee(i, j int) {
	for k := i; k < j; k++ {
		if q.is(k, "audience") {
			q.mark(k, k+1, noise)
		}
	}
}
