package store

import "context"

// mostOutlets bounds how many outlets are named.
const mostOutlets = 2000

// OutletNames gives the outlets that articles are from, each by one of its
// spellings, in the order of the alphabet. It steps from name to name: its cost
// is that of the outlets, not of their articles.
func (s *Store) OutletNames(ctx context.Context) ([]string, error) {
	names, err := all(ctx, s.again(), scalar[string], `WITH RECURSIVE names (folded) AS (
			SELECT MIN(folded) FROM outlets
			UNION ALL
			SELECT (SELECT MIN(o.folded) FROM outlets o WHERE o.folded > names.folded) FROM names WHERE names.folded IS NOT NULL
		) SELECT (SELECT MIN(o.name) FROM outlets o WHERE o.folded = names.folded) FROM names WHERE names.folded IS NOT NULL LIMIT $1`, mostOutlets)
	return names, wrap("read the outlets", err)
}
