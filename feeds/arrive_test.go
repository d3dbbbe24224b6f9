package feeds

import (
	"testing"
	"time"

	"onrecord/statements"
)

func TestPublished(t *testing.T) {
	summer := time.FixedZone("", 3600)
	midnight := statements.Moment{Time: time.Date(2026, time.September, 18, 0, 5, 20, 0, summer)}
	utc := statements.Moment{Time: time.Date(2026, time.September, 17, 23, 5, 0, 0, time.UTC)}
	other := statements.Moment{Time: time.Date(2026, time.September, 17, 20, 0, 0, 0, time.UTC)}
	day := statements.Moment{Time: time.Date(2026, time.September, 18, 0, 0, 0, 0, time.UTC), DayOnly: true}
	for name, c := range map[string]struct{ feed, page, want statements.Moment }{
		"only the feed":            {utc, statements.Moment{}, utc},
		"only the page":            {statements.Moment{}, midnight, midnight},
		"one moment, the zone too": {utc, midnight, midnight},
		"another moment":           {other, midnight, other},
		"a zone in the feed":       {midnight, utc, midnight},
		"no more than a day":       {utc, day, utc},
	} {
		if got := published(c.feed, c.page); got != c.want {
			t.Errorf("%s: %v, want %v", name, got.Time, c.want.Time)
		}
	}
}
