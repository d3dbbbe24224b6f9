package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"onrecord/statements"
)

// ClustersOf gives the cluster of each statement. One that is not there, or is
// of a time before there were clusters, is alone in one with its own number.
func (s *Store) ClustersOf(ctx context.Context, ids []int64) (map[int64]int64, error) {
	out, err := clustersOf(ctx, s.reader, ids)
	if err != nil {
		return nil, fmt.Errorf("look for clusters: %w", err)
	}
	return out, nil
}

func clustersOf(ctx context.Context, q querier, ids []int64) (map[int64]int64, error) {
	out := map[int64]int64{}
	for _, id := range ids {
		out[id] = id
	}
	for part := range slices.Chunk(ids, chunk) {
		rows, err := all(ctx, q, scanMember, `SELECT statement_id, cluster_id FROM reports WHERE statement_id IN (`+list(0, len(part))+`)`, anys(part)...)
		if err != nil {
			return nil, err
		}
		for _, m := range rows {
			out[m.statement] = m.of
		}
	}
	return out, nil
}

// member is a statement and what it belongs to.
type member struct{ statement, of int64 }

func scanMember(r *sql.Rows) (m member, err error) { return m, r.Scan(&m.statement, &m.of) }

// Clusters gives clusters with all their reports, in the order of ids. One that
// nothing is in any more is left out.
func (s *Store) Clusters(ctx context.Context, ids []int64) ([]statements.Cluster, error) {
	out, err := clusters(ctx, s.reader, ids)
	if err != nil {
		return nil, fmt.Errorf("read clusters: %w", err)
	}
	return out, nil
}

func clusters(ctx context.Context, q querier, ids []int64) ([]statements.Cluster, error) {
	members := map[int64][]int64{}
	var every []int64
	for part := range slices.Chunk(ids, chunk) {
		rows, err := all(ctx, q, scanMember, `SELECT statement_id, cluster_id FROM reports WHERE cluster_id IN (`+list(0, len(part))+`)`, anys(part)...)
		if err != nil {
			return nil, err
		}
		// Those that nobody has signed are alone.
		alone, err := all(ctx, q, scanMember, `SELECT st.id, st.id FROM statements st LEFT JOIN reports r ON r.statement_id = st.id
			WHERE st.id IN (`+list(0, len(part))+`) AND r.statement_id IS NULL`, anys(part)...)
		if err != nil {
			return nil, err
		}
		for _, m := range append(rows, alone...) {
			members[m.of], every = append(members[m.of], m.statement), append(every, m.statement)
		}
	}
	sts, err := found(ctx, q, every)
	if err != nil {
		return nil, err
	}
	byID := map[int64]statements.Found{}
	for _, f := range sts {
		byID[f.Statement.ID] = f
	}
	var out []statements.Cluster
	for _, id := range ids {
		c := statements.Cluster{ID: id}
		for _, m := range members[id] {
			if f, ok := byID[m]; ok {
				c.Reports = append(c.Reports, f)
			}
		}
		if len(c.Reports) > 0 {
			c.Sort()
			out = append(out, c)
		}
	}
	return out, nil
}

// Reports gives at most n statements with ids above after, in their order. It is
// how an archive is written out.
func (s *Store) Reports(ctx context.Context, after int64, n int) ([]statements.Found, error) {
	ids, err := all(ctx, s.reader, scalar[int64], `SELECT id FROM statements WHERE id > $1 ORDER BY id LIMIT $2`, after, n)
	if err != nil {
		return nil, fmt.Errorf("read statements: %w", err)
	}
	out, err := found(ctx, s.reader, ids)
	if err != nil {
		return nil, fmt.Errorf("read statements: %w", err)
	}
	return out, nil
}
