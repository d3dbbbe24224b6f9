package ask

import (
	"strconv"
	"strings"
	"time"

	"onrecord/statements"
)

// moment reads a time that begins at word i, and says how many words it has.
// lead says that a preposition of time stands before it, which makes a time of
// words that are not always one: "may", "spring", "2016".
func (q *question) moment(i int, lead bool) (m moment, n int, ok bool) {
	if !q.free(i, i+1) {
		return m, 0, false
	}
	skip := 0
	if q.base(i) == "the" {
		skip = 1
	}
	for _, read := range [...]func(int, bool) (moment, int, bool){q.fraction, q.quarter, q.named, q.relative, q.ago, q.numeric, q.dayMonth, q.weekday, q.loose} {
		if m, n, ok := read(i+skip, lead); ok && q.free(i, i+skip+n) {
			return m, n + skip, true
		}
	}
	return m, 0, false
}

// fraction reads "early 2016", "the end of May".
func (q *question) fraction(i int, _ bool) (moment, int, bool) {
	third := map[string]int{"early": 1, "beginning": 1, "start": 1, "mid": 2, "middle": 2, "late": 3, "end": 3}[q.base(i)]
	if third == 0 {
		return moment{}, 0, false
	}
	n := 1
	if q.base(i+1) == "of" {
		n = 2
	}
	for _, read := range [...]func(int, bool) (moment, int, bool){q.relative, q.loose} {
		if m, k, ok := read(i+n, true); ok && m.from.IsZero() {
			m.third = third
			return m, n + k, true
		}
	}
	return moment{}, 0, false
}

// named reads "yesterday" and its like.
func (q *question) named(i int, _ bool) (moment, int, bool) {
	day := func(back, n int) (moment, int, bool) {
		d := q.today().AddDays(-back)
		return fixed(d, d), n, true
	}
	switch q.base(i) {
	case "today", "tonight":
		if i > 0 && q.ws[i].cap && q.ws[i-1].cap && !q.shouted(i) {
			return moment{}, 0, false // "Sedge Today" is a paper
		}
		return day(0, 1)
	case "yesterday":
		return day(1, 1)
	case "day":
		if n, ok := q.has(i, "day before yesterday"); ok {
			return day(2, n)
		}
	}
	return moment{}, 0, false
}

// relative reads "last week", "the past three days", "this month", "last May".
func (q *question) relative(i int, _ bool) (moment, int, bool) {
	which := q.base(i)
	past := which == "last" || which == "past" || which == "previous"
	if !past && which != "this" && which != "current" {
		return moment{}, 0, false
	}
	n, count := 1, 0
	if c, k := q.count(i + 1); k > 0 && past {
		n, count = 1+k, c
	}
	unit := strings.TrimSuffix(q.base(i+n), "s")
	if count > 0 || which == "past" && isUnit(unit) {
		if from, ok := q.back(max(count, 1), unit); ok {
			return fixed(from, q.today()), n + 1, true
		}
		return moment{}, 0, false
	}
	if m, ok := q.calendar(unit, past); ok {
		return m, n + 1, true
	}
	w := q.base(i + n)
	if wd, ok := weekdays[w]; ok {
		return q.on(wd, past), n + 1, true
	}
	m := moment{month: months[w], season: seasons[w], past: past}
	return m, n + 1, m.month > 0 || m.season > 0
}

func isUnit(u string) bool {
	switch u {
	case "hour", "day", "week", "month", "year", "fortnight", "decade":
		return true
	}
	return false
}

// back is the day that lies count units before today, the first of as many.
func (q *question) back(count int, unit string) (statements.Date, bool) {
	t := q.today()
	count = min(count, 10_000)
	switch unit {
	case "hour":
		return statements.DateOf(q.in.Now.Add(-time.Duration(count) * time.Hour)), true
	case "day":
		return t.AddDays(-count), true
	case "week":
		return t.AddDays(-7 * count), true
	case "fortnight":
		return t.AddDays(-14 * count), true
	case "month":
		return statements.DateOf(t.Time().AddDate(0, -count, 0)), true
	case "year", "decade":
		if unit == "decade" {
			count *= 10
		}
		return statements.DateOf(t.Time().AddDate(-min(count, 1000), 0, 0)), true
	}
	return t, false
}

// calendar is this week, month or year, or the one before it.
func (q *question) calendar(unit string, past bool) (moment, bool) {
	t := q.today()
	back := 0
	if past {
		back = 1
	}
	switch unit {
	case "night":
		return fixed(t.AddDays(-back), t.AddDays(-back)), true
	case "week":
		monday := t.AddDays(-(int(t.Weekday())+6)%7 - 7*back)
		return fixed(monday, monday.AddDays(6)), true
	case "weekend":
		saturday := t.AddDays(-(int(t.Weekday()) + 1) % 7)
		return fixed(saturday, saturday.AddDays(1)), true
	case "month":
		first := time.Date(t.Year, t.Month-time.Month(back), 1, 0, 0, 0, 0, time.UTC)
		return moment{year: first.Year(), month: first.Month()}, true
	case "year":
		return moment{year: t.Year - back}, true
	}
	return moment{}, false
}

// on is the newest such weekday, today included unless past is set.
func (q *question) on(d time.Weekday, past bool) moment {
	t := q.today()
	back := (int(t.Weekday()) - int(d) + 7) % 7
	if back == 0 && past {
		back = 7
	}
	return fixed(t.AddDays(-back), t.AddDays(-back))
}

