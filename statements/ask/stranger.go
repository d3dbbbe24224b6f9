package ask

import (
	"strings"

	"onrecord/statements/lexicon"
)

// strangerAt is how many words of somebody whom the archive does not know
// begin at i: capitalised ones, or what stands before a verb of saying.
func (q *question) strangerAt(i int) int {
	if !q.free(i, i+1) {
		return 0
	}
	if n := q.capitals(i); n > 0 && !q.ofRole(i+n) {
		return n
	}
	for n := 1; n <= maxName && q.free(i, i+n); n++ {
		if q.d.lexicon.Flags(q.base(i+n-1))&lexicon.Preposition != 0 {
			continue // "the second round of talks": what follows is no verb
		}
		if next := q.adverbs(i + n); !q.compound(next) && (q.reports(next) || n > 1 && q.is(next, "speech")) && q.free(next, next+1) && !(n == 1 && q.describer(next)) {
			if n == 1 && q.is(i, "stop") {
				return 0
			}
			return n
		}
		if q.is(i+n, "light") && q.d.is(q.base(i-2), "speech", "ground") {
			return n // "what reason did the smugglers give"
		}
		if q.is(i+n, "about") && q.base(i+n) != "of" {
			return 0
		}
	}
	return 0
}

// compound reports whether word i, which may be a verb of saying, is the first part of
// what a body is called: "the federal appeals court".
func (q *question) compound(i int) bool {
	return strings.HasSuffix(q.base(i), "s") && !q.ws[min(i, len(q.ws)-1)].cap && namesBody(q.base(i+1))
}

// capitals is how many words of a capitalised name begin at i.
func (q *question) capitals(i int) int {
	n := 0
	if (q.base(i) == "the" || q.base(i) == "a") && q.free(i, i+2) {
		n = 1
	}
	start := n
	for n < maxName && q.free(i+n, i+n+2) && q.d.lexicon.Flags(q.base(i+n))&(lexicon.Particle|lexicon.Preposition) == lexicon.Particle && !q.ws[i+n].cap {
		n++ // "de Witt"
	}
	if !q.free(i+n, i+n+1) || !q.ws[i+n].cap {
		n = start
	} else if n > start {
		n++
	}
	for q.free(i+n, i+n+1) {
		w := q.ws[i+n]
		joins := n > start && q.joinsName(i+n)
		if !w.cap && !joins || n > start && strings.ContainsAny(w.sep, ",;:?!") {
			break
		}
		n++
	}
	if n == start {
		return 0
	}
	return n
}

// joinsName reports whether word i is a small one between capitalised ones of a name:
// "de", "von der", "of".
func (q *question) joinsName(i int) bool {
	k := i
	for k < len(q.ws) && !q.ws[k].cap && q.d.lexicon.Flags(q.base(k))&lexicon.Particle != 0 {
		k++
	}
	if k == i && (q.base(i) == "of" || q.base(i) == "for") {
		k++
	}
	return k > i && k < len(q.ws) && q.ws[k].cap
}
