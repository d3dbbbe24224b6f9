package feeds

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// goodSchedules ends every complaint about a schedule.
const goodSchedules = `try "@every 10m" or "0 6 * * *"`

// shortest is the least that may lie between two visits to a feed.
const shortest = time.Second

var cronFields = cron.NewParser(cron.SecondOptional | cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow | cron.Descriptor)

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
	next := s.Next(after)
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

// parseSchedule wraps robfig/cron, which panics on a time zone with nothing
// after it and reads "@every -5m" as one second.
func parseSchedule(spec string) (s cron.Schedule, err error) {
	defer func() {
		if recover() != nil {
			s, err = nil, fmt.Errorf("%q is no schedule, %s", spec, goodSchedules)
		}
	}()
	if len(spec) > 200 {
		return nil, errors.New("a schedule has at most 200 characters, " + goodSchedules)
	}
	if strings.HasPrefix(spec, "@every") {
		return everySchedule(spec)
	}
	s, err = cronFields.Parse(spec)
	if err != nil {
		return nil, fmt.Errorf("%q is no schedule (%s), %s", spec, oneLine(err.Error()), goodSchedules)
	}
	return s, nil
}

func everySchedule(spec string) (cron.Schedule, error) {
	d, err := time.ParseDuration(strings.TrimSpace(strings.TrimPrefix(spec, "@every")))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%q has no duration after @every, %s", spec, goodSchedules)
	case d < shortest:
		return nil, fmt.Errorf("%q is shorter than a second, %s", spec, goodSchedules)
	case d > 366*24*time.Hour:
		return nil, fmt.Errorf("%q is longer than a year, %s", spec, goodSchedules)
	}
	return cron.Every(d), nil
}
