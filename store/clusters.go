package store

import (
	"context"
	"fmt"
	"slices"

	"onrecord/statements"
	"onrecord/statements/cluster"
)

// keepClusters finds the clusters of an article's statements and writes them
// down. It gives the cluster of each, in order. Two articles with one speaker
// do not get here at the same time: keepSpeakers has locked the speaker.
func keepClusters(ctx context.Context, t *tx, signed []cluster.Signature, article int64, ids []int64) ([]int64, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	fresh, roots, err := spoken(ctx, t, signed, article)
	if err != nil {
		return nil, fmt.Errorf("speakers: %w", err)
	}
	known, err := candidates(ctx, t, fresh, roots)
	if err != nil {
		return nil, fmt.Errorf("candidates: %w", err)
	}
	out := make([]int64, len(ids))
	for i, c := range cluster.Assign(fresh, known) {
		if out[i] = c.Cluster; c.Cluster == 0 {
			out[i] = ids[c.First]
		}
	}
	return out, insertReports(ctx, t, signed, ids, out)
}

func insertReports(ctx context.Context, t *tx, signed []cluster.Signature, ids, clusters []int64) error {
	var rows, quoted []any
	for i, id := range ids {
		rows = append(rows, id, clusters[i], signed[i].Pack())
		for _, q := range signed[i].Quotes {
			quoted = append(quoted, int64(q), id)
		}
	}
	for part := range slices.Chunk(rows, 3*rowsAtOnce) {
		if err := t.exec(ctx, `INSERT INTO reports (statement_id, cluster_id, signature) VALUES `+tuples(len(part)/3, `(?, ?, ?)`), part...); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(quoted, 2*rowsAtOnce) {
		if err := t.exec(ctx, `INSERT INTO quotations (hash, statement_id) VALUES `+tuples(len(part)/2, `(?, ?)`), part...); err != nil {
			return err
		}
	}
	return nil
}

// SplitReports takes statements out of their clusters and puts them together
// into one of their own, whose number it gives. Whoever split them has the last
// word: later reports may join them, the old clusters stay as they are.
func (s *Store) SplitReports(ctx context.Context, ids []int64) (int64, error) {
	if len(ids) == 0 {
		return 0, fmt.Errorf("split a cluster: no statement was named: %w", statements.ErrNotFound)
	}
	into := -slices.Min(ids)
	err := s.write(ctx, "split a cluster", func(t *tx) error {
		return regroup(ctx, t, ids, into)
	})
	return into, err
}

// JoinClusters puts all reports of one cluster into another.
func (s *Store) JoinClusters(ctx context.Context, from, into int64) error {
	return s.write(ctx, "join clusters", func(t *tx) error {
		ids, err := all(ctx, t, scalar[int64], `SELECT statement_id FROM reports WHERE cluster_id = $1 UNION SELECT id FROM statements
			WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM reports WHERE statement_id = $1)`, from)
		if err == nil && len(ids) == 0 {
			err = statements.ErrNotFound
		}
		if err != nil {
			return err
		}
		return regroup(ctx, t, ids, into)
	})
}

// regroup puts statements into a cluster. One that nobody has signed gets an
// empty signature, which is like nothing.
func regroup(ctx context.Context, t *tx, ids []int64, into int64) error {
	for _, id := range ids {
		n, err := t.changed(ctx, `INSERT INTO reports (statement_id, cluster_id, signature) SELECT id, $2, $3 FROM statements WHERE id = $1
			ON CONFLICT (statement_id) DO UPDATE SET cluster_id = excluded.cluster_id`, id, into, []byte{})
		if err == nil && n == 0 {
			err = statements.ErrNotFound
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// partClusters takes apart the clusters in which, by what an editor has just
// said, several speak: rows of speakers whose statements changed hands. Whoever
// speaks in the first report keeps the cluster; of the others each has one of
// their own. A report that names nobody stays. It gives the clusters that are new.
func partClusters(ctx context.Context, t *tx, rows []int64) ([]partedRow, error) {
	var out []partedRow
	const mixed = `EXISTS (SELECT 1 FROM reports o JOIN statements os ON os.id = o.statement_id JOIN speakers ov ON ov.id = os.speaker_id
		WHERE o.cluster_id = r.cluster_id AND COALESCE(ov.merged_into, ov.id) <> COALESCE(v.merged_into, v.id))`
	for _, row := range rows {
		ids, err := all(ctx, t, scalar[int64], `SELECT DISTINCT r.cluster_id FROM statements st JOIN reports r ON r.statement_id = st.id
			JOIN speakers v ON v.id = st.speaker_id WHERE st.speaker_id = $1 AND `+mixed, row)
		if err != nil {
			return nil, fmt.Errorf("clusters of several: %w", err)
		}
		for _, id := range ids {
			parted, err := partCluster(ctx, t, id)
			if err != nil {
				return nil, fmt.Errorf("part a cluster: %w", err)
			}
			out = append(out, parted...)
		}
	}
	return out, nil
}

func partCluster(ctx context.Context, t *tx, id int64) (parted []partedRow, err error) {
	// A report and its speaker.
	rows, err := all(ctx, t, scanMember, `SELECT r.statement_id, COALESCE(v.merged_into, v.id) FROM reports r
		JOIN statements st ON st.id = r.statement_id JOIN speakers v ON v.id = st.speaker_id
		WHERE r.cluster_id = $1 ORDER BY r.statement_id`, id)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	stays := rows[0].of
	into := map[int64]int64{}
	for _, m := range rows {
		if m.of == stays {
			continue
		}
		if into[m.of] == 0 {
			into[m.of] = -m.statement
			parted = append(parted, partedRow{into[m.of], id})
		}
		if err := regroup(ctx, t, []int64{m.statement}, into[m.of]); err != nil {
			return nil, err
		}
	}
	return parted, nil
}
