package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"onrecord/statements"
	"onrecord/statements/vectors"
)

// Embedder gives the row of a model that gives vectors of so many dimensions,
// and makes it if need be.
func (s *Store) Embedder(ctx context.Context, model string, dimensions int) (statements.Embedder, error) {
	e := statements.Embedder{Model: model, Dimensions: dimensions}
	read := func() error {
		return one(ctx, s.reader, `SELECT id, size FROM embedders WHERE model = $1 AND dimensions = $2`, []any{model, dimensions}, &e.ID, &e.Size)
	}
	err := read()
	if errors.Is(err, sql.ErrNoRows) {
		err = s.write(ctx, "add an embedder", func(t *tx) error {
			return t.exec(ctx, `INSERT INTO embedders (model, dimensions, low, high)
				SELECT $1, $2, CASE WHEN n > $3 THEN n - $3 ELSE 0 END + 1, CASE WHEN n > $3 THEN n - $3 ELSE 0 END
				FROM (SELECT COALESCE(MAX(id), 0) AS n FROM statements) AS newest WHERE TRUE ON CONFLICT (model, dimensions) DO NOTHING`,
				cleanText(model), dimensions, int64(unsettled))
		})
		if err == nil {
			err = read()
		}
	}
	if err != nil {
		return e, fmt.Errorf("read the embedder: %w", err)
	}
	return e, nil
}

// LeaseEmbedder takes the work of an embedder, or holds it longer. It reports
// whether it is ours: one process at a time does it.
func (s *Store) LeaseEmbedder(ctx context.Context, id int64, now, until time.Time) (ours bool, err error) {
	err = s.write(ctx, "lease the embedder", func(t *tx) error {
		n, err := t.changed(ctx, `UPDATE embedders SET holder = $2, leased_until = $3 WHERE id = $1 AND (holder = $2 OR leased_until < $4)`,
			id, s.holder, millis(until), millis(now))
		ours = n > 0
		return err
	})
	return ours, err
}

// Unembedded gives at most n statements that an embedder has no vector of, the
// newest first. They are to be kept in that order.
func (s *Store) Unembedded(ctx context.Context, embedder int64, n int) ([]statements.Passage, error) {
	ids, err := s.unembedded(ctx, embedder, max(n, 0))
	if err != nil {
		return nil, fmt.Errorf("look for statements without a vector: %w", err)
	}
	sts, err := found(ctx, s.reader, ids)
	if err != nil {
		return nil, fmt.Errorf("read statements without a vector: %w", err)
	}
	out := make([]statements.Passage, len(sts))
	for i, f := range sts {
		out[i] = statements.Passage{ID: f.Statement.ID, Text: f.Statement.Text(f.Article.Text)}
	}
	return out, nil
}

const (
	unembeddedSince = `SELECT st.id FROM statements st WHERE st.id > $2
		AND NOT EXISTS (SELECT 1 FROM meanings g WHERE g.statement_id = st.id AND g.embedder_id = $1) ORDER BY st.id DESC LIMIT $3`
	unembeddedBefore = `SELECT st.id FROM statements st WHERE st.id < $2
		AND NOT EXISTS (SELECT 1 FROM meanings g WHERE g.statement_id = st.id AND g.embedder_id = $1) ORDER BY st.id DESC LIMIT $3`
)

// unembedded looks first through what came last. When nothing of that is left,
// what is surely settled of it is not looked through again.
func (s *Store) unembedded(ctx context.Context, embedder int64, n int) ([]int64, error) {
	var low, high, last int64
	err := one(ctx, s.reader, `SELECT low, high, (SELECT COALESCE(MAX(id), 0) FROM statements) FROM embedders WHERE id = $1`, []any{embedder}, &low, &high, &last)
	if err != nil {
		return nil, unlessMissing(err)
	}
	ids, err := all(ctx, s.reader, scalar[int64], unembeddedSince, embedder, high, n)
	if err != nil || len(ids) > 0 {
		return ids, err
	}
	if settled := last - unsettled; settled >= high+unsettled {
		err := s.write(ctx, "move on", func(t *tx) error {
			return t.exec(ctx, `UPDATE embedders SET high = $2 WHERE id = $1 AND high < $2`, embedder, settled)
		})
		if err != nil {
			return nil, err
		}
	}
	return all(ctx, s.reader, scalar[int64], unembeddedBefore, embedder, low, n)
}

