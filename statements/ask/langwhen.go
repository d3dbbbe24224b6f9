package ask

import (
	"strings"
	"time"

	"onrecord/statements/lexicon"
)

// reachAbroad reads a range of days at word i in another language: "seit Mai", "du 3
// au 8 juin", "на прошлой неделе".
func (q *question) reachAbroad(i int) (days, int, bool) {
	for _, read := range [...]func(int) (days, int, bool){q.betweenAbroad, q.sinceAbroad, q.untilAbroad, q.duringAbroad} {
		if r, n, ok := read(i); ok && q.free(i, i+n) {
			return r, n, true
		}
	}
	return days{}, 0, false
}

// betweenAbroad reads "zwischen A und B", "du A au B", "2015-2016".
func (q *question) betweenAbroad(i int) (days, int, bool) {
	k, join := q.said(i, "between"), "and"
	if k == 0 {
		k, join = q.said(i, "from"), "to"
	}
	a, n, ok := q.momentAbroad(i+k, k > 0 || q.dashed(i+1))
	j := i + k + n
	bare := 0 // "vom 3. bis 8. September": the first has no month of its own
	if !ok && k > 0 {
		at := i + k + q.skipped(i+k)
		if bare = number(q.base(at)); bare < 1 || bare > 31 || q.year(at) > 0 {
			return days{}, 0, false
		}
		j, ok = at+1, true
	}
	m := q.said(j, join)
	if !ok || m == 0 && !q.dashed(j) {
		return days{}, 0, false
	}
	b, n, ok := q.momentAbroad(j+m, true)
	if !ok || bare > 0 && b.day == 0 {
		return days{}, 0, false
	}
	if bare > 0 {
		a = b
		a.day = bare
	}
	return q.both(a, b), j + m + n - i, true
}

// sinceAbroad reads "seit A", "après A".
func (q *question) sinceAbroad(i int) (days, int, bool) {
	after := q.said(i, "after")
	k := max(after, q.said(i, "since"))
	if k == 0 {
		return days{}, 0, false
	}
	m, n, ok := q.momentAbroad(i+k, true)
	from, to := m.span(q.today(), 0)
	if after > 0 {
		from = to.AddDays(1)
	}
	return days{since: from, bad: m.bad}, k + n, ok
}

// untilAbroad reads "bis A", "avant A".
func (q *question) untilAbroad(i int) (days, int, bool) {
	before := q.said(i, "before")
	k := max(before, q.said(i, "until"))
	if _, _, ago := q.agoAbroad(i); k == 0 || ago {
		return days{}, 0, false
	}
	m, n, ok := q.momentAbroad(i+k, true)
	from, to := m.span(q.today(), 0)
	if before > 0 {
		to = from.AddDays(-1)
	}
	return days{until: to, bad: m.bad}, k + n, ok
}

// duringAbroad reads "im A" and A by itself.
func (q *question) duringAbroad(i int) (days, int, bool) {
	m, n, ok := q.momentAbroad(i, false)
	from, to := m.span(q.today(), 0)
	return days{since: from, until: to, bad: m.bad}, n, ok
}

// skipped is how many words at i only lead to a time: "in der", "au mois de".
func (q *question) skipped(i int) int {
	n := 0
	for k := q.said(i, "in"); k > 0 && n < 4; k = q.said(i+n, "in") {
		n += k
	}
	return n
}

// momentAbroad reads a time that begins at word i, with what leads to it. lead says
// that a word before it makes a time of it already.
func (q *question) momentAbroad(i int, lead bool) (moment, int, bool) {
	skip := q.skipped(i)
	for k := skip; k >= 0; k-- { // "hace" and "il y a" may begin as what leads to a time does
		if k != skip && k != 0 {
			continue
		}
		for _, read := range [...]func(int, bool) (moment, int, bool){q.namedAbroad, q.agoAbroadAt, q.fractionAbroad, q.relativeAbroad, q.numeric, q.dayMonthAbroad, q.weekdayAbroad, q.looseAbroad} {
			if m, n, ok := read(i+k, lead || k > 0); ok && q.free(i, i+k+n) {
				return m, k + n, true
			}
		}
	}
	return moment{}, 0, false
}

// namedAbroad reads "gestern" and its like.
func (q *question) namedAbroad(i int, _ bool) (moment, int, bool) {
	for back, class := range [...]string{"today", "yesterday", "two-days-ago"} {
		if n := q.said(i, class); n > 0 {
			d := q.today().AddDays(-back)
			return fixed(d, d), n + q.said(i+n, "daypart"), true
		}
	}
	return moment{}, 0, false
}

// countAbroad reads "3", "drei".
func (q *question) countAbroad(i int) (count, n int) {
	c, ok := calendars()[q.lang].counts[q.base(i)]
	if !ok {
		c = number(q.base(i))
	}
	if c <= 0 || c > 1000 || !q.free(i, i+1) {
		return 0, 0
	}
	return c, 1
}

func (q *question) agoAbroadAt(i int, _ bool) (moment, int, bool) { return q.agoAbroad(i) }

