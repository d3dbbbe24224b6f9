package ask

import (
	"strings"
	"time"

	"onrecord/statements"
	"onrecord/statements/text"
)

// monthOf gives the first and the last day of the month or the week in which a statement
// without a day was made, as its sentence says: "in January, Lee had said", "last
// month Lee said", "last week". It is the latest such month before the article.
func monthOf(f statements.Found) (first, last statements.Date, ok bool) {
	st, body := f.Statement, f.Article.Text
	hull := hullOf(st, len(body))
	if f.Article.Published.IsZero() || hull.Start >= hull.End {
		return first, last, false
	}
	from := strings.LastIndexAny(body[:hull.Start], "\n.") + 1
	to := hull.End
	if k := strings.IndexAny(body[to:], "\n."); k >= 0 {
		to += k
	}
	words := text.Words(body[from:to])
	for i, w := range words {
		m := months[w.Folded]
		if w.Folded == "month" && i > 0 && words[i-1].Folded == "last" {
			m = f.Article.Published.Time.AddDate(0, 0, -f.Article.Published.Time.Day()).Month()
		}
		at := statements.Span{Start: w.Start + from, End: w.End + from}
		if w.Folded == "week" && i > 0 && words[i-1].Folded == "last" && !inside(at, st.Content) {
			day := statements.DateOf(f.Article.Published.Time)
			monday := day.AddDays(-(int(day.Weekday())+6)%7 - 7)
			return monday, monday.AddDays(6), true
		}
		if m == 0 || i == 0 || inside(at, st.Content) || !inMonth[words[i-1].Folded] || w.Folded == "may" && w.Of(body[from:to]) != "May" {
			continue
		}
		if i+1 < len(words) && digit(words[i+1].Folded[0]) {
			return first, last, false // a day, or a year
		}
		d := statements.DateOf(f.Article.Published.Time)
		if d.Month < m {
			d.Year--
		}
		first = statements.Date{Year: d.Year, Month: m, Day: 1}
		return first, statements.DateOf(time.Date(d.Year, m+1, 0, 0, 0, 0, 0, time.UTC)), true
	}
	return first, last, false
}

// inMonth stand before a month in which something was said.
var inMonth = map[string]bool{"in": true, "last": true, "as": true}
