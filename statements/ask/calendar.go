package ask

import (
	"slices"
	"strings"
	"sync"
	"time"
)

// calendar is how a language other than English tells times: words and phrases,
// folded, by what they say.
type calendar struct {
	months   map[string]time.Month
	weekdays map[string]time.Weekday
	seasons  map[string]int
	units    map[string]string // as back and calendar have them
	counts   map[string]int
	phrases  map[string]map[string]bool // by class: "since", "last", "yesterday"
	longest  int                        // words in the longest phrase
}

var calendars = sync.OnceValue(func() map[string]*calendar {
	out := map[string]*calendar{}
	for _, l := range lines("times.txt") {
		head, entries, _ := strings.Cut(l, ":")
		class, lang, _ := strings.Cut(head, " ")
		if out[lang] == nil {
			out[lang] = &calendar{months: map[string]time.Month{}, weekdays: map[string]time.Weekday{}, seasons: map[string]int{},
				units: map[string]string{}, counts: map[string]int{}, phrases: map[string]map[string]bool{}}
		}
		out[lang].read(class, strings.Fields(entries))
	}
	return out
})

// read keeps the entries of a class; the place of each in its line counts for some.
func (c *calendar) read(class string, entries []string) {
	for i, entry := range entries {
		for form := range strings.SplitSeq(entry, "/") {
			w := folded(form)
			c.longest = max(c.longest, strings.Count(w, " ")+1)
			switch class {
			case "month":
				c.months[w] = time.Month(i + 1)
			case "weekday":
				c.weekdays[w] = time.Weekday((i + 1) % 7)
			case "season":
				c.seasons[w] = i + 1
			case "count":
				c.counts[w] = i + 1
			case "hour", "day", "week", "weekend", "month-unit", "year":
				c.units[w] = strings.TrimSuffix(class, "-unit")
			default:
				if c.phrases[class] == nil {
					c.phrases[class] = map[string]bool{}
				}
				c.phrases[class][w] = true
			}
		}
	}
}

// tells reports whether a word is for a time by itself: a month, "gestern".
func (c *calendar) tells(w string) bool {
	if c == nil {
		return false
	}
	_, day := c.weekdays[w]
	return day || c.months[w] > 0 || c.phrases["yesterday"][w] || c.phrases["today"][w] || c.phrases["two-days-ago"][w] || c.units[w] != "" || c.phrases["last"][w]
}

// said is how many words at i are a phrase of one of the classes.
func (q *question) said(i int, classes ...string) int {
	c := calendars()[q.lang]
	for n := min(c.longest, len(q.ws)-i); n > 0; n-- {
		if !q.free(i, i+n) {
			continue
		}
		phrase := q.folded(i, n)
		if slices.ContainsFunc(classes, func(class string) bool { return c.phrases[class][phrase] }) {
			return n
		}
	}
	return 0
}

// unit is the unit of time at i, and how many words it has: "Wochen", "fin de
// semana".
func (q *question) unit(i int) (unit string, n int) {
	for n := min(3, len(q.ws)-i); n > 0; n-- {
		if u := calendars()[q.lang].units[q.folded(i, n)]; u != "" && q.free(i, i+n) {
			return u, n
		}
	}
	return "", 0
}
