package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/speakers"
)

// reviewed gives messages as the reviewers of their servers see them. What a
// message has shown stays in it, marked.
func reviewed(ctx context.Context, q querier, rows []statements.Delivery) error {
	views, err := viewsOf(ctx, q, rows)
	for i, v := range views {
		if err == nil && !v.Empty() {
			err = reviewOne(ctx, q, v, &rows[i])
		}
	}
	return err
}

// viewsOf gives how the server of each message sees the archive; none where
// nobody has corrected anything, which costs one look into an index.
func viewsOf(ctx context.Context, q querier, rows []statements.Delivery) ([]*statements.View, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	var any bool
	if err := one(ctx, q, `SELECT EXISTS (SELECT 1 FROM corrections WHERE undone = 0 AND what <> 'right')`, nil, &any); err != nil || !any {
		return nil, err
	}
	of, err := ownersOf(ctx, q, rows)
	if err != nil {
		return nil, fmt.Errorf("whose places they are: %w", err)
	}
	by := map[string]*statements.View{"": nil}
	out := make([]*statements.View, len(rows))
	for i, server := range of {
		if _, ok := by[server]; !ok {
			if by[server], err = viewOf(ctx, q, server); err != nil {
				return nil, fmt.Errorf("corrections: %w", err)
			}
		}
		out[i] = by[server]
	}
	return out, nil
}

// ownersOf gives the server of each message: that of its watches, or that of its
// place where they are the configuration's; "" where it is not known.
func ownersOf(ctx context.Context, q querier, rows []statements.Delivery) ([]string, error) {
	out := make([]string, len(rows))
	var open []string
	for i, d := range rows {
		for _, e := range d.Entries {
			if e.Watch.Server != "" {
				out[i] = e.Watch.Server
			}
		}
		if out[i] == "" {
			open = append(open, d.Place)
		}
	}
	servers, err := serversOf(ctx, q, open)
	for i, d := range rows {
		if out[i] == "" {
			out[i] = servers[d.Place]
		}
	}
	return out, err
}

// reviewOne has a message show its statements as v sees them, each with the
// reports of what reviewers merged with it.
func reviewOne(ctx context.Context, q querier, v *statements.View, d *statements.Delivery) error {
	for i := range d.Entries {
		for k := range d.Entries[i].Found {
			f := &d.Entries[i].Found[k]
			more, err := mergedWith(ctx, q, v, *f)
			if err != nil {
				return fmt.Errorf("what was merged: %w", err)
			}
			others := v.Sift(append(slices.Clone(f.Others), more...))
			*f = v.Show(*f)
			f.Others = others
			if f.Review != nil {
				was := *f.Review
				was.After = was.At.After(d.Created)
				f.Review = &was
			}
		}
	}
	return nil
}

// mergedWith gives the reports, in other articles, of the utterances that are
// one with that of f in v.
func mergedWith(ctx context.Context, q querier, v *statements.View, f statements.Found) ([]statements.Found, error) {
	ids := v.With(f.Cluster)
	if len(ids) == 0 {
		return nil, nil
	}
	list, err := clusters(ctx, q, ids)
	var out []statements.Found
	for _, c := range list {
		out = append(out, c.Without(f.Article.ID)...)
	}
	return out, err
}

// addRules tells the watches of each server whom its reviewers know by other
// names: a watch matches what is read under a name that they gave to whom it
// means, and not what they gave to somebody else. Where nobody has made such a
// rule it costs one look into an index.
func (s *Store) addRules(ctx context.Context, ws []statements.Watch) error {
	rules, err := s.rules(ctx)
	if err != nil || len(rules) == 0 {
		return err
	}
	var open []string
	for _, w := range ws {
		if w.Server == "" {
			open = append(open, w.Place)
		}
	}
	places, err := serversOf(ctx, s.reader, open)
	if err != nil {
		return err
	}
	for i := range ws {
		server := ws[i].Server
		if server == "" {
			server = places[ws[i].Place]
		}
		for _, r := range rules[server] {
			rule(&ws[i], r)
		}
	}
	return nil
}

// rules are the names that reviewers gave, by server.
func (s *Store) rules(ctx context.Context) (map[string][]statements.Correction, error) {
	servers, err := all(ctx, s.reader, scalar[string], `SELECT DISTINCT server FROM corrections WHERE undone = 0 AND what <> 'right' AND written <> ''`)
	if err != nil || len(servers) == 0 {
		return nil, err
	}
	out := map[string][]statements.Correction{}
	for _, server := range servers {
		v, err := viewOf(ctx, s.reader, server)
		if err != nil {
			return nil, err
		}
		out[server] = v.Rules()
	}
	return out, nil
}

// rule applies one to a watch. Who watches the very name is told of it whoever
// bears it.
func rule(w *statements.Watch, r statements.Correction) {
	if strings.TrimSpace(w.Speaker) == "" {
		return
	}
	means := func(name string) bool { return speakers.Key(name) == speakers.Key(r.Speaker.Name) }
	switch {
	case means(w.Speaker) || slices.ContainsFunc(w.Also, means) || speakers.Same(w.Speaker, r.Speaker.Name) && !slices.ContainsFunc(w.Not, means):
		w.Also = append(slices.Clone(w.Also), r.Written)
	case speakers.Key(w.Speaker) != speakers.Key(r.Written):
		w.Not = append(slices.Clone(w.Not), r.Written)
	}
}

// still gives those of before that in v are said by the one who said told.
func still(v *statements.View, told, before []statements.Found) []statements.Found {
	var out []statements.Found
	for _, f := range v.Sift(before) {
		if f.SpeakerID == told[0].SpeakerID {
			out = append(out, f)
		}
	}
	return out
}
