package cluster

import (
	"strings"

	"onrecord/statements/speakers"
)

// Window is how many days apart two statements may be dated and still be
// compared.
const Window = 4

// speaker says whether two statements may be of one mouth. named is whether
// their names say so; otherwise only what was said can. Within an article two
// names are two people: Hollin and Ada Hollin. "Police" and "the police" of one
// article are the same.
func speaker(a, b *Signature) (may, named bool) {
	if a.Speaker == "" || b.Speaker == "" {
		return true, a.Speaker == b.Speaker && sameArticle(a, b) && a.Unnamed != "" && a.Unnamed == b.Unnamed
	}
	named = a.Speaker == b.Speaker || !sameArticle(a, b) && bare(a.Speaker, b.Speaker)
	return named, named
}

// SurnameOf gives the last word of a speaker's key: a name of one word may be
// the surname of one with several.
func SurnameOf(key string) string { return key[strings.LastIndexByte(key, ' ')+1:] }

// bare reports whether of two keys one is no more than the surname of the other.
func bare(a, b string) bool {
	if strings.Contains(a, " ") == strings.Contains(b, " ") {
		return false
	}
	return speakers.Same(a, b)
}

// day says how two statements' days go together.
type day int

const (
	sameDay day = iota // or nothing speaks against it
	nearDay            // the next day, by what both say
	otherDay
)

// dayOfBoth compares the days. What was said on Monday is published on Monday
// or a few days later; two articles that give no day are of one if they are
// published together.
func dayOfBoth(a, b *Signature) day {
	if a.Day.IsZero() || b.Day.IsZero() {
		return nearDay
	}
	apart := daysBetween(a, b)
	switch {
	case a.Said && b.Said:
		if apart == 0 {
			return sameDay
		}
		if apart == 1 || apart == -1 {
			return nearDay
		}
	case !a.Said && !b.Said:
		if -1 <= apart && apart <= 1 {
			return sameDay
		}
	case a.Said: // apart: from the day it was said to the other's publication
		if -1 <= apart && apart <= 2 {
			return sameDay
		}
	default:
		if -2 <= apart && apart <= 1 {
			return sameDay
		}
	}
	return otherDay
}

// daysBetween counts the days from a to b.
func daysBetween(a, b *Signature) int {
	return int(b.Day.Time().Sub(a.Day.Time()).Hours() / 24)
}

// sameVenue says whether both name a place and it is the same one, and whether
// it is another: "Ostervik, Norland" is Ostervik.
func sameVenue(a, b *Signature) (same, other bool) {
	if a.Venue == "" || b.Venue == "" {
		return false, false
	}
	short, long := a.Venue, b.Venue
	if len(short) > len(long) {
		short, long = long, short
	}
	same = strings.HasPrefix(long, short) || strings.HasSuffix(long, short)
	return same, !same
}

// oneOccasion decides about statements that are dated a day apart. If most of
// what two articles have of a speaker is alike, and two statements at least,
// somebody was wrong about the day; else the speaker has said it again. An
// article that gives its own body's statements two days means two.
func (a *assignment) oneOccasion() {
	told := a.toldInBoth()
	for i, s := range a.fresh {
		for j := range a.fresh {
			if a.day[i][j] == nearDay && !a.announces(i) && !a.announces(j) {
				a.score[i][j], a.why[i][j] = 0, OtherDay
			}
		}
		for j, o := range a.known {
			at := len(a.fresh) + j
			if a.day[i][at] == nearDay && (s.Speaker != o.Speaker || !told[reported{o.Article, s.Speaker}].most()) {
				a.score[i][at], a.why[i][at] = 0, OtherDay
			}
		}
	}
}

// reported is what a known article has of a speaker.
type reported struct {
	article uint64
	speaker string
}

// likeness is how much of it is like what the new article has of the same speaker.
type likeness struct {
	fresh, known      map[int]bool // those that are like one of the others
	ofFresh, ofKnown  int          // all of the speaker's
	samePlace, others int          // pairs that name the same place, and two
}

// most reports whether most of it is, two statements at least, and they were
// not said at two places. A single place may have been read wrongly.
func (l *likeness) most() bool {
	n := min(len(l.fresh), len(l.known))
	return n >= 2 && 2*n >= min(l.ofFresh, l.ofKnown) && l.others <= l.samePlace
}

func (a *assignment) toldInBoth() map[reported]*likeness {
	ofFresh := map[string]int{}
	for _, s := range a.fresh {
		ofFresh[s.Speaker]++
	}
	out := map[reported]*likeness{}
	for j, o := range a.known {
		k := reported{o.Article, o.Speaker}
		if out[k] == nil {
			out[k] = &likeness{fresh: map[int]bool{}, known: map[int]bool{}, ofFresh: ofFresh[o.Speaker]}
		}
		l := out[k]
		l.ofKnown++
		for i, s := range a.fresh {
			if s.Speaker == "" || s.Speaker != o.Speaker || a.score[i][len(a.fresh)+j] < joins {
				continue
			}
			l.fresh[i], l.known[j] = true, true
			switch same, other := sameVenue(&s, &o.Signature); {
			case same:
				l.samePlace++
			case other:
				l.others++
			}
		}
	}
	return out
}
