package handlers

import (
	"context"
	"slices"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/ask"
	"onrecord/statements/vectors"
)

// Meaning finds statements by what they mean, where an operator has an endpoint
// that tells. It has no say in what is an answer.
type Meaning interface {
	// Kin gives at most n statements that pass the filters of q and mean something
	// like the topic, the nearest first.
	Kin(ctx context.Context, q statements.Query, topic string, n int) ([]statements.Kin, error)
	Embedding(ctx context.Context) (statements.Embedding, error)
}

// mostKin is how many statements that mean something like a question are looked
// at.
const mostKin = 60

// kin finds what means something like what is asked: candidates, for they have a
// word of it too, and those that are near without one. Without an endpoint, or
// where it fails, there are none.
func (d *Desk) kin(ctx context.Context, q statements.Query) (candidates, near []statements.Found) {
	unknown := func(s statements.Speaker) bool { return s.ID == 0 }
	if d.Meaning == nil || len(q.Topic) == 0 || slices.ContainsFunc(q.Speakers, unknown) {
		return nil, nil
	}
	words := make([]string, len(q.Topic))
	for i, t := range q.Topic {
		words[i] = t.Words
	}
	kin, err := d.Meaning.Kin(ctx, q, strings.Join(words, " "), mostKin)
	var found []statements.Found
	if err == nil {
		ids := make([]int64, len(kin))
		for i, k := range kin {
			ids[i] = k.ID
		}
		found, err = d.Trove.Numbered(ctx, ids)
	}
	if err != nil {
		if d.Log != nil {
			d.Log.Warn("answered without the search by meaning", "err", err)
		}
		return nil, nil
	}
	for _, f := range found {
		if slices.ContainsFunc(kin, func(k statements.Kin) bool { return k.Near && k.ID == f.Statement.ID }) {
			near = append(near, f)
		}
	}
	return ask.Worded(q, found), near
}

// fused puts what two searches found together by their ranks, in as many as one
// of them gives.
func fused(found, kin []statements.Found) []statements.Found {
	if len(kin) == 0 {
		return found
	}
	by := map[int64]statements.Found{}
	ids := func(list []statements.Found) []int64 {
		out := make([]int64, len(list))
		for i, f := range list {
			out[i], by[f.Statement.ID] = f.Statement.ID, f
		}
		return out
	}
	var out []statements.Found
	for _, id := range vectors.Fuse(ids(unique(found)), ids(kin)) {
		out = append(out, by[id])
	}
	return out[:min(len(out), mostCandidates)]
}

// meaningField says how far the search by meaning is; nil where there is none.
func (d *Desk) meaningField(ctx context.Context, in locales.Tongue) ([]Field, error) {
	if d.Meaning == nil {
		return nil, nil
	}
	e, err := d.Meaning.Embedding(ctx)
	if err != nil {
		return nil, err
	}
	runs := []Run{{Text: in.Count(e.Vectors, "%s statement has a vector, by %s.", "%s statements have a vector, by %s.", short(e.Model, mostName)) + " "}}
	switch {
	case e.Asked.IsZero():
		runs = append(runs, Run{Text: in.Say("Its endpoint was not asked yet")})
	case e.Problem == "":
		runs = append(runs, runsIn{in}.Say("Its endpoint answered %s", Run{Ago: e.Asked})...)
	default:
		runs = append(runs, runsIn{in}.Say("Its endpoint failed %s: %s. Questions are answered by words alone", Run{Ago: e.Asked}, short(e.Problem, mostHeadline))...)
	}
	return []Field{{Name: in.Say("Searched by meaning"), Body: []Block{{Runs: runs}}}}, nil
}
