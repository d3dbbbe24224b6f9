package ask

import (
	"strings"

	"onrecord/statements"
)

// accordingTo reads "according to X".
func (q *question) accordingTo() bool {
	for i := range q.ws {
		n, ok := q.has(i, "according to")
		if ok && q.names(i+n, true) {
			q.mark(i, i+n, noise)
			return true
		}
		whose := 0
		if ok && owned[q.base(i+n)] {
			whose = 1 // "according to their union"
		}
		k := q.roleAt(i + n + whose)
		if k == 0 && ok {
			k = q.somebodyAt(i + n)
		}
		if ok && k > 0 {
			q.mark(i+n, i+n+whose, noise)
			q.take(i+n+whose, k, nil)
			q.mark(i, i+n, noise)
			return true
		}
	}
	return false
}

// somebodyAt is how many words from i on stand for somebody by a noun that is no
// role of people, to the end of the question or of its clause: "the manufacturer".
func (q *question) somebodyAt(i int) int {
	k := i
	for k < i+4 && q.free(k, k+1) && !q.is(k, "about", "aux", "wh") && !(k > i && strings.ContainsAny(q.ws[k].sep, ",;:?!")) {
		k++
	}
	if q.base(i) != "the" || k < i+2 || k == i+4 {
		return 0
	}
	return k - i
}

// citing reads "what did the Herald quote X as saying": X said it, and the Herald
// is where.
func (q *question) citing() bool {
	for i := range q.ws {
		switch stem(q.base(i)) {
		case "quot", "cite", "report":
		default:
			continue
		}
		found, n := q.nameAt(i + 1)
		if k := q.roleAt(i + 1); found == nil && k > 0 {
			n = k
		}
		as := q.base(i+1+n) == "as" && stem(q.base(i+2+n)) == "say"
		on := stem(q.base(i)) == "quot" && q.is(i+1+n, "about") && i > 1 // "how did the Herald quote Lee on"
		if n == 0 || !as && !on {
			continue
		}
		q.take(i+1, n, found)
		q.mark(i, i+1, noise)
		if as {
			q.mark(i+1+n, i+3+n, noise)
		}
		for k := range i { // who cites is no topic
			if q.free(k, k+1) {
				q.mark(k, k+1, noise)
			}
		}
		return true
	}
	return false
}

// possessive reads "X's position".
func (q *question) possessive() bool {
	for i := range q.ws {
		if !q.ws[i].poss || !q.free(i, i+1) {
			continue
		}
		noun := i + 1
		for noun <= i+2 && q.free(noun, noun+1) && !q.is(noun, "speech", "about") {
			noun++ // "X's monster remark"
		}
		if !q.is(noun, "speech") || isRole(q.d.lexicon, q.base(noun+1)) || noun > i+1 && isRole(q.d.lexicon, q.base(i+1)) || q.doneTo(i) {
			continue
		}
		role := q.describedTo(i)
		for from := max(0, i-maxName+1); from <= i && !(role >= 0 && role < from); from++ {
			if found, n := q.nameAt(from); found != nil && from+n == i+1 {
				q.take(from, n, found)
				q.noun(noun)
				return true
			}
		}
		if role >= 0 {
			q.take(role, i+1-role, nil)
			q.noun(noun)
			return true
		}
		if q.ws[i].cap && !q.ofRole(i+1) && (!q.isState(i, i+1) || noun == i+1) {
			from := i
			for q.free(from-1, from) && q.ws[from-1].cap && !q.is(from-1, "stop", "wh", "aux") {
				from--
			}
			q.take(from, i+1-from, q.misspelt(from, i+1-from))
			q.noun(noun)
			return true
		}
	}
	return false
}

// doneTo reports whether what somebody has, word i, is what another does
// something to: "how does Solheim see the envoy's speech".
func (q *question) doneTo(i int) bool {
	aux := q.first(0)
	for aux < i && !q.is(aux, "aux") {
		aux = q.first(aux + 1)
	}
	if aux >= i || q.is(aux, "be") {
		return false
	}
	n := q.roleAt(aux + 1)
	if found, k := q.nameAt(aux + 1); found != nil {
		n = max(n, k)
	}
	return n > 0 && aux+1+n < i && !q.ws[aux+n].poss
}

// nounBy reads "remarks by X", "the position of X", "anything from X".
func (q *question) nounBy() bool {
	for i := range q.ws {
		speech, tidings := q.is(i, "speech"), q.is(i, "tidings") && q.landAt(i+2) == 0
		if !speech && !tidings && !q.is(i, "generic") {
			continue
		}
		if n := q.landAt(i + 2); n > 0 && q.is(i, "reacting") && q.base(i+1) == "from" {
			q.take(i+2, n, nil) // "reaction from London to the raids"
			q.mark(i, i+2, noise)
			return true
		}
		sure := false
		switch q.base(i + 1) {
		case "by":
			sure = speech
		case "from":
			sure = speech && q.landAt(i+2) == 0
		case "of":
			if tidings {
				continue
			}
			sure = q.is(i, "uttered") && q.landAt(i+2) == 0
		default:
			continue
		}
		if n := q.roleAt(i + 2); n > 0 && q.d.is(q.base(i), "speech") {
			if found, k := q.nameAt(i + 2); found == nil || k < n {
				q.take(i+2, n, nil)
				q.noun(i)
				q.mark(i+1, i+2, noise)
				return true
			}
		}
		if q.whose(i+2, sure) {
			if tidings {
				q.out.Order = statements.NewestFirst
			}
			q.noun(i)
			q.mark(i+1, i+2, noise)
			return true
		}
	}
	return false
}

// whose takes whoever stands at i, behind "remarks by"; where sure is set, somebody
// does, also if it is a noun that is no role on record: "the lamp lighter".
func (q *question) whose(i int, sure bool) bool {
	n := q.somebodyAt(i)
	if !sure || n == 0 {
		return q.names(i, sure)
	}
	if !q.names(i, false) {
		q.take(i, n, nil)
	}
	return true
}

// noun reads a noun of speech like a verb: "demands" asks for demands.
func (q *question) noun(i int) {
	q.mark(i, i+1, noise)
	if name, ok := q.d.actOf[stem(q.base(i))]; ok {
		q.act(i, name)
	}
}
