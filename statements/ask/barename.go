package ask

import (
	"slices"
	"strings"
)

// nameOn reads "X on quotas", "X in Vell on quotas", also where X is nobody whom the
// archive knows: a verb or a name further on is what it is about, "Lee on why Rand
// says no".
func (q *question) nameOn() bool {
	i := q.first(0)
	if !q.free(i, i+2) || q.is(i, "wh", "generic", "speech", "who") {
		return false
	}
	found, n := q.nameAt(i)
	if found == nil {
		n = q.unheardOf(i)
		found = q.misspelt(i, n)
	}
	on := i + n
	if q.base(on) == "in" && q.capitals(on+1) > 0 {
		on += 1 + q.capitals(on+1)
	}
	if n == 0 || !slices.Contains([]string{"on", "about", "regarding", "concerning"}, q.base(on)) || !q.free(on, on+1) || q.ws[on-1].poss {
		return false
	}
	q.take(i, n, found)
	return true
}

// unheardOf is how many words of a capitalised name begin at i, none of them a word
// of the language or a land.
func (q *question) unheardOf(i int) int {
	n := q.capitals(i)
	for k := i; k < i+n; k++ {
		if isEnglish(q.base(k)) || q.isState(k, k+1) {
			return 0
		}
	}
	return n
}

// nameFirst reads "X on quotas", "X in Vell", "X quotas".
func (q *question) nameFirst() bool {
	i := q.first(0)
	for q.base(i) == "the" || q.base(i) == "all" {
		i++
	}
	if q.slipBefore(i) {
		return true
	}
	if i < len(q.ws) && !q.is(i, "wh", "generic", "speech") && q.names(i, false) {
		return true
	}
	if n := q.upToIntent(i, q.roleAt(i)); n > 0 && !q.is(i, "speech") && (q.is(i+n, "about") && q.base(i+n) != "of" || q.colon(i+n) || q.landsOwn(i, n) || q.whether(i) && q.free(i+n, i+n+2)) {
		q.take(i, n, nil)
		return true
	}
	end := i
	for q.free(end, end+1) && !q.is(end, "about") {
		if q.is(end, "generic", "speech", "stop", "wide", "aux", "wh") || q.d.usual[stem(q.base(end))] != nil && !q.shortOf(end) && !q.isState(i, end+1) {
			return false
		}
		end++
	}
	if end == i || end-i > 3 || q.isState(i, end) && q.base(end) != "on" || !q.is(end, "about") || q.base(end) == "of" || q.base(end) == "around" || q.base(end) == "over" {
		return false
	}
	q.take(i, end-i, q.misspelt(i, end-i))
	return true
}

// colon reports whether a colon stands before word i: "Norvania's foreign minister: is it
// late?"
func (q *question) colon(i int) bool {
	return q.free(i, i+1) && strings.Contains(q.ws[i].sep, ":")
}

// landsOwn reports whether the role of n words at i is told by whose it is, and what it is
// asked about follows: "norvania's labour minister deadline for the docks".
func (q *question) landsOwn(i, n int) bool {
	return q.ws[i].poss && q.isState(i, i+1) && !q.ws[i+n-1].poss && q.free(i+n, i+n+2) && !q.is(i+n, "stop", "aux", "speech", "about", "wh")
}

// upToIntent is how many of the n words of a role at i stand before what its bearer means to
// do: "the governor of Vell intends to appeal".
func (q *question) upToIntent(i, n int) int {
	for k := i + 1; k+1 <= i+n; k++ {
		if q.base(k+1) == "to" && !q.ws[k].cap && strings.HasSuffix(q.base(k), "s") {
			return k - i
		}
	}
	return n
}

// whether reports whether "whether" stands before word i, with an article or without: "tell
// me whether the governor will appeal".
func (q *question) whether(i int) bool {
	return q.base(i-1) == "whether" || q.base(i-1) == "the" && q.base(i-2) == "whether"
}

// anywhere takes a person who is named elsewhere, when nobody was asked for in
// any other way: "ceasefire, Solheim".
func (q *question) anywhere() bool {
	for i := range q.ws {
		if !q.free(i, i+1) || q.is(i, "stop", "about") {
			continue
		}
		found, n := q.nameAt(i)
		if found == nil || q.isState(i, i+n) || q.d.is(q.base(i-1), "about") || q.d.is(q.base(i-1), "outlet-lead") {
			continue
		}
		q.take(i, n, found)
		return true
	}
	return false
}

// nameAlone reads a question that is nothing but a name, though misspelt.
func (q *question) nameAlone() bool {
	i, n := q.first(0), 0
	for q.free(i+n, i+n+1) {
		n++
	}
	if n == 0 || n > 3 || i+n < len(q.ws) {
		return false
	}
	found := q.misspelt(i, n)
	if found != nil {
		q.take(i, n, found)
	}
	return found != nil
}
