package gather

import (
	"path/filepath"
	"regexp"
	"time"

	"onrecord/statements"
)

// pathDate is a day in a path: 2019-03-04, 2019/03/04, 20190304, 2019_03_04.
// The same mark stands twice, or none does.
var pathDate = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:-([01][0-9])-([0-3][0-9])|_([01][0-9])_([0-3][0-9])|\.([01][0-9])\.([0-3][0-9])|/([01][0-9])/([0-3][0-9])|([01][0-9])([0-3][0-9]))(?:[^0-9]|$)`)

// dateOf is the day that the place of a file tells, if it tells one alone: its
// name before its folders.
func dateOf(place string, now time.Time) statements.Moment {
	place = filepath.ToSlash(place)
	for _, s := range []string{filepath.Base(place), place} {
		day, n := "", 0
		for _, m := range pathDate.FindAllStringSubmatch(s, -1) {
			d := m[1]
			for _, part := range m[2:] {
				if part != "" {
					d += "-" + part
				}
			}
			if d != day {
				day, n = d, n+1
			}
		}
		if n != 1 {
			continue
		}
		t, err := time.Parse(time.DateOnly, day)
		if err != nil || t.After(now.Add(24*time.Hour)) {
			continue
		}
		return statements.Moment{Time: t, ZoneUnknown: true, DayOnly: true}
	}
	return statements.Moment{}
}
