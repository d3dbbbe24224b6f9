package ask

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
)

// days is a range of days; a zero end is open.
type days struct {
	since, until statements.Date
	bad          bool // a day that no calendar has, or that two calendars dispute
}

// when finds the times in the question and turns them into the query's dates.
func (q *question) when() {
	for i := 0; i < len(q.ws); {
		r, n, ok := q.reach(i)
		if !ok {
			i++
			continue
		}
		if q.eventOf(i + n) {
			r.until = statements.Date{}
		}
		if q.narrow(r) {
			q.mark(i, i+n, when)
		} else {
			q.mark(i, i+n, vague)
		}
		i += n
	}
	for i := range q.ws {
		n := q.any(i, "vague")
		if q.lang != "en" {
			n = q.any(i, "vague-"+q.lang)
		}
		if n > 0 {
			q.mark(i, i+n, vague)
		}
	}
}

// eventOf reports whether a time that ends before word i owns an event there, which is
// spoken of from that day on: "on Friday's ruling", and not "Friday's remarks".
func (q *question) eventOf(i int) bool {
	if i == 0 || !q.ws[i-1].poss || !q.free(i, i+1) {
		return false
	}
	for k := i; k < i+3 && q.free(k, k+1) && !q.is(k, "about", "aux"); k++ {
		if q.is(k, "speech", "speechlike") || q.d.lexicon.Flags(q.base(k))&(lexicon.Venue|lexicon.StatementNoun) != 0 {
			return false
		}
	}
	return !q.is(i, "stop", "about", "aux")
}

// narrow adds r to the query's dates; two that exclude each other are not
// understood.
func (q *question) narrow(r days) bool {
	if r.bad {
		return false
	}
	since, until := q.out.Since, q.out.Until
	if since.IsZero() || !r.since.IsZero() && since.Before(r.since) {
		since = r.since
	}
	if until.IsZero() || !r.until.IsZero() && r.until.Before(until) {
		until = r.until
	}
	if !since.IsZero() && !until.IsZero() && until.Before(since) {
		return false
	}
	q.out.Since, q.out.Until = since, until
	return true
}

// reach reads a range of days at word i: "since May", "between 3 and 8 June".
func (q *question) reach(i int) (days, int, bool) {
	if q.lang != "en" {
		return q.reachAbroad(i)
	}
	for _, read := range [...]func(int) (days, int, bool){q.between, q.since, q.until, q.during} {
		if r, n, ok := read(i); ok {
			return r, n, true
		}
	}
	return days{}, 0, false
}

// between reads "between A and B", "from A to B", "A to B".
func (q *question) between(i int) (days, int, bool) {
	k, join := 0, map[string]bool{"to": true, "until": true, "till": true, "through": true}
	lead := q.base(i) == "between" || q.base(i) == "from"
	if lead {
		k = 1
	}
	if q.base(i) == "between" {
		join = map[string]bool{"and": true}
	}
	a, n, ok := q.moment(i+k, lead || q.dashed(i+1))
	bare := 0 // "between 3 and 8 September", "3-8 September": the first has no month of its own
	if !ok && (lead || q.dashed(i+1)) {
		if bare = number(q.base(i + k)); bare < 1 || bare > 31 {
			return days{}, 0, false
		}
		n, ok = 1, true
	}
	j := i + k + n
	dash := ok && q.dashed(j)
	if !ok || !dash && !join[q.base(j)] {
		return days{}, 0, false
	}
	if !dash {
		j++
	}
	b, m, ok := q.moment(j, true)
	if !ok || !q.free(i, j+m) {
		return days{}, 0, false
	}
	if bare > 0 {
		if a = b; b.day == 0 || b.month == 0 {
			return days{}, 0, false
		}
		a.day = bare
	}
	return q.both(a, b), j + m - i, true
}

// dashed reports whether a dash stands before word i.
func (q *question) dashed(i int) bool {
	return i < len(q.ws) && strings.ContainsAny(q.ws[i].sep, "-–—")
}

// both is from a to b, where a takes the year of b if it has none.
func (q *question) both(a, b moment) days {
	from, to := b.span(q.today(), 0)
	hint := 0
	if a.year == 0 && a.from.IsZero() {
		hint = from.Year
	}
	since, end := a.span(q.today(), hint)
	if hint > 0 && to.Before(since) {
		since, end = a.span(q.today(), hint-1)
	}
	if to.Before(since) { // asked the wrong way round
		since, to = from, end
	}
	return days{since: since, until: to, bad: a.bad || b.bad}
}

// since reads "since A", "from A", "after A", "starting in A".
func (q *question) since(i int) (days, int, bool) {
	switch q.base(i) {
	case "since", "from", "after", "starting", "beginning":
	default:
		return days{}, 0, false
	}
	k := 1
	if w := q.base(i + 1); w == "in" || w == "on" || w == "from" {
		k = 2
	}
	m, n, ok := q.moment(i+k, true)
	if !ok || !q.free(i, i+k+n) {
		return days{}, 0, false
	}
	from, to := m.span(q.today(), 0)
	switch {
	case q.base(i) == "after":
		from = to.AddDays(1)
	case q.base(i) == "from" && q.ofSpeech(i):
		return days{since: from, until: to, bad: m.bad}, k + n, true // "statements from May"
	}
	return days{since: from, bad: m.bad}, k + n, true
}

// ofSpeech reports whether a noun of speech stands before word i and no verb, so that
// what follows tells which are meant: "remarks of Solheim on the quota from 3 May".
func (q *question) ofSpeech(i int) bool {
	noun := false
	for k := range i {
		if q.d.is(q.base(k), "aux") || q.reports(k) && !q.d.is(q.base(k), "speech") {
			return false
		}
		noun = noun || q.d.is(q.base(k), "speech")
	}
	return noun
}

// until reads "until A", "before A", "up to A", "by A".
func (q *question) until(i int) (days, int, bool) {
	k := 1
	switch q.base(i) {
	case "until", "till", "before", "by", "through":
	case "up", "prior":
		if q.base(i+1) != "to" {
			return days{}, 0, false
		}
		k = 2
	default:
		return days{}, 0, false
	}
	m, n, ok := q.moment(i+k, true)
	if !ok || !q.free(i, i+k+n) {
		return days{}, 0, false
	}
	from, to := m.span(q.today(), 0)
	if q.base(i) == "before" || q.base(i) == "prior" {
		to = from.AddDays(-1)
	}
	return days{until: to, bad: m.bad}, k + n, true
}

// during reads "in A", "on A", "over A" and A by itself.
func (q *question) during(i int) (days, int, bool) {
	k := 0
	switch q.base(i) {
	case "in", "on", "during", "for", "over", "around", "at", "of", "within", "throughout":
		k = 1
	}
	last := i > 1 && i == len(q.ws)-1 && strings.Contains(q.ws[i].sep, ",") // "…, march"
	m, n, ok := q.moment(i+k, k > 0 || last)
	if !ok || !q.free(i, i+k+n) || q.planned(i+k) {
		return days{}, 0, false
	}
	from, to := m.span(q.today(), 0)
	return days{since: from, until: to, bad: m.bad}, k + n, true
}

// planned reports whether the time at word i is of what was said, not of the
// saying: "what does Solheim predict for Sunday". "For the last week" is.
func (q *question) planned(i int) bool {
	if q.base(i-1) != "for" {
		return false
	}
	if q.base(i) == "the" {
		i++
	}
	switch q.base(i) {
	case "last", "past", "previous", "this":
		return false
	}
	return true
}
