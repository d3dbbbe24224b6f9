package ask

import (
	"time"

	"onrecord/statements"
)

// quarter reads "Q2 2016", "the second quarter of 2016", "the first half of 2016",
// "the second half of May".
func (q *question) quarter(i int, _ bool) (moment, int, bool) {
	nth, months, n := 0, 3, 1
	if w := q.base(i); len(w) == 2 && w[0] == 'q' && w[1] >= '1' && w[1] <= '4' {
		nth = int(w[1] - '0')
	} else {
		nth, n = ordinals[w], 2
		switch unit := q.base(i + 1); {
		case unit == "half" && nth <= 2:
			months = 6
		case unit != "quarter":
			return moment{}, 0, false
		}
	}
	if q.base(i+n) == "of" {
		n++
	}
	if m, k, ok := q.loose(i+n, true); ok && m.month > 0 && months == 6 && nth > 0 {
		m.half = nth
		return m, n + k, true
	}
	year := q.year(i + n)
	if nth == 0 || year == 0 {
		return moment{}, 0, false
	}
	from := time.Date(year, time.Month((nth-1)*months+1), 1, 0, 0, 0, 0, time.UTC)
	return fixed(statements.DateOf(from), statements.DateOf(from.AddDate(0, months, -1))), n + 1, true
}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4}
