package handlers

import (
	"context"

	"onrecord/statements"
)

// Sought gives all of the shelf: the least that an index may do.
func (s *shelf) Sought(_ context.Context, _ statements.Sought, n int) ([]int64, error) {
	var ids []int64
	for _, f := range s.found[:min(n, len(s.found))] {
		ids = append(ids, f.Statement.ID)
	}
	return ids, s.check()
}

func (s *shelf) Numbered(_ context.Context, ids []int64) ([]statements.Found, error) {
	var out []statements.Found
	for _, id := range ids {
		for _, f := range s.found {
			if f.Statement.ID == id {
				out = append(out, f)
			}
		}
	}
	return out, s.check()
}

func (s *shelf) Clusters(_ context.Context, ids []int64) ([]statements.Cluster, error) {
	var out []statements.Cluster
	for _, id := range ids {
		c := statements.Cluster{ID: id}
		for _, f := range s.found {
			if f.Cluster == id && id != 0 {
				c.Reports = append(c.Reports, f)
			}
		}
		if len(c.Reports) > 0 {
			out = append(out, c)
		}
	}
	return out, s.check()
}

func (s *shelf) Trace(_ context.Context, article int64, _, _ string) (statements.Trace, error) {
	var t statements.Trace
	for _, f := range s.found {
		if f.Article.ID == article {
			t.Article, t.Statements = f.Article, append(t.Statements, f)
		}
	}
	return t, s.check()
}

func (s *shelf) ArticleAt(context.Context, string) (int64, error) {
	if err := s.check(); err != nil {
		return 0, err
	}
	return 0, statements.ErrNotFound
}

func (s *shelf) BroughtBy(context.Context, string) ([]statements.Carrier, error) {
	return nil, s.check()
}
