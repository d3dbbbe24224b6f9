package dates

import (
	"regexp"
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
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
		at := strings.LastIndexByte(r.Src[:s.Items[0].Start], '\n') + 1
		line, _, _ := strings.Cut(r.Src[at:], "\n")
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

// PastClock is the token after the time of day that the paragraph r begins with, where a
// sentence follows: "16.47 Lee says", "4:47pm GMT: Lee says". It is r.First where none does.
func PastClock(src string, toks []text.Token, r text.Range) int {
	k := r.First
	if k >= r.End || toks[k].Kind != text.Number {
		return r.First
	}
	line, _, _ := strings.Cut(src[toks[k].Start:toks[r.End-1].End], "\n")
	end := toks[k].Start + len(clock.FindString(line))
	for k < r.End && (toks[k].Start < end || toks[k].Kind == text.Mark && strings.Contains(":-–—,", toks[k].Lower) || clockZone.MatchString(toks[k].Lower)) {
		k++
	}
	if end == toks[r.First].Start || k == r.End || !toks[k].Cap {
		return r.First
	}
	return k
}

// clockZone is the zone behind a time of day.
var clockZone = regexp.MustCompile(`^(?:gmt|bst|utc|et|est|edt|ct|pt|cet|cest|ist|msk)$`)
