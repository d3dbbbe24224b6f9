package ask

import (
	"cmp"
	"slices"

	"onrecord/statements"
)

const (
	sameShare  = 0.6 // of the shorter one's stems, to be the same utterance
	sameStems  = 4   // that the shorter one must have: short quotes do not merge on words alone
	manyEnough = 60  // answers that are spread out; nobody reads further
)

// merge leaves one of each utterance, the best, and gives it the outlets of
// the others. all is best first.
func merge(all []*scored) []*scored {
	var out []*scored
	for _, s := range all {
		i := slices.IndexFunc(out, func(o *scored) bool { return sameUtterance(o, s) })
		if i < 0 {
			out = append(out, s)
			continue
		}
		if s.plainer(out[i]) {
			s.score = out[i].score
			out[i], s = s, out[i]
		}
		out[i].found.Also = join(out[i].found, s.found)
	}
	return out
}

// plainer reports whether s tells the same as o, and better: more of it in the
// speaker's own words, or else by name, or else with the day on which it was said.
func (s *scored) plainer(o *scored) bool {
	if s.cover < 0.75*o.cover {
		return false
	}
	a, b := s.found.Statement, o.found.Statement
	return cmp.Or(cmp.Compare(ownWords[a.Kind], ownWords[b.Kind]), cmp.Compare(told(s.found.SpeakerID != 0), told(o.found.SpeakerID != 0)),
		cmp.Compare(told(!a.SaidOn.IsZero()), told(!b.SaidOn.IsZero()))) > 0
}

// told is 1 for what a report tells.
func told(tells bool) int {
	if tells {
		return 1
	}
	return 0
}

var ownWords = map[statements.Kind]int{statements.Mixed: 1, statements.Direct: 2}

// join is the other outlets of a, with those of b.
func join(a, b statements.Found) []statements.Outlet {
	out := slices.Clone(a.Also)
	for _, o := range append([]statements.Outlet{{Name: b.Article.Outlet, URL: b.Article.URL}}, b.Also...) {
		if o.URL != a.Article.URL && !slices.ContainsFunc(out, func(h statements.Outlet) bool { return h.URL == o.URL }) {
			out = append(out, o)
		}
	}
	return out
}

// sameUtterance reports whether a and b report the same words of one speaker
// on one day: as they were clustered when they were kept, or as they look.
func sameUtterance(a, b *scored) bool {
	if c := a.found.Cluster; c != 0 && c == b.found.Cluster {
		return true
	}
	if a.found.SpeakerID != b.found.SpeakerID && a.name != b.name {
		return false
	}
	x, y := a.found.Statement.SaidOn, b.found.Statement.SaidOn
	if x.IsZero() || y.IsZero() {
		if a.day != b.day && a.found.Statement.Text(a.found.Article.Text) != b.found.Statement.Text(b.found.Article.Text) {
			return false
		}
	} else if x != y {
		return false
	}
	if min(len(a.stems), len(b.stems)) < sameStems {
		return a.found.Statement.Text(a.found.Article.Text) == b.found.Statement.Text(b.found.Article.Text)
	}
	return alike(a, b) >= sameShare
}

// alike is the share of the shorter one's stems that both have.
func alike(a, b *scored) float64 {
	if len(a.stems) > len(b.stems) {
		a, b = b, a
	}
	if len(a.stems) == 0 {
		return 0
	}
	n, at := 0, 0
	for _, s := range a.stems {
		for at < len(b.stems) && b.stems[at] < s {
			at++
		}
		if at < len(b.stems) && b.stems[at] == s {
			n++
		}
	}
	return float64(n) / float64(len(a.stems))
}

// spread orders the first answers so that one that says what another has said
// already comes later. all is best first.
func spread(all []*scored) []*scored {
	n := min(len(all), manyEnough)
	rest := slices.Clone(all[:n])
	told := make([]float64, n) // how much of each the chosen ones say already
	var out []*scored
	for len(rest) > 0 {
		best := 0
		for i := range rest {
			if rest[i].score-0.35*told[i] > rest[best].score-0.35*told[best] {
				best = i
			}
		}
		s := rest[best]
		out = append(out, s)
		rest, told = slices.Delete(rest, best, best+1), slices.Delete(told, best, best+1)
		for i := range rest {
			if len(rest[i].stems) >= sameStems {
				told[i] = max(told[i], alike(s, rest[i]))
			}
		}
	}
	return append(out, all[n:]...)
}