// agoAbroad reads "vor drei Wochen", "три недели назад", "неделю назад".
func (q *question) agoAbroad(i int) (moment, int, bool) {
	k := q.said(i, "ago-before")
	count, n := q.countAbroad(i + k)
	unit, u := q.unit(i + k + n)
	end := i + k + n + u
	after := q.said(end, "ago-after")
	if u == 0 || k == 0 && after == 0 || k > 0 && n == 0 {
		return moment{}, 0, false
	}
	d, ok := q.back(max(count, 1), unit)
	m := fixed(d, d)
	switch unit {
	case "week":
		m = fixed(d.AddDays(-3), d.AddDays(3))
	case "month":
		m = moment{year: d.Year, month: d.Month}
	case "year":
		m = moment{year: d.Year}
	}
	return m, end + after - i, ok
}

// fractionAbroad reads "Anfang 2016", "fin mai".
func (q *question) fractionAbroad(i int, _ bool) (moment, int, bool) {
	if n := q.said(i, "year-start"); n > 0 {
		return moment{year: q.today().Year, third: 1}, n, true
	}
	for third, class := range [...]string{"early", "mid", "late"} {
		n := q.said(i, class)
		if n == 0 {
			continue
		}
		n += q.skipped(i + n)
		for _, read := range [...]func(int, bool) (moment, int, bool){q.relativeAbroad, q.looseAbroad} {
			if m, k, ok := read(i+n, true); ok && m.from.IsZero() {
				m.third = third + 1
				return m, n + k, true
			}
		}
		unit, k := q.unit(i + n)
		if m, ok := q.calendar(unit, false); ok && m.from.IsZero() { // "с начала года"
			m.third = third + 1
			return m, n + k, true
		}
	}
	return moment{}, 0, false
}

// dayMonthAbroad reads "3. Mai 2016", "3 de mayo", "le 1er mai", "3 мая 2016 года".
func (q *question) dayMonthAbroad(i int, _ bool) (moment, int, bool) {
	d := number(strings.TrimSuffix(q.base(i), "er"))
	if d < 1 || d > 99 || len(q.base(i)) > 3 {
		return moment{}, 0, false
	}
	k := i + 1
	if q.base(k) == "го" || q.base(k) == "ого" {
		k++
	}
	if q.said(k, "in") > 0 {
		k++
	}
	mon, ok := calendars()[q.lang].months[q.base(k)]
	if !ok {
		return moment{}, 0, false
	}
	y, n := q.yearAbroad(k + 1)
	leap := y
	if y == 0 {
		leap = 2024
	}
	if m, _, ok := dayIn(leap, int(mon), d, 0); ok {
		m.year = y
		return m, k + 1 + n - i, true
	}
	return moment{month: mon, year: y, bad: true}, k + 1 + n - i, true
}

// yearAbroad reads the year that may follow a month at i: "2016", "de 2016", "2016
// года".
func (q *question) yearAbroad(i int) (year, n int) {
	k := i + q.skipped(i)
	if unit, u := q.unit(k); unit == "year" && q.year(k+u) > 0 {
		k += u
	}
	y := q.year(k)
	if y == 0 {
		return 0, 0
	}
	k++
	if unit, u := q.unit(k); unit == "year" && q.lang == "ru" {
		k += u
	} else if q.lang == "ru" && q.base(k) == "г" {
		k++
	}
	return y, k - i
}

// weekdayAbroad reads "Montag", and lets "lundi 3 mai" be the date.
func (q *question) weekdayAbroad(i int, lead bool) (moment, int, bool) {
	d, ok := calendars()[q.lang].weekdays[q.base(i)]
	if !ok {
		return moment{}, 0, false
	}
	k := i + 1 + q.skipped(i+1)
	if m, n, ok := q.dayMonthAbroad(k, lead); ok {
		return m, k + n - i, true
	}
	return q.on(d, false), 1 + q.said(i+1, "daypart"), true
}

// looseAbroad reads "Dezember 2016", "el año 2016", "2016 году", "mai".
func (q *question) looseAbroad(i int, lead bool) (moment, int, bool) {
	c, w := calendars()[q.lang], q.base(i)
	m := moment{month: c.months[w], season: c.seasons[w]}
	if unit, u := q.unit(i); unit == "month" { // "au mois de mai"
		k := i + u + q.skipped(i+u)
		if m = (moment{month: c.months[q.base(k)]}); m.month == 0 {
			return m, 0, false
		}
		i, u = k, k-i
		y, n := q.yearAbroad(k + 1)
		m.year = y
		return m, u + 1 + n, true
	}
	if m.month == 0 && m.season == 0 {
		y, n := q.yearAbroad(i)
		m.year = y
		return m, n, y > 0 && (lead || n > 1 || !q.yearOf(i) && (i+n == len(q.ws) || q.lang == "de"))
	}
	y, n := q.yearAbroad(i + 1)
	m.year = y
	// A month in short, or one that is a word as well, needs something beside it.
	plain := m.month > 0 && w != "mars" && w == q.fullMonth(m.month, w)
	return m, 1 + n, lead || y > 0 || plain
}

// yearOf reports whether the year at i is of the German noun before it: "im Haushalt
// 2027".
func (q *question) yearOf(i int) bool {
	w := q.lower(i - 2)
	flags := lexicon.For("de").Flags(w)
	return q.lang == "de" && i > 1 && q.ws[i-1].cap && (flags&lexicon.Determiner != 0 || flags&lexicon.Preposition != 0 && strings.HasSuffix(w, "m") || w == "zur")
}

// fullMonth is w where it is more than the first letters of a month.
func (q *question) fullMonth(m time.Month, w string) string {
	for other, o := range calendars()[q.lang].months {
		if o == m && len(other) > len(w)+2 && strings.HasPrefix(other, w) {
			return ""
		}
	}
	return w
}
