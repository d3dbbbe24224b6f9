package feeds

import (
	"time"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"

	"onrecord/statements"
)

// pageDate is when the article was published, and how that is known. What the
// page says for machines comes first; then what htmldate finds in its text and
// address. Where a <time> of that same day has an hour, the hour is taken too.
func pageDate(doc *html.Node, m meta, address string) (statements.Moment, string) {
	if !m.published.IsZero() {
		return m.published, "metadata"
	}
	r, err := htmldate.FromDocument(doc, htmldate.Options{URL: address, UseOriginalDate: true,
		SkipExtensiveSearch: true, MinDate: time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil || r.IsZero() {
		return statements.Moment{}, ""
	}
	day := statements.DateOf(r.DateTime)
	for _, t := range m.times {
		if statements.DateOf(t.Time) == day {
			return t, "page"
		}
	}
	return statements.Moment{Time: day.Time(), DayOnly: true, ZoneUnknown: true}, "page"
}
