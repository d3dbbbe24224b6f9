package timing

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// Schedule gives the first moment of a schedule after a given one, in the time
// zone of that one; zero if it never comes.
type Schedule func(after time.Time) time.Time

const (
	// mostSpec is how long a schedule may be: long ones are mistakes or mischief.
	mostSpec = 200
	// shortestEvery and longestEvery bound @every.
	shortestEvery = time.Second
	longestEvery  = 366 * 24 * time.Hour
)

// cronFields are those of feeds: seconds may stand before them.
var cronFields = cron.NewParser(cron.SecondOptional | cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow | cron.Descriptor)

// Cron reads a cron expression of five or six fields, a name such as @daily, or
// @every with a duration. It wraps robfig/cron, which panics on a time zone with
// nothing after it and reads "@every -5m" as one second. Its errors are one
// line without a hint: what is good differs.
func Cron(spec string) (s Schedule, err error) {
	spec = strings.TrimSpace(spec)
	defer func() {
		if recover() != nil {
			s, err = nil, fmt.Errorf("%q is no schedule", spec)
		}
	}()
	if len(spec) > mostSpec {
		return nil, errors.New("a schedule has at most 200 characters")
	}
	if strings.HasPrefix(spec, "@every") {
		return every(spec)
	}
	parsed, err := cronFields.Parse(spec)
	if err != nil {
		return nil, fmt.Errorf("%q is no schedule (%s)", spec, strings.Join(strings.Fields(err.Error()), " "))
	}
	return parsed.Next, nil
}

func every(spec string) (Schedule, error) {
	d, err := time.ParseDuration(strings.TrimSpace(strings.TrimPrefix(spec, "@every")))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%q has no duration after @every", spec)
	case d < shortestEvery:
		return nil, fmt.Errorf("%q is shorter than a second", spec)
	case d > longestEvery:
		return nil, fmt.Errorf("%q is longer than a year", spec)
	}
	return cron.Every(d).Next, nil
}
