package store

import (
	"context"
	"database/sql"

	"onrecord/statements"
)

// dialect is all that differs between the two databases, but for the DDL in
// migrations/.
type dialect struct {
	name string

	// What a SELECT ends with that takes rows: skip those that somebody else
	// has, wait for them, or only keep others from changing them. SQLite has
	// one writer and needs none.
	lockFree, lockWait, lockShare string

	// lockBands is what makes arrivals of texts with n bands in common wait for
	// each other; nil for SQLite, whose one writer needs none.
	lockBands func(n int) string

	// unsettled is how many of a table's newest ids may still get a row: where
	// only one writes at a time none.
	unsettled int64

	// batches: the driver sends several statements together, and arrays.
	batches bool

	// again recognises what goes away when the transaction is run again (busy,
	// deadlock), by the driver's numbers.
	again func(error) bool

	// planned are the arguments of a query that has to be planned for them each
	// time: how many statements a search looks at depends on its words.
	planned func(args []any) []any

	migrate func(context.Context, *sql.DB) error
	index   index
}

// index is the full-text index over statements.
type index interface {
	// put indexes statements.
	put(ctx context.Context, t *tx, ids []int64, docs []document) error
	// drop takes statements out of the index.
	drop(ctx context.Context, t *tx, ids []int64) error
	// best gives the query for (id, score) of the f.limit statements that have
	// any term of f.topic and pass its filters, best first; count the query for
	// their number. Neither orders or filters by another table's index.
	best(f filter) (string, []any)
	count(f filter) (string, []any)
	// sought gives the query for the ids of the n statements kept last that have
	// what is sought.
	sought(of statements.Sought, n int) (string, []any)
	// latest gives the query for the ids of the f.limit statements under below,
	// kept last, that have any term of f.topic, in what was said or anywhere, and
	// pass its marks. Where these are few, all of them are found and sorted.
	latest(f filter, below int64, said, few bool) (string, []any)
	// few reports whether it is quicker to find all statements that have a term of
	// f and pass its marks than to look at one after the other, the newest first,
	// until there are f.limit.
	few(ctx context.Context, q querier, f filter, d depth) (bool, error)
	// having estimates that number, quickly, of last statements in all; of more
	// than d.newest it may give the id of the d.newest-th.
	having(ctx context.Context, q querier, f filter, d depth, last int64) (n float64, since int64, err error)
}

// document is what the index holds of one statement, in stems.
type document struct {
	said, around, title []string
	marks               []string
}

// phrase is one or more stems in a row.
type phrase []string
