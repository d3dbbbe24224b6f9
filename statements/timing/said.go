package timing

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"onrecord/statements"
)

// weekdays are the names that people and cron have for them, Sunday is 0.
var weekdays = []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// spans are words for several days of the week.
var spans = map[string]string{
	"daily": "*", "everyday": "*", "day": "*", "weekdays": "1-5", "weekday": "1-5", "workdays": "1-5",
	"weekends": "0,6", "weekend": "0,6", "weekly": "1",
}

var clockWord = regexp.MustCompile(`^(\d{1,2})(?::(\d{2}))?$`)

// Spec makes a schedule of what was typed: cron is left as it is, and so is the
// empty schedule; "weekdays 09:00", "Mon, Thu at 18:30" and "09:00" become cron.
// An error is a statements.Problem.
func Spec(typed string) (string, error) {
	words := strings.FieldsFunc(strings.ToLower(typed), func(r rune) bool { return r == ' ' || r == ',' || r == '\t' })
	if len(words) == 0 {
		return "", nil
	}
	if strings.HasPrefix(words[0], "@") || len(strings.Fields(typed)) == 5 && !strings.ContainsRune(typed, ':') {
		_, err := readDigest(typed)
		return strings.TrimSpace(typed), err
	}
	minute, at := -1, []int(nil)
	var days []string
	for _, w := range words {
		if m := clockWord.FindStringSubmatch(w); m != nil {
			n := minutes(m[1], m[2])
			if n < 0 || n == day || minute >= 0 && n%60 != minute {
				return "", unread(typed)
			}
			minute, at = n%60, append(at, n/60)
			continue
		}
		switch d := weekday(w); {
		case d != "":
			days = append(days, d)
		case slices.Contains([]string{"every", "at", "and", "on"}, w):
		default:
			return "", unread(typed)
		}
	}
	if len(at) == 0 {
		return "", unread(typed)
	}
	spec := cronOf(minute, at, days)
	_, err := readDigest(spec)
	return spec, err
}

// cronOf writes what Spec has understood.
func cronOf(minute int, at []int, days []string) string {
	slices.Sort(at)
	var clock []string
	for _, h := range slices.Compact(at) {
		clock = append(clock, strconv.Itoa(h))
	}
	on := "*"
	if len(days) > 0 && !slices.Contains(days, "*") {
		slices.Sort(days)
		on = strings.Join(slices.Compact(days), ",")
	}
	return fmt.Sprintf("%d %s * * %s", minute, strings.Join(clock, ","), on)
}

func unread(typed string) error {
	return &statements.Problem{Text: statements.Say("The digest's schedule ‘%s’ cannot be read.", plain(typed)), Hint: statements.Say(goodDigest)}
}

// weekday is cron's number of a day of the week, or of several.
func weekday(word string) string {
	if s, ok := spans[word]; ok {
		return s
	}
	for i, name := range weekdays {
		if whole := strings.ToLower(name); len(word) >= 3 && (strings.HasPrefix(whole, word) || word == whole+"s") {
			return strconv.Itoa(i)
		}
	}
	return ""
}

// simple is a schedule at hours of days of the week.
var simple = regexp.MustCompile(`^(\d{1,2}) ([\d,]+|\*) \* \* ([\d,*-]+)$`)

// Said is a digest's schedule in words: "every weekday at 09:00". A schedule
// that has none is shown as it is typed.
func Said(spec string) statements.Said {
	spec = strings.Join(strings.Fields(spec), " ")
	named := map[string]string{"@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0"}
	if s, ok := named[spec]; ok {
		spec = s
	}
	m := simple.FindStringSubmatch(spec)
	if m == nil {
		return statements.Say("by the schedule %s", plain(spec))
	}
	minute, _ := strconv.Atoi(m[1])
	on, daily, ok := daysSaid(m[3])
	switch {
	case !ok:
		return statements.Say("by the schedule %s", plain(spec))
	case m[2] == "*" && minute == 0 && daily:
		return statements.Say("every hour")
	case m[2] == "*" && minute == 0:
		return statements.Say("%s, every hour", on)
	case m[2] == "*":
		return statements.Say("%s, every hour at minute %s", on, minute)
	}
	var clock []any
	for h := range strings.SplitSeq(m[2], ",") {
		n, _ := strconv.Atoi(h)
		clock = append(clock, fmt.Sprintf("%02d:%02d", n, minute))
	}
	return statements.Say("%s at %s", on, statements.Joined("%s and %s", clock))
}

// daysSaid is a field of weekdays in words; daily says that it is all of them.
func daysSaid(field string) (said statements.Said, daily, ok bool) {
	var on []int
	for part := range strings.SplitSeq(field, ",") {
		if part == "*" {
			return statements.Say("every day"), true, true
		}
		from, to, ranged := strings.Cut(part, "-")
		a, err := strconv.Atoi(from)
		b := a
		if ranged && err == nil {
			b, err = strconv.Atoi(to)
		}
		if err != nil || a > b || b >= len(weekdays) {
			return said, false, false
		}
		for d := a; d <= b; d++ {
			on = append(on, d)
		}
	}
	slices.Sort(on)
	on = slices.Compact(on)
	switch {
	case len(on) == 7:
		return statements.Say("every day"), true, true
	case slices.Equal(on, []int{1, 2, 3, 4, 5}):
		return statements.Say("every weekday"), false, true
	case slices.Equal(on, []int{1, 2, 3, 4, 5, 6}):
		return statements.Say("every weekday and Saturday"), false, true
	}
	var names []any
	for _, d := range on {
		names = append(names, eachDay[d])
	}
	return statements.Say("every %s", statements.Joined("%s and %s", names)), false, true
}

// eachDay are the weekdays as they stand after "every".
var eachDay = []statements.Said{
	statements.Say("Sunday"), statements.Say("Monday"), statements.Say("Tuesday"), statements.Say("Wednesday"),
	statements.Say("Thursday"), statements.Say("Friday"), statements.Say("Saturday"),
}
