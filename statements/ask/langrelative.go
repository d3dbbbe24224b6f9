package ask

import "strings"

// severalUnits is how many "the last weeks" are where it is not said.
const severalUnits = 3

// relativeAbroad reads "letzte Woche", "la semaine dernière", "los últimos tres
// días", "в этом году", "lundi dernier".
func (q *question) relativeAbroad(i int, _ bool) (moment, int, bool) {
	count, past, this, end := 0, false, false, i
	adjective := func() bool {
		if n := q.said(end, "last"); n > 0 && !past && !this {
			past, end = true, end+n
			return true
		}
		if n := q.said(end, "this"); n > 0 && !this {
			this, end = true, end+n
			return true
		}
		return false
	}
	number := func() {
		if c, n := q.countAbroad(end); n > 0 && count == 0 && q.year(end) == 0 {
			count, end = c, end+n
		}
	}
	adjective()
	number()
	adjective()
	number()
	unit, n := q.unit(end)
	c := calendars()[q.lang]
	w := q.base(end)
	wd, day := c.weekdays[w]
	m := moment{month: c.months[w], season: c.seasons[w]}
	if n == 0 && (day || m.month > 0 || m.season > 0) && count == 0 {
		n = 1
	}
	if n == 0 {
		return moment{}, 0, false
	}
	several := n > 0 && unit != "" && count == 0 && q.manyUnits(end)
	end += n
	if !past && !this {
		adjective()
	}
	switch {
	case !past && !this:
		return moment{}, 0, false
	case unit == "" && day:
		return q.on(wd, past), end - i, true
	case unit == "":
		m.past = past
		return m, end - i, true
	case count > 0 || several:
		if count == 0 {
			count = severalUnits
		}
		from, ok := q.back(count, unit)
		return fixed(from, q.today()), end - i, ok
	case unit == "day" || unit == "hour":
		return fixed(q.today().AddDays(-1), q.today()), end - i, true
	}
	m, ok := q.calendar(unit, past)
	return m, end - i, ok
}

// manyUnits reports whether the unit at i is in the plural, behind an adjective
// that is: "letzten Wochen", "dernières semaines".
func (q *question) manyUnits(i int) bool {
	w := q.base(i)
	switch q.lang {
	case "de":
		return w == "wochen" || w == "tagen" || w == "tage" || w == "monaten" || w == "monate" || w == "jahren" || w == "jahre" || w == "stunden"
	case "ru":
		return w == "недели" || w == "дни" || w == "месяцы" || w == "годы" || w == "часы" || w == folded("дней")
	case "fr":
		return w == "semaines" || w == "jours" || w == "heures" || w == "annees" || w == "ans" || w == "mois" && strings.HasSuffix(q.base(i-1), "iers")
	}
	return strings.HasSuffix(w, "s") && w != "mes"
}
