package ask

import (
	"slices"

	"onrecord/statements"
)

// order reads which of somebody's words are asked for first: "the latest from
// Solheim", "Solheim's last statement", "what did Solheim first say on quotas".
func (q *question) order() {
	if q.lang != "en" {
		q.orderAbroad()
		return
	}
	for i := range q.ws {
		for _, o := range [...]statements.Order{statements.NewestFirst, statements.OldestFirst} {
			if n := q.any(i, string(o)); n > 0 && q.orders(i, i+n) {
				q.out.Order = o
				q.mark(i, i+n, noise)
				q.lateFrom(i + n)
				return
			}
		}
	}
}

// orderAbroad is order in another language: "neueste Aussagen von", "déclarations
// les plus récentes", "das Neueste von", "was sagte X zuletzt".
func (q *question) orderAbroad() {
	for i := range q.ws {
		for _, o := range [...]statements.Order{statements.NewestFirst, statements.OldestFirst} {
			first, end := i, i+q.any(i, string(o)+"-adverb-"+q.lang)
			if end == i && q.is(i, string(o)+"-"+q.lang) {
				first, end = q.orderedBeside(i)
			}
			if end > i {
				q.out.Order = o
				q.mark(first, end, noise)
				return
			}
		}
	}
}

// orderedBeside gives the words [first, end) that say which statements come first,
// word i among them, where it stands beside a noun of speech or begins "the latest
// from"; none where it is about something else.
func (q *question) orderedBeside(i int) (first, end int) {
	if i < 2 && q.any(i+1, "of-"+q.lang) > 0 {
		return 0, i + 1
	}
	for k := max(0, i-3); k <= i+1; k++ {
		if q.is(k, "speech-"+q.lang) {
			return i, i + 1
		}
	}
	return i, i
}

// orders reports whether words [i, j), "latest" or "first", say of statements which
// come first, and not of what they are about: "the latest proposal".
func (q *question) orders(i, j int) bool {
	always := !q.is(i, "adverb") // "last" and "first" have other work, too
	before := i - 1
	if articles[q.base(before)] {
		before--
	}
	if q.d.is(q.base(before), "about") && q.base(before) != "of" {
		return false // "about the latest proposal"
	}
	switch q.base(j) {
	case "from", "by":
		return always
	case "thing", "things":
		return q.free(j, j+1)
	case "":
		return always && i > 0 && q.ws[i-1].cap // "Solheim latest"
	}
	if always && q.is(j, "about") && q.base(j) != "of" {
		return true // "the latest on the quota"
	}
	if !always && i > 0 && q.free(j, j+1) && q.reports(j) && !q.is(j, "speech") {
		return true // "what did Solheim last say"
	}
	for k := j; k < j+maxName && q.free(k, k+1); k++ {
		if q.is(k, "speech") || q.base(k) == "thing" {
			return true // "the latest Solheim quotes"
		}
		if !q.ws[k].cap && len(q.ws) > k+1 && !q.is(k+1, "speech") {
			return false
		}
	}
	return false
}

// lateFrom takes who stands behind "latest from" or "latest by", at word i.
func (q *question) lateFrom(i int) {
	if b := q.base(i); b != "from" && b != "by" {
		return
	}
	next := q.first(i + 1)
	if n := q.roleAt(next); n > 0 {
		if found, k := q.nameAt(next); found == nil || k < n {
			q.take(next, n, nil)
		}
	}
	if len(q.out.Speakers) > 0 || q.names(next, false) {
		q.mark(i, i+1, noise)
	}
}

// ordered sorts answers as q asks for them; of one day they stay as they are.
func ordered(q statements.Query, good []*scored) []*scored {
	if q.Order == statements.BestFirst {
		return good
	}
	slices.SortStableFunc(good, func(a, b *scored) int {
		switch {
		case a.day == b.day:
			return 0
		case a.day.Before(b.day) == (q.Order == statements.OldestFirst):
			return -1
		}
		return 1
	})
	return good
}
