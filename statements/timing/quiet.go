package timing

import (
	"regexp"
	"strconv"
	"time"

	"onrecord/statements"
)

const goodQuiet = "Write two hours, such as `22:00-07:00`; over midnight is fine."

// hours are two hours of the day, in minutes: from and to. The second is on the
// next day if it does not come after the first.
type hours struct{ from, to int }

var twoHours = regexp.MustCompile(`^\s*(\d{1,2})(?::(\d{2}))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d{2}))?\s*$`)

func readQuiet(spec string) (hours, error) {
	m := twoHours.FindStringSubmatch(spec)
	if m == nil {
		return hours{}, &statements.Problem{Text: statements.Say("The quiet hours ‘%s’ are not two hours of a day.", plain(spec)), Hint: statements.Say(goodQuiet)}
	}
	h := hours{minutes(m[1], m[2]), minutes(m[3], m[4])}
	switch {
	case h.from < 0 || h.to < 0:
		return hours{}, &statements.Problem{Text: statements.Say("The quiet hours ‘%s’ name an hour that no day has.", plain(spec)), Hint: statements.Say(goodQuiet)}
	case h.from%day == h.to%day:
		return hours{}, &statements.Problem{Text: statements.Say("The quiet hours ‘%s’ begin and end at the same hour.", plain(spec)),
			Hint: statements.Say("%s To hear nothing at all, mute the watch.", goodQuiet)}
	}
	return hours{h.from % day, h.to % day}, nil
}

const day = 24 * 60

// minutes is an hour of the day in minutes, or -1; 24:00 is one.
func minutes(hour, minute string) int {
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi("0" + minute)
	if m > 59 || h*60+m > day {
		return -1
	}
	return h*60 + m
}

// until is the end of the quiet hours that hold at a moment; zero if none do.
func (h hours) until(at time.Time, zone *time.Location) time.Time {
	if h.from == h.to {
		return time.Time{}
	}
	y, m, d := at.In(zone).Date()
	for _, first := range []int{d, d - 1} { // those of yesterday may last until today
		begin := moment(time.Date(y, m, first, 0, h.from, 0, 0, time.UTC), zone)
		last := first
		if h.to <= h.from {
			last++
		}
		end := moment(time.Date(y, m, last, 0, h.to, 0, 0, time.UTC), zone)
		if !at.Before(begin) && at.Before(end) {
			return end
		}
	}
	return time.Time{}
}
