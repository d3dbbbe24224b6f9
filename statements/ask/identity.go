package ask

// identity reads "who is Ann Lee", with "who" at i: what the one said who has the
// name, or bears the role, tells who it is. Nothing else may follow: "who is the
// minister against" asks for others.
func (q *question) identity(i int) bool {
	j := i + 1
	if !q.ws[i].poss { // "who's"
		if !q.is(j, "be") {
			return false
		}
		j++
	}
	found, n := q.nameAt(j)
	if found == nil {
		if n = q.roleAt(j); n == 0 {
			n = q.capitals(j)
		}
		if n == 0 || q.isState(j, j+n) {
			return false
		}
		found = q.misspelt(j, n)
	}
	if j+n < len(q.ws) && q.first(j+n) < len(q.ws) {
		return false
	}
	q.mark(i, j, noise)
	q.take(j, n, found)
	return true
}