// KeepVectors keeps what an embedder gave for statements, which are in the order
// of Unembedded, and holds the lease until then. Of one that is no longer on
// record nothing is kept. Where another has the lease it is
// statements.ErrNotLeased, and of vectors of another size than those on record
// statements.ErrOtherSize; then nothing is kept.
func (s *Store) KeepVectors(ctx context.Context, embedder int64, of []statements.Meant, until time.Time) error {
	if len(of) == 0 {
		return nil
	}
	rows, size, err := rowsOf(of)
	if err != nil {
		return fmt.Errorf("keep vectors: %w", err)
	}
	return s.write(ctx, "keep vectors", func(t *tx) error {
		var holder string
		var kept int
		err := one(ctx, t, `SELECT holder, size FROM embedders WHERE id = $1`+t.d.lockWait, []any{embedder}, &holder, &kept)
		switch {
		case err != nil:
			return unlessMissing(err)
		case holder != s.holder:
			return statements.ErrNotLeased
		case size != 0 && kept != 0 && size != kept:
			return fmt.Errorf("%d numbers and not %d: %w", size, kept, statements.ErrOtherSize)
		}
		for part := range slices.Chunk(rows, rowsAtOnce) {
			if err := keepRows(ctx, t, embedder, part); err != nil {
				return err
			}
		}
		return t.exec(ctx, `UPDATE embedders SET size = $2, leased_until = $3, low = CASE WHEN $4 < low THEN $4 ELSE low END WHERE id = $1`,
			embedder, max(size, kept), millis(until), of[len(of)-1].ID)
	})
}

// vectorRow is a statement's vector as it is stored; both are empty where there
// is none.
type vectorRow struct {
	id           int64
	bits, packed []byte
}

func rowsOf(of []statements.Meant) (rows []vectorRow, size int, err error) {
	for _, m := range of {
		row := vectorRow{id: m.ID, bits: []byte{}}
		if m.Vector != nil {
			v, err := vectors.New(m.Vector)
			if err != nil {
				return nil, 0, fmt.Errorf("the vector of statement %d: %w", m.ID, err)
			}
			if size != 0 && size != len(v) {
				return nil, 0, statements.ErrOtherSize
			}
			size, row.bits, row.packed = len(v), vectors.Sign(v).Bytes(), vectors.Pack(v)
		}
		rows = append(rows, row)
	}
	return rows, size, nil
}

func keepRows(ctx context.Context, t *tx, embedder int64, rows []vectorRow) error {
	byID := map[int64]vectorRow{}
	for _, r := range rows {
		byID[r.id] = r
	}
	ids := make([]any, 0, len(rows))
	for _, r := range rows {
		ids = append(ids, r.id)
	}
	there, err := all(ctx, t, scalar[int64], `SELECT id FROM statements WHERE id IN (`+list(0, len(ids))+`) ORDER BY id DESC`, ids...)
	if err != nil || len(there) == 0 {
		return err
	}
	var args []any
	for _, id := range there {
		args = append(args, embedder, id, byID[id].bits)
	}
	type numbered struct{ seq, id int64 }
	made, err := all(ctx, t, func(r *sql.Rows) (n numbered, err error) { return n, r.Scan(&n.seq, &n.id) },
		`INSERT INTO meanings (embedder_id, statement_id, bits) VALUES `+tuples(len(there), `(?, ?, ?)`)+
			` ON CONFLICT (statement_id, embedder_id) DO NOTHING RETURNING seq, statement_id`, args...)
	if err != nil {
		return err
	}
	args = nil
	for _, n := range made {
		if packed := byID[n.id].packed; packed != nil {
			args = append(args, n.seq, packed)
		}
	}
	if len(args) == 0 {
		return nil
	}
	return t.exec(ctx, `INSERT INTO vectors (seq, packed) VALUES `+tuples(len(args)/2, `(?, ?)`), args...)
}

// ForgetEmbedders deletes at most n vectors of other embedders than that one,
// and those without any; but not of one at which another process works. It
// gives how many rows went: 0 when there are none left.
func (s *Store) ForgetEmbedders(ctx context.Context, but int64, now time.Time, n int) (gone int, err error) {
	err = s.write(ctx, "forget an embedder", func(t *tx) error {
		var other int64
		err := one(ctx, t, `SELECT id FROM embedders WHERE id <> $1 AND leased_until < $2 ORDER BY id LIMIT 1`+t.d.lockWait, []any{but, millis(now)}, &other)
		if err != nil {
			return ignore(err, sql.ErrNoRows)
		}
		went, err := t.changed(ctx, `DELETE FROM meanings WHERE seq IN (SELECT seq FROM meanings WHERE embedder_id = $1 ORDER BY seq LIMIT $2)`, other, max(n, 1))
		if gone = int(went); err != nil || went > 0 {
			return err
		}
		went, err = t.changed(ctx, `DELETE FROM embedders WHERE id = $1`, other)
		gone = int(went)
		return err
	})
	return gone, err
}

// Vectors counts the statements that an embedder has looked at.
func (s *Store) Vectors(ctx context.Context, embedder int64) (n int, err error) {
	err = one(ctx, s.reader, `SELECT COUNT(*) FROM meanings WHERE embedder_id = $1`, []any{embedder}, &n)
	return n, wrap("count the vectors", err)
}
