package ask

// acts reports whether whoever stands at j does something else than speak:
// "why won't Norvania open the border?" asks what anybody says of it.
func (q *question) acts(j int) bool {
	n := q.landAt(j)
	if n == 0 {
		_, n = q.nameAt(j)
	}
	n = max(n, q.capitals(j))
	if k := q.roleAt(j); n == 0 && k > 0 && !q.ws[j+k-1].poss {
		next := q.adverbs(j + k)
		return q.free(next, next+1) && !q.reports(next) && !q.ws[next].cap && !q.is(next, "stop", "aux", "joiner", "about", "speech", "speechlike")
	}
	if n > 0 && q.ws[j+n-1].poss {
		return q.thingOf(j + n)
	}
	if n == 0 || q.hasRole(q.cut(j, min(j+n+3, len(q.ws)))) || q.joins(j+n) {
		return false
	}
	next := q.adverbs(j + n)
	return q.free(next, next+1) && !q.reports(next) && !q.is(next, "stop", "aux", "joiner", "about", "speech", "speechlike", "light")
}

// thingOf reports whether what somebody has, from word i on, does something else than
// speak: "how will Norvania's relief money be shared" asks for no words of Norvania's.
func (q *question) thingOf(i int) bool {
	if q.is(i, "stop") && !q.is(i, "aux", "about", "joiner") {
		i++ // "Norvania's new party"
	}
	k := i
	for ; k < i+maxName && q.free(k, k+1) && !q.is(k, "stop", "aux", "about", "joiner"); k++ {
		if q.ws[k].cap || q.ws[k].poss || k > i && q.reports(k) || q.is(k, "speech", "speechlike") {
			return false
		}
	}
	return k > i && !isRole(q.d.lexicon, q.base(k-1)) && !q.reports(q.adverbs(k))
}

// joins reports whether a comma or "and" and another name come at word i, and a verb
// of saying after the last: "what did Norvania, Calder and the Fjordbank demand".
func (q *question) joins(i int) bool {
	more := false
	for q.free(i, i+2) && (q.is(i, "joiner") || q.ws[i].sep == ", ") {
		if q.is(i, "joiner") {
			i++
		}
		n := q.capitals(i)
		if n == 0 {
			return false
		}
		i, more = i+n, true
	}
	return more && q.reports(q.adverbs(i))
}
