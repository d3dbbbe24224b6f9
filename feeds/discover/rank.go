package discover

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"onrecord/statements"
	"onrecord/statements/reasons"
)

// found is a candidate with what its place in the list hangs on.
type found struct {
	statements.Candidate
	rank  int
	asked string          // the address of its lead
	order int             // in which it was found
	links map[string]bool // of its items
}

// asleep is how old the newest item of a feed may be before others go first.
const asleep = 365 * 24 * time.Hour

// sorted gives the candidates best first: comments last, then those that sleep,
// then by how sure it is that they are meant.
func sorted(list []found, now time.Time) []statements.Candidate {
	list = distinct(list)
	slices.SortStableFunc(list, func(a, b found) int {
		return cmp.Or(
			cmp.Compare(flag(a.Comments), flag(b.Comments)),
			cmp.Compare(flag(a.Items == 0), flag(b.Items == 0)),
			cmp.Compare(flag(sleeps(a, now)), flag(sleeps(b, now))),
			cmp.Compare(a.rank, b.rank),
			cmp.Compare(a.order, b.order),
		)
	})
	out := make([]statements.Candidate, len(list))
	for i, f := range list {
		out[i] = f.Candidate
	}
	return out
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

func sleeps(f found, now time.Time) bool {
	return !f.Newest.IsZero() && now.Sub(f.Newest.Time) > asleep
}

// distinct makes one of candidates that bring the same items: most sites offer
// theirs in two formats. The first stays and names the others' formats.
func distinct(list []found) []found {
	var out []found
	for _, f := range list {
		i := slices.IndexFunc(out, func(o found) bool { return o.URL == f.URL || sameItems(o, f) })
		if i < 0 {
			out = append(out, f)
			continue
		}
		if note := reasons.AlsoThere.With(out[i].Reason, f.Format); f.Format != out[i].Format && !strings.Contains(out[i].Reason, strings.TrimPrefix(note, out[i].Reason)) {
			out[i].Reason = note
		}
	}
	return out
}

// sameItems reports whether nearly all items of the shorter feed stand in the
// longer.
func sameItems(a, b found) bool {
	if a.Comments != b.Comments || len(a.links) == 0 || len(b.links) == 0 {
		return false
	}
	if len(a.links) > len(b.links) {
		a, b = b, a
	}
	// A single item may well stand in two feeds that are not the same.
	if len(a.links) < 3 && a.Title != b.Title {
		return false
	}
	// A category of a site that has little else holds all of its few items too.
	if len(b.links) > 2*len(a.links) {
		return false
	}
	both := 0
	for l := range a.links {
		if b.links[l] {
			both++
		}
	}
	return both*10 >= len(a.links)*9
}