// ago reads "three weeks ago": a day, or the week, month or year around it.
func (q *question) ago(i int, _ bool) (moment, int, bool) {
	count, k := q.count(i)
	unit := strings.TrimSuffix(q.base(i+k), "s")
	if k == 0 || q.base(i+k+1) != "ago" {
		return moment{}, 0, false
	}
	d, ok := q.back(count, unit)
	m := fixed(d, d)
	switch unit {
	case "week", "fortnight":
		m = fixed(d.AddDays(-3), d.AddDays(3))
	case "month":
		m = moment{year: d.Year, month: d.Month}
	case "year", "decade":
		m = moment{year: d.Year}
	}
	return m, k + 2, ok
}

// count reads "3", "three", "a couple of".
func (q *question) count(i int) (count, n int) {
	if q.base(i) == "a" && (q.base(i+1) == "couple" || q.base(i+1) == "few") {
		i, n = i+1, 1
	}
	w := q.base(i)
	c, ok := counts[w]
	if !ok {
		c = number(w)
	}
	if c <= 0 || c > 1000 {
		return 0, 0
	}
	n++
	if w == "couple" && q.base(i+1) == "of" {
		n++
	}
	return c, n
}

// numeric reads 2016-12-14, 14.12.2016, and 14/12/2016 where it cannot mean
// the twelfth of a fourteenth month.
func (q *question) numeric(i int, _ bool) (moment, int, bool) {
	if i+2 >= len(q.ws) {
		return moment{}, 0, false
	}
	a, b, c := number(q.base(i)), number(q.base(i+1)), number(q.base(i+2))
	sep := q.ws[i+1].sep
	if sep != q.ws[i+2].sep || sep != "-" && sep != "." && sep != "/" {
		return moment{}, 0, false
	}
	switch {
	case len(q.base(i)) == 4:
		if m, n, ok := dayIn(a, b, c, 3); ok {
			return m, n, ok
		}
		return moment{bad: true}, 3, a >= 1900 && len(q.base(i+1)) == 2 && len(q.base(i+2)) == 2
	case len(q.base(i+2)) != 4:
		return moment{}, 0, false
	case sep == "/" && a <= 12 && b <= 12 && a != b:
		return moment{year: c, bad: true}, 3, true // nobody knows whose calendar
	case sep == "/" && b > 12:
		return dayIn(c, a, b, 3)
	}
	return dayIn(c, b, a, 3)
}

// dayIn is a day that some calendar has, as a moment of n words.
func dayIn(year, month, d, n int) (moment, int, bool) {
	t := time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	if year < 1000 || month < 1 || month > 12 || d < 1 || t.Day() != d {
		return moment{}, 0, false
	}
	return moment{year: year, month: time.Month(month), day: d}, n, true
}

// number reads a whole number, with or without "th"; 0 is none.
func number(w string) int {
	for _, end := range [...]string{"st", "nd", "rd", "th"} {
		if t := strings.TrimSuffix(w, end); t != w {
			w = t
			break
		}
	}
	if len(w) == 0 || len(w) > 4 {
		return 0
	}
	n, err := strconv.Atoi(w)
	if err != nil {
		return 0
	}
	return n
}

// dayMonth reads "14 December 2016", "the 14th of December", "Dec. 14, 2016".
func (q *question) dayMonth(i int, _ bool) (moment, int, bool) {
	d, k := number(q.base(i)), 1
	if q.base(i+1) == "of" {
		k = 2
	}
	mon, ok := months[q.base(i+k)]
	n := k + 1
	if !ok {
		if mon, ok = months[q.base(i)]; !ok {
			return moment{}, 0, false
		}
		d, n = number(q.base(i+1)), 2
		if len(q.base(i+1)) > 4 {
			d = 0
		}
	}
	if d < 1 || d > 99 {
		return moment{}, 0, false
	}
	y := q.year(i + n)
	if y > 0 {
		n++
	}
	leap := y
	if y == 0 {
		leap = 2024
	}
	if m, _, ok := dayIn(leap, int(mon), d, n); ok {
		m.year = y
		return m, n, true
	}
	return moment{month: mon, year: y, bad: true}, n, true
}

// weekday reads "Monday", and lets "Wednesday, December 14" be the date.
func (q *question) weekday(i int, lead bool) (moment, int, bool) {
	d, ok := weekdays[q.base(i)]
	if !ok || len(q.base(i)) < 6 && !lead && !q.ws[i].cap { // "sun", "sat", "wed"
		return moment{}, 0, false
	}
	if m, n, ok := q.dayMonth(i+1, lead); ok {
		return m, n + 1, true
	}
	if q.base(i+1) == "night" || q.base(i+1) == "morning" || q.base(i+1) == "evening" || q.base(i+1) == "afternoon" {
		return q.on(d, false), 2, true
	}
	return q.on(d, false), 1, true
}

// loose reads "December 2016", "autumn 2017", "2016" and "December".
func (q *question) loose(i int, lead bool) (moment, int, bool) {
	w := q.base(i)
	m := moment{month: months[w], season: seasons[w]}
	if m.month == 0 && m.season == 0 {
		m.year = q.year(i)
		return m, 1, m.year > 0 && (lead || i+1 == len(q.ws))
	}
	y := i + 1
	if q.base(y) == "of" {
		y++
	}
	if m.year = q.year(y); m.year > 0 {
		return m, y + 1 - i, true
	}
	plain := m.month > 0 && len(w) > 3 && (w != "march" || q.ws[i].cap && i > 0)
	return m, 1, lead || plain
}

// year reads word i as a year of this time.
func (q *question) year(i int) int {
	if y := number(q.base(i)); len(q.base(i)) == 4 && y >= 1900 && y <= q.today().Year+1 {
		return y
	}
	return 0
}

func (q *question) today() statements.Date { return statements.DateOf(q.in.Now) }
