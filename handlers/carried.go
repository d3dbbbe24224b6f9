package handlers

import (
	"context"
	"fmt"
	"slices"

	"onrecord/statements"
	"onrecord/statements/ask"
)

// Utterances gives what was said once with all reports of it.
type Utterances interface {
	// Clusters gives those of ids that are on record, in their order.
	Clusters(ctx context.Context, ids []int64) ([]statements.Cluster, error)
}

// carried puts into statements the other reports of their utterances: who
// carries one does not depend on what was asked, nor on the page.
func (d *Desk) carried(ctx context.Context, found ...*statements.Found) error {
	if d.Clusters == nil {
		return nil
	}
	var ids []int64
	for _, f := range found {
		ids = append(ids, f.Cluster)
	}
	list, err := d.Clusters.Clusters(ctx, slices.Compact(slices.Sorted(slices.Values(ids))))
	if err != nil {
		return fmt.Errorf("read who carries it: %w", err)
	}
	for _, c := range list {
		for _, f := range found {
			if f.Cluster != c.ID {
				continue
			}
			f.Others = c.Without(f.Article.ID)
			for _, r := range c.Reports {
				if r.Article.ID == f.Article.ID { // not what a search took for the same
					f.Also = r.Also
				}
			}
		}
	}
	return nil
}

// Carried puts into the first n answers, and into what comes nearest, who else
// carries them: Find knows of those only what its question found.
func (d *Desk) Carried(ctx context.Context, f Found, n int) error {
	shown := f.Ranked.Answers[:min(len(f.Ranked.Answers), n)]
	return d.carried(ctx, append(inAnswers(shown), inNearest(f.Ranked.Nearest)...)...)
}

// within are the statements of a list.
func within[T any](list []T, of func(*T) *statements.Found) []*statements.Found {
	out := make([]*statements.Found, len(list))
	for i := range list {
		out[i] = of(&list[i])
	}
	return out
}

func inFound(list []statements.Found) []*statements.Found {
	return within(list, func(f *statements.Found) *statements.Found { return f })
}

func inAnswers(list []ask.Answer) []*statements.Found {
	return within(list, func(a *ask.Answer) *statements.Found { return &a.Found })
}

func inNearest(list []ask.Near) []*statements.Found {
	return within(list, func(n *ask.Near) *statements.Found { return &n.Found })
}

func inHits(list []Hit) []*statements.Found {
	return within(list, func(h *Hit) *statements.Found { return &h.Found })
}

type seenUtterances struct {
	Utterances
	*statements.View
}

// Clusters gives what reviewers merged as one, without what they rejected.
func (s seenUtterances) Clusters(ctx context.Context, ids []int64) ([]statements.Cluster, error) {
	asked := slices.Clone(ids)
	for _, id := range ids {
		asked = append(asked, s.With(id)...)
	}
	list, err := s.Utterances.Clusters(ctx, asked)
	var out []statements.Cluster
	for _, c := range list {
		id := s.Cluster(c.ID)
		i := slices.IndexFunc(out, func(o statements.Cluster) bool { return o.ID == id })
		if i < 0 {
			i, out = len(out), append(out, statements.Cluster{ID: id})
		}
		out[i].Reports = append(out[i].Reports, s.Sift(c.Reports)...)
	}
	for _, c := range out {
		c.Sort()
	}
	return out, err
}
