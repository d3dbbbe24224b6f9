package feeds

import (
	"fmt"
	"strings"
	"time"

	"onrecord/statements/timing"
)

// goodSchedules ends every complaint about a schedule.
const goodSchedules = `try "@every 10m" or "0 6 * * *"`

// shortest is the least that may lie between two visits to a feed.
const shortest = time.Second

// NextAt is when a feed with this schedule is due after a given time, at least
// a second later. An empty schedule means every. A cron expression without
// CRON_TZ is read in after's time zone.
func NextAt(schedule string, every time.Duration, after time.Time) (time.Time, error) {
	schedule = strings.TrimSpace(schedule)
	if schedule == "" {
		return after.Add(max(every, shortest)), nil
	}
	s, err := parseSchedule(schedule)
	if err != nil {
		return time.Time{}, err
	}
	next := s(after)
	if next.IsZero() {
		return time.Time{}, fmt.Errorf("%q never comes, %s", schedule, goodSchedules)
	}
	if next.Sub(after) < shortest {
		next = after.Add(shortest)
	}
	return next, nil
}

// CheckSchedule reports what is wrong with a schedule, and names a good one.
// The empty schedule is good.
func CheckSchedule(schedule string) error {
	// Any day will do: the parser looks five years ahead.
	_, err := NextAt(schedule, time.Minute, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	return err
}

// parseSchedule reads a schedule, and ends every complaint with a good one.
func parseSchedule(spec string) (timing.Schedule, error) {
	s, err := timing.Cron(spec)
	if err != nil {
		return nil, fmt.Errorf("%w, %s", err, goodSchedules)
	}
	return s, nil
}
