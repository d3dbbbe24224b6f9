package dates

import (
	"regexp"
	"strings"

	"onrecord/statements/lexicon"
)

// live dates a page that is kept through one day, whose entries begin with the
// time of day ("18.40 All boats in use"): what has no other day was said on that
// of the page. A page whose headings name days goes over several.
func (r *Report) live() {
	if r.base().IsZero() || r.entries() < fewestEntries {
		return
	}
	for i := range r.said {
		u := &r.said[i]
		if (r.open(i) || u.Day.IsZero() && u.waits) && !u.before && !u.letter {
			u.Day = r.base()
		}
	}
}

// fewestEntries is how many entries show that a page is kept by the hour.
const fewestEntries = 3

// entries counts the lines that begin with a time of day; one that names a day
// makes it none.
func (r *Report) entries() int {
	n, para := 0, -1
	for i := range r.Sents {
		s := &r.Sents[i]
		if len(s.Items) == 0 || s.Para == para {
			continue
		}
		para = s.Para
		line, _, _ := strings.Cut(r.Src[s.Items[0].Start:], "\n")
		if !clock.MatchString(line) {
			continue
		}
		n++
		for k := range min(6, len(s.Items)) {
			if m, d := monthDay(s, k); m > 0 && d > 0 && s.Is(k, lexicon.Month) {
				return 0
			}
		}
	}
	return n
}

// clock is a time of day at the front of a line: "18.40 ", "6:40pm", "9am ".
var clock = regexp.MustCompile(`^(?:[01]?\d|2[0-3])(?:[.:][0-5]\d(?: ?[ap]\.?m\.?| h| Uhr)?|(?: ?[ap]\.?m\.?))(?:\s|$|[:,–—-])`)
