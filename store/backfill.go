package store

import (
	"context"
	"database/sql"

	"github.com/pressly/goose/v3"
)

// filled are the migrations that fill tables with what SQL cannot work out; they
// count on with those in migrations/.
func filled() []*goose.Migration {
	return []*goose.Migration{goose.NewGoMigration(21, &goose.GoFunc{RunTx: fillNeighbours}, nil)}
}

// fillNeighbours gives the names of an older archive their neighbours.
func fillNeighbours(ctx context.Context, began *sql.Tx) error {
	t := &tx{executor: began}
	names, err := all(ctx, t, scalar[string], `SELECT DISTINCT name FROM spellings`)
	if err != nil {
		return err
	}
	done := map[string]bool{}
	for _, name := range names {
		for _, w := range keyWords(name) {
			if done[w] {
				continue
			}
			done[w] = true
			if err := putNeighbours(ctx, t, w); err != nil {
				return err
			}
		}
	}
	return nil
}
