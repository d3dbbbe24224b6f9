package timing

import "time"

// wall is the clock on the wall at a moment, as if it hung where there is no
// summer time: in UTC.
func wall(at time.Time, zone *time.Location) time.Time {
	l := at.In(zone)
	return time.Date(l.Year(), l.Month(), l.Day(), l.Hour(), l.Minute(), l.Second(), l.Nanosecond(), time.UTC)
}

// moment is when a wall in zone first shows w. An hour that is skipped is over
// when it would begin: its moment is the end of the gap.
func moment(w time.Time, zone *time.Location) time.Time {
	at := time.Date(w.Year(), w.Month(), w.Day(), w.Hour(), w.Minute(), w.Second(), w.Nanosecond(), zone)
	begin, end := at.ZoneBounds()
	switch shown := wall(at, zone); {
	case shown.After(w): // in the zone after the gap
		return begin
	case shown.Before(w): // in the zone before it
		return end
	case begin.IsZero():
		return at
	}
	// An autumn shows the hour twice, the first time in the zone before.
	_, before := begin.Add(-time.Second).Zone()
	if first := w.Add(-time.Duration(before) * time.Second); first.Before(begin) {
		return first.In(zone)
	}
	return at
}
