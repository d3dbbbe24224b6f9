package timing

import (
	"strings"
	"time"

	"onrecord/statements"
)

const (
	goodDigest = "Write five fields of cron, such as `0 9 * * 1-5` for 09:00 on weekdays, or words, such as `weekdays 09:00`."
	// closest is the least between two digests: what comes more often is no
	// digest, and an empty one says so each time.
	closest = 15 * time.Minute
)

// readDigest reads the schedule of a digest. Its moments are on a wall without
// summer time.
func readDigest(spec string) (Schedule, error) {
	spec = strings.TrimSpace(spec)
	switch {
	case strings.HasPrefix(spec, "@every"):
		return nil, &statements.Problem{Text: statements.Say("A digest comes at hours, and @every has none."), Hint: statements.Say(goodDigest)}
	case strings.Contains(spec, "TZ="):
		return nil, &statements.Problem{Text: statements.Say("The time zone does not stand in the digest's schedule."), Hint: statements.Say("Give it as the zone, and the schedule without it, such as `0 9 * * *`.")}
	case !strings.HasPrefix(spec, "@") && len(spec) <= mostSpec && len(strings.Fields(spec)) != 5:
		return nil, &statements.Problem{Text: statements.Say("The digest's schedule ‘%s’ has %s fields, and five are needed: minute, hour, day, month, weekday.", plain(spec), len(strings.Fields(spec))), Hint: statements.Say(goodDigest)}
	}
	s, err := Cron(spec)
	if err != nil {
		return nil, &statements.Problem{Text: statements.Say("The digest's schedule cannot be read: %s.", plain(err.Error())), Hint: statements.Say(goodDigest)}
	}
	return s, checkPace(spec, s)
}

// checkPace refuses what never comes, and what comes all the time: the moments
// of a day show how close they can be.
func checkPace(spec string, s Schedule) error {
	at := s(time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)) // any day will do: five years are looked through
	if at.IsZero() {
		return &statements.Problem{Text: statements.Say("The digest's schedule ‘%s’ never comes.", plain(spec)), Hint: statements.Say(goodDigest)}
	}
	for end := at.Add(25 * time.Hour); at.Before(end); {
		next := s(at)
		if next.IsZero() {
			return nil
		}
		if gap := next.Sub(at); gap < closest {
			return &statements.Problem{Text: statements.Say("The digest's schedule ‘%s’ comes every %s minutes.", plain(spec), int(gap.Minutes())),
				Hint: statements.Say("Leave at least 15 minutes between two digests, or leave the digest out: alerts come at once then.")}
		}
		at = next
	}
	return nil
}

// plain is what was typed, fit for a line that people read.
func plain(s string) string {
	s = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case r == '`':
			return '’'
		case r < ' ' || r == 0x7f:
			return ' '
		}
		return r
	}, s)), " ")
	if r := []rune(s); len(r) > 80 {
		return string(r[:79]) + "…"
	}
	return s
}
