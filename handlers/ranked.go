package handlers

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/ask"
)

// ranked searches and ranks, with what means something like it. Where nothing
// answers, wider searches look for what comes nearest.
func (d *Desk) ranked(ctx context.Context, q statements.Query, kin ...statements.Found) (ask.Ranked, error) {
	found, err := d.Search.Search(ctx, described(q), mostCandidates)
	if err != nil {
		return ask.Ranked{}, fmt.Errorf("search the archive: %w", err)
	}
	for _, same := range ask.SameDay(q, found) {
		more, err := d.Search.Search(ctx, same, mostNear)
		if err != nil {
			return ask.Ranked{}, fmt.Errorf("search the archive for what was said at the same place: %w", err)
		}
		found = append(found, more...)
	}
	held, err := d.inOffice(ctx, q)
	if err != nil {
		return ask.Ranked{}, err
	}
	spoken, err := d.spokenFor(ctx, q)
	if err != nil {
		return ask.Ranked{}, err
	}
	found, err = d.inTheirTime(ctx, q, unique(append(append(fused(found, kin), held...), spoken...)))
	if err != nil {
		return ask.Ranked{}, err
	}
	ranked := ask.Rank(q, found)
	if len(ranked.Own()) > 0 && !ranked.Thin {
		return ranked, nil
	}
	for _, wider := range widened(q) {
		more, err := d.Search.Search(ctx, described(wider), mostNear)
		if err != nil {
			return ask.Ranked{}, fmt.Errorf("search the archive for what is near: %w", err)
		}
		found = append(found, more...)
	}
	if holders := ask.Holders(q, found); len(holders) > 0 {
		theirs := q
		theirs.Speakers, theirs.Topic = holders, nil
		more, err := d.Search.Search(ctx, theirs, mostNear)
		if err != nil {
			return ask.Ranked{}, fmt.Errorf("search the archive for who bears the role: %w", err)
		}
		found = append(found, more...)
	}
	if found, err = d.inTheirTime(ctx, q, unique(found)); err != nil {
		return ask.Ranked{}, err
	}
	return ask.Rank(q, found), nil
}

// spokenFor finds what those said who speak for the bodies that a question names.
func (d *Desk) spokenFor(ctx context.Context, q statements.Query) ([]statements.Found, error) {
	theirs := q
	if theirs.Speakers = ask.SpokenFor(q); len(theirs.Speakers) == 0 {
		return nil, nil
	}
	found, err := d.Search.Search(ctx, described(theirs), mostNear)
	if err != nil {
		return nil, fmt.Errorf("search the archive for who speaks for a body: %w", err)
	}
	return found, nil
}

// How many roles of the time that is asked about are looked through for the
// one that a question names, and how many people may have borne it.
const (
	mostHeld    = 2000
	mostHolders = 8
)

// inOffice finds what those said who bore a role that the question names
// ("the foreign minister in 2017"), also where the article does not say it. A
// role that many bear is none to know people by.
func (d *Desk) inOffice(ctx context.Context, q statements.Query) ([]statements.Found, error) {
	theirs := q
	theirs.Speakers = nil
	var held []statements.Holder
	for _, s := range q.Speakers {
		if s.ID != 0 || len(strings.Fields(cmp.Or(ask.InEnglish(s.Name), s.Name))) < 2 {
			continue
		}
		if held == nil {
			var err error
			if held, err = d.Registry.RolesHeld(ctx, q.Since, q.Until, mostHeld); err != nil {
				return nil, fmt.Errorf("look up who bore a role: %w", err)
			}
		}
		for _, h := range held {
			if ask.Answers(h.Role, s.Name) && !slices.ContainsFunc(theirs.Speakers, func(o statements.Speaker) bool { return o.ID == h.Speaker.ID }) {
				theirs.Speakers = append(theirs.Speakers, h.Speaker)
			}
		}
	}
	if n := len(theirs.Speakers); n == 0 || n > mostHolders {
		return nil, nil
	}
	found, err := d.Search.Search(ctx, theirs, mostNear)
	if err != nil {
		return nil, fmt.Errorf("search the archive for who bore the role: %w", err)
	}
	return found, nil
}

// inTheirTime leaves out what people said before or after they bore a role that
// the question names, where editors have said when that was and no article has
// the role for them.
func (d *Desk) inTheirTime(ctx context.Context, q statements.Query, found []statements.Found) ([]statements.Found, error) {
	terms := map[int64][]statements.DatedRole{} // by who bore a role; none: nobody has said when
	other := map[string]bool{"": true}          // roles that are not asked for
	for _, f := range found {
		role := f.Statement.Role
		if _, done := terms[f.SpeakerID]; done || f.SpeakerID == 0 || other[role] {
			continue
		}
		if !asksFor(q, role) {
			other[role] = true
			continue
		}
		roles, err := d.Registry.Roles(ctx, f.SpeakerID)
		if err != nil {
			return nil, fmt.Errorf("look up when a role was borne: %w", err)
		}
		set := slices.DeleteFunc(roles, func(r statements.DatedRole) bool { return !asksFor(q, r.Role) })
		if slices.ContainsFunc(set, func(r statements.DatedRole) bool { return r.ID == 0 }) {
			set = nil
		}
		terms[f.SpeakerID] = set
	}
	return slices.DeleteFunc(found, func(f statements.Found) bool {
		set, day := terms[f.SpeakerID], dayOf(f)
		return len(set) > 0 && !slices.ContainsFunc(set, func(r statements.DatedRole) bool {
			return !day.Before(r.Since) && (r.Until.IsZero() || !r.Until.Before(day))
		})
	}), nil
}

// asksFor reports whether q names a role instead of a person: this one.
func asksFor(q statements.Query, role string) bool {
	return slices.ContainsFunc(q.Speakers, func(s statements.Speaker) bool { return s.ID == 0 && ask.Answers(role, s.Name) })
}

// described looks for people whom the archive has under no name of their own
// ("the palace aide") by the words that describe them, in English as well: these
// stand beside what they said. Rank decides then who is meant.
func described(q statements.Query) statements.Query {
	var terms []statements.Term
	for _, s := range q.Speakers {
		if s.ID != 0 {
			return q
		}
		terms = append(terms, ask.Describing(s.Name)...)
	}
	q.Speakers, q.Topic = nil, append(terms, q.Topic...)
	return q
}

// widened asks less of the days, of the topic, and of who it was.
func widened(q statements.Query) []statements.Query {
	var out []statements.Query
	anytime := q
	anytime.Since, anytime.Until = statements.Date{}, statements.Date{}
	if anytime.Since != q.Since || anytime.Until != q.Until {
		out = append(out, anytime)
	}
	if len(q.Speakers) > 0 && len(q.Topic) > 0 {
		anything, anybody := q, q
		anything.Topic, anybody.Speakers = nil, nil
		out = append(out, anything, anybody)
	}
	return out
}

// unique drops statements that more than one search found.
func unique(found []statements.Found) []statements.Found {
	seen := map[int64]bool{}
	out := make([]statements.Found, 0, len(found))
	for _, f := range found {
		if !seen[f.Statement.ID] {
			seen[f.Statement.ID] = true
			out = append(out, f)
		}
	}
	return out
}
