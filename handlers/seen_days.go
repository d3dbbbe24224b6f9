package handlers

import (
	"context"
	"slices"

	"onrecord/statements"
)

type seenDays struct {
	Days
	search seenSearch
}

// mostMoved bounds the statements under one name that a count looks at.
const mostMoved = 2000

// Spoken counts what was said as reviewers see it: what was counted, without
// what they took away and with what they gave.
func (s seenDays) Spoken(ctx context.Context, q statements.Query) ([]statements.DayCount, error) {
	out, err := s.Days.Spoken(ctx, q)
	if err != nil {
		return nil, err
	}
	moved, err := s.moved(ctx, q)
	if err != nil {
		return nil, err
	}
	counted := map[int64]bool{}
	for _, f := range moved {
		now := s.search.Show(f)
		had := passes(f, q) && asked(f, q)
		has := !now.Rejected() && passes(now, q) && asked(now, q)
		if had == has || has && counted[now.Cluster] {
			continue
		}
		counted[now.Cluster] = has
		out = tallied(out, f, map[bool]int{true: 1, false: -1}[has])
	}
	for _, clusters := range s.search.Merged() {
		again, err := s.again(ctx, q, clusters)
		if err != nil {
			return nil, err
		}
		for _, f := range again {
			out = tallied(out, f, -1)
		}
	}
	slices.SortFunc(out, func(a, b statements.DayCount) int { return a.Day.Time().Compare(b.Day.Time()) })
	return slices.DeleteFunc(out, func(c statements.DayCount) bool { return c.Verbatim <= 0 && c.Reported <= 0 }), nil
}

// again gives, of clusters that are one utterance, what was counted once too
// often: a statement for each but the first. A cluster has the number of the
// statement that opened it.
func (s seenDays) again(ctx context.Context, q statements.Query, clusters []int64) ([]statements.Found, error) {
	found, err := s.search.all.Numbered(ctx, clusters)
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(s.search.Sift(found), func(f statements.Found) bool { return !passes(f, q) || !asked(f, q) })
	slices.SortStableFunc(found, newestFirst)
	return found[:max(len(found)-1, 0)], nil
}

// moved are the statements that reviewers may have moved into or out of what q
// asks for, as they were read.
func (s seenDays) moved(ctx context.Context, q statements.Query) ([]statements.Found, error) {
	touched := s.search.Touched()
	out, err := s.search.all.Numbered(ctx, touched[max(len(touched)-mostMoved, 0):])
	if err != nil {
		return nil, err
	}
	for _, c := range s.search.Rules() {
		if c.Heard == 0 || len(q.Speakers) == 0 {
			continue
		}
		under, err := s.search.search.Search(ctx, statements.Query{Speakers: []statements.Speaker{{ID: c.Heard}}}, mostMoved)
		if err != nil {
			return nil, err
		}
		out = append(out, under...)
	}
	return unique(out), nil
}

// asked reports whether q asks for the speaker of f.
func asked(f statements.Found, q statements.Query) bool {
	return len(q.Speakers) == 0 || saidBy(f, q.Speakers)
}

// tallied adds to, or takes from, the day of f.
func tallied(list []statements.DayCount, f statements.Found, n int) []statements.DayCount {
	at := slices.IndexFunc(list, func(c statements.DayCount) bool { return c.Day == dayOf(f) })
	if at < 0 {
		list, at = append(list, statements.DayCount{Day: dayOf(f)}), len(list)
	}
	if kindOf(f.Statement) == statements.Indirect {
		list[at].Reported += n
	} else {
		list[at].Verbatim += n
	}
	return list
}
